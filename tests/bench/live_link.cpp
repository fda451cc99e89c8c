#include "tests/bench/live_link.hpp"

#include "protocol/streams.hpp"
#include "tests/bench/json_text.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;

LiveLink::LiveLink(asio::any_io_executor executor, std::uint16_t port, OnEvent on_event)
    : port_(port), stream_(std::move(executor)), on_event_(std::move(on_event)) {}

asio::awaitable<void> LiveLink::join(Follower follower, Positions after) {
    positions_ = std::move(after);
    co_await shake_hands(follower.person);
    for (const std::string& name : follower.streams) {
        const auto heard = positions_.heard.find(name);
        const std::string from =
            heard == positions_.heard.end()
                ? ""
                : fmt::format(R"(,"after":"{}:{}")", positions_.generation, heard->second);
        const std::string wish = fmt::format(R"({{"operation":"subscribe","stream":"{}"{}}})", name, from);
        co_await stream_.async_write(asio::buffer(wish), asio::use_awaitable);
    }
    while (followed_ < 1 + follower.streams.size())
        co_await read();
}

asio::awaitable<void> LiveLink::shake_hands(PersonId person) {
    const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port_};
    auto& tcp = boost::beast::get_lowest_layer(stream_);
    co_await tcp.async_connect(server, asio::use_awaitable);
    tcp.socket().set_option(asio::ip::tcp::no_delay{true});
    const std::string host = fmt::format("localhost:{}", port_);
    stream_.set_option(websocket::stream_base::decorator([&host, person](websocket::request_type& request) {
        request.set("Origin", "http://" + host);
        request.set("Cookie", "__Host-plein=" + session_of(person));
    }));
    const auto own = positions_.heard.find(stream_of(person));
    const std::string from =
        own == positions_.heard.end() ? "" : fmt::format("?after={}:{}", positions_.generation, own->second);
    co_await stream_.async_handshake(host, "/live" + from, asio::use_awaitable);
    stream_.set_option(websocket::stream_base::decorator([](websocket::request_type&) {}));
}

asio::awaitable<std::string_view> LiveLink::read() {
    buffer_.consume(buffer_.size());
    const std::size_t bytes = co_await stream_.async_read(buffer_, asio::use_awaitable);
    const std::string_view said{static_cast<const char*>(buffer_.data().data()), bytes};
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find('\n', at), said.size());
        take(said.substr(at, end - at));
        at = end + 1;
    }
    co_return said;
}

/// An event begins with its stream, a notice with its type.
void LiveLink::take(std::string_view line) {
    const std::string_view stream = member_of(line, "stream");
    if (line.starts_with(R"({"stream")")) return take_event(stream, line);
    const std::string_view type = member_of(line, "type");
    if (type == "subscribed") {
        const std::string_view cursor = member_of(line, "cursor");
        const auto colon = cursor.find(':');
        positions_.generation = cursor.substr(0, colon);
        const std::int64_t seq = number_of(cursor.substr(colon + 1));
        if (const auto [heard, is_new] = positions_.heard.emplace(stream, seq);
            !is_new && heard->second != seq)
            throw std::runtime_error{
                fmt::format("{} stands at {}, and {} was heard", stream, seq, heard->second)};
        ++followed_;
    } else if (type == "refused" || type == "resync" || type == "lost") {
        throw std::runtime_error{fmt::format("a stream cannot be followed: {}", line)};
    }
}

void LiveLink::take_event(std::string_view stream, std::string_view line) {
    const std::int64_t seq = number_of(member_of(line, "seq"));
    const auto heard = positions_.heard.find(stream);
    if (heard == positions_.heard.end()) {
        positions_.heard.emplace(stream, seq);  // the subscription's answer comes behind it
    } else if (seq != std::exchange(heard->second, seq) + 1) {
        throw std::runtime_error{fmt::format("{} is missing an event, or has one twice, at {}", stream, seq)};
    }
    if (on_event_) on_event_(line);
}

}  // namespace plein::bench
