#include "tests/support/feature_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

class Members : public FeatureTest {
protected:
    std::vector<std::string> member_names(PersonId viewer) {
        std::vector<std::string> names;
        for (const Person& person : look(viewer, list_members, ListMembers{town.group}).people)
            names.push_back(person.name);
        return names;
    }
};

TEST_F(Members, AreListedByNamePageByPage) {
    ListMembers request{.group = town.group, .limit = 4};
    const MemberList first = look(town.member, list_members, request);
    ASSERT_TRUE(first.next);
    request.after = Text<limits::cursor>{*first.next};
    const MemberList second = look(town.member, list_members, request);
    EXPECT_FALSE(second.next);
    std::vector<std::string> names;
    for (const auto* page : {&first, &second}) {
        for (const Person& person : page->people)
            names.push_back(person.name);
    }
    EXPECT_THAT(names, ElementsAre("colleague", "guest", "member", "moderator", "other_owner", "owner"));
}

TEST_F(Members, AListGoesOnBehindTheLongestName) {
    const std::string longest(limits::name, 'b');
    run_sql(test_database, "UPDATE people SET name = '" + longest + "' WHERE name = 'colleague'");
    ListMembers request{.group = town.group, .limit = 1};
    const MemberList first = look(town.member, list_members, request);
    ASSERT_EQ(first.people.front().name, longest);
    EXPECT_LE(first.next->size(), limits::cursor);
    request.after = Text<limits::cursor>{*first.next};
    EXPECT_EQ(look(town.member, list_members, request).people.front().name, "guest");
}

TEST_F(Members, AnOwnerAddsSomebodyWhoThenReads) {
    set_role(town.owner, town.stranger, GroupRole::member);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " member.added",
                                             user_stream(town.stranger) + " group.joined"));
    EXPECT_THAT(look(town.stranger, list_posts, ListPosts{town.general}).items, IsEmpty());
}

TEST_F(Members, NobodyButAnOwnerAddsOrChangesAnyone) {
    for (const PersonId who : {town.moderator, town.member, town.guest}) {
        EXPECT_EQ(refused(who, set_member, SetMember{town.group, town.stranger, GroupRole::member}),
                  ErrorCode::forbidden);
        EXPECT_EQ(refused(who, set_member, SetMember{town.group, who, GroupRole::owner}),
                  ErrorCode::forbidden);
    }
    for (const PersonId who : {town.stranger, town.administrator}) {
        EXPECT_EQ(refused(who, set_member, SetMember{town.group, who, GroupRole::member}),
                  ErrorCode::not_found);
    }
}

