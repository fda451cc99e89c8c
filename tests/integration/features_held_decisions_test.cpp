// Decisions on held posts: approved as they were read, declined with a reason, by one of those who decide.
#include "tests/support/held_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

TEST_F(HeldPosts, ApprovedOnesArePublishedAtThatMomentAndUnreadOnce) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab, "first written");
    const Post between = post(town.owner, tab, "meanwhile");
    act(town.colleague, mark_read, MarkRead{tab, between.id});
    news();
    const Post approved = approve(town.moderator, held);
    EXPECT_EQ(approved.state, PostState::visible);
    EXPECT_GT(approved.published_at, between.published_at);
    EXPECT_FALSE(approved.edited_at);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " post.created",
                                             moderators_stream + " held.changed",
                                             user_stream(town.member) + " held.changed",
                                             user_stream(town.member) + " notifications.changed"));
    EXPECT_THAT(bodies(look(town.colleague, list_posts, ListPosts{tab})),
                ElementsAre("first written", "meanwhile"));
    EXPECT_EQ(tab_of(town.colleague, tab).reading.unread, 1);
    EXPECT_EQ(tab_of(town.member, tab).own_held, 0);
    EXPECT_EQ(group_of(town.moderator).held, 0);
    EXPECT_THAT(queue(town.moderator), IsEmpty());
    EXPECT_EQ(look(town.colleague, get_post, GetPost{held.id}).view.post.body, "first written");
}

TEST_F(HeldPosts, TheSecondWhoDecidesLearnsThatSomebodyWasFaster) {
    const Post held = post(town.member, approval_tab());
    approve(town.moderator, held);
    EXPECT_EQ(refused_approval(town.owner, held), ErrorCode::conflict);
    EXPECT_EQ(refused(town.owner, decline_held_post, DeclineHeldPost{held.id, held.version, {"no"}}),
              ErrorCode::conflict);
    EXPECT_EQ(approve(town.moderator, held).state, PostState::visible) << "who did it may repeat it";
    EXPECT_EQ(refused(town.moderator, decline_held_post, DeclineHeldPost{held.id, held.version, {"no"}}),
              ErrorCode::conflict);
    EXPECT_EQ(look(town.colleague, list_posts, ListPosts{held.tab}).items.size(), 1u);
}

TEST_F(HeldPosts, OfTwoWhoDecideAtOnceOnTwoNodesOneDoes) {
    const auto other_node = open();
    token_of(town.owner);
    token_of(town.moderator);
    const TabId tab = approval_tab();
    for (int turn = 0; turn < 5; ++turn) {
        const Post held = post(town.member, tab, "turn " + std::to_string(turn));
        const auto decide = [&](storage::Database& node, PersonId who) {
            return std::async(std::launch::async, [this, &node, &held, who] {
                return refusal_of(
                    [&] { act_on(node, who, approve_held_post, ApproveHeldPost{held.id, held.version}); });
            });
        };
        auto one = decide(*database, town.owner);
        auto two = decide(*other_node, town.moderator);
        EXPECT_THAT((std::vector{one.get(), two.get()}),
                    UnorderedElementsAre(std::nullopt, std::optional{ErrorCode::conflict}));
    }
    EXPECT_EQ(look(town.colleague, list_posts, ListPosts{tab}).items.size(), 5u);
}

TEST_F(HeldPosts, AreApprovedAsTheyWereRead) {
    const Post held = post(town.member, approval_tab(), "harmless");
    const Post edited = edit_held(town.member, held, "something else");
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::stale_version);
    EXPECT_EQ(refused(town.moderator, decline_held_post, DeclineHeldPost{held.id, held.version, {"no"}}),
              ErrorCode::stale_version);
    EXPECT_EQ(approve(town.moderator, edited).body, "something else");
}

TEST_F(HeldPosts, StayAsApprovedOnceOthersReadThem) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab, "harmless");
    const Post approved = approve(town.moderator, held);
    EXPECT_EQ(refused(town.member, edit_held_post, EditHeldPost{held.id, approved.version, {"x"}}),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, withdraw_held_post, WithdrawHeldPost{held.id}), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, edit_post,
                      EditPost{.post = held.id, .version = approved.version, .body = {"x"}}),
              ErrorCode::forbidden);
    const auto mine = look(town.member, list_posts, ListPosts{tab}).items.at(0).mine;
    EXPECT_FALSE(mine.may_edit);
    EXPECT_TRUE(mine.may_delete);
    EXPECT_FALSE(look(town.member, list_group_posts, ListGroupPosts{town.group}).items.at(0).mine.may_edit);
    act(town.member, delete_post, DeletePost{held.id});
    EXPECT_EQ(act(town.member, restore_post, RestorePost{held.id}).body, "harmless");
}

