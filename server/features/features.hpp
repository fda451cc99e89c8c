/// All features of the server: their routes, who may open a live connection, and whether the node may get
/// traffic.
#pragma once

#include "server/features/edge.hpp"
#include "server/features/passwords.hpp"
#include "server/live/hub.hpp"
#include "server/live/presence_board.hpp"
#include "server/net/health.hpp"

namespace plein::features {

/// Binds every request of `protocol/routes.hpp`. The arguments live as long as the server.
void add_routes(net::Router& routes, Edge& edge, Passwords& passwords, const live::PresenceBoard& presence);

/// Whom a WebSocket handshake belongs to; also notes that the session was seen. Errors: not_signed_in,
/// overloaded.
boost::asio::awaitable<live::Identity> admit(Edge& edge, net::Call& call);

/// Ready while PostgreSQL answers. Redis is no condition: without it live updates are slower, not wrong.
boost::asio::awaitable<std::vector<net::ReadinessCheck>> readiness(Edge& edge);

}  // namespace plein::features