TEST_F(Members, NobodyButAnOwnerRemovesOthers) {
    for (const PersonId who : {town.moderator, town.member, town.guest}) {
        EXPECT_EQ(refused(who, remove_member, RemoveMember{town.group, town.owner}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.stranger, remove_member, RemoveMember{town.group, town.member}),
              ErrorCode::not_found);
    EXPECT_EQ(member_names(town.owner).size(), 6u);
}

TEST_F(Members, SettingTheSameRoleAgainSaysNothing) {
    set_role(town.owner, town.member, GroupRole::member);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Members, ARemovalIsToldOnEveryStreamThatThePersonLoses) {
    remove(town.owner, town.member);
    EXPECT_THAT(revoked(town.member),
                UnorderedElementsAre(group_stream(town.group), moderators_stream_of(town.group),
                                     tab_stream(town.transport_tab), tab_stream(town.opened)));
    EXPECT_EQ(refused(town.member, get_group, GetGroup{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, list_posts, ListPosts{town.general}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, list_members, ListMembers{town.group}), ErrorCode::not_found);
    EXPECT_THAT(look(town.member, list_groups, ListGroups{}).items, IsEmpty());
    EXPECT_THAT(look(town.member, list_home_posts, ListHomePosts{.unread = true}).items, IsEmpty());
}

TEST_F(Members, WhoWasRemovedNeitherEditsNorDeletesOldPosts) {
    const Post made = post(town.member, town.general);
    remove(town.owner, town.member);
    EXPECT_EQ(refused(town.member, edit_post, EditPost{.post = made.id, .body = {"x"}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, delete_post, DeletePost{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, restore_post, RestorePost{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, get_post, GetPost{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, mark_read, MarkRead{town.general, made.id}), ErrorCode::not_found);
    EXPECT_EQ(look(town.owner, get_post, GetPost{made.id}).view.post.body, "words");
}

TEST_F(Members, AMemberLeaves) {
    remove(town.member, town.member);
    EXPECT_EQ(refused(town.member, get_group, GetGroup{town.group}), ErrorCode::not_found);
}

TEST_F(Members, RemovingSomebodyWhoIsNotInFindsNobody) {
    EXPECT_EQ(refused(town.owner, remove_member, RemoveMember{town.group, town.stranger}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, remove_member, RemoveMember{town.group, PersonId{9999}}),
              ErrorCode::not_found);
}

TEST_F(Members, TheLastOwnerStays) {
    remove(town.owner, town.other_owner);
    EXPECT_EQ(refused(town.owner, remove_member, RemoveMember{town.group, town.owner}),
              ErrorCode::last_owner);
    EXPECT_EQ(refused(town.owner, set_member, SetMember{town.group, town.owner, GroupRole::member}),
              ErrorCode::last_owner);
}

TEST_F(Members, TwoOwnersWhoRemoveEachOtherAtOnceLeaveOne) {
    const auto other_node = open();
    token_of(town.owner);
    token_of(town.other_owner);
    auto one = std::async(std::launch::async, [&] {
        return refusal_of([&] {
            act_on(*database, town.owner, remove_member, RemoveMember{town.group, town.other_owner});
        });
    });
    auto two = std::async(std::launch::async, [&] {
        return refusal_of([&] {
            act_on(*other_node, town.other_owner, remove_member, RemoveMember{town.group, town.owner});
        });
    });
    EXPECT_NE(one.get().has_value(), two.get().has_value()) << "one of them was too late";
    const auto owners =
        run_sql(test_database, "SELECT count(*) FROM memberships WHERE role = 'owner' AND group_id = " +
                                   std::to_string(town.group.value));
    EXPECT_EQ(owners[0][0].as<int>(), 1);
}

TEST_F(Members, TwoOwnersWhoLeaveAtOnceLeaveOne) {
    const auto other_node = open();
    token_of(town.owner);
    token_of(town.other_owner);
    const auto leave = [&](storage::Database& node, PersonId who) {
        return std::async(std::launch::async, [this, &node, who] {
            return refusal_of([&] { act_on(node, who, remove_member, RemoveMember{town.group, who}); });
        });
    };
    auto one = leave(*database, town.owner);
    auto two = leave(*other_node, town.other_owner);
    const std::vector outcomes{one.get(), two.get()};
    EXPECT_THAT(outcomes, UnorderedElementsAre(std::nullopt, std::optional{ErrorCode::last_owner}));
}

/// They gather behind a lock, so that each has proved to be an owner before the other goes on.
TEST_F(Members, OwnersWhoChangeMembersAtOnceOnTwoNodesLockNobodyUp) {
    const auto other_node = open();
    token_of(town.owner);
    token_of(town.other_owner);
    HeldLock held{test_database, "SELECT FROM memberships WHERE person_id IN (" +
                                     std::to_string(town.member.value) + ", " +
                                     std::to_string(town.colleague.value) + ") FOR SHARE"};
    const auto change = [&](storage::Database& node, PersonId owner, PersonId whom) {
        return std::async(std::launch::async, [this, &node, owner, whom] {
            act_on(node, owner, set_member, SetMember{town.group, whom, GroupRole::moderator});
        });
    };
    auto one = change(*database, town.owner, town.member);
    auto two = change(*other_node, town.other_owner, town.colleague);
    held.await_waiters(2);
    held.release();
    one.get();
    two.get();
    EXPECT_EQ(database->figures().retries + other_node->figures().retries, 0u);
}

TEST_F(Members, ASuspendedOwnerIsNoneToLeaveTheGroupTo) {
    act(town.administrator, suspend_person, SuspendPerson{town.other_owner});
    EXPECT_EQ(refused(town.owner, remove_member, RemoveMember{town.group, town.owner}),
              ErrorCode::last_owner);
    EXPECT_EQ(refused(town.owner, set_member, SetMember{town.group, town.owner, GroupRole::member}),
              ErrorCode::last_owner);
    act(town.administrator, reinstate_person, ReinstatePerson{town.other_owner});
    act(town.owner, remove_member, RemoveMember{town.group, town.owner});
}

TEST_F(Members, APersonFromOutsideCanOnlyBeAGuest) {
    for (const GroupRole role : {GroupRole::member, GroupRole::moderator, GroupRole::owner}) {
        EXPECT_EQ(refused(town.owner, set_member, SetMember{town.group, town.guest, role}),
                  ErrorCode::conflict);
    }
}

TEST_F(Members, WhoBecomesAGuestLosesTheStreamsOfFullMembers) {
    const Member changed = set_role(town.owner, town.member, GroupRole::guest);
    EXPECT_EQ(changed.role, GroupRole::guest);
    EXPECT_THAT(revoked(town.member),
                testing::IsSupersetOf({group_stream(town.group), tab_stream(town.transport_tab)}));
    EXPECT_EQ(refused(town.member, list_posts, ListPosts{town.general}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, list_members, ListMembers{town.group}), ErrorCode::forbidden);
    EXPECT_THAT(look(town.member, list_posts, ListPosts{town.opened}).items, IsEmpty());
}

TEST_F(Members, SuspendedAndUnknownPeopleCannotBeAdded) {
    act(town.administrator, suspend_person, SuspendPerson{town.stranger});
    EXPECT_EQ(refused(town.owner, set_member, SetMember{town.group, town.stranger, GroupRole::member}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, set_member, SetMember{town.group, PersonId{9999}, GroupRole::member}),
              ErrorCode::not_found);
}

TEST_F(Members, CandidatesAreThoseWhoAreNotInYet) {
    const auto found = [&](const std::string& search) {
        std::vector<std::string> names;
        for (const Person& person :
             look(town.owner, list_candidates, ListCandidates{town.group, {search}}).items)
            names.push_back(person.name);
        return names;
    };
    EXPECT_THAT(found("example.org"), UnorderedElementsAre("stranger", "newcomer", "administrator"));
    EXPECT_THAT(found("STRANG"), ElementsAre("stranger"));
    EXPECT_THAT(found("%"), IsEmpty());
    EXPECT_THAT(found("_tranger"), IsEmpty());
    EXPECT_EQ(refused(town.member, list_candidates, ListCandidates{town.group, {"a"}}), ErrorCode::forbidden);
}

}  // namespace
}  // namespace plein::test
