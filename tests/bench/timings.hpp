/// How long things took.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace plein::bench {

using Clock = std::chrono::steady_clock;

class Timings {
public:
    void add(Clock::duration took) { took_.push_back(took); }
    void add(const Timings& more) { took_.insert(took_.end(), more.took_.begin(), more.took_.end()); }

    [[nodiscard]] std::size_t count() const { return took_.size(); }

    /// Milliseconds within which this share (0 to 1) of all came; 0 when there are none.
    [[nodiscard]] double within(double share) {
        if (took_.empty()) return 0;
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(took_.size() - 1));
        std::nth_element(took_.begin(), took_.begin() + static_cast<std::ptrdiff_t>(rank), took_.end());
        return std::chrono::duration<double, std::milli>(took_[rank]).count();
    }

private:
    std::vector<Clock::duration> took_;
};

}  // namespace plein::bench
