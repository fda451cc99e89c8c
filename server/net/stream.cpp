#include "server/net/stream.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace plein::net {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

}  // namespace

TcpSocket& Stream::tcp() {
    if (auto* tls = std::get_if<TlsSocket>(&socket_)) return tls->next_layer();
    return std::get<TcpSocket>(socket_);
}

asio::awaitable<error_code> Stream::handshake() {
    auto* tls = std::get_if<TlsSocket>(&socket_);
    if (tls == nullptr) co_return error_code{};
    const auto [error] = co_await tls->async_handshake(asio::ssl::stream_base::server, as_values);
    co_return error;
}

asio::awaitable<Stream::Result> Stream::read_some(asio::mutable_buffer into) {
    return std::visit([into](auto& socket) { return socket.async_read_some(into, as_values); }, socket_);
}

asio::awaitable<error_code> Stream::write(Buffers buffers) {
    const auto [error, written] = co_await std::visit(
        [&buffers](auto& socket) { return asio::async_write(socket, buffers, as_values); }, socket_);
    co_return error;
}

asio::awaitable<void> Stream::close() {
    if (auto* tls = std::get_if<TlsSocket>(&socket_)) co_await tls->async_shutdown(as_values);
    error_code gone;
    tcp().shutdown(TcpSocket::shutdown_send, gone);
    std::array<char, 1024> discarded;
    while (!gone) {
        std::tie(gone, std::ignore) = co_await tcp().async_read_some(asio::buffer(discarded), as_values);
    }
}

void Stream::cancel() {
    error_code ignored;  // a socket that is closed already has nothing to cancel
    tcp().cancel(ignored);
}

void Stream::abort() {
    error_code ignored;  // it is gone either way
    tcp().close(ignored);
}

}  // namespace plein::net
