// What docs/admin.md promises of a second PostgreSQL and a second Redis.
#include "tests/fault/fault_run.hpp"
#include "tests/support/storage_fixture.hpp"
#include "tests/support/until.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

void expect_nothing_wrong(const FaultReport& report) {
    print(report, 1);
    EXPECT_TRUE(report.wrongs.empty()) << report.wrongs.front();
    EXPECT_EQ(report.account.found, report.account.acknowledged);
    EXPECT_EQ(report.account.doubled, 0u);
    EXPECT_EQ(report.leaked, 0u);
}

int waiting_for_standby(const TestDatabase& database) {
    return run_sql(database, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")[0][0]
        .as<int>();
}

TEST(Faults, ASynchronousStandbyTakesOverWithAllThatWasAcknowledged) {
    FaultRun run{1, {.standby = true, .settings = {{"PLEIN_DATABASE_DEADLINE_MS", "1000"}}}};
    const int before = run.pages().readings();
    run.during_posting("PostgreSQL fails over", [&] {
        // Nobody is told of what the standby does not have.
        run.plein().servers().pause_standby();
        EXPECT_TRUE(until([&] { return waiting_for_standby(run.plein().database()) > 0; }));
        const std::size_t told = run.acknowledged();
        std::this_thread::sleep_for(2500ms);  // longer than the node's patience with a statement
        EXPECT_EQ(run.acknowledged(), told);
        run.plein().servers().kill_postgres();
        run.plein().servers().resume_standby();
        run.plein().servers().promote_standby();
    });
    const FaultReport report = run.finish();
    expect_nothing_wrong(report);
    EXPECT_GT(report.readings, before) << "cursors of the old primary mean nothing to the new one";
}

TEST(Faults, ARedisThatSentinelPromotedIsFoundThroughHaproxy) {
    PrivateServers redis{"sentinel"};
    const FrontProxy proxy{FrontProxy::Kind::redis, redis.redis_ports()};
    const std::string url = fmt::format("redis://127.0.0.1:{}", proxy.port());
    FaultRun run{1, {.settings = {{"PLEIN_REDIS_URL", url}}}};
    const auto is_connected = [&] {
        return run.plein().figure("plein_redis_connected", 0) +
                   run.plein().figure("plein_redis_connected", 1) ==
               2;
    };
    ASSERT_TRUE(until(is_connected));
    run.during_posting("Redis fails over", [&] {
        redis.kill_master();
        EXPECT_TRUE(until([&] { return !is_connected(); })) << "it was another Redis";
        EXPECT_TRUE(until(is_connected, 60s)) << "a heartbeat goes round only through a master";
    });
    expect_nothing_wrong(run.finish());
}

}  // namespace
}  // namespace plein::test
