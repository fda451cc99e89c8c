// Posts that are held: where they wait, who sees and touches them meanwhile, and who hears of it.
#include "server/features/group_changes.hpp"
#include "tests/support/held_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

TEST_F(HeldPosts, WaitWhereATabAsksForApproval) {
    const TabId tab = approval_tab();
    news();
    const Post held = post(town.member, tab, "a proposal");
    EXPECT_EQ(held.state, PostState::held);
    EXPECT_THAT(news(), UnorderedElementsAre(moderators_stream + " held.changed",
                                             user_stream(town.member) + " held.changed"));
    EXPECT_EQ(tab_of(town.member, tab).own_held, 1);
    ASSERT_EQ(own(town.member).size(), 1u);
    EXPECT_EQ(own(town.member)[0].post.body, "a proposal");
    EXPECT_FALSE(own(town.member)[0].declined);
}

TEST_F(HeldPosts, OwnersAndModeratorsPostWithoutAnybodysApproval) {
    const TabId tab = approval_tab();
    for (const PersonId who : {town.owner, town.other_owner, town.moderator}) {
        EXPECT_FALSE(tab_of(who, tab).needs_approval);
        EXPECT_EQ(post(who, tab).state, PostState::visible);
    }
    EXPECT_TRUE(tab_of(town.member, tab).needs_approval);
    EXPECT_TRUE(tab_of(town.member, tab).may_post);
}

TEST_F(HeldPosts, GuestsWaitAsMembersDo) {
    const TabId tab = approval_tab(TabAudience::guests);
    const Post held = post(town.guest, tab, "from outside");
    EXPECT_EQ(held.state, PostState::held);
    EXPECT_EQ(own(town.guest).size(), 1u);
    EXPECT_EQ(approve(town.moderator, held).state, PostState::visible);
}

TEST_F(HeldPosts, AreSeenByNobodyButTheirAuthorAndThoseWhoDecide) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab, "kumquat");
    EXPECT_THAT(queue(town.moderator), ElementsAre("kumquat"));
    EXPECT_THAT(queue(town.owner), ElementsAre("kumquat"));
    EXPECT_THAT(queue(town.other_owner), ElementsAre("kumquat"));
    EXPECT_EQ(group_of(town.moderator).held, 1);
    EXPECT_EQ(group_of(town.member).held, std::nullopt);
    EXPECT_EQ(refused(town.member, list_held_posts, ListHeldPosts{town.group}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.stranger, list_held_posts, ListHeldPosts{town.group}), ErrorCode::not_found);
    for (const PersonId who : {town.member, town.colleague, town.moderator, town.owner}) {
        EXPECT_THAT(bodies(look(who, list_posts, ListPosts{tab})), IsEmpty());
        EXPECT_THAT(bodies(look(who, list_group_posts, ListGroupPosts{town.group})), IsEmpty());
        EXPECT_THAT(bodies(look(who, list_home_posts, ListHomePosts{.unread = true})), IsEmpty());
        EXPECT_THAT(bodies(look(who, list_home_posts, ListHomePosts{})), IsEmpty());
        EXPECT_EQ(refused(who, get_post, GetPost{held.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, mark_read, MarkRead{tab, held.id}), ErrorCode::not_found);
        EXPECT_EQ(tab_of(who, tab).reading.unread, 0);
    }
    EXPECT_THAT(own(town.colleague), IsEmpty());
    EXPECT_EQ(log_lines_with("kumquat"), 0) << "the log holds nothing of it, on no stream";
}

TEST_F(HeldPosts, AreTouchedByNobodyElse) {
    const Post held = post(town.member, approval_tab());
    for (const PersonId who :
         {town.colleague, town.guest, town.stranger, town.newcomer, town.administrator}) {
        EXPECT_EQ(refused_approval(who, held), ErrorCode::not_found);
        EXPECT_EQ(refused(who, decline_held_post, DeclineHeldPost{held.id, held.version, {"no"}}),
                  ErrorCode::not_found);
        EXPECT_EQ(refused(who, edit_held_post, EditHeldPost{held.id, held.version, {"x"}}),
                  ErrorCode::not_found);
        EXPECT_EQ(refused(who, withdraw_held_post, WithdrawHeldPost{held.id}), ErrorCode::not_found);
    }
    EXPECT_EQ(refused_approval(town.member, held), ErrorCode::not_found) << "not by its author either";
    EXPECT_EQ(refused(town.moderator, edit_held_post, EditHeldPost{held.id, held.version, {"x"}}),
              ErrorCode::not_found)
        << "who decides does not put words into the author's mouth";
    EXPECT_EQ(refused(town.member, edit_post, EditPost{.post = held.id, .body = {"x"}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, delete_post, DeletePost{held.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, restore_post, RestorePost{held.id}), ErrorCode::not_found);
    EXPECT_THAT(queue(town.owner), ElementsAre("words"));
}

TEST_F(HeldPosts, AreAnsweredAsTheyStandWhenTheirCreateIsRepeated) {
    const TabId tab = approval_tab();
    const CreatePost request = posting(tab, "once", 77);
    const Post held = act(town.member, create_post, request);
    EXPECT_EQ(to_json(act(town.member, create_post, request)), to_json(held));
    EXPECT_EQ(queue(town.owner).size(), 1u);
    approve(town.owner, held);
    EXPECT_EQ(act(town.member, create_post, request).state, PostState::visible);
    EXPECT_EQ(refused(town.member, create_post, posting(tab, "other words", 77)), ErrorCode::conflict);
}

TEST_F(HeldPosts, AreTakenBackWithTheirText) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab, "kumquat");
    act(town.member, withdraw_held_post, WithdrawHeldPost{held.id});
    act(town.member, withdraw_held_post, WithdrawHeldPost{held.id});
    EXPECT_THAT(queue(town.moderator), IsEmpty());
    EXPECT_THAT(own(town.member), IsEmpty());
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, edit_held_post, EditHeldPost{held.id, held.version + 1, {"x"}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, restore_post, RestorePost{held.id}), ErrorCode::not_found)
        << "an undo would publish it";
    EXPECT_EQ(
        run_sql(test_database, "SELECT count(*) FROM posts WHERE body LIKE '%kumquat%'")[0][0].as<int>(), 0);
}

