#include "tests/bench/counting_crowd.hpp"

#include "tests/bench/live_link.hpp"
#include "tests/bench/loop.hpp"

#include <boost/asio/co_spawn.hpp>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

asio::awaitable<void> join_each(asio::io_context& context, std::uint16_t port,
                                const std::vector<Follower>& followers, std::vector<CountingLink>& links) {
    for (const Follower& follower : followers) {
        LiveLink link{context.get_executor(), port};
        co_await link.join(follower);
        links.emplace_back(link.release());
    }
}

}  // namespace

std::vector<CountingLink> connect_counting(std::uint16_t port, const std::vector<Follower>& followers) {
    std::vector<CountingLink> links;
    links.reserve(followers.size());
    asio::io_context context{1};
    asio::co_spawn(context, join_each(context, port, followers, links), rethrow);
    context.run();
    return links;
}

}  // namespace plein::bench
