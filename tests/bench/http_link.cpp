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

HttpLink::HttpLink(asio::any_io_executor executor, std::uint16_t port, PersonId person)
    : port_(port),
      head_(fmt::format("Host: localhost:{0}\r\nOrigin: http://localhost:{0}\r\nCookie: __Host-plein={1}\r\n"
                        "Content-Type: application/json\r\n",
                        port, session_of(person))),
      stream_(std::move(executor)) {}

asio::awaitable<void> HttpLink::connect() {
    const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port_};
    co_await stream_.async_connect(server, asio::use_awaitable);
    stream_.socket().set_option(asio::ip::tcp::no_delay{true});
}

asio::awaitable<unsigned> HttpLink::send(test::Wire wire) {
    const std::string request = fmt::format("{} {} HTTP/1.1\r\n{}Content-Length: {}\r\n\r\n{}", wire.method,
                                            wire.target, head_, wire.body.size(), wire.body);
    co_await asio::async_write(stream_, asio::buffer(request), asio::use_awaitable);
    http::response<http::string_body> response;
    co_await http::async_read(stream_, buffer_, response, asio::use_awaitable);
    co_return response.result_int();
}

}  // namespace plein::bench
