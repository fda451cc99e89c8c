/// What the floors above give to the network.
#pragma once

#include "server/live/hub.hpp"
#include "server/net/call.hpp"
#include "server/net/health.hpp"
#include "server/net/router.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <vector>

namespace plein::net {

/// Whom a WebSocket handshake belongs to; throws Refusal{not_signed_in} for nobody.
using Admit = std::function<boost::asio::awaitable<live::Identity>(Call&)>;

struct Services {
    Router router;
    std::function<live::Hub&(std::size_t thread)> hub;  // the hub of an I/O thread
    Admit admit;
    Readiness readiness;
    std::vector<FiguresProvider> figures;  // further lines for /metrics
};

}  // namespace plein::net
