/// Many people online, each with a connection for events.
#pragma once

#include "tests/bench/live_link.hpp"
#include "tests/bench/timings.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <vector>

namespace plein::bench {

using LiveLinks = std::vector<std::shared_ptr<LiveLink>>;

/// Reads for as long as the connection stands, which answers the server's pings. Errors: as `LiveLink::read`, except when
/// the connection was left.
boost::asio::awaitable<void> stay(std::shared_ptr<LiveLink> link);

struct Joining {
    std::size_t at_once = 64;  // handshakes under way
    Positions after;           // where all go on from
    LiveLink::OnEvent on_event;
};

/// Runs the context until all are connected and follow their streams; when it goes on afterwards, they read. In the order
/// of the followers. `joined`: when each was, from now on.
LiveLinks join_all(boost::asio::io_context& context, std::uint16_t port,
                   const std::vector<Follower>& followers, const Joining& how = {},
                   Timings* joined = nullptr);

}  // namespace plein::bench
