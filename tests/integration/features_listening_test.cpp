// Hearing of every new post of a tab.
#include "server/features/listening.hpp"

#include "server/features/held.hpp"
#include "server/features/moving.hpp"
#include "server/features/notifying.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/scheduled_fixture.hpp"

#include <algorithm>

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

class Listening : public ScheduledTest {
protected:
    Reading listen(PersonId who, TabId tab, std::optional<bool> every_post = true,
                   Following following = Following::followed) {
        return act(who, set_following, SetFollowing{tab, following, every_post});
    }
    Reading reading(PersonId who, TabId tab) {
        for (const TabView& view : look(who, get_group, GetGroup{town.group}).view.tabs) {
            if (view.tab.id == tab) return view.reading;
        }
        throw std::logic_error{"a tab that this person does not read"};
    }
    std::int64_t tell() { return jobs::tell_new_posts(*database); }
    void set_rule(TabId tab, const std::string& posting) {
        run_sql(test_database,
                "UPDATE tabs SET posting = '" + posting + "' WHERE id = " + std::to_string(tab.value));
    }
    std::int64_t untold() {
        return run_sql(test_database, "SELECT count(*) FROM untold_posts")[0][0].as<std::int64_t>();
    }
};

TEST_F(Listening, IsAChoiceOfEachTabThatStaysUntilItIsMadeAnew) {
    EXPECT_FALSE(reading(town.member, town.general).every_post);
    EXPECT_TRUE(listen(town.member, town.general).every_post);
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " tab.followed"));
    listen(town.member, town.general);
    EXPECT_THAT(news(), IsEmpty()) << "again";
    EXPECT_TRUE(listen(town.member, town.general, std::nullopt, Following::muted).every_post);
    EXPECT_TRUE(reading(town.member, town.general).every_post);
    EXPECT_FALSE(reading(town.member, town.announcements).every_post);
    EXPECT_FALSE(reading(town.colleague, town.general).every_post);
    EXPECT_FALSE(listen(town.member, town.general, false, Following::muted).every_post);
    EXPECT_EQ(refused(town.guest, set_following, SetFollowing{town.general, Following::followed, true}),
              ErrorCode::not_found);
}

TEST_F(Listening, TellsOfEachNewPostOnce) {
    listen(town.member, town.general);
    listen(town.colleague, town.announcements);
    news();
    const Post made = post(town.owner, town.general, "all hands");
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created"))
        << "whoever posts waits for nobody";
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(news(), ElementsAre(changed(town.member)));
    EXPECT_THAT(told(town.member), ElementsAre("posted: all hands"));
    EXPECT_EQ(lines(town.member).front().actors, std::vector{town.owner});
    EXPECT_EQ(lines(town.member).front().post, made.id);
    EXPECT_THAT(told(town.colleague), IsEmpty());
    EXPECT_EQ(tell(), 0);
    EXPECT_EQ(untold(), 0);
}

TEST_F(Listening, OfATabThatNobodyListensToLeavesNoTrace) {
    post(town.owner, town.general);
    EXPECT_EQ(untold(), 0);
    EXPECT_EQ(tell(), 0);
}

TEST_F(Listening, TellsNobodyOfTheirOwnPosts) {
    listen(town.member, town.general);
    post(town.member, town.general);
    tell();
    EXPECT_THAT(told(town.member), IsEmpty());
}

TEST_F(Listening, TellsNotWhoHeardOfThePostOtherwise) {
    listen(town.member, town.general);
    post(town.owner, town.general, "to you, " + at(town.member));
    tell();
    EXPECT_THAT(told(town.member), ElementsAre("mention: to you, @member"));
}

TEST_F(Listening, IsNoReasonNotToSayWhoIsNamedLater) {
    listen(town.member, town.general);
    const Post made = post(town.owner, town.general, "all hands");
    tell();
    FeatureTest::edit(town.owner, made, "above all " + at(town.member));
    EXPECT_THAT(told(town.member), Contains("mention: above all @member"));
}

