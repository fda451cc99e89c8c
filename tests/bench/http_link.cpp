#include "tests/bench/http_link.hpp"

#include "tests/bench/stage.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

namespace plein::bench {

namespace asio = boost::asio;
namespace http = boost::beast::http;

HttpLink::HttpLink(asio::any_io_executor executor, std::uint16_t port)
    : port_(port), stream_(std::move(executor)) {}

asio::awaitable<void> HttpLink::connect() {
    const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port_};
    co_await stream_.async_connect(server, asio::use_awaitable);
    stream_.socket().set_option(asio::ip::tcp::no_delay{true});
}

asio::awaitable<Answer> HttpLink::send(PersonId person, test::Wire wire) {
    const std::string request = fmt::format(
        "{0} {1} HTTP/1.1\r\nHost: localhost:{2}\r\nOrigin: http://localhost:{2}\r\nCookie: "
        "__Host-plein={3}\r\n"
        "Content-Type: application/json\r\nContent-Length: {4}\r\n{5}\r\n{6}",
        wire.method, wire.target, port_, session_of(person), wire.body.size(), address_, wire.body);
    co_await asio::async_write(stream_, asio::buffer(request), asio::use_awaitable);
    http::response<http::string_body> response;
    co_await http::async_read(stream_, buffer_, response, asio::use_awaitable);
    co_return Answer{response.result_int(), std::move(response.body())};
}

}  // namespace plein::bench
