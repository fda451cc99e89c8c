/// Requests that are due at moments of their own, whatever became of those before them: the open loop in which people
/// live. How long each took counts from when it was due.
#pragma once

#include "tests/bench/http_link.hpp"
#include "tests/bench/timings.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>

namespace plein::bench {

struct Pace {
    double per_second = 1;  // on average: the gaps are those of independent people (Poisson)
    std::chrono::seconds length{10};
};

/// What one of them does on a connection that nobody else uses meanwhile.
using PacedWork = std::function<boost::asio::awaitable<void>(HttpLink& http, Clock::time_point due)>;

/// Runs the context until all of them are done. Bound: 200 at once; more wait, and
/// past 100,000 it gives up (std::runtime_error). Returns how long it took.
std::chrono::duration<double> run_at_pace(boost::asio::io_context& context, std::uint16_t port,
                                          const Pace& pace, const PacedWork& work);

}  // namespace plein::bench
