/// Presence: whether somebody is there, as far as they show it.
#pragma once

#include "protocol/presence.hpp"
#include "server/features/edge.hpp"
#include "server/live/presence_board.hpp"

#include <boost/asio/awaitable.hpp>

namespace plein::features {

void add_presence_routes(net::Router& routes, Edge& edge, const live::PresenceBoard& board);

/// Holds at once, for everyone. Whether one is shown needs no Redis. Errors: invalid_request (the sign or its end), overloaded:
/// Redis does not hold the sign, and nothing has changed. It counts as a write.
boost::asio::awaitable<OwnPresence> set_presence(Edge& edge, const live::PresenceBoard& board,
                                                 net::Call& call, SetPresence request);

/// Of those asked for whom the viewer may meet, who are active, and who show it. Errors: too_many_requests, beyond the limit of
/// beats. Renews no session.
boost::asio::awaitable<PresenceList> beat(Edge& edge, const live::PresenceBoard& board, net::Call& call,
                                          Beat request);

}  // namespace plein::features
