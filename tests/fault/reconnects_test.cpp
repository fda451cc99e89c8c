// Everybody comes back at once: all are let in again, and the node holds no more afterwards than before.
#include "tests/fault/guests.hpp"
#include "tests/fault/soak.hpp"
#include "tests/support/sanitizers.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

class Reconnects : public testing::Test {
protected:
    void run(std::size_t count) {
        Guests guests{plein, count};
        guests.come();
        ASSERT_TRUE(until([&] { return guests.present() == count; }, patience)) << guests.present();
        const std::size_t kilobytes = plein.node().resident_bytes() / 1024;
        for (int times = 0; times < 3; ++times) {
            guests.drop_everything();
            ASSERT_TRUE(until([&] { return guests.present() == count; }, patience)) << guests.present();
        }
        if (!with_address_sanitizer) {
            EXPECT_LT(plein.node().resident_bytes() / 1024, kilobytes + kilobytes / 4 + 4096);
        }
        EXPECT_TRUE(until([&] { return plein.figure("plein_live_connections") == count; }, patience))
            << plein.figure("plein_live_connections");

        plein.node().kill();
        plein.node().start();
        ASSERT_TRUE(until([&] { return guests.present() == count; }, patience)) << guests.present();
        guests.leave();
        EXPECT_TRUE(until([&] { return plein.figure("plein_connections") <= 1; }, patience));
        EXPECT_TRUE(until([&] { return plein.node().open_descriptors() <= descriptors_ + pool; }, patience));
        std::printf("%zu guests: %zu kB with all of them, %zu after they left\n", count, kilobytes,
                    plein.node().resident_bytes() / 1024);
    }

    static constexpr auto patience = 120s;
    static constexpr std::size_t pool =
        8;  // connections to PostgreSQL that may be open now and were not then
    // Guests answer no pings.
    Deployment plein{{.redis = false, .settings = {{"PLEIN_TIMEOUTS_PING_MS", "3600000"}}}};
    const std::size_t descriptors_ = plein.node().open_descriptors();
};

using DeepReconnects = Reconnects;

TEST_F(Reconnects, OfSomeHundredsAtOnce) { run(300); }
TEST_F(DeepReconnects, OfThousandsAtOnce) { run(given("PLEIN_SOAK_GUESTS", 800)); }

}  // namespace
}  // namespace plein::test
