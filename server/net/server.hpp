/// The network side of a node: listeners, HTTP and WebSocket sessions, and their orderly end.
///
/// Thread: made and run from main; `stop` from any. Sessions live on the I/O threads.
#pragma once

#include "server/net/io_threads.hpp"
#include "server/net/options.hpp"
#include "server/net/services.hpp"

#include <cstdint>
#include <memory>

namespace plein::net {

class Server {
public:
    /// Loads the web client and the certificate and binds the port. Throws std::runtime_error that says what
    /// to do when one of them cannot be had.
    Server(NetOptions options, IoThreads& threads, Services services);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Serves until SIGINT or SIGTERM, `leave` or `stop`. It leaves first, for `leaving`: /readyz says no, everything is
    /// served, and each answer ends its connection, so that a balancer has gone elsewhere before anything is closed. Then it
    /// drains: accepts no more, tells WebSocket clients to reconnect elsewhere (hubs), ends idle connections, finishes
    /// running requests, and ends after `drain` at the latest. Each further signal skips what is left of a phase. SIGHUP
    /// loads certificate and key again; connections stay. The I/O threads must be running, and stop after this.
    void run();
    void leave();
    /// Drains at once.
    void stop();

    [[nodiscard]] std::uint16_t port() const;

private:
    class Node;
    std::unique_ptr<Node> node_;
};

}  // namespace plein::net
