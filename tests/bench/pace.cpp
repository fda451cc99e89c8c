#include "tests/bench/pace.hpp"

#include "tests/bench/loop.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <random>
#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr std::size_t at_once = 200;
constexpr std::size_t most_waiting = 100'000;

using DueWork = asio::experimental::channel<void(boost::system::error_code, Clock::time_point)>;

asio::awaitable<void> do_what_is_due(std::shared_ptr<HttpLink> link, DueWork& due_work,
                                     const PacedWork& work) {
    for (;;) {
        const auto [error, due] = co_await due_work.async_receive(asio::as_tuple(asio::use_awaitable));
        if (error) co_return;  // there is no more
        co_await work(*link, due);
    }
}

asio::awaitable<void> keep_pace(DueWork& due_work, Pace pace) {
    asio::steady_timer timer{co_await asio::this_coro::executor};
    std::mt19937_64 random{7};
    std::exponential_distribution<double> gap{pace.per_second};
    const auto began = Clock::now();
    for (auto due = began; due < began + pace.length;
         due += std::chrono::nanoseconds{static_cast<std::int64_t>(1e9 * gap(random))}) {
        timer.expires_at(due);
        co_await timer.async_wait(asio::use_awaitable);
        if (!due_work.try_send(boost::system::error_code{}, due))
            throw std::runtime_error{"the server is too far behind"};
    }
    due_work.close();
}

}  // namespace

std::chrono::duration<double> run_at_pace(asio::io_context& context, std::uint16_t port, const Pace& pace,
                                          const PacedWork& work) {
    const HttpLinks links = connect_all(context, port, at_once);
    DueWork due_work{context, most_waiting};
    const auto began = Clock::now();
    std::size_t working = links.size();
    for (const auto& link : links) {
        asio::co_spawn(context, do_what_is_due(link, due_work, work), [&](const std::exception_ptr& error) {
            rethrow(error);
            if (--working == 0) context.stop();
        });
    }
    asio::co_spawn(context, keep_pace(due_work, pace), rethrow);
    context.run();
    context.restart();
    return Clock::now() - began;
}

}  // namespace plein::bench
