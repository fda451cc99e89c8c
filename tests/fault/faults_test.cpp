// Invariants I1 to I5 of the faults: short ones with every run of the suite (Faults), long ones with --deep (DeepFaults).
#include "tests/fault/fault_run.hpp"
#include "tests/support/random_actions.hpp"

#include <gtest/gtest.h>

#include <random>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

void expect_nothing_wrong(const FaultReport& report, std::uint64_t seed) {
    print(report, seed);
    EXPECT_TRUE(report.wrongs.empty()) << report.wrongs.front();
    EXPECT_EQ(report.found, report.acknowledged);
    EXPECT_EQ(report.doubled, 0u);
    EXPECT_EQ(report.leaked, 0u);
    EXPECT_GT(report.acknowledged, 0u);
}

DeploymentOptions two_nodes() { return {.nodes = 2, .own_postgres = true}; }

TEST(Faults, ANodeRedisAndPostgresAreKilledWhilePeoplePost) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed, two_nodes(), 3};
    run.kill_node(0);
    run.kill_redis();
    run.kill_postgres();
    expect_nothing_wrong(run.finish(), seed);
}

TEST(Faults, RedisIsAwayForSomeSeconds) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed, two_nodes(), 2};
    run.during_posting("no redis", [&] {
        run.plein().servers().kill_redis();
        run.let_people_post(100);
        run.plein().servers().start_redis();
    });
    expect_nothing_wrong(run.finish(), seed);
}

TEST(DeepFaults, ARandomOneAfterAnother) {
    const std::uint64_t seed = seed_of_run(std::random_device{}());
    std::mt19937_64 random{seed};
    FaultRun run{seed, two_nodes(), 6};
    for (int i = 0; i < 25; ++i) {
        switch (random() % 4) {
            case 0:
            case 1:
                run.kill_node(random() % 2);
                break;
            case 2:
                run.kill_redis();
                break;
            default:
                run.kill_postgres();
        }
    }
    expect_nothing_wrong(run.finish(), seed);
}

TEST(DeepFaults, RedisIsAwayForAMinute) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed, two_nodes(), 2};
    run.during_posting("no redis for a minute", [&] {
        run.plein().servers().kill_redis();
        const auto mended = std::chrono::steady_clock::now() + 1min;
        while (std::chrono::steady_clock::now() < mended)
            run.let_people_post(10);
        run.plein().servers().start_redis();
    });
    expect_nothing_wrong(run.finish(), seed);
}

TEST(DeepFaults, ANodeStandsStillForTenSeconds) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed, two_nodes(), 3};
    run.during_posting("node 0 stopped for ten seconds", [&] {
        run.plein().node(0).pause();
        const auto mended = std::chrono::steady_clock::now() + 10s;
        while (std::chrono::steady_clock::now() < mended)
            run.let_people_post(1);
        run.plein().node(0).resume();
    });
    expect_nothing_wrong(run.finish(), seed);
}

}  // namespace
}  // namespace plein::test
