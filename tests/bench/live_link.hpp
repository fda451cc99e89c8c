/// A browser's connection for events: follows streams, reads what comes, and checks that nothing is missing and nothing
/// comes twice.   Thread: its executor's.
#pragma once

#include "tests/bench/stage.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <functional>
#include <map>

namespace plein::bench {

/// How far somebody has heard each stream: the seq of the last event.
struct Positions {
    std::string generation;
    std::map<std::string, std::int64_t, std::less<>> heard;
};

class LiveLink {
public:
    /// Called with each line that is an event.
    using OnEvent = std::function<void(std::string_view line)>;

    LiveLink(boost::asio::any_io_executor executor, std::uint16_t port, OnEvent on_event = {});

    /// Connects and follows, from `after` where it knows the stream and from now on otherwise, until the server has said
    /// of every stream that it is followed. Errors: boost::system::system_error; std::runtime_error, when a stream is
    /// refused or cannot be resumed, or an event is missing or comes twice.
    boost::asio::awaitable<void> join(Follower follower, Positions after = {});
    /// The next message: lines of JSON. Valid until the next call. Errors: as above.
    boost::asio::awaitable<std::string_view> read();
    [[nodiscard]] const Positions& positions() const { return positions_; }

    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// The connected socket, for somebody else to read and close. Nothing may be on its way.
    int release() { return boost::beast::get_lowest_layer(stream_).socket().release(); }
    /// Leaves without a word, as a device does that loses its network. `read` ends with an error.
    void leave() { boost::beast::get_lowest_layer(stream_).close(); }
    [[nodiscard]] bool left() const { return !boost::beast::get_lowest_layer(stream_).socket().is_open(); }

private:
    boost::asio::awaitable<void> shake_hands(PersonId person);
    void take(std::string_view line);
    void take_event(std::string_view stream, std::string_view line);

    std::uint16_t port_;
    boost::beast::websocket::stream<boost::beast::tcp_stream> stream_;
    boost::beast::flat_buffer buffer_;
    OnEvent on_event_;
    Positions positions_;
    std::size_t followed_ = 0;
};

}  // namespace plein::bench
