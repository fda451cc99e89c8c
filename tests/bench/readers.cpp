#include "tests/bench/machine.hpp"
#include "tests/bench/pace.hpp"
#include "tests/bench/page_requests.hpp"
#include "tests/bench/scenarios.hpp"
#include "tests/bench/stage.hpp"

#include <array>
#include <random>
#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr std::array<const char*, 4> pages{"tab", "thread", "home", "group"};

struct Run {
    std::vector<ReaderOfThread> readers;
    std::mt19937_64 random{11};
    std::array<Timings, pages.size()> timings;
    std::size_t read = 0;
};

test::Wire wire_of(std::size_t page, const ReaderOfThread& reader) {
    switch (page) {
        case 0:
            return test::wire_of(ListPosts{.tab = reader.tab});
        case 1:
            return test::wire_of(GetPost{.post = reader.post});
        case 2:
            return test::wire_of(unread_home());
        default:
            return test::wire_of(ListGroupPosts{.group = reader.group});
    }
}

asio::awaitable<void> have_somebody_read(Run& run, HttpLink& http, Clock::time_point due) {
    const std::size_t page = run.read++ % pages.size();
    const ReaderOfThread& reader = run.readers[run.random() % run.readers.size()];
    const Answer answer = co_await http.send(reader.person, wire_of(page, reader));
    if (answer.status != 200) throw std::runtime_error{"a page was refused: " + answer.body};
    run.timings[page].add(Clock::now() - due);
}

}  // namespace

void measure_readers(const Target& target, const ReadersOptions& options) {
    Run run{.readers = select_thread_readers(target.owner_url, options.readers)};
    asio::io_context context{1};
    const MachineUse use{target};
    const Pace pace{static_cast<double>(options.readers) / options.pause_seconds,
                    std::chrono::seconds{options.seconds}};
    const auto took = run_at_pace(context, target.port, pace, [&run](HttpLink& http, Clock::time_point due) {
        return have_somebody_read(run, http, due);
    });

    Report report{"readers"};
    report.add("readers", run.readers.size())
        .add("pages_per_second", static_cast<double>(run.read) / took.count());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        report.add(fmt::format("{}_p50_ms", pages[i]), run.timings[i].within(0.5))
            .add(fmt::format("{}_p95_ms", pages[i]), run.timings[i].within(0.95))
            .add(fmt::format("{}_p99_ms", pages[i]), run.timings[i].within(0.99));
    }
    use.add_to(report, took.count(), "cpu");
}

}  // namespace plein::bench
