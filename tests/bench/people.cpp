#include "tests/bench/attendant.hpp"
#include "tests/bench/crowd.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/pace.hpp"
#include "tests/bench/scenarios.hpp"

namespace plein::bench {

namespace asio = boost::asio;

namespace {

struct Run {
    std::vector<Attendant> people;
    std::mt19937_64 random{11};
    std::discrete_distribution<std::size_t> kind = weights();
    std::array<Timings, action_kinds.size()> timings;
    std::size_t acted = 0;

    static std::discrete_distribution<std::size_t> weights() {
        std::array<double, action_kinds.size()> of_kinds{};
        std::ranges::transform(action_kinds, of_kinds.begin(), &ActionKind::weight);
        return {of_kinds.begin(), of_kinds.end()};
    }
};

asio::awaitable<void> have_somebody_act(Run& run, HttpLink& http, Clock::time_point due) {
    const std::size_t kind = run.kind(run.random);
    Attendant& somebody = run.people[run.random() % run.people.size()];
    co_await somebody.act(action_kinds[kind].action, http, run.random);
    run.timings[kind].add(Clock::now() - due);
    ++run.acted;
}

std::vector<Attendant> attendants(const std::string& owner_url, std::vector<Follower> followers,
                                  const LiveLinks& links) {
    const auto tabs_of = select_open_tabs(owner_url);
    std::vector<Attendant> people;
    for (std::size_t i = 0; i < followers.size(); ++i) {
        std::vector<TabId> tabs;
        for (const std::string& stream : followers[i].streams) {
            if (const auto more = tabs_of.find(stream); more != tabs_of.end())
                tabs.insert(tabs.end(), more->second.begin(), more->second.end());
        }
        people.emplace_back(std::move(followers[i]), std::move(tabs), links[i]);
    }
    return people;
}

}  // namespace

void measure_people(const Target& target, const PeopleOptions& options) {
    auto followers = select_followers(target.owner_url, options.people, options.streams);
    asio::io_context context{1};
    const LiveLinks links = join_all(context, target.port, followers);
    Run run{.people = attendants(target.owner_url, std::move(followers), links)};

    const MachineUse use{target};
    const Pace pace{static_cast<double>(options.people) / options.pause_seconds,
                    std::chrono::seconds{options.seconds}};
    const auto took = run_at_pace(context, target.port, pace, [&run](HttpLink& http, Clock::time_point due) {
        return have_somebody_act(run, http, due);
    });

    Report report{"people"};
    report.add("people", options.people)
        .add("streams", options.streams)
        .add("actions_per_second", static_cast<double>(run.acted) / took.count());
    for (std::size_t i = 0; i < action_kinds.size(); ++i) {
        report.add(fmt::format("{}_p50_ms", action_kinds[i].name), run.timings[i].within(0.5))
            .add(fmt::format("{}_p99_ms", action_kinds[i].name), run.timings[i].within(0.99));
    }
    use.add_to(report, took.count(), "cpu");
}

}  // namespace plein::bench
