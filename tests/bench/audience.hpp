/// All connections of a measurement, read by one thread, and who tells it what was published.
#pragma once

#include "tests/bench/counting_link.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <vector>

namespace plein::bench {

class Audience {
public:
    explicit Audience(std::vector<CountingLink> links);
    ~Audience();
    Audience(const Audience&) = delete;
    Audience& operator=(const Audience&) = delete;

    [[nodiscard]] std::size_t size() const { return links_.size(); }
    /// Waits until something came, at most a moment, and returns how many lines that were. Errors: std::runtime_error, when a
    /// connection ends.
    std::size_t hear();

private:
    std::vector<CountingLink> links_;
    int epoll_;
    std::vector<char> buffer_;
};

/// How a closed loop went.
struct Delivered {
    std::size_t published = 0;
    std::size_t deliveries = 0;
    double seconds = 0;
};

struct Loop {
    std::chrono::seconds length{10};
    std::size_t at_once = 32;     // events that `publish` brings
    std::size_t under_way = 512;  // events that not everybody has yet, at most
    std::size_t lines_of_event = 1;
};

/// Publishes on a thread of its own as fast as everybody hears it, until the time is over and everybody has everything.
/// Errors: std::runtime_error, when something is lost or comes twice.
Delivered run_closed_loop(Audience& audience, const Loop& loop, const std::function<void()>& publish);

}  // namespace plein::bench
