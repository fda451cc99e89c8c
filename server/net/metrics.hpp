/// What the network counts about itself, for `/metrics`. Routes appear by their template, clients not at all.
///
/// Thread: any; counters are relaxed atomics.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plein::net {

struct Counters {
    std::atomic<std::int64_t> connections{0};
    std::atomic<std::int64_t> websockets{0};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};  // over the limit of connections
    std::atomic<std::uint64_t> accept_errors{0};
    std::atomic<std::uint64_t> timed_out{0};
    std::atomic<std::uint64_t> bytes_received{0};  // HTTP only
    std::atomic<std::uint64_t> bytes_sent{0};      // HTTP only
    std::atomic<std::uint64_t> messages_received{0};
    std::atomic<std::uint64_t> messages_sent{0};
    std::atomic<std::uint64_t> slow_readers{0};  // closed with 1013
};

/// Requests of one route.
class RouteFigures {
public:
    /// Upper bounds of the latency histogram, in microseconds.
    static constexpr std::array<std::uint64_t, 10> bounds{500,    1'000,   2'500,   5'000,     10'000,
                                                          25'000, 100'000, 500'000, 1'000'000, 5'000'000};

    /// `route` is the template.
    RouteFigures(std::string_view method, std::string_view route);

    [[nodiscard]] const std::string& method() const { return method_; }
    [[nodiscard]] const std::string& route() const { return route_; }

    void record(unsigned status, std::chrono::microseconds took);
    void write_requests(std::string& out) const;
    void write_durations(std::string& out) const;

private:
    std::string method_;
    std::string route_;
    std::string label_;  // method="GET",route="/api/me"
    std::array<std::atomic<std::uint64_t>, 5> by_class_{};
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> buckets_{};
    std::atomic<std::uint64_t> total_us_{0};
};

/// All of them, as text.
[[nodiscard]] std::string prometheus_text(const Counters& counters,
                                          const std::vector<std::unique_ptr<RouteFigures>>& routes);

}  // namespace plein::net
