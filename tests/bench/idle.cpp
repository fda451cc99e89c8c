#include "tests/bench/crowd.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/timings.hpp"

namespace plein::bench {

namespace {

constexpr std::chrono::seconds settling{1};

}  // namespace

void measure_idle(const Target& target, const IdleOptions& options) {
    const auto followers = select_followers(target.owner_url, options.connections, options.streams);
    boost::asio::io_context context{1};
    const ProcessUse before = use_of(target.node);
    const auto began = Clock::now();
    const LiveLinks links = join_all(context, target.port, followers);
    const std::chrono::duration<double> took = Clock::now() - began;
    context.run_for(settling);
    const ProcessUse after = use_of(target.node);

    const auto bytes = static_cast<double>(after.resident_bytes - before.resident_bytes);
    Report{"idle"}
        .add("connections", options.connections)
        .add("streams", options.streams)
        .add("kib_each", bytes / 1024 / static_cast<double>(options.connections))
        .add("joined_per_second", static_cast<double>(options.connections) / took.count())
        .add("at_rest_mib", static_cast<double>(before.resident_bytes) / (1 << 20));
}

}  // namespace plein::bench
