#include "protocol/posts.hpp"
#include "tests/bench/http_link.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/sample_post.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/stage.hpp"
#include "tests/bench/timings.hpp"

#include <sodium.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

/// Errors reach whoever runs the context.
void rethrow(const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
}

struct Run {
    Clock::time_point until;
    Timings timings;
    std::size_t refused = 0;
};

asio::awaitable<void> post(std::shared_ptr<HttpLink> link, TabId tab, Run& run) {
    while (Clock::now() < run.until) {
        CreatePost request{.tab = tab, .body = {sample_body}};
        randombytes_buf(request.client_id.bytes.data(), request.client_id.bytes.size());
        test::Wire wire = test::wire_of(request);
        const auto began = Clock::now();
        const unsigned status = co_await link->send(std::move(wire));
        run.timings.add(Clock::now() - began);
        if (status != 200) ++run.refused;
    }
}

asio::awaitable<void> connect_all(const std::vector<std::shared_ptr<HttpLink>>& links) {
    for (const auto& link : links)
        co_await link->connect();
}

}  // namespace

void measure_posts(const Target& target, const PostsOptions& options) {
    const auto writers = select_writers(target.owner_url, options.clients, options.groups);
    asio::io_context context{1};
    std::vector<std::shared_ptr<HttpLink>> links;
    for (const Writer& writer : writers)
        links.push_back(std::make_shared<HttpLink>(context.get_executor(), target.port, writer.person));
    asio::co_spawn(context, connect_all(links), rethrow);
    context.run();
    context.restart();

    const ProcessUse before = use_of(target.node);
    const auto began = Clock::now();
    Run run{.until = began + std::chrono::seconds{options.seconds}};
    for (std::size_t i = 0; i < links.size(); ++i)
        asio::co_spawn(context, post(links[i], writers[i].tab, run), rethrow);
    context.run();
    const std::chrono::duration<double> took = Clock::now() - began;
    const double cpu = use_of(target.node).cpu_seconds - before.cpu_seconds;

    const auto posts = static_cast<double>(run.timings.count());
    Report{"posts"}
        .add("groups", options.groups)
        .add("clients", options.clients)
        .add("per_second", posts / took.count())
        .add("p50_ms", run.timings.within(0.5))
        .add("p99_ms", run.timings.within(0.99))
        .add("server_cpu_us", 1e6 * cpu / posts)
        .add("refused", run.refused);
}

}  // namespace plein::bench
