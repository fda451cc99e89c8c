#include "tests/bench/live_link.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/timings.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <memory>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr std::size_t at_once = 64;  // handshakes under way
constexpr std::chrono::seconds settling{3};

void rethrow(const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
}

/// Answers pings for as long as it reads.
asio::awaitable<void> stay(std::shared_ptr<LiveLink> link) {
    for (;;)
        co_await link->read();
}

/// The followers that nobody has taken yet.
struct Queue {
    std::vector<Follower> followers;
    std::size_t working = at_once;
};

asio::awaitable<void> connect_some(asio::io_context& context, std::uint16_t port, Queue& queue) {
    while (!queue.followers.empty()) {
        Follower follower = std::move(queue.followers.back());
        queue.followers.pop_back();
        auto link = std::make_shared<LiveLink>(context.get_executor(), port);
        co_await link->join(std::move(follower));
        asio::co_spawn(context, stay(std::move(link)), rethrow);
    }
    if (--queue.working > 0) co_return;
    asio::steady_timer rest{context, settling};
    co_await rest.async_wait(asio::use_awaitable);
    context.stop();
}

}  // namespace

void measure_idle(const Target& target, const IdleOptions& options) {
    Queue queue{select_followers(target.owner_url, options.connections, options.streams)};
    asio::io_context context{1};
    const ProcessUse before = use_of(target.node);
    const auto began = Clock::now();
    for (std::size_t i = 0; i < at_once; ++i)
        asio::co_spawn(context, connect_some(context, target.port, queue), rethrow);
    context.run();
    const std::chrono::duration<double> took = Clock::now() - began - settling;
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
