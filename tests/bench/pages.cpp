#include "tests/bench/loop.hpp"
#include "tests/bench/page_requests.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/timings.hpp"

#include <unistd.h>
#include <boost/asio/co_spawn.hpp>
#include <pqxx/pqxx>

#include <fstream>
#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

/// Makes every page that a node keeps an old one, as news of a person do.
class Organisation {
public:
    explicit Organisation(const std::string& owner_url) : connection_(owner_url) {}

    void say_something() {
        pqxx::work tx{connection_};
        tx.exec(
            "INSERT INTO streams (name, seq, last_at) VALUES ('organisation', 1, now()) "
            "ON CONFLICT (name) DO UPDATE SET seq = streams.seq + 1");
        tx.commit();
    }

private:
    pqxx::connection connection_;
};

/// Fewer than there are tabs: no page is asked for twice in between.
constexpr std::size_t cold_pages_in_a_row = 128;

struct Run {
    std::vector<PageRequest> requests;
    Organisation* organisation = nullptr;  // where pages are to be cold
    std::size_t asked = 0;
    Clock::time_point until;
    std::size_t step = 0;  // from one request of a client to its next one
    Timings timings;
    std::size_t bytes = 0;
};

asio::awaitable<void> ask(std::shared_ptr<HttpLink> link, std::size_t client, Run& run) {
    for (std::size_t next = client; Clock::now() < run.until; next += run.step) {
        if (run.organisation != nullptr && run.asked++ % cold_pages_in_a_row == 0)
            run.organisation->say_something();
        const PageRequest& request = run.requests[next % run.requests.size()];
        const auto began = Clock::now();
        const Answer answer = co_await link->send(request.person, request.wire);
        run.timings.add(Clock::now() - began);
        run.bytes += answer.body.size();
        if (answer.status != 200) throw std::runtime_error{"a page was refused: " + answer.body};
    }
}

void measure(const Target& target, const PagesOptions& options, const char* what, Run run) {
    asio::io_context context{1};
    const auto links = connect_all(context, target.port, options.clients);
    const double server_before = use_of(target.node).cpu_seconds;
    const double load_before = use_of(getpid()).cpu_seconds;
    const auto began = Clock::now();
    run.until = began + std::chrono::seconds{options.seconds};
    run.step = options.page == "cold" ? options.clients : 0;
    for (std::size_t i = 0; i < links.size(); ++i)
        asio::co_spawn(context, ask(links[i], i, run), rethrow);
    context.run();
    const std::chrono::duration<double> took = Clock::now() - began;

    const auto count = static_cast<double>(run.timings.count());
    Report{what}
        .add("page", options.page)
        .add("clients", options.clients)
        .add("per_second", count / took.count())
        .add_percentiles(run.timings)
        .add("bytes", static_cast<double>(run.bytes) / count)
        .add("server_cpu_us", 1e6 * (use_of(target.node).cpu_seconds - server_before) / count)
        .add("load_cpu", (use_of(getpid()).cpu_seconds - load_before) / took.count());
}

asio::awaitable<void> save(std::shared_ptr<HttpLink> link, std::vector<PageRequest> requests,
                           std::string folder) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const Answer answer = co_await link->send(requests[i].person, requests[i].wire);
        if (answer.status != 200) throw std::runtime_error{"a page was refused: " + answer.body};
        std::ofstream{folder + "/" + std::to_string(i)} << answer.body;
    }
}

}  // namespace

void measure_pages(const Target& target, const PagesOptions& options) {
    Organisation organisation{target.owner_url};
    measure(target, options, "page",
            {.requests = requests_of(target, options),
             .organisation = options.page == "cold" ? &organisation : nullptr});
}

void measure_served_pages(const Target& target, const PagesOptions& options) {
    Run run{.requests = requests_of(target, options)};
    for (std::size_t i = 0; i < run.requests.size(); ++i)
        run.requests[i].wire = {"GET", "/" + std::to_string(i), ""};
    measure(target, options, "nginx page", std::move(run));
}

void save_pages(const Target& target, const PagesOptions& options) {
    asio::io_context context{1};
    const auto links = connect_all(context, target.port, 1);
    asio::co_spawn(context, save(links.front(), requests_of(target, options), options.folder), rethrow);
    context.run();
}

}  // namespace plein::bench