TEST_F(HeldPosts, OfOnePersonAreBounded) {
    const TabId tab = approval_tab();
    for (std::size_t i = 0; i < limits::held_posts; ++i)
        post(town.member, tab);
    EXPECT_EQ(refused(town.member, create_post, posting(tab, "one more")), ErrorCode::full);
    EXPECT_EQ(post(town.colleague, tab).state, PostState::held) << "nobody else is kept out";
    EXPECT_EQ(post(town.member, town.general).state, PostState::visible);
}

TEST_F(HeldPosts, OfATabThatAModeratorDoesNotReadAreNotTheirs) {
    const TabId tab = approval_tab(TabAudience::department, town.transport);
    news();
    const Post held = post(town.member, tab, "for Transport only");
    EXPECT_THAT(queue(town.owner), ElementsAre("for Transport only"));
    EXPECT_THAT(queue(town.moderator), IsEmpty()) << "works in Warehouse";
    EXPECT_EQ(group_of(town.moderator).held, 0);
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::not_found);
    EXPECT_EQ(log_lines_with("\"tab\":" + std::to_string(tab.value)), 0);
    EXPECT_EQ(approve(town.owner, held).state, PostState::visible);
}

TEST_F(HeldPosts, OfATabThatIsArchivedWaitForItsReturn) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab);
    act(town.owner, archive_tab, ArchiveTab{tab});
    EXPECT_THAT(queue(town.moderator), IsEmpty());
    EXPECT_EQ(group_of(town.moderator).held, 0);
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::not_found);
    act(town.owner, restore_tab, RestoreTab{tab});
    EXPECT_THAT(queue(town.moderator), ElementsAre("words"));
    EXPECT_EQ(own(town.member).size(), 1u);
}

TEST_F(HeldPosts, OfAGroupThatIsArchivedWaitForItsReturn) {
    const Post held = post(town.member, approval_tab());
    news();
    act(town.owner, archive_group, ArchiveGroup{town.group});
    EXPECT_THAT(news(), testing::Contains(moderators_stream + " group.archived"));
    EXPECT_EQ(refused(town.moderator, list_held_posts, ListHeldPosts{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused_approval(town.moderator, held), ErrorCode::not_found);
    act(town.owner, restore_group, RestoreGroup{town.group});
    EXPECT_EQ(approve(town.moderator, held).state, PostState::visible);
}

TEST_F(HeldPosts, WaitUntilSomebodyDecidesWhateverTheRuleBecomes) {
    const TabId tab = approval_tab();
    const Post held = post(town.member, tab);
    set_rule(tab, PostingRule::everyone);
    EXPECT_EQ(post(town.member, tab, "at once").state, PostState::visible);
    EXPECT_THAT(queue(town.moderator), ElementsAre("words"));
    const Post edited = edit_held(town.member, held, "better");
    EXPECT_EQ(edited.state, PostState::held);
    EXPECT_EQ(approve(town.moderator, edited).body, "better");
}

TEST_F(HeldPosts, AModeratorWhoBecomesAMemberStopsHearing) {
    news();
    set_role(town.owner, town.moderator, GroupRole::member);
    EXPECT_THAT(revoked(town.moderator), ElementsAre(moderators_stream));
    EXPECT_EQ(refused(town.moderator, list_held_posts, ListHeldPosts{town.group}), ErrorCode::forbidden);
    EXPECT_EQ(group_of(town.moderator).held, std::nullopt);
}

TEST_F(HeldPosts, AnOwnerWhoBecomesAModeratorGoesOnHearing) {
    news();
    set_role(town.owner, town.other_owner, GroupRole::moderator);
    EXPECT_THAT(revoked(town.other_owner), IsEmpty());
}

TEST_F(HeldPosts, WhoeverLosesTheGroupLosesTheModeratorsStreamToo) {
    remove(town.owner, town.moderator);
    EXPECT_THAT(revoked(town.moderator), testing::Contains(moderators_stream));
    act(town.administrator, suspend_person, SuspendPerson{town.other_owner});
    EXPECT_THAT(revoked(town.other_owner), testing::Contains(moderators_stream));
}

TEST_F(HeldPosts, AreToldToThoseWhoDecideAlone) {
    const auto streams_for = [&](PersonId who) {
        return streams(look(who, list_groups, ListGroups{}).cursors);
    };
    for (const PersonId who : {town.owner, town.moderator})
        EXPECT_THAT(streams_for(who), testing::Contains(moderators_stream));
    for (const PersonId who : {town.member, town.guest, town.stranger, town.administrator})
        EXPECT_THAT(streams_for(who), testing::Not(testing::Contains(moderators_stream)));
    EXPECT_TRUE(may_listen(town.owner, moderators_stream));
    EXPECT_TRUE(may_listen(town.moderator, moderators_stream));
    for (const PersonId who : {town.member, town.guest, town.stranger, town.administrator})
        EXPECT_FALSE(may_listen(who, moderators_stream));
}

}  // namespace
}  // namespace plein::test
