#include "tests/bench/audience.hpp"
#include "tests/bench/live_link.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/publisher.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"

#include <unistd.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

void rethrow(const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
}

asio::awaitable<void> join_all(asio::io_context& context, std::uint16_t port,
                               const std::vector<Follower>& followers, std::vector<CountingLink>& links) {
    for (const Follower& follower : followers) {
        LiveLink link{context.get_executor(), port};
        co_await link.join(follower);
        links.emplace_back(link.release());
    }
}

std::vector<CountingLink> join(std::uint16_t port, const std::vector<Follower>& followers) {
    std::vector<CountingLink> links;
    links.reserve(followers.size());
    asio::io_context context{1};
    asio::co_spawn(context, join_all(context, port, followers, links), rethrow);
    context.run();
    return links;
}

}  // namespace

void measure_fan_out(const Target& target, const FanOutOptions& options) {
    const Crowd crowd = gather_crowd(target.owner_url, options.members);
    const PersonId author = crowd.followers.front().person;
    Publisher publisher{options.database_url, options.redis_url};
    Audience audience{join(target.port, crowd.followers)};

    const ProcessUse before = use_of(target.node);
    const double own_before = use_of(getpid()).cpu_seconds;
    const Delivered done = run_closed_loop(audience, options.loop, [&] {
        publisher.publish(crowd.group, crowd.tab, author, options.loop.at_once);
    });
    const ProcessUse after = use_of(target.node);

    Report{"fan-out"}
        .add("members", options.members)
        .add("event_bytes", publisher.event_bytes())
        .add("deliveries_per_second", static_cast<double>(done.deliveries) / done.seconds)
        .add("server_cpu", (after.cpu_seconds - before.cpu_seconds) / done.seconds)
        .add("load_cpu", (use_of(getpid()).cpu_seconds - own_before) / done.seconds)
        .add("resident_mib", static_cast<double>(after.resident_bytes) / (1 << 20));
}

}  // namespace plein::bench
