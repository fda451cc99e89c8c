/// Two nodes with a Redis of their own, and people who show, or do not show, whether they are there.
#pragma once

#include "server/features/presence.hpp"
#include "tests/integration/live_world.hpp"
#include "tests/support/feature_fixture.hpp"

#include <map>

namespace plein::test {

/// A node, and what its features know of it. Tests beat faster than pages do.
struct Place {
    Place(const std::string& database_url, const std::string& redis_url, live::PresenceOptions options = {})
        : node(database_url, redis_url, 1h),
          board([this](auto commands) { return node.live.ask(std::move(commands)); }, options),
          edge{.database = node.database,
               .organisation = {"Test"},
               .write_limits = features::WriteLimits{{.per_second = 1, .burst = 20}},
               .beat_limits = features::WriteLimits{{.per_second = 1'000'000, .burst = 1'000'000}}} {}

    Node node;
    live::PresenceBoard board;
    features::Edge edge;
};

class PresenceTest : public FeatureTest {
protected:
    explicit PresenceTest(live::PresenceOptions options = {})
        : here(test_database.server_url(), servers.redis_url(), options),
          there(test_database.server_url(), servers.redis_url(), options) {}

    void SetUp() override {
        ASSERT_TRUE(until([&] { return redis_is_there(); }));
    }
    [[nodiscard]] bool redis_is_there() const { return here.node.hears_redis() && there.node.hears_redis(); }

    PresenceList beat(Place& at, PersonId who, bool active = true, const std::vector<PersonId>& people = {}) {
        net::Call call = call_of(who);
        return io.start(features::beat(at.edge, at.board, call, Beat{active, {people}})).get();
    }
    /// What `who` is told of the others: "1 online".
    std::vector<std::string> seen(Place& at, PersonId who, const std::vector<PersonId>& people) {
        std::vector<std::string> lines;
        for (const Presence& each : beat(at, who, false, people).items)
            lines.push_back(std::to_string(each.person.value) + " " + std::string{name_of(each.state)});
        return lines;
    }
    static std::string line(PersonId person, const std::string& state) {
        return std::to_string(person.value) + " " + state;
    }

    OwnPresence set(Place& at, PersonId who, const SetPresence& request) {
        net::Call call = call_of(who);
        return io.start(features::set_presence(at.edge, at.board, call, request)).get();
    }
    OwnPresence show(PersonId who) { return set(here, who, {.shown = true}); }
    std::optional<ErrorCode> refused_to_set(PersonId who, const SetPresence& request) {
        return refusal_of([&] { set(here, who, request); });
    }

    /// In so long, on the clock of features.
    Timestamp in(std::chrono::milliseconds span) {
        return database->read_now([](Snapshot& snapshot) { return snapshot.now(); }) + span;
    }

    std::optional<live::RedisAnswer> redis(const live::RedisCommand& command) {
        return io.start(here.node.live.ask({command})).get();
    }
    /// Names of what Redis holds of people.
    std::vector<std::string> entries() {
        std::vector<std::string> names;
        const auto found = redis({"KEYS", "plein:presence:*"});
        for (const auto& name : found.value())
            names.push_back(name.value());
        return names;
    }

    net::Call call_of(PersonId who) {
        auto& token = sessions_[who];
        if (token.empty()) token = begin_session(*database, who);
        net::Call call;
        call.session_token = token;
        return call;
    }

    PrivateServers servers{"redis"};
    Place here;
    Place there;

private:
    std::map<PersonId, std::string> sessions_;
};

}  // namespace plein::test
