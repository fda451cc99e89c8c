#include "tests/support/feature_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Readings : public FeatureTest {
protected:
    Reading read(PersonId who, const Post& up_to) {
        return act(who, mark_read, MarkRead{up_to.tab, up_to.id});
    }
    std::int32_t unread_in_general(PersonId who) {
        return look(who, get_group, GetGroup{town.group}).view.tabs.front().reading.unread;
    }
};

TEST_F(Readings, EverythingByOthersIsUnreadAtFirstAndOwnPostsNever) {
    post(town.owner, town.general);
    post(town.member, town.general);
    EXPECT_EQ(unread_in_general(town.member), 1);
    EXPECT_EQ(unread_in_general(town.colleague), 2);
}

TEST_F(Readings, MoveForwardAndNeverBack) {
    const Post first = post(town.owner, town.general);
    const Post second = post(town.owner, town.general);
    const Reading forward = read(town.member, second);
    EXPECT_EQ(forward.unread, 0);
    news();
    const Reading back = read(town.member, first);
    EXPECT_EQ(back.read_until, forward.read_until);
    EXPECT_EQ(back.version, forward.version);
    EXPECT_EQ(back.unread, 0);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Readings, AreToldToTheOwnDevicesOnly) {
    const Post made = post(town.owner, town.general);
    news();
    read(town.member, made);
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " tab.read"));
    EXPECT_EQ(unread_in_general(town.colleague), 1);
}

TEST_F(Readings, CountDeletedPostsNoMore) {
    const Post made = post(town.owner, town.general);
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(unread_in_general(town.member), 0);
}

TEST_F(Readings, CountUpToAHundred) {
    for (int i = 0; i < 103; ++i)
        post(town.owner, town.general);
    EXPECT_EQ(unread_in_general(town.member), 100);
}

TEST_F(Readings, APostOfAnotherTabMarksNothing) {
    const Post elsewhere = post(town.member, town.opened);
    EXPECT_EQ(refused(town.member, mark_read, MarkRead{town.general, elsewhere.id}), ErrorCode::not_found);
}

}  // namespace
}  // namespace plein::test