TEST_F(Listening, ComesBehindWhatAsksForMore) {
    listen(town.member, town.general);
    CreatePost request = posting(town.general, "# The docks close");
    request.news = NewNews{.must_read = true, .affects = {}};
    act(town.owner, create_post, request);
    EXPECT_EQ(tell(), 0) << "its readers are asked first";
    jobs::tell_news_to_confirm(*database);
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(told(town.member), ElementsAre("must_read: The docks close"));
}

TEST_F(Listening, IsSilentInWhatIsMutedOrLost) {
    for (const PersonId who : {town.member, town.colleague, town.moderator})
        listen(who, town.general);
    listen(town.colleague, town.general, std::nullopt, Following::muted);
    post(town.owner, town.general, "all hands");
    remove(town.owner, town.moderator);
    news();
    tell();
    EXPECT_THAT(news(), ElementsAre(changed(town.member)));
    EXPECT_THAT(told(town.colleague), IsEmpty());
    listen(town.member, town.general, std::nullopt, Following::muted);
    EXPECT_THAT(told(town.member), IsEmpty()) << "muted since";
    listen(town.member, town.general, std::nullopt, Following::unfollowed);
    EXPECT_THAT(told(town.member), ElementsAre("posted: all hands"));
}

TEST_F(Listening, TellsOfWhatIsApprovedWhenItIs) {
    listen(town.colleague, town.general);
    set_rule(town.general, "approval");
    const Post held = post(town.member, town.general, "may I?");
    EXPECT_EQ(tell(), 0);
    act(town.owner, approve_held_post, ApproveHeldPost{held.id, held.version});
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(told(town.colleague), ElementsAre("posted: may I?"));
}

TEST_F(Listening, TellsOfWhatWasScheduledAtItsTime) {
    listen(town.colleague, town.general);
    const Post later = schedule(town.member, town.general, "for later");
    EXPECT_EQ(tell(), 0);
    publish_at_its_time(later);
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(told(town.colleague), ElementsAre("posted: for later"));
}

TEST_F(Listening, TellsOfWhatIsMovedThereOnceEach) {
    listen(town.member, town.announcements);
    listen(town.colleague, town.announcements);
    listen(town.colleague, town.general);
    const Post made = post(town.owner, town.general, "all hands");
    tell();
    EXPECT_THAT(told(town.colleague), ElementsAre("posted: all hands"));
    news();
    act(town.owner, move_post, MovePost{made.id, town.announcements, false});
    news();
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(news(), ElementsAre(changed(town.member)));
    EXPECT_THAT(told(town.member), ElementsAre("posted: all hands"));
}

TEST_F(Listening, TellsNotOfWhatWasDeletedBefore) {
    listen(town.member, town.general);
    const Post made = post(town.owner, town.general, "all hands");
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(tell(), 0);
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_EQ(tell(), 1);
    const Post purged = post(town.owner, town.general);
    act(town.owner, delete_post, DeletePost{purged.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE purge_after IS NOT NULL");
    jobs::purge_posts(*database);
    EXPECT_EQ(untold(), 0);
}

TEST_F(Listening, TellsAFewAtATime) {
    run_sql(test_database,
            "INSERT INTO people (name, email) SELECT 'someone', concat('someone', n, '@example.org') "
            "  FROM generate_series(1, 450) AS n; "
            "INSERT INTO memberships (group_id, person_id, role, state, since) "
            "SELECT " +
                std::to_string(town.group.value) +
                ", id, 'member', 'active', now() FROM people WHERE name = 'someone'; "
                "INSERT INTO readings (person_id, tab_id, every_post) SELECT id, " +
                std::to_string(town.general.value) + ", true FROM people WHERE name = 'someone'");
    const Post made = post(town.owner, town.general);
    EXPECT_EQ(database->commit_now([&](Transaction& tx) { return tell_next_listeners(tx, made.id); }),
              told_at_once);
    tell();
    EXPECT_EQ(run_sql(test_database, "SELECT FROM notifications WHERE kind = 'posted'").size(), 450);
    EXPECT_EQ(untold(), 0);
}

}  // namespace
}  // namespace plein::test
