#include "protocol/streams.hpp"
#include "tests/bench/audience.hpp"
#include "tests/bench/counting_crowd.hpp"
#include "tests/bench/crowd.hpp"
#include "tests/bench/loop.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/numbered_post.hpp"
#include "tests/bench/scenarios.hpp"

#include <boost/asio/co_spawn.hpp>

#include <thread>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr std::size_t timed_members = 16;  // who note when each post came; the others only count
constexpr std::chrono::seconds patience{10};

struct Run {
    Clock::time_point until;
    TabId tab;
    std::vector<Clock::time_point> asked;  // by the post's number
    Timings answers;
    Timings deliveries;
};

asio::awaitable<void> post(std::shared_ptr<HttpLink> link, PersonId author, Run& run) {
    while (Clock::now() < run.until) {
        const std::size_t number = run.asked.size();
        const auto began = run.asked.emplace_back(Clock::now());
        co_await create_numbered(*link, {author, run.tab}, number);
        run.answers.add(Clock::now() - began);
    }
}

/// Counts on a thread of its own what most members hear.
class Counter {
public:
    explicit Counter(std::vector<CountingLink> links) : audience_(std::move(links)) {}

    [[nodiscard]] std::size_t heard() const { return heard_; }
    [[nodiscard]] std::size_t members() const { return audience_.size(); }

private:
    void count(const std::stop_token& stop) {
        while (!stop.stop_requested())
            heard_ += audience_.hear();
    }

    Audience audience_;
    std::atomic<std::size_t> heard_ = 0;
    std::jthread thread_{[this](const std::stop_token& stop) { count(stop); }};
};

}  // namespace

void measure_whole_way(const Target& target, const WholeWayOptions& options) {
    const Crowd crowd = gather_crowd(target.owner_url, options.members);
    const std::vector<Follower> timed{crowd.followers.begin(), crowd.followers.begin() + timed_members};
    const std::vector<Follower> counted{crowd.followers.begin() + timed_members, crowd.followers.end()};
    Run run{.tab = select_open_tabs(target.owner_url).at(stream_of(crowd.group)).front()};
    asio::io_context context{1};
    const Counter counter{connect_counting(target.port, counted)};
    const auto hear = [&run](std::string_view line) {
        if (const auto number = number_of_post(line))
            run.deliveries.add(Clock::now() - run.asked.at(*number));
    };
    const LiveLinks links = join_all(context, target.port, timed, {.on_event = hear});
    const HttpLinks posting = connect_all(context, target.port, options.clients);

    const MachineUse use{target};
    const auto began = Clock::now();
    run.until = began + std::chrono::seconds{options.seconds};
    for (std::size_t i = 0; i < posting.size(); ++i)
        asio::co_spawn(context, post(posting[i], timed[i % timed.size()].person, run), rethrow);
    const auto everybody_has_all = [&] {
        return run.answers.count() == run.asked.size() &&
               counter.heard() == run.asked.size() * counter.members() &&
               run.deliveries.count() == run.asked.size() * timed.size();
    };
    while (Clock::now() < run.until || !everybody_has_all()) {
        context.run_for(std::chrono::milliseconds{10});
        if (Clock::now() > run.until + patience) throw std::runtime_error{"posts were lost, or came twice"};
    }
    const std::chrono::duration<double> took = Clock::now() - began;

    const auto posts = static_cast<double>(run.asked.size());
    Report report{"whole way"};
    report.add("members", options.members)
        .add("clients", options.clients)
        .add("posts_per_second", posts / took.count())
        .add("answer_p50_ms", run.answers.within(0.5))
        .add("answer_p99_ms", run.answers.within(0.99))
        .add_percentiles(run.deliveries);
    use.add_to(report, posts / 1e6, "cpu_us");
}

}  // namespace plein::bench
