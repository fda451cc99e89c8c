#include "tests/support/joining_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Invitations : public JoiningTest {
protected:
    S withdraw_from(PersonId owner, PersonId person) {
        return act(owner, withdraw_invitation, WithdrawInvitation{town.group, person}).standing;
    }
    S decline_own(PersonId who) {
        return act(who, decline_invitation, DeclineInvitation{town.group}).standing;
    }
    std::vector<std::string> invited(PersonId owner) {
        std::vector<std::string> names;
        for (const Person& person : look(owner, list_invitations, ListInvitations{town.group}).people)
            names.push_back(person.name);
        return names;
    }
};

TEST_F(Invitations, AreToldToThePersonAndTheOwners) {
    EXPECT_EQ(invite(town.owner, town.group, town.stranger, GroupRole::moderator), S::invited);
    EXPECT_THAT(news(), UnorderedElementsAre(user_stream(town.stranger) + " standing.changed",
                                             user_stream(town.owner) + " requests.changed",
                                             user_stream(town.other_owner) + " requests.changed"));
    const auto own = standings(town.stranger);
    ASSERT_EQ(own.size(), 1u);
    EXPECT_EQ(own[0].sign.name, "Group");
    EXPECT_EQ(own[0].role, GroupRole::moderator);
    EXPECT_EQ(own[0].inviter, town.owner);
    EXPECT_THAT(invited(town.other_owner), UnorderedElementsAre("owner", "stranger"));
}

