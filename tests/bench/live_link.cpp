#include "tests/bench/live_link.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;

namespace {

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

}  // namespace

LiveLink::LiveLink(asio::any_io_executor executor, std::uint16_t port)
    : port_(port), stream_(std::move(executor)) {}

asio::awaitable<void> LiveLink::join(Follower follower) {
    const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port_};
    auto& tcp = boost::beast::get_lowest_layer(stream_);
    co_await tcp.async_connect(server, asio::use_awaitable);
    tcp.socket().set_option(asio::ip::tcp::no_delay{true});
    const std::string host = fmt::format("localhost:{}", port_);
    stream_.set_option(
        websocket::stream_base::decorator([&host, &follower](websocket::request_type& request) {
            request.set("Origin", "http://" + host);
            request.set("Cookie", "__Host-plein=" + session_of(follower.person));
        }));
    co_await stream_.async_handshake(host, "/live", asio::use_awaitable);

    for (const std::string& name : follower.streams) {
        const std::string wish = fmt::format(R"({{"operation":"subscribe","stream":"{}"}})", name);
        co_await stream_.async_write(asio::buffer(wish), asio::use_awaitable);
    }
    for (std::size_t followed = 0; followed < 1 + follower.streams.size();) {
        const std::string_view said = co_await read();
        if (said.find(R"("refused")") != std::string_view::npos)
            throw std::runtime_error{fmt::format("person {} was refused: {}", follower.person.value, said)};
        followed += count_of(said, R"("type":"subscribed")");
    }
}

asio::awaitable<std::string_view> LiveLink::read() {
    buffer_.consume(buffer_.size());
    const std::size_t bytes = co_await stream_.async_read(buffer_, asio::use_awaitable);
    co_return std::string_view{static_cast<const char*>(buffer_.data().data()), bytes};
}

}  // namespace plein::bench
