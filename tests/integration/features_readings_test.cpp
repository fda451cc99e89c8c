#include "tests/support/feature_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Readings : public FeatureTest {
protected:
    Reading read(PersonId who, const Post& up_to) {
        return act(who, mark_read, MarkRead{up_to.tab, up_to.id});
    }
    Reading restore(PersonId who, const Reading& marked, std::optional<Timestamp> read_until) {
        const RestoreReadings request{{{{marked.tab, marked.version, read_until}}}};
        return act(who, restore_readings, request).items.at(0);
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

TEST_F(Readings, SayHowFarTheyCounted) {
    const Post first = post(town.owner, town.general);
    const StreamCursor counted = read(town.member, first).counted;
    const StreamCursor seen = look(town.member, list_posts, ListPosts{.tab = town.general}).cursors.front();
    EXPECT_EQ(counted.stream, seen.stream);
    EXPECT_EQ(counted.cursor, seen.cursor);
    post(town.owner, town.general);
    EXPECT_NE(read(town.member, first).counted.cursor, seen.cursor);
}

TEST_F(Readings, OfATabWithAStreamOfItsOwnCountAlongThatStream) {
    const Post made = post(town.owner, town.opened);
    EXPECT_EQ(read(town.member, made).counted.stream, stream_of(town.opened));
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

TEST_F(Readings, OfSeveralTabsMoveTogetherOrNotAtAll) {
    const Post here = post(town.owner, town.general);
    const Post there = post(town.owner, town.opened);
    const Post hidden = post(town.owner, town.transport_tab);
    news();
    const MarkAllRead with_hidden{{{{town.general, here.id}, {town.transport_tab, hidden.id}}}};
    EXPECT_EQ(refused(town.colleague, mark_all_read, with_hidden), ErrorCode::not_found);
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(unread_in_general(town.colleague), 1);

    const MarkAllRead both{{{{town.opened, there.id}, {town.general, here.id}}}};
    act(town.colleague, mark_all_read, both);
    EXPECT_THAT(news(), ElementsAre(user_stream(town.colleague) + " tab.read",
                                    user_stream(town.colleague) + " tab.read"));
    EXPECT_EQ(unread_in_general(town.colleague), 0);
}

TEST_F(Readings, GoBackToWhereTheyWereWhenAMarkIsTakenBack) {
    const Post first = post(town.owner, town.general);
    const Post second = post(town.owner, town.general);
    const Reading before = read(town.member, first);
    const Reading marked = read(town.member, second);
    news();
    const auto restored = restore(town.member, marked, before.read_until);
    EXPECT_EQ(restored.read_until, before.read_until);
    EXPECT_EQ(restored.unread, 1);
    EXPECT_GT(restored.version, marked.version);
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " tab.read"));
}

TEST_F(Readings, GoBackToTheVeryBeginning) {
    const Reading marked = read(town.member, post(town.owner, town.general));
    EXPECT_EQ(restore(town.member, marked, std::nullopt).unread, 1);
}

TEST_F(Readings, StayWhenTheyChangedSinceTheMarkThatIsTakenBack) {
    const Reading marked = read(town.member, post(town.owner, town.general));
    const Reading later = read(town.member, post(town.owner, town.general));
    news();
    EXPECT_EQ(restore(town.member, marked, std::nullopt).read_until, later.read_until);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Readings, AreNeverTakenForward) {
    const Reading marked = read(town.member, post(town.owner, town.general));
    post(town.owner, town.general);
    const Timestamp future = *marked.read_until + std::chrono::hours{1};
    EXPECT_EQ(restore(town.member, marked, future).unread, 1);
}

TEST_F(Readings, APostOfAnotherTabMarksNothing) {
    const Post elsewhere = post(town.member, town.opened);
    EXPECT_EQ(refused(town.member, mark_read, MarkRead{town.general, elsewhere.id}), ErrorCode::not_found);
}

}  // namespace
}  // namespace plein::test
