#include "protocol/posts.hpp"
#include "tests/bench/http_link.hpp"
#include "tests/bench/loop.hpp"
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

struct Run {
    Clock::time_point until;
    Timings timings;
    std::size_t refused = 0;
};

asio::awaitable<void> post(std::shared_ptr<HttpLink> link, Writer writer, Run& run) {
    while (Clock::now() < run.until) {
        CreatePost request{.tab = writer.tab, .body = {sample_body}};
        randombytes_buf(request.client_id.bytes.data(), request.client_id.bytes.size());
        test::Wire wire = test::wire_of(request);
        const auto began = Clock::now();
        const Answer answer = co_await link->send(writer.person, std::move(wire));
        run.timings.add(Clock::now() - began);
        if (answer.status != 200) ++run.refused;
    }
}

}  // namespace

void measure_posts(const Target& target, const PostsOptions& options) {
    const auto writers = select_writers(target.owner_url, options.clients, options.groups);
    asio::io_context context{1};
    const auto links = connect_all(context, target.port, options.clients);

    const ProcessUse before = use_of(target.node);
    const auto began = Clock::now();
    Run run{.until = began + std::chrono::seconds{options.seconds}};
    for (std::size_t i = 0; i < links.size(); ++i)
        asio::co_spawn(context, post(links[i], writers[i], run), rethrow);
    context.run();
    const std::chrono::duration<double> took = Clock::now() - began;
    const double cpu = use_of(target.node).cpu_seconds - before.cpu_seconds;

    const auto posts = static_cast<double>(run.timings.count());
    Report{"posts"}
        .add("groups", options.groups)
        .add("clients", options.clients)
        .add("per_second", posts / took.count())
        .add_percentiles(run.timings)
        .add("server_cpu_us", 1e6 * cpu / posts)
        .add("refused", run.refused);
}

}  // namespace plein::bench
