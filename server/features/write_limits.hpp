/// How fast one person may change things, so that a script with a session cannot fill the log or the table.
///
/// A bucket for each person in this node's memory: it bounds a flood, it does not count to the last write.
/// Thread: any.
#pragma once

#include "protocol/ids.hpp"
#include "server/net/rate_limit.hpp"

#include <mutex>
#include <unordered_map>

namespace plein::features {

struct WriteLimitOptions {
    std::size_t per_second = 5;  // on average; a reader's marks count as well
    std::size_t burst = 100;     // what an outbox sends when the network is back
};

class WriteLimits {
public:
    WriteLimits() = default;
    explicit WriteLimits(WriteLimitOptions options) : options_(options) {}

    /// One more change by this person. Errors: too_many_requests.
    void take(PersonId person, net::RateLimit::Clock::time_point now = net::RateLimit::Clock::now());

    [[nodiscard]] std::size_t remembered() const;

private:
    WriteLimitOptions options_;
    mutable std::mutex mutex_;
    std::unordered_map<std::int64_t, net::RateLimit> buckets_;  // by person; who wrote lately
    std::size_t tidy_at_ = 1024;
};

}  // namespace plein::features
