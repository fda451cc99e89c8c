/// A connected peer as bytes, plain or through TLS.
///
/// Thread: its I/O thread's only. Errors are values: what a peer does is no exception. `cancel` ends the operation that
/// waits; the stream can still be written to, so that the last answer gets out.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <array>
#include <tuple>
#include <variant>

namespace plein::net {

/// The executor by its own type instead of `any_io_executor`: less memory for each connection, no virtual call.
using Executor = boost::asio::io_context::executor_type;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using TlsSocket = boost::asio::ssl::stream<TcpSocket>;

class Stream {
public:
    using Buffers = std::array<boost::asio::const_buffer, 2>;
    using Result = std::tuple<boost::system::error_code, std::size_t>;

    explicit Stream(TcpSocket socket) : socket_(std::move(socket)) {}
    Stream(TcpSocket socket, boost::asio::ssl::context& context)
        : socket_(std::in_place_type<TlsSocket>, std::move(socket), context) {}

    /// TLS; a plain stream has nothing to shake hands about.
    boost::asio::awaitable<boost::system::error_code> handshake();
    boost::asio::awaitable<Result> read_some(boost::asio::mutable_buffer into);
    boost::asio::awaitable<boost::system::error_code> write(Buffers buffers);

    /// Says that nothing more comes and discards what still arrives until the peer is gone too: closing at once would
    /// reset the connection and with it take our last answer from the peer. The caller sets a deadline.
    boost::asio::awaitable<void> close();

    void cancel();
    /// Ends it at once, without a word to the peer.
    void abort();

    /// For the WebSocket that takes the connection over.
    [[nodiscard]] std::variant<TcpSocket, TlsSocket>& socket() { return socket_; }

private:
    [[nodiscard]] TcpSocket& tcp();

    std::variant<TcpSocket, TlsSocket> socket_;
};

}  // namespace plein::net
