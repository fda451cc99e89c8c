/// A token bucket: so many in a burst, so many a second on average.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace plein::net {

class RateLimit {
public:
    using Clock = std::chrono::steady_clock;

    RateLimit(std::size_t per_second, std::size_t burst, Clock::time_point now = Clock::now())
        : per_second_(static_cast<double>(per_second)),
          burst_(static_cast<double>(burst)),
          tokens_(burst_),
          filled_at_(now) {}

    /// Whether one more is within the limit at `now`.
    [[nodiscard]] bool take(Clock::time_point now) {
        tokens_ = tokens_at(now);
        filled_at_ = now;
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

    /// Whether it is at `now` as it was when it was made.
    [[nodiscard]] bool full(Clock::time_point now) const { return tokens_at(now) >= burst_; }

private:
    [[nodiscard]] double tokens_at(Clock::time_point now) const {
        const std::chrono::duration<double> passed = now - filled_at_;
        return std::min(burst_, tokens_ + passed.count() * per_second_);
    }

    double per_second_;
    double burst_;
    double tokens_;
    Clock::time_point filled_at_;
};

}  // namespace plein::net
