#include "server/features/write_limits.hpp"

#include "protocol/errors.hpp"

#include <gtest/gtest.h>

namespace plein::features {
namespace {

using namespace std::chrono_literals;

class HowFastAPersonWrites : public testing::Test {
protected:
    bool may_write(PersonId person) {
        try {
            limits.take(person, now);
            return true;
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code, ErrorCode::too_many_requests);
            EXPECT_EQ(refusal.retry_after_seconds, 1);
            return false;
        }
    }

    WriteLimits limits{{.per_second = 2, .burst = 3}};
    net::RateLimit::Clock::time_point now{1h};
};

TEST_F(HowFastAPersonWrites, IsLimitedAfterABurst) {
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(may_write(PersonId{1}));
    EXPECT_FALSE(may_write(PersonId{1}));
    now += 500ms;
    EXPECT_TRUE(may_write(PersonId{1}));
    EXPECT_FALSE(may_write(PersonId{1}));
}

TEST_F(HowFastAPersonWrites, SlowsNobodyElse) {
    while (may_write(PersonId{1})) {
    }
    EXPECT_TRUE(may_write(PersonId{2}));
}

TEST_F(HowFastAPersonWrites, IsRememberedOnlyWhileItMatters) {
    for (std::int64_t person = 1; person <= 5000; ++person) {
        EXPECT_TRUE(may_write(PersonId{person}));
        now += 10ms;
    }
    EXPECT_LE(limits.remembered(), 1024u);
}

}  // namespace
}  // namespace plein::features
