// What one person may do in a while, over HTTP (threats 28 and 30).
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

class LimitsOverHttp : public testing::Test {
protected:
    HttpAnswer post_as(PersonId person) {
        CreatePost request{.tab = plein.town.general, .body = {"Wie heeft de sleutel van zaal 2?"}};
        request.client_id.bytes = {static_cast<std::uint8_t>(++posts_)};
        return plein.device(person).send(request);
    }

    Deployment plein{
        {.redis = false,
         .settings = {{"PLEIN_LIMITS_WRITES_PER_SECOND", "1"}, {"PLEIN_LIMITS_WRITES_BURST", "3"}}}};

private:
    int posts_ = 0;
};

TEST_F(LimitsOverHttp, WhoPostsWithoutEndIsToldToWaitWhileOthersPostAndEveryoneReads) {
    HttpAnswer answer = post_as(plein.town.member);
    int accepted = 0;
    for (; answer.status == 200 && accepted < 100; ++accepted)
        answer = post_as(plein.town.member);
    EXPECT_EQ(answer.status, 429u) << answer.body;
    EXPECT_EQ(answer.field("retry-after"), "1");
    EXPECT_GE(accepted, 3);

    EXPECT_EQ(post_as(plein.town.owner).status, 200u);
    EXPECT_EQ(plein.device(plein.town.member).send(ListPosts{.tab = plein.town.general}).status, 200u);
}

TEST(ListsOverHttp, WhoAsksForManyListsOfLoginsIsToldToWaitWhileDepartmentsGoOn) {
    Deployment plein{{.redis = false}};
    const auto plan = [&](bool of_list) {
        PlanFilling request{.group = plein.town.group};
        if (of_list) {
            request.entries = {{{"10482"}}};
        } else {
            request.department = plein.town.transport;
        }
        return plein.device(plein.town.owner).send(request);
    };
    HttpAnswer answer = plan(true);
    int accepted = 0;
    for (; answer.status == 200 && accepted < 100; ++accepted)
        answer = plan(true);
    EXPECT_EQ(answer.status, 429u) << answer.body;
    EXPECT_NE(answer.field("retry-after"), "");
    EXPECT_GE(accepted, 10);
    EXPECT_EQ(plan(false).status, 200u);
}

}  // namespace
}  // namespace plein::test
