#include "server/jobs/jobs.hpp"
#include "tests/support/account_fixture.hpp"

namespace plein::test {
namespace {

class JobsTurn : public AccountTest {
protected:
    std::int64_t count(const std::string& from) {
        return run_sql(test_database, "SELECT count(*) FROM " + from)[0][0].as<std::int64_t>();
    }
};

TEST_F(JobsTurn, EndsExpiredSessionsAndTellsTheirConnections) {
    Device old = device_at("10.0.0.1");
    const Me me = sign_in(old, "member@example.org");
    run_sql(test_database, "UPDATE sessions SET expires_at = now() - interval '1 second'");
    Device fresh = device_at("10.0.0.1");
    sign_in(fresh, "owner@example.org");
    EXPECT_EQ(jobs::expire_sessions(*database), 1);
    EXPECT_EQ(published.events().back().ends, me.session);
    EXPECT_TRUE(is_signed_in(fresh));
    EXPECT_EQ(jobs::expire_sessions(*database), 0);
}

TEST_F(JobsTurn, ForgetsEventsThatAreOlderThanWhatIsKept) {
    post(town.member, town.general, "long ago");
    run_sql(test_database, "UPDATE events SET at = now() - interval '8 days'");
    post(town.member, town.general, "today");
    EXPECT_EQ(jobs::retain_events(*database, 7), 1);
    EXPECT_EQ(log_lines_with("long ago"), 0);
    EXPECT_EQ(log_lines_with("today"), 1);
}

TEST_F(JobsTurn, TakesTheTextOfDeletedPostsAfterTheWindowAndKeepsTheTombstone) {
    const auto request = posting(town.general, "to be forgotten", 9);
    const Post gone = act(town.member, features::create_post, request);
    const Post undone = post(town.member, town.general, "still there");
    act(town.member, features::delete_post, DeletePost{gone.id});
    EXPECT_EQ(jobs::purge_posts(*database), 0);
    run_sql(test_database,
            "UPDATE posts SET purge_after = now() - interval '1 second' WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(count("posts WHERE body LIKE '%forgotten%' OR blocks LIKE '%forgotten%'"), 0);
    EXPECT_EQ(act(town.member, features::create_post, request).state, PostState::deleted);
    EXPECT_EQ(look(town.owner, features::get_post, GetPost{undone.id}).view.post.body, "still there");
}

TEST_F(JobsTurn, ForgetsSignInTracesThatSayNothingAnyMore) {
    Device device = device_at("10.0.0.1");
    sign_in_refused(device, "nobody@example.org", "wrong");
    jobs::forget_sign_in_traces(*database);
    EXPECT_GT(count("throttles"), 0);
    run_sql(test_database, "UPDATE throttles SET refilled_at = now() - interval '2 days'");
    jobs::forget_sign_in_traces(*database);
    EXPECT_EQ(count("throttles"), 0);
}

}  // namespace
}  // namespace plein::test
