#include "tests/bench/loop.hpp"

#include <boost/asio/co_spawn.hpp>

namespace plein::bench {

namespace asio = boost::asio;

void rethrow(const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
}

HttpLinks connect_all(asio::io_context& context, std::uint16_t port, std::size_t count) {
    HttpLinks links;
    std::size_t connected = 0;
    for (std::size_t i = 0; i < count; ++i) {
        links.push_back(std::make_shared<HttpLink>(context.get_executor(), port));
        asio::co_spawn(context, links.back()->connect(), [&](const std::exception_ptr& error) {
            rethrow(error);
            if (++connected == count) context.stop();  // others may go on
        });
    }
    context.run();
    context.restart();
    return links;
}

}  // namespace plein::bench
