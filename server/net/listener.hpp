/// The listening socket of one I/O thread. All threads listen on one port (SO_REUSEPORT): the kernel spreads connections.
#pragma once

#include "server/net/stream.hpp"
#include "server/net/tls.hpp"
#include "server/net/worker.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>

namespace plein::net {

using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

/// Port 0 becomes a free one. Throws std::runtime_error when another process listens there already (SO_REUSEPORT alone
/// would silently share the port with it), or the address is not ours.
[[nodiscard]] boost::asio::ip::tcp::endpoint free_endpoint(const NetOptions& options);

[[nodiscard]] Acceptor listen_on(boost::asio::io_context& context,
                                 const boost::asio::ip::tcp::endpoint& endpoint);

/// Accepts until the acceptor is closed. Past `limits.connections` a connection is closed at once; when the process has
/// no descriptor left, waits a moment. `tls` is null for plain http.
void accept_connections(std::shared_ptr<Worker> worker, std::shared_ptr<Acceptor> acceptor,
                        std::shared_ptr<Tls> tls);

}  // namespace plein::net
