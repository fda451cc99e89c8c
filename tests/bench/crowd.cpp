#include "tests/bench/crowd.hpp"

#include "tests/bench/loop.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

/// The followers that nobody has taken yet.
struct Queue {
    const std::vector<Follower>& followers;
    const Joining& how;
    Timings* timings;
    LiveLinks links;
    Clock::time_point began = Clock::now();
    std::size_t next = 0;
    std::size_t joined = 0;
};

asio::awaitable<void> join_some(asio::io_context& context, std::uint16_t port, Queue& queue) {
    while (queue.next < queue.followers.size()) {
        const std::size_t mine = queue.next++;
        auto link = std::make_shared<LiveLink>(context.get_executor(), port, queue.how.on_event);
        queue.links[mine] = link;
        co_await link->join(queue.followers[mine], queue.how.after);
        if (queue.timings) queue.timings->add(Clock::now() - queue.began);
        asio::co_spawn(context, stay(std::move(link)), rethrow);
        if (++queue.joined == queue.followers.size()) context.stop();
    }
}

}  // namespace

asio::awaitable<void> stay(std::shared_ptr<LiveLink> link) {
    try {
        for (;;)
            co_await link->read();
    } catch (const boost::system::system_error&) {
        if (!link->left()) throw;
    }
}

LiveLinks join_all(asio::io_context& context, std::uint16_t port, const std::vector<Follower>& followers,
                   const Joining& how, Timings* joined) {
    Queue queue{followers, how, joined, LiveLinks(followers.size())};
    for (std::size_t i = 0; i < how.at_once; ++i)
        asio::co_spawn(context, join_some(context, port, queue), rethrow);
    context.run();
    context.restart();
    return std::move(queue.links);
}

}  // namespace plein::bench
