/// Other servers that bring events to many WebSockets, measured as Plein is: the same loop, the same counting, events of the
/// same length.
#pragma once

#include "tests/bench/audience.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <string>

namespace plein::bench {

class Peer {
public:
    virtual ~Peer() = default;
    Peer() = default;
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// A connection that hears the one subject there is.
    virtual CountingLink subscribe() = 0;
    /// So many events at once.
    virtual void publish(std::size_t events) = 0;
};

/// NATS: subscribers by WebSocket, the publisher by TCP at the same server, which is the shortest way there is.
std::unique_ptr<Peer> connect_nats(std::uint16_t websocket_port, std::uint16_t port);

/// nchan: subscribers by WebSocket; the publisher at another nginx, from which events come by Redis.
std::unique_ptr<Peer> connect_nchan(std::uint16_t websocket_port, std::uint16_t port);

/// socket.io: subscribers by WebSocket; the publisher gives events to another process of it, from which they come by Redis.
std::unique_ptr<Peer> connect_socket_io(std::uint16_t websocket_port, std::uint16_t port);

}  // namespace plein::bench
