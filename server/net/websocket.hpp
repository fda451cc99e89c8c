/// One WebSocket at `/live`: between its peer and the hub.
///
/// Outbound: a queue bounded by `max_queued_bytes`, then 1013. Inbound: text of at most `limits::live_message` bytes, at
/// most so many a second, each a LiveRequest; else 1003, 1007, 1008 or 1009 (RFC 6455 §7.4.1). A peer that is silent is
/// pinged, and closed when it stays silent. No compression: it costs 97 KiB a connection.
#pragma once

#include "server/net/http_request.hpp"
#include "server/net/stream.hpp"
#include "server/net/worker.hpp"

#include <memory>

namespace plein::net {

/// What the HTTP session hands over.
struct Upgrade {
    std::shared_ptr<Worker> worker;
    HttpRequest request;
    LiveHandshake handshake;
    Counted counted;
};

/// Completes the handshake, then runs on the worker's thread until the connection ends.
void open_websocket(Upgrade upgrade, TcpSocket socket);
void open_websocket(Upgrade upgrade, TlsSocket socket);

}  // namespace plein::net