TEST_F(HeldPosts, DeclinedOnesStayWithTheirAuthorWithTheReason) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab, "kumquat");
    decline(town.moderator, held, "  please name the customer  ");
    const auto mine = own(town.member);
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_EQ(mine[0].post.state, PostState::declined);
    EXPECT_EQ(mine[0].post.body, "kumquat");
    ASSERT_TRUE(mine[0].declined);
    EXPECT_EQ(mine[0].declined->reason, "please name the customer");
    EXPECT_EQ(mine[0].declined->by, town.moderator);
    EXPECT_THAT(queue(town.moderator), IsEmpty());
    EXPECT_THAT(bodies(look(town.colleague, list_posts, ListPosts{tab})), IsEmpty());
    EXPECT_EQ(refused(town.colleague, get_post, GetPost{held.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.colleague, mark_read, MarkRead{tab, held.id}), ErrorCode::not_found);
    EXPECT_EQ(refused_approval(town.owner, mine[0].post), ErrorCode::conflict);
    decline(town.moderator, held);  // repeated: no error
    EXPECT_EQ(own(town.member)[0].declined->reason, "please name the customer");
}

TEST_F(HeldPosts, ADeclineSaysWhy) {
    const Post held = post(town.member, approval_tab());
    EXPECT_EQ(refused(town.moderator, decline_held_post, DeclineHeldPost{held.id, held.version, {" \n"}}),
              ErrorCode::invalid_request);
}

TEST_F(HeldPosts, ADeclinedOneIsSentAgainAndWaitsAsNew) {
    const TabId tab = approval_tab();
    const Post first = post(town.member, tab, "vague");
    post(town.colleague, tab, "another");
    decline(town.moderator, first);
    const Post again = edit_held(town.member, own(town.member)[0].post, "clear");
    EXPECT_EQ(again.state, PostState::held);
    EXPECT_THAT(queue(town.moderator), ElementsAre("another", "clear"));
    EXPECT_FALSE(own(town.member)[0].declined);
    EXPECT_EQ(approve(town.moderator, again).body, "clear");
}

TEST_F(HeldPosts, ADeclinedOneIsNotSentAgainWhereItsAuthorNoLongerPosts) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab);
    decline(town.moderator, held);
    set_rule(tab, PostingRule::owners);
    const Post declined = own(town.member)[0].post;
    EXPECT_EQ(refused(town.member, edit_held_post, EditHeldPost{held.id, declined.version, {"x"}}),
              ErrorCode::forbidden);
}

TEST_F(HeldPosts, OfSomebodyWhoLeftAreNotPublished) {
    const Post held = post(town.member, approval_tab());
    remove(town.owner, town.member);
    EXPECT_THAT(queue(town.moderator), ElementsAre("words")) << "it waits until somebody decides";
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::conflict);
    decline(town.moderator, held);
    set_role(town.owner, town.member, GroupRole::member);
    EXPECT_EQ(own(town.member).at(0).declined->reason, "not here") << "who comes back finds the text";
}

TEST_F(HeldPosts, OfASuspendedPersonAreNotPublished) {
    const Post held = post(town.member, approval_tab());
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::conflict);
    act(town.administrator, reinstate_person, ReinstatePerson{town.member});
    EXPECT_EQ(approve(town.moderator, held).state, PostState::visible);
}

TEST_F(HeldPosts, OfSomebodyWhoLostSightOfTheTabAreNotPublished) {
    const TabId tab = approval_tab();
    const Post held = post(town.colleague, tab);
    const Tab now = tab_of(town.owner, tab).tab;
    act(town.owner, edit_tab,
        EditTab{.tab = tab,
                .version = now.version,
                .name = {now.name},
                .department = town.transport,
                .audience = TabAudience::department,
                .posting = PostingRule::approval});
    EXPECT_THAT(own(town.colleague), IsEmpty());
    EXPECT_EQ(refused(town.colleague, edit_held_post, EditHeldPost{held.id, held.version, {"x"}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused_approval(town.owner, held), ErrorCode::conflict);
}

TEST_F(HeldPosts, AreApprovedForWhoeverReadsTheTabByThen) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab, "for all");
    const Tab now = tab_of(town.owner, tab).tab;
    act(town.owner, edit_tab,
        EditTab{.tab = tab,
                .version = now.version,
                .name = {now.name},
                .audience = TabAudience::guests,
                .posting = PostingRule::approval});
    news();
    approve(town.moderator, held);
    EXPECT_THAT(news(), testing::Contains(tab_stream(tab) + " post.created"));
    EXPECT_THAT(bodies(look(town.guest, list_posts, ListPosts{tab})), ElementsAre("for all"));
}

}  // namespace
}  // namespace plein::test
