// All tabs of a group, followed, muted or left alone with one word.
#include "server/features/group_changes.hpp"
#include "tests/support/feature_fixture.hpp"

#include <algorithm>

namespace plein::test {
namespace {

using namespace features;
using testing::Each;
using testing::Field;
using testing::SizeIs;

class GroupFollowing : public FeatureTest {
protected:
    GroupFollowing() { news(); }

    std::vector<Reading> follow(PersonId who, Following following, bool every_post = false) {
        return act(who, set_group_following, SetGroupFollowing{town.group, following, every_post}).items;
    }
    std::vector<Reading> readings(PersonId who) {
        std::vector<Reading> all;
        for (const TabView& each : look(who, get_group, GetGroup{town.group}).view.tabs)
            all.push_back(each.reading);
        return all;
    }
    std::int64_t rows_of(PersonId who) {
        return run_sql(test_database,
                       "SELECT count(*) FROM readings WHERE person_id = " + std::to_string(who.value))[0][0]
            .as<std::int64_t>();
    }
    static std::vector<std::string> followed(PersonId who, std::size_t tabs) {
        return std::vector<std::string>(tabs, user_stream(who) + " tab.followed");
    }
};

TEST_F(GroupFollowing, IsThatOfEveryTabThatOneReads) {
    const auto muted = follow(town.member, Following::muted);
    EXPECT_THAT(muted, SizeIs(4));
    EXPECT_THAT(muted, Each(Field(&Reading::following, Following::muted)));
    EXPECT_EQ(to_json(muted), to_json(readings(town.member)));
    EXPECT_EQ(news(), followed(town.member, 4));
    EXPECT_THAT(readings(town.owner), Not(Each(Field(&Reading::following, Following::muted))));
}

TEST_F(GroupFollowing, LeavesTabsAloneThatOneDoesNotRead) {
    EXPECT_THAT(follow(town.colleague, Following::followed), SizeIs(3));
    EXPECT_EQ(rows_of(town.colleague), 3);
    EXPECT_EQ(news(), followed(town.colleague, 3));
    EXPECT_THAT(follow(town.guest, Following::muted), SizeIs(1));
    EXPECT_EQ(news(), followed(town.guest, 1));
}

TEST_F(GroupFollowing, TellsOnlyWhatIsNew) {
    act(town.member, set_following, SetFollowing{town.general, Following::muted});
    news();
    EXPECT_THAT(follow(town.member, Following::muted), SizeIs(4));
    EXPECT_EQ(news(), followed(town.member, 3));
    follow(town.member, Following::muted);
    EXPECT_THAT(news(), IsEmpty());
    follow(town.member, Following::muted, true);
    EXPECT_THAT(readings(town.member), Each(Field(&Reading::every_post, true)));
    EXPECT_EQ(news(), followed(town.member, 4));
}

TEST_F(GroupFollowing, KeepsHowFarOneHasRead) {
    const Post made = post(town.owner, town.general);
    act(town.member, mark_read, MarkRead{town.general, made.id});
    follow(town.member, Following::unfollowed);
    EXPECT_EQ(readings(town.member).front().read_until, made.published_at);
    EXPECT_EQ(readings(town.member).front().unread, 0);
}

TEST_F(GroupFollowing, IsOfAGroupThatOneIsIn) {
    const SetGroupFollowing request{town.group, Following::followed, true};
    EXPECT_EQ(refused(town.stranger, set_group_following, request), ErrorCode::not_found);
    remove(town.owner, town.member);
    EXPECT_EQ(refused(town.member, set_group_following, request), ErrorCode::not_found);
    act(town.owner, archive_group, ArchiveGroup{town.group});
    EXPECT_EQ(refused(town.owner, set_group_following, request), ErrorCode::not_found);
    EXPECT_EQ(rows_of(town.stranger), 0);
}

}  // namespace
}  // namespace plein::test
