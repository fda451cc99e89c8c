#include "tests/bench/delivery.hpp"
#include "tests/bench/peer.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/timings.hpp"

#include <stdexcept>

namespace plein::bench {

namespace {

/// NATS asks once whether somebody is there: what it says meanwhile is no event.
constexpr std::chrono::seconds settling{3};

std::unique_ptr<Peer> connect(const PeerOptions& options) {
    if (options.kind == "nats") return connect_nats(options.websocket_port, options.port);
    if (options.kind == "nchan") return connect_nchan(options.websocket_port, options.port);
    if (options.kind == "socket.io") return connect_socket_io(options.websocket_port, options.port);
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
    Loop loop = options.loop;
    if (options.kind == "nats") {
        settle(audience);
        loop.lines_of_event = 2;  // the head and the event
    }
    measure_delivery(options.kind + ' ', audience, loop, target.node,
                     [&](std::size_t events) { peer->publish(events); });
}

}  // namespace plein::bench
