// One client that does not read costs the others nothing, and comes back to everything it missed.
#include "tests/support/model_client.hpp"

#include "protocol/routes.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

constexpr unsigned try_again_later = 1013;

class SlowReader : public testing::Test {
protected:
    void post_many(int count) {
        Device device = plein.device(plein.town.owner);
        for (int i = 0; i < count; ++i) {
            CreatePost request{.tab = plein.town.general,
                               .body = {std::string(15'000, 'x') + std::to_string(i)}};
            request.client_id.bytes = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8)};
            device.ask(request);
        }
    }
    ModelClient page_of(PersonId person) {
        return ModelClient{[this] { return std::vector{plein.port()}; }, plein.session_of(person)};
    }

    Deployment plein{
        {.redis = false,
         .settings = {{"PLEIN_LIMITS_MAX_QUEUED_BYTES", "65536"},
                      {"PLEIN_LIMITS_SOCKET_SEND_BUFFER", "16384"},
                      // It reads why it was closed when the posting is over, however long that takes.
                      {"PLEIN_TIMEOUTS_CLOSING_MS", "120000"},
                      {"PLEIN_LIVE_SWEEP_INTERVAL_MS", "100"}}}};
};

TEST_F(SlowReader, IsClosedAtTheBoundAndResumesWithoutLoss) {
    LiveClient slow = plein.live(plein.town.member);
    slow.subscribe(group_stream(plein.town.group));
    slow.until_type("subscribed", group_stream(plein.town.group));
    ModelClient quick = page_of(plein.town.colleague);
    ModelClient sleeping = page_of(plein.town.member);
    post_many(100);
    Device device = plein.device(plein.town.colleague);
    const Model fresh = Model::read(device);
    EXPECT_TRUE(quick.converge_with(fresh));
    EXPECT_EQ(quick.model().to_json(), fresh.to_json());
    EXPECT_EQ(slow.until_closed(), try_again_later);

    Device own = plein.device(plein.town.member);
    const Model missed = Model::read(own);
    EXPECT_TRUE(sleeping.converge_with(missed));
    EXPECT_EQ(sleeping.model().to_json(), missed.to_json());
    EXPECT_TRUE(sleeping.complaints().empty());
}

}  // namespace
}  // namespace plein::test
