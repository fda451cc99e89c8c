#include "server/features/held.hpp"

#include "server/features/group_changes.hpp"
#include "tests/support/feature_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

/// A tab where everyone posts and what members write waits for an owner or moderator.
class HeldPosts : public FeatureTest {
protected:
    HeldPosts() { news(); }

    TabId approval_tab(TabAudience audience = TabAudience::members,
                       std::optional<DepartmentId> department = {}) {
        CreateTab request{.group = town.group, .client_id = {}, .name = {"Proposals"}};
        request.client_id.bytes = {7, ++made_};
        request.audience = audience;
        request.department = department;
        request.posting = PostingRule::approval;
        return act(town.owner, create_tab, request).id;
    }

    std::vector<std::string> queue(PersonId who) {
        std::vector<std::string> texts;
        for (const HeldPost& held : look(who, list_held_posts, ListHeldPosts{town.group}).items)
            texts.push_back(held.post.body);
        return texts;
    }
    std::vector<OwnHeldPost> own(PersonId who) {
        return look(who, list_own_held_posts, ListOwnHeldPosts{town.group}).items;
    }
    GroupView group_of(PersonId who) { return look(who, get_group, GetGroup{town.group}).view; }
    TabView tab_of(PersonId who, TabId tab) {
        const auto view = group_of(who);
        return *std::ranges::find(view.tabs, tab, [](const TabView& each) { return each.tab.id; });
    }

    Post approve(PersonId who, const Post& post) {
        return act(who, approve_held_post, ApproveHeldPost{post.id, post.version});
    }
    void decline(PersonId who, const Post& post, const std::string& reason = "not here") {
        act(who, decline_held_post, DeclineHeldPost{post.id, post.version, {reason}});
    }
    Post edit_held(PersonId who, const Post& post, const std::string& body) {
        return act(who, edit_held_post, EditHeldPost{post.id, post.version, {body}});
    }
    std::optional<ErrorCode> refused_approval(PersonId who, const Post& post) {
        return refused(who, approve_held_post, ApproveHeldPost{post.id, post.version});
    }
    void set_rule(TabId tab, PostingRule rule) {
        const Tab now = tab_of(town.owner, tab).tab;
        act(town.owner, edit_tab,
            EditTab{.tab = tab,
                    .version = now.version,
                    .name = {now.name},
                    .department = now.department,
                    .audience = now.audience,
                    .posting = rule});
    }

    std::string moderators_stream = moderators_stream_of(town.group);
    std::vector<PersonId> everyone_else{town.colleague, town.guest, town.stranger, town.newcomer,
                                        town.administrator};

private:
    std::uint8_t made_ = 0;
};

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
    for (const PersonId who : everyone_else) {
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
                                             user_stream(town.member) + " held.changed"));
    EXPECT_THAT(bodies(look(town.colleague, list_posts, ListPosts{tab})),
                ElementsAre("first written", "meanwhile"));
    EXPECT_EQ(tab_of(town.colleague, tab).reading.unread, 1);
    EXPECT_EQ(tab_of(town.member, tab).own_held, 0);
    EXPECT_EQ(group_of(town.moderator).held, 0);
    EXPECT_THAT(queue(town.moderator), IsEmpty());
    EXPECT_EQ(look(town.colleague, get_post, GetPost{held.id}).view.post.body, "first written");
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
    const auto may_listen = [&](PersonId who) {
        return !refusal_of([&] {
            database->read_now([&, token = token_of(who)](Snapshot& snapshot) {
                return access::to_stream(snapshot, access::identify(snapshot, token), moderators_stream)
                    .stream();
            });
        });
    };
    EXPECT_TRUE(may_listen(town.owner));
    EXPECT_TRUE(may_listen(town.moderator));
    for (const PersonId who : {town.member, town.guest, town.stranger, town.administrator})
        EXPECT_FALSE(may_listen(who));
}

}  // namespace
}  // namespace plein::test
