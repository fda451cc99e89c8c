#include "server/net/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace plein::net {
namespace {

template <class Number>
void write(std::string& out, std::string_view name, std::string_view kind, std::string_view help,
           const std::atomic<Number>& value) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, kind, help,
                   value.load(std::memory_order_relaxed));
}

}  // namespace

RouteFigures::RouteFigures(std::string_view method, std::string_view route)
    : method_(method), route_(route), label_(fmt::format("method=\"{}\",route=\"{}\"", method, route)) {}

void RouteFigures::record(unsigned status, std::chrono::microseconds took) {
    const auto us = static_cast<std::uint64_t>(took.count());
    const auto bucket = std::ranges::lower_bound(bounds, us) - bounds.begin();
    by_class_[std::clamp(status / 100, 1u, 5u) - 1].fetch_add(1, std::memory_order_relaxed);
    buckets_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    total_us_.fetch_add(us, std::memory_order_relaxed);
}

void RouteFigures::write_requests(std::string& out) const {
    for (std::size_t i = 0; i < by_class_.size(); ++i) {
        const auto count = by_class_[i].load(std::memory_order_relaxed);
        if (count == 0) continue;
        fmt::format_to(std::back_inserter(out), "plein_http_requests_total{{{},status=\"{}xx\"}} {}\n",
                       label_, i + 1, count);
    }
}

void RouteFigures::write_durations(std::string& out) const {
    std::uint64_t sum = 0;
    std::string lines;
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        sum += buckets_[i].load(std::memory_order_relaxed);
        const std::string bound =
            i < bounds.size() ? fmt::format("{}", static_cast<double>(bounds[i]) / 1e6) : "+Inf";
        fmt::format_to(std::back_inserter(lines), "plein_http_request_seconds_bucket{{{},le=\"{}\"}} {}\n",
                       label_, bound, sum);
    }
    if (sum == 0) return;
    fmt::format_to(
        std::back_inserter(out),
        "{0}plein_http_request_seconds_sum{{{1}}} {2}\nplein_http_request_seconds_count{{{1}}} {3}\n", lines,
        label_, static_cast<double>(total_us_.load(std::memory_order_relaxed)) / 1e6, sum);
}

std::string prometheus_text(const Counters& counters,
                            const std::vector<std::unique_ptr<RouteFigures>>& routes) {
    std::string out;
    write(out, "plein_connections", "gauge", "Open connections, WebSockets among them.",
          counters.connections);
    write(out, "plein_websockets", "gauge", "Open WebSockets.", counters.websockets);
    write(out, "plein_connections_accepted_total", "counter", "Accepted connections.", counters.accepted);
    write(out, "plein_connections_refused_total", "counter", "Closed at once: too many.", counters.refused);
    write(out, "plein_accept_errors_total", "counter", "Failed accepts.", counters.accept_errors);
    write(out, "plein_timeouts_total", "counter", "Connections that a time-out ended.", counters.timed_out);
    write(out, "plein_http_received_bytes_total", "counter", "Bytes of requests.", counters.bytes_received);
    write(out, "plein_http_sent_bytes_total", "counter", "Bytes of answers.", counters.bytes_sent);
    write(out, "plein_live_received_total", "counter", "WebSocket messages from clients.",
          counters.messages_received);
    write(out, "plein_live_sent_total", "counter", "WebSocket messages to clients.", counters.messages_sent);
    write(out, "plein_live_slow_readers_total", "counter", "WebSockets closed with 1013.",
          counters.slow_readers);
    out += "# HELP plein_http_requests_total Answered requests.\n# TYPE plein_http_requests_total counter\n";
    for (const auto& route : routes)
        route->write_requests(out);
    out +=
        "# HELP plein_http_request_seconds From the last byte of a request to its answer.\n"
        "# TYPE plein_http_request_seconds histogram\n";
    for (const auto& route : routes)
        route->write_durations(out);
    return out;
}

}  // namespace plein::net
