/// Members of a group as sockets that are only counted on.
#pragma once

#include "tests/bench/counting_link.hpp"
#include "tests/bench/stage.hpp"

#include <vector>

namespace plein::bench {

/// A connection for each, which follows their streams. Nothing may be said on them meanwhile.
std::vector<CountingLink> connect_counting(std::uint16_t port, const std::vector<Follower>& followers);

}  // namespace plein::bench
