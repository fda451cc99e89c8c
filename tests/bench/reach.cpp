#include "tests/bench/crowd.hpp"
#include "tests/bench/json_text.hpp"
#include "tests/bench/loop.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/numbered_post.hpp"
#include "tests/bench/pace.hpp"
#include "tests/bench/scenarios.hpp"

#include <boost/asio/co_spawn.hpp>

#include <random>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds patience{10};

/// A group's stream: its tabs, and who hears it.
struct Place {
    std::vector<TabId> tabs;
    std::vector<PersonId> members;
};

/// Posts, and what became of each.
struct Run {
    std::vector<Place> places;
    std::vector<Clock::time_point> due;  // by the post's number
    std::size_t awaited = 0;             // deliveries
    Timings answers;
    Timings deliveries;
    std::mt19937_64 random{3};
};

std::vector<Place> places_of(const std::vector<Follower>& followers,
                             const std::map<std::string, std::vector<TabId>>& tabs_of) {
    std::map<std::string, Place> places;
    for (const Follower& follower : followers) {
        for (const std::string& stream : follower.streams) {
            if (tabs_of.contains(stream)) places[stream].members.push_back(follower.person);
        }
    }
    std::vector<Place> all;
    for (auto& [stream, place] : places)
        all.push_back({tabs_of.at(stream), std::move(place.members)});
    return all;
}

/// A member writes in one of the groups, each as often as the others.
asio::awaitable<void> post(Run& run, HttpLink& http, Clock::time_point due) {
    const Place& place = run.places[run.random() % run.places.size()];
    const Writer writer{place.members[run.random() % place.members.size()],
                        place.tabs[run.random() % place.tabs.size()]};
    const std::size_t number = run.due.size();
    run.due.push_back(due);
    run.awaited += place.members.size();
    co_await create_numbered(http, writer, number);
    run.answers.add(Clock::now() - due);
}

void hear(Run& run, std::string_view line) {
    if (const auto number = number_of_post(line)) run.deliveries.add(Clock::now() - run.due.at(*number));
}

}  // namespace

void measure_reach(const Target& target, const ReachOptions& options) {
    const auto followers = select_followers(target.owner_url, options.people, options.streams);
    Run run{.places = places_of(followers, select_open_tabs(target.owner_url))};
    asio::io_context context{1};
    const LiveLinks links = join_all(context, target.port, followers,
                                     {.on_event = [&run](std::string_view line) { hear(run, line); }});

    const MachineUse use{target};
    const Pace pace{options.posts_per_second, std::chrono::seconds{options.seconds}};
    const auto took = run_at_pace(context, target.port, pace, [&run](HttpLink& http, Clock::time_point due) {
        return post(run, http, due);
    });
    const auto until = Clock::now() + patience;
    while (run.deliveries.count() < run.awaited && Clock::now() < until)
        context.run_for(std::chrono::milliseconds{10});
    if (run.deliveries.count() != run.awaited)
        throw std::runtime_error{fmt::format("{} deliveries of {}", run.deliveries.count(), run.awaited)};

    Report report{"reach"};
    report.add("people", options.people)
        .add("groups", run.places.size())
        .add("streams", options.streams)
        .add("posts_per_second", static_cast<double>(run.answers.count()) / took.count())
        .add("deliveries", run.awaited)
        .add("answer_p50_ms", run.answers.within(0.5))
        .add("answer_p99_ms", run.answers.within(0.99))
        .add_percentiles(run.deliveries);
    use.add_to(report, took.count(), "cpu");
}

}  // namespace plein::bench
