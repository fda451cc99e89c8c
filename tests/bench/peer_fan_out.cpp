#include "tests/bench/audience.hpp"
#include "tests/bench/peer.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/timings.hpp"

#include <unistd.h>

#include <stdexcept>

namespace plein::bench {

namespace {

/// A server greets, or asks whether somebody is there: what it says meanwhile is no event.
constexpr std::chrono::seconds settling{3};

std::unique_ptr<Peer> connect(const PeerOptions& options) {
    if (options.kind == "nats") return connect_nats(options.websocket_port, options.port);
    if (options.kind == "nchan") return connect_nchan(options.websocket_port, options.port);
    throw std::runtime_error{"there is no peer " + options.kind};
}

void settle(Audience& audience) {
    const auto until = Clock::now() + settling;
    while (Clock::now() < until)
        audience.hear();
}

}  // namespace

void measure_peer(const Target& target, const PeerOptions& options) {
    const auto peer = connect(options);
    std::vector<CountingLink> links;
    links.reserve(options.members);
    while (links.size() < options.members)
        links.push_back(peer->subscribe());
    Audience audience{std::move(links)};
    settle(audience);

    Loop loop = options.loop;
    if (options.kind == "nats") loop.lines_of_event = 2;  // the head and the event
    const ProcessUse before = use_of(target.node);
    const double own_before = use_of(getpid()).cpu_seconds;
    const Delivered done = run_closed_loop(audience, loop, [&] { peer->publish(loop.at_once); });
    const ProcessUse after = use_of(target.node);

    Report{options.kind + " fan-out"}
        .add("members", options.members)
        .add("deliveries_per_second", static_cast<double>(done.deliveries) / done.seconds)
        .add("server_cpu", (after.cpu_seconds - before.cpu_seconds) / done.seconds)
        .add("load_cpu", (use_of(getpid()).cpu_seconds - own_before) / done.seconds)
        .add("resident_mib", static_cast<double>(after.resident_bytes) / (1 << 20));
}

}  // namespace plein::bench
