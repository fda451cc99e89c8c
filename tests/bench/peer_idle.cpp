#include "tests/bench/counting_link.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/shake_hands.hpp"

#include <thread>

namespace plein::bench {

namespace {

constexpr std::chrono::seconds settling{1};

/// Signed in, with ten subscriptions.
CountingLink connect(boost::asio::io_context& context, const PeerIdleOptions& options) {
    if (options.kind == "ws") {
        auto stream = shake_hands(context, options.port, "/", "session=bench");
        for (int i = 0; i < 10; ++i)
            stream.write(
                boost::asio::buffer(fmt::format(R"({{"operation":"subscribe","stream":"group:{}"}})", i)));
        return CountingLink{stream.next_layer().release()};
    }
    if (options.kind == "nchan")
        return CountingLink{
            shake_hands(context, options.port, "/many/a,b,c,d,e,f,g,h,i,j").next_layer().release()};
    throw std::runtime_error{"there is no idle peer " + options.kind};
}

}  // namespace

void measure_idle_peer(const Target& target, const PeerIdleOptions& options) {
    boost::asio::io_context context{1};
    const ProcessUse before = use_of(target.node);
    std::vector<CountingLink> links;
    links.reserve(options.connections);
    while (links.size() < options.connections)
        links.push_back(connect(context, options));
    std::this_thread::sleep_for(settling);
    const auto bytes = static_cast<double>(use_of(target.node).resident_bytes - before.resident_bytes);
    Report{options.kind + " idle"}
        .add("connections", options.connections)
        .add("kib_each", bytes / 1024 / static_cast<double>(options.connections));
}

}  // namespace plein::bench
