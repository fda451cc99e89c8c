/// Lines on their way to a stream's followers, joined once into one message that all of them share.
#pragma once

#include "server/live/live_event.hpp"

#include <chrono>
#include <utility>

namespace plein::live {

/// Thread: its hub's.   Shape: one JSON object a line, separated by a line feed.
class Batch {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t max_bytes =
        64 * 1024;  // past it a message leaves before it has all its events

    void add(const std::string& line) {
        if (!lines_.empty()) lines_ += '\n';
        lines_ += line;
        ++events_;
    }

    [[nodiscard]] std::size_t events() const { return events_; }
    [[nodiscard]] bool full(std::size_t max_events) const {
        return events_ >= max_events || lines_.size() >= max_bytes;
    }
    /// When the last message left: further events wait until an interval after it.
    [[nodiscard]] Clock::time_point left_at() const { return left_at_; }

    /// The message, and an empty batch.
    SharedMessage take(Clock::time_point now) {
        left_at_ = now;
        events_ = 0;
        return std::make_shared<const std::string>(std::exchange(lines_, {}));
    }

    bool queued = false;  // in the hub's list of batches that wait for the interval's end

private:
    std::string lines_;
    std::size_t events_ = 0;
    Clock::time_point left_at_;
};

}  // namespace plein::live
