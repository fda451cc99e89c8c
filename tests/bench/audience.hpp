/// All connections of a measurement, read by one thread, and who tells it what was published.
#pragma once

#include "tests/bench/counting_link.hpp"
#include "tests/bench/timings.hpp"

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
    /// Called for each connection that heard something: which one, and how many lines.
    using OnLines = std::function<void(std::size_t link, std::size_t lines)>;
    /// Waits until something came, at most a moment, and returns how many lines that were. Errors: std::runtime_error, when a
    /// connection ends.
    std::size_t hear(const OnLines& on_lines = {});

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
    std::size_t deliveries_per_second = 0;  // at a fixed rate instead, one event after the other
};

/// Publishes on a thread of its own as fast as everybody hears it, until the time is over and everybody has everything.
/// Errors: std::runtime_error, when something is lost or comes twice.
Delivered run_closed_loop(Audience& audience, const Loop& loop, const std::function<void()>& publish);

/// Publishes each event when it is due, whatever became of those before it; how long each delivery took counts from then.
/// Errors: as above.
Timings run_at_rate(Audience& audience, const Loop& loop, const std::function<void()>& publish);

}  // namespace plein::bench
