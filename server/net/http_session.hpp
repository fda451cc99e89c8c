/// One HTTP/1.1 connection from its first byte to its last, or until it becomes a WebSocket.
///
/// Requests are answered one after the other, so a client that pipelines waits in its own socket: nothing of it queues
/// here but what fits the head buffer. Every phase has a deadline (`NetTimeouts`); past it the client gets 408 when it
/// had begun a request, and the connection ends.
#pragma once

#include "server/net/stream.hpp"
#include "server/net/worker.hpp"

#include <boost/asio/ip/address.hpp>

#include <memory>

namespace plein::net {

/// Runs on the worker's thread until the connection ends.
void open_http(std::shared_ptr<Worker> worker, Stream stream, boost::asio::ip::address peer, Counted counted);

}  // namespace plein::net
