/// A browser's connection for events: follows streams and reads what comes.   Thread: its executor's.
#pragma once

#include "tests/bench/stage.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace plein::bench {

class LiveLink {
public:
    LiveLink(boost::asio::any_io_executor executor, std::uint16_t port);

    /// Connects and follows, until the server has said of every stream that it is followed.
    /// Errors: boost::system::system_error; std::runtime_error, when a stream is refused.
    boost::asio::awaitable<void> join(Follower follower);
    /// The next message: lines of JSON. Valid until the next call.
    boost::asio::awaitable<std::string_view> read();
    /// The connected socket, for somebody else to read and close. Nothing may be on its way.
    int release() { return boost::beast::get_lowest_layer(stream_).socket().release(); }

private:
    std::uint16_t port_;
    boost::beast::websocket::stream<boost::beast::tcp_stream> stream_;
    boost::beast::flat_buffer buffer_;
};

}  // namespace plein::bench