TEST_F(Invitations, TheInvitedAreOutsideUntilTheyAccept) {
    invite(town.owner, town.group, town.stranger);
    EXPECT_EQ(refused(town.stranger, get_group, GetGroup{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_posts, ListPosts{town.general}), ErrorCode::not_found);
    EXPECT_EQ(accept(town.stranger, town.group), S::member);
    EXPECT_EQ(role_of(town.stranger), GroupRole::member);
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    EXPECT_EQ(accept(town.stranger, town.group), S::member);
}

TEST_F(Invitations, OfASecretGroupShowItsNameToTheInvitedAlone) {
    EXPECT_EQ(invite(town.owner, secret, town.stranger), S::invited);
    EXPECT_EQ(standings(town.stranger).at(0).sign.name, "Secret");
    EXPECT_THAT(standings(town.newcomer), IsEmpty());
    EXPECT_EQ(refused(town.newcomer, ask_to_join, AskToJoin{secret, {}}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.newcomer, accept_invitation, AcceptInvitation{secret}), ErrorCode::not_found);
    EXPECT_EQ(ask(town.stranger, secret), S::member) << "who is invited and asks is let in";
}

TEST_F(Invitations, WorkOnceAndForTheRightPerson) {
    invite(town.owner, town.group, town.stranger);
    EXPECT_EQ(refused(town.newcomer, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    accept(town.stranger, town.group);
    remove(town.owner, town.stranger);
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
}

TEST_F(Invitations, WithdrawnTheyAreGoneAtOnce) {
    invite(town.owner, town.group, town.stranger);
    news();
    EXPECT_EQ(withdraw_from(town.other_owner, town.stranger), S::none);
    EXPECT_THAT(news(), testing::Contains(user_stream(town.stranger) + " standing.changed"));
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    EXPECT_EQ(withdraw_from(town.owner, town.stranger), S::none);
    EXPECT_EQ(withdraw_from(town.owner, town.member), S::member);
}

TEST_F(Invitations, AreDeclined) {
    invite(town.owner, town.group, town.stranger);
    EXPECT_EQ(decline_own(town.stranger), S::none);
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    EXPECT_EQ(decline_own(town.member), S::member);
    EXPECT_THAT(invited(town.owner), IsEmpty());
}

TEST_F(Invitations, OnlyOwnersInvite) {
    for (const PersonId who : {town.moderator, town.member, town.guest}) {
        EXPECT_EQ(refused(who, set_invitation, SetInvitation{town.group, town.stranger, GroupRole::member}),
                  ErrorCode::forbidden);
        EXPECT_EQ(refused(who, list_invitations, ListInvitations{town.group}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, withdraw_invitation, WithdrawInvitation{town.group, town.stranger}),
                  ErrorCode::forbidden);
    }
    for (const PersonId who : {town.stranger, town.administrator}) {
        EXPECT_EQ(refused(who, set_invitation, SetInvitation{town.group, who, GroupRole::member}),
                  ErrorCode::not_found);
    }
}

TEST_F(Invitations, NobodyIsInvitedAsAnOwnerAndPeopleFromOutsideOnlyAsGuests) {
    EXPECT_EQ(refused(town.owner, set_invitation, SetInvitation{town.group, town.stranger, GroupRole::owner}),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.owner, set_invitation, SetInvitation{running, town.guest, GroupRole::member}),
              ErrorCode::conflict);
    EXPECT_EQ(invite(town.owner, running, town.guest, GroupRole::guest), S::invited);
    EXPECT_EQ(accept(town.guest, running), S::member);
    EXPECT_EQ(role_of(town.guest, running), GroupRole::guest);
}

TEST_F(Invitations, InvitingWhoAskedLetsThemIn) {
    ask(town.stranger, town.group);
    EXPECT_EQ(invite(town.owner, town.group, town.stranger, GroupRole::moderator), S::member);
    EXPECT_EQ(role_of(town.stranger), GroupRole::moderator);
    EXPECT_EQ(invite(town.owner, town.group, town.stranger, GroupRole::guest), S::member);
    EXPECT_EQ(role_of(town.stranger), GroupRole::moderator) << "an invitation changes nobody's role";
}

TEST_F(Invitations, EndWithTheRoleOfTheirInviter) {
    invite(town.other_owner, town.group, town.stranger);
    invite(town.owner, town.group, town.newcomer);
    news();
    set_role(town.owner, town.other_owner, GroupRole::member);
    EXPECT_THAT(news(), testing::Contains(user_stream(town.stranger) + " standing.changed"));
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    set_role(town.owner, town.other_owner, GroupRole::owner);
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    EXPECT_EQ(accept(town.newcomer, town.group), S::member) << "another's invitation stands";
}

TEST_F(Invitations, EndWhenTheirInviterIsRemovedOrSuspended) {
    invite(town.other_owner, town.group, town.stranger);
    remove(town.owner, town.other_owner);
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    invite(town.owner, town.group, town.stranger);
    invite(town.owner, running, town.newcomer);
    news();
    act(town.administrator, suspend_person, SuspendPerson{town.owner});
    EXPECT_THAT(news(), testing::IsSupersetOf({user_stream(town.stranger) + " standing.changed",
                                               user_stream(town.newcomer) + " standing.changed"}));
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    EXPECT_THAT(standings(town.newcomer), IsEmpty());
}

/// Whatever way an owner lost the role, and whoever forgot to end what they had handed out.
TEST_F(Invitations, OfSomebodyWhoIsNoOwnerLetNobodyIn) {
    invite(town.owner, secret, town.stranger);
    invite(town.owner, town.group, town.stranger);
    run_sql(test_database,
            "UPDATE memberships SET role = 'member' WHERE person_id = " + std::to_string(town.owner.value));
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{secret}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, ask_to_join, AskToJoin{secret, {}}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    EXPECT_EQ(ask(town.stranger, town.group), S::requested);
}

TEST_F(Invitations, AcceptedWhileItsInviterIsRemovedHasOneOutcome) {
    for (int i = 0; i < 10; ++i) {
        set_role(town.owner, town.other_owner, GroupRole::owner);
        invite(town.other_owner, town.group, town.newcomer);
        const auto [accepted, removed] = at_once(
            [&](storage::Database& node) {
                act_on(node, town.newcomer, accept_invitation, AcceptInvitation{town.group});
            },
            [&](storage::Database& node) {
                act_on(node, town.owner, remove_member, RemoveMember{town.group, town.other_owner});
            });
        EXPECT_EQ(removed, std::nullopt);
        EXPECT_EQ(role_of(town.newcomer).has_value(), !accepted);
        EXPECT_THAT(standings(town.newcomer), IsEmpty());
        if (!accepted) remove(town.owner, town.newcomer);
    }
}

}  // namespace
}  // namespace plein::test
