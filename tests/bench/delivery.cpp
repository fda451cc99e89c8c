#include "tests/bench/delivery.hpp"

#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"

#include <unistd.h>

namespace plein::bench {

namespace {

/// What the delivering process and the load take of their processors, from here on.
class Shares {
public:
    explicit Shares(pid_t server) : server_(server) {}

    void add_to(Report& report) const {
        const std::chrono::duration<double> took = Clock::now() - began_;
        const ProcessUse use = use_of(server_);
        report.add("server_cpu", (use.cpu_seconds - server_before_) / took.count())
            .add("load_cpu", (use_of(getpid()).cpu_seconds - load_before_) / took.count())
            .add("resident_mib", static_cast<double>(use.resident_bytes) / (1 << 20));
    }

private:
    pid_t server_;
    Clock::time_point began_ = Clock::now();
    double server_before_ = use_of(server_).cpu_seconds;
    double load_before_ = use_of(getpid()).cpu_seconds;
};

}  // namespace

void measure_delivery(const std::string& whose, Audience& audience, const Loop& loop, pid_t server,
                      const PublishEvents& publish) {
    const Shares shares{server};
    if (loop.deliveries_per_second == 0) {
        const Delivered done = run_closed_loop(audience, loop, [&] { publish(loop.at_once); });
        Report report{whose + "fan-out"};
        report.add("members", audience.size())
            .add("deliveries_per_second", static_cast<double>(done.deliveries) / done.seconds);
        shares.add_to(report);
        return;
    }
    Timings timings = run_at_rate(audience, loop, [&] { publish(1); });
    Report report{whose + "latency"};
    report.add("members", audience.size())
        .add("deliveries_per_second", loop.deliveries_per_second)
        .add_percentiles(timings);
    shares.add_to(report);
}

}  // namespace plein::bench
