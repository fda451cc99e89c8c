// Invariants I1 to I5 of the faults: short runs with every run of the suite (Faults), long ones with --deep (DeepFaults).
#include "tests/fault/faults.hpp"
#include "tests/fault/soak.hpp"
#include "tests/support/sanitizers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace plein::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

void expect_nothing_wrong(const FaultReport& report, std::uint64_t seed) {
    print(report, seed);
    EXPECT_TRUE(report.wrongs.empty()) << report.wrongs.front();
    EXPECT_EQ(report.account.found, report.account.acknowledged);
    EXPECT_EQ(report.account.doubled, 0u);
    EXPECT_EQ(report.leaked, 0u);
    EXPECT_GT(report.account.acknowledged, 0u);
}

TEST(Faults, ANodeRedisAndPostgresAreKilledWhilePeoplePost) {
    const std::uint64_t seed = seed_of_run(1);
    Dice dice{seed};
    FaultRun run{seed};
    run.during_posting("node", [&] { kill_a_node(run, dice); });
    run.during_posting("Redis", [&] { kill_redis(run, dice); });
    run.during_posting("PostgreSQL", [&] { kill_postgres(run, dice); });
    expect_nothing_wrong(run.finish(), seed);
}

TEST(Faults, RedisIsAwayForSomeSeconds) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed, {.writers = 2}};
    run.during_posting("no Redis", [&] {
        run.plein().servers().kill_redis();
        run.let_people_post(50);
        run.look();  // pages come to the same by the log alone
        run.plein().servers().start_redis();
    });
    expect_nothing_wrong(run.finish(), seed);
}

TEST(Faults, AClockJumps) {
    if (with_address_sanitizer) GTEST_SKIP() << "libfaketime cannot be loaded";
    const std::uint64_t seed = seed_of_run(1);
    Dice dice{seed};
    FaultRun run{seed, {.turning_clock = true}};
    run.during_posting("clock", [&] { turn_a_clock(run, dice); });
    expect_nothing_wrong(run.finish(), seed);
}

TEST(DeepFaults, RedisIsAwayForAMinute) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed, {.writers = 2}};
    run.during_posting("no Redis for a minute", [&] {
        run.plein().servers().kill_redis();
        const auto mended = steady_clock::now() + 1min;
        while (steady_clock::now() < mended)
            run.let_people_post(10);
        run.plein().servers().start_redis();
    });
    expect_nothing_wrong(run.finish(), seed);
}

TEST(DeepFaults, ANodeStandsStillForTenSeconds) {
    const std::uint64_t seed = seed_of_run(1);
    FaultRun run{seed};
    run.during_posting("node stopped for ten seconds", [&] {
        run.plein().node(0).pause();
        std::this_thread::sleep_for(10s);
        run.plein().node(0).resume();
    });
    expect_nothing_wrong(run.finish(), seed);
}

/// From the first look after everything had failed once to the last one.
void expect_flat(const std::vector<std::size_t>& levels, std::size_t slack) {
    const std::size_t first = all_faults().size();
    ASSERT_GT(levels.size(), first + 1) << "too short a time for each fault to happen";
    EXPECT_LE(levels.back(), levels[first] + levels[first] / 4 + slack);
}

// Each fault once, in an order that the seed says, then all again in another one, until the time is over.
TEST(DeepFaults, OneAfterAnotherAsTheSeedSays) {
    const std::uint64_t seed = seed_of_run(std::random_device{}());
    const auto end = steady_clock::now() + std::chrono::seconds{given("PLEIN_SOAK_SECONDS", 75)};
    Dice dice{seed};
    FaultRun run{seed,
                 {.nodes = 3,
                  .pages = given("PLEIN_SOAK_PAGES", 40),
                  .writers = 4,
                  .actions = true,
                  .turning_clock = !with_address_sanitizer}};
    std::vector<Fault> faults{all_faults().begin(), all_faults().end()};
    if (with_address_sanitizer)
        std::erase_if(faults, [](const Fault& fault) {
            return fault.happen == turn_a_clock || fault.happen == exhaust_descriptors;
        });
    for (bool is_over = false; !is_over;) {
        std::ranges::shuffle(faults, dice);
        for (auto fault = faults.begin(); fault != faults.end() && !is_over; ++fault) {
            run.during_posting(fault->name, [&] { fault->happen(run, dice); });
            run.look();
            is_over = steady_clock::now() >= end || run.has_gone_wrong();
        }
    }
    const FaultReport report = run.finish();
    expect_nothing_wrong(report, seed);
    if (!std::getenv("PLEIN_SOAK_SECONDS")) return;
    expect_flat(report.kilobytes, 4096);
    expect_flat(report.descriptors, 2);
}

}  // namespace
}  // namespace plein::test
