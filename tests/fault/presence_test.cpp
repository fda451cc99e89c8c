// Presence lives in Redis alone: when that dies nobody is told of anybody, no page waits, and the next beats bring it back.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"
#include "tests/support/polls.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

class PresenceFaults : public testing::Test {
protected:
    bool hears_redis(std::size_t node) { return plein.figure("plein_redis_connected", node) == 1; }
    PresenceList beat(PersonId who, std::size_t node) {
        return plein.device(who, node).ask(Beat{true, {{town.member}}});
    }
    bool is_seen(std::size_t node) { return !beat(town.owner, node).items.empty(); }
    unsigned status_of_leave() {
        const SetPresence leave{.shown = true, .sign = PresenceSign::on_leave, .until = from_now(24h)};
        return plein.device(town.member).send(leave).status;
    }

    Deployment plein{{.nodes = 2}};
    Organisation& town = plein.town;
};

TEST_F(PresenceFaults, RedisIsKilledAndStartedAgain) {
    ASSERT_TRUE(until([&] { return hears_redis(0) && hears_redis(1); }));
    plein.device(town.member).ask(SetPresence{.shown = true});
    beat(town.member, 0);
    EXPECT_TRUE(is_seen(1));

    plein.servers().kill_redis();
    EXPECT_FALSE(is_seen(0));
    EXPECT_FALSE(is_seen(1));
    EXPECT_EQ(status_of_leave(), 503u);
    EXPECT_TRUE(beat(town.member, 0).own.shown);

    plein.servers().start_redis();
    ASSERT_TRUE(until([&] { return hears_redis(0) && hears_redis(1); }));
    EXPECT_FALSE(is_seen(1)) << "what Redis has lost, no node remembers";
    beat(town.member, 0);
    EXPECT_TRUE(is_seen(1));
    EXPECT_EQ(status_of_leave(), 200u);
}

TEST_F(PresenceFaults, ANodeIsKilled) {
    ASSERT_TRUE(until([&] { return hears_redis(0) && hears_redis(1); }));
    plein.device(town.member).ask(SetPresence{.shown = true});
    beat(town.member, 0);
    plein.node(0).kill();
    EXPECT_TRUE(is_seen(1));
    EXPECT_TRUE(beat(town.member, 1).own.shown);
}

}  // namespace
}  // namespace plein::test
