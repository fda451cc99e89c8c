#include "storage/events.hpp"
#include "tests/bench/crowd.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/publisher.hpp"
#include "tests/bench/scenarios.hpp"

#include <pqxx/pqxx>

namespace plein::bench {

namespace {

/// Events of each group that everybody still heard: the fill-up has none.
constexpr std::size_t heard_before = 1;

/// Where everybody stood before the last `missed` events of each group.
Positions positions_before(const std::string& owner_url, std::int64_t missed) {
    storage::Database database{{.url = owner_url, .connections = 1},
                               [](const std::vector<storage::EmittedEvent>&) {}};
    Positions positions{
        database.read_now([](storage::Snapshot& snapshot) { return storage::select_generation(snapshot); }),
        {}};
    pqxx::connection connection{owner_url};
    pqxx::read_transaction tx{connection};
    for (const auto& row : tx.exec("SELECT name, seq FROM streams")) {
        const auto name = row[0].as<std::string>();
        const auto seq = row[1].as<std::int64_t>();
        positions.heard.emplace(name, name.starts_with("group:") ? seq - missed : seq);
    }
    return positions;
}

}  // namespace

void miss_events(const Target& target, const StormOptions& options) {
    Publisher publisher{options.database_url, options.redis_url};
    const auto author = select_followers(target.owner_url, 1, 1).front().person;
    for (const auto& [group, tab] : select_groups(target.owner_url))
        publisher.publish(group, tab, author, heard_before + static_cast<std::size_t>(options.missed));
}

void measure_storm(const Target& target, const StormOptions& options) {
    const auto followers = select_followers(target.owner_url, options.connections, options.streams);
    const Joining how{.at_once = options.connections,
                      .after = positions_before(target.owner_url, options.missed),
                      .on_event = {}};
    boost::asio::io_context context{1};
    Timings joined;
    const MachineUse use{target};
    const auto began = Clock::now();
    const LiveLinks links = join_all(context, target.port, followers, how, &joined);
    const std::chrono::duration<double> took = Clock::now() - began;

    Report report{"storm"};
    report.add("connections", options.connections)
        .add("streams", options.streams)
        .add("missed", options.streams * static_cast<std::size_t>(options.missed))
        .add("seconds", took.count())
        .add_percentiles(joined);
    use.add_to(report, took.count(), "cpu");
}

}  // namespace plein::bench
