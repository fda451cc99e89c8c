/// So many a minute of each name, and so many of all together: what is asked of the outside stays little, whoever asks.
///
/// Thread: any.   Memory: as many names as `of_all` lets through in a minute.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace plein::previews {

class Turns {
public:
    using Clock = std::chrono::steady_clock;

    Turns(std::size_t of_each, std::size_t of_all) : of_each_(of_each), of_all_(of_all) {}

    /// Whether one more of this name is within both bounds.
    [[nodiscard]] bool take(const std::string& name, Clock::time_point now = Clock::now());
    /// Whether one more would be.
    [[nodiscard]] bool has(const std::string& name, Clock::time_point now = Clock::now()) const;

private:
    std::size_t of_each_;
    std::size_t of_all_;
    mutable std::mutex mutex_;
    Clock::time_point since_;
    std::size_t taken_ = 0;
    std::map<std::string, std::size_t> by_name_;
};

}  // namespace plein::previews
