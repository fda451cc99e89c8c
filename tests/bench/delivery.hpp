/// How fast, or how soon, events reach everybody: the same for Plein and its peers.
#pragma once

#include "tests/bench/audience.hpp"

#include <sys/types.h>
#include <functional>
#include <string>

namespace plein::bench {

/// Brings so many events at once; blocks until they are on their way.
using PublishEvents = std::function<void(std::size_t events)>;

/// Closed loop, or at the loop's rate, and reports "<whose>fan-out" or "<whose>latency". `server`: the process that
/// delivers.
void measure_delivery(const std::string& whose, Audience& audience, const Loop& loop, pid_t server,
                      const PublishEvents& publish);

}  // namespace plein::bench
