/// Polls as tests ask them.
#pragma once

#include "protocol/poll.hpp"

#include <string>
#include <vector>

namespace plein::test {

/// Of this moment, and so much later.
Timestamp from_now(std::chrono::milliseconds later);

/// Open for an hour.
NewPoll poll_of(std::vector<std::string> options);

}  // namespace plein::test
