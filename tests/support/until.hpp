/// Waiting for a condition, with an end.
#pragma once

#include <chrono>
#include <thread>

namespace plein::test {

/// Waits for a condition; false when it takes too long.
template <class Condition>
[[nodiscard]] bool until(Condition condition, std::chrono::milliseconds patience = std::chrono::seconds{15}) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return true;
}

}  // namespace plein::test
