// The whole table of who reads and who posts: every audience, rule, role and department.
#include "server/access/rules.hpp"

#include <gtest/gtest.h>

#include <array>

namespace plein::access {
namespace {

constexpr DepartmentId transport{1};
constexpr DepartmentId warehouse{2};
constexpr GroupRole all_roles[] = {GroupRole::owner, GroupRole::moderator, GroupRole::member,
                                   GroupRole::guest};

Tab tab_of(TabAudience audience, PostingRule posting = PostingRule::everyone) {
    Tab tab;
    tab.id = {31};
    tab.group = {7};
    tab.department = transport;
    tab.audience = audience;
    tab.posting = posting;
    return tab;
}

TEST(AccessRules, FullMembersReadTabsOfAllMembers) {
    for (const GroupRole role : all_roles) {
        EXPECT_EQ(may_read(tab_of(TabAudience::members), {role, warehouse}), role != GroupRole::guest);
        EXPECT_EQ(may_read(tab_of(TabAudience::members), {role, std::nullopt}), role != GroupRole::guest);
    }
}

TEST(AccessRules, OnlyFullMembersOfItsDepartmentReadALimitedTab) {
    for (const GroupRole role : all_roles) {
        const bool full = role != GroupRole::guest;
        EXPECT_EQ(may_read(tab_of(TabAudience::department), {role, transport}), full);
        EXPECT_FALSE(may_read(tab_of(TabAudience::department), {role, warehouse}));
        EXPECT_FALSE(may_read(tab_of(TabAudience::department), {role, std::nullopt}));
    }
}

TEST(AccessRules, ALimitedTabWithoutADepartmentIsReadByNobody) {
    Tab tab = tab_of(TabAudience::department);
    tab.department.reset();
    for (const GroupRole role : all_roles)
        EXPECT_FALSE(may_read(tab, {role, std::nullopt}));
}

TEST(AccessRules, EveryoneInTheGroupReadsATabOpenedToGuests) {
    for (const GroupRole role : all_roles)
        EXPECT_TRUE(may_read(tab_of(TabAudience::guests), {role, std::nullopt}));
}

TEST(AccessRules, EveryReaderPostsWhereTheRuleSaysEveryone) {
    for (const GroupRole role : all_roles)
        EXPECT_TRUE(may_post(tab_of(TabAudience::guests), {role, warehouse}));
}

TEST(AccessRules, OwnersAndHeadsOfTheTabsDepartmentPostWhereTheRuleSaysOwners) {
    const Tab tab = tab_of(TabAudience::guests, PostingRule::owners);
    for (const GroupRole role : all_roles) {
        EXPECT_EQ(may_post(tab, {role, transport, false}), role == GroupRole::owner);
        EXPECT_TRUE(may_post(tab, {role, transport, true}));
    }
}

TEST(AccessRules, OwnersAndModeratorsAlonePostWithoutApprovalWhereTheRuleAsksForIt) {
    const Tab tab = tab_of(TabAudience::guests, PostingRule::approval);
    for (const GroupRole role : all_roles) {
        const bool decides = role == GroupRole::owner || role == GroupRole::moderator;
        EXPECT_EQ(moderates(role), decides);
        for (const bool heads_tab_department : {false, true}) {
            EXPECT_TRUE(may_post(tab, {role, transport, heads_tab_department}));
            EXPECT_EQ(needs_approval(tab, {role, transport, heads_tab_department}), !decides);
        }
        for (const PostingRule rule : {PostingRule::everyone, PostingRule::owners})
            EXPECT_FALSE(needs_approval(tab_of(TabAudience::guests, rule), {role, warehouse}));
    }
}

TEST(AccessRules, OwnersAndHeadsOfTheTabsDepartmentManageATabUnlessTheyAreGuestsHere) {
    for (const GroupRole role : all_roles) {
        EXPECT_EQ(may_manage({role, transport, false}), role == GroupRole::owner);
        EXPECT_EQ(may_manage({role, transport, true}), role != GroupRole::guest);
    }
}

TEST(AccessRules, TheDepartmentDecidesWhoReadsOnlyWhereTheTabIsItsOwn) {
    for (const TabAudience audience : {TabAudience::members, TabAudience::department, TabAudience::guests}) {
        Tab other = tab_of(audience, PostingRule::owners);
        EXPECT_TRUE(same_readers(tab_of(audience), other));
        other.department = warehouse;
        EXPECT_EQ(same_readers(tab_of(audience), other), audience != TabAudience::department);
    }
    EXPECT_FALSE(same_readers(tab_of(TabAudience::members), tab_of(TabAudience::guests)));
    EXPECT_FALSE(same_readers(tab_of(TabAudience::members), tab_of(TabAudience::department)));
}

TEST(AccessRules, WhatGoesToOtherReadersIsWiderUnlessTheyWereReadersBefore) {
    using enum TabAudience;
    struct Case {
        TabAudience from;
        TabAudience to;
        bool wider;
    };
    constexpr Case cases[] = {
        {members, members, false},   {members, department, false}, {members, guests, true},
        {department, members, true}, {department, guests, true},   {department, department, false},
        {guests, members, false},    {guests, guests, false},      {guests, department, false},
    };
    for (const auto& [from, to, wider] : cases) {
        EXPECT_EQ(widens(tab_of(from), tab_of(to)), wider)
            << static_cast<int>(from) << " to " << static_cast<int>(to);
        Tab elsewhere = tab_of(to);
        elsewhere.group = GroupId{999};
        EXPECT_TRUE(widens(tab_of(from), elsewhere));
    }
    Tab of_others = tab_of(department);
    of_others.department = warehouse;
    EXPECT_TRUE(widens(tab_of(department), of_others));
    EXPECT_FALSE(widens(tab_of(members), of_others));
    EXPECT_FALSE(widens(tab_of(guests), of_others));
}

TEST(AccessRules, GeneralAndTheOwnDepartmentAreFollowedUnlessOneChoosesOtherwise) {
    const Tab of_transport = tab_of(TabAudience::members);
    Tab general = of_transport;
    general.department.reset();
    for (const GroupRole role : {GroupRole::owner, GroupRole::moderator, GroupRole::member}) {
        const auto follows = [&](const Tab& tab, std::optional<DepartmentId> department) {
            return default_following(tab, GroupKind::work, {role, department});
        };
        EXPECT_EQ(follows(general, warehouse), Following::followed);
        EXPECT_EQ(follows(general, std::nullopt), Following::followed);
        EXPECT_EQ(follows(of_transport, transport), Following::followed);
        EXPECT_EQ(follows(of_transport, warehouse), Following::unfollowed);
        EXPECT_EQ(follows(of_transport, std::nullopt), Following::unfollowed);
    }
}

TEST(AccessRules, EveryTabOfAnInterestGroupAndWhateverAGuestSeesIsFollowed) {
    const Tab tab = tab_of(TabAudience::guests);
    EXPECT_EQ(default_following(tab, GroupKind::interest, {GroupRole::member, warehouse}),
              Following::followed);
    EXPECT_EQ(default_following(tab, GroupKind::work, {GroupRole::guest, std::nullopt}), Following::followed);
}

TEST(AccessRules, WhoIsInByEmergencyAccessFollowsNothing) {
    const Standing who{.role = GroupRole::member, .department = transport, .emergency = true};
    for (const GroupKind kind : {GroupKind::work, GroupKind::interest})
        EXPECT_EQ(default_following(tab_of(TabAudience::members), kind, who), Following::unfollowed);
}

TEST(AccessRules, ATabWhoseAudienceIsNotAllFullMembersHasAStreamOfItsOwn) {
    EXPECT_EQ(stream_of(tab_of(TabAudience::members)), "group:7");
    EXPECT_EQ(stream_of(tab_of(TabAudience::department)), "tab:31");
    EXPECT_EQ(stream_of(tab_of(TabAudience::guests)), "tab:31");
}

TEST(AccessRules, AFieldOfAProfileIsSeenByWhomItsPersonChose) {
    using Seen = std::array<bool, 4>;
    const auto seen_by = [](ProfileAudience audience) {
        return Seen{may_see(audience, Relation::oneself), may_see(audience, Relation::groupmate),
                    may_see(audience, Relation::colleague), may_see(audience, Relation::outsider)};
    };
    EXPECT_EQ(seen_by(ProfileAudience::everyone), (Seen{true, true, true, false}));
    EXPECT_EQ(seen_by(ProfileAudience::groupmates), (Seen{true, true, false, false}));
    EXPECT_EQ(seen_by(ProfileAudience::nobody), (Seen{true, false, false, false}));
}

constexpr Role inside[] = {Role::employee, Role::moderator, Role::editor, Role::administrator};

TEST(AccessRules, PeopleOfTheOrganisationKnowClosedGroupsAndNoSecretOnes) {
    for (const Role role : inside) {
        EXPECT_TRUE(may_know(GroupVisibility::closed, {role}));
        EXPECT_FALSE(may_know(GroupVisibility::secret, {role}));
        EXPECT_FALSE(may_know(GroupVisibility::secret, {role, GroupStanding::requested}));
    }
    EXPECT_FALSE(may_know(GroupVisibility::closed, {Role::guest}));
}

TEST(AccessRules, WhoIsInvitedOrInKnowsTheGroup) {
    for (const GroupVisibility visibility : {GroupVisibility::closed, GroupVisibility::secret}) {
        EXPECT_TRUE(may_know(visibility, {Role::guest, GroupStanding::invited, GroupRole::guest}));
        EXPECT_TRUE(may_know(visibility, {Role::guest, GroupStanding::member}));
    }
    EXPECT_FALSE(may_know(GroupVisibility::secret, {Role::employee, GroupStanding::invited}))
        << "by somebody who is no owner any more";
}

TEST(AccessRules, AnInterestGroupAdmitsAtOnceAWorkGroupWhoIsInvited) {
    EXPECT_EQ(admits_as(GroupKind::interest, {Role::employee}), GroupRole::member);
    EXPECT_EQ(admits_as(GroupKind::work, {Role::employee}), std::nullopt);
    EXPECT_EQ(admits_as(GroupKind::work, {Role::employee, GroupStanding::requested}), std::nullopt);
    for (const GroupKind kind : {GroupKind::work, GroupKind::interest}) {
        EXPECT_EQ(admits_as(kind, {Role::employee, GroupStanding::invited, GroupRole::moderator}),
                  GroupRole::moderator);
        EXPECT_EQ(admits_as(kind, {Role::employee, GroupStanding::member}), std::nullopt);
    }
}

TEST(AccessRules, WhoIsFromOutsideComesInAsAGuestWhateverTheInvitationSays) {
    for (const GroupRole role : {GroupRole::moderator, GroupRole::member, GroupRole::guest})
        EXPECT_EQ(admits_as(GroupKind::work, {Role::guest, GroupStanding::invited, role}), GroupRole::guest);
}

TEST(AccessRules, ALinkMakesGuestsOfPeopleFromOutside) {
    EXPECT_EQ(link_admits_as(Role::guest), GroupRole::guest);
    for (const Role role : inside)
        EXPECT_EQ(link_admits_as(role), GroupRole::member);
}

/// Who may what, in the order of `QuestionAct`: route, pick up, put down, mark the answer, reopen, merge, unmerge.
using Acts = std::array<bool, 7>;
Acts acts_of(const QuestionStanding& who) {
    return {may(QuestionAct::route, who),    may(QuestionAct::pick_up, who),
            may(QuestionAct::put_down, who), may(QuestionAct::mark_answer, who),
            may(QuestionAct::reopen, who),   may(QuestionAct::merge, who),
            may(QuestionAct::unmerge, who)};
}

TEST(AccessRules, AQuestionIsItsAskersAndItsDepartments) {
    EXPECT_EQ(acts_of({.is_routed = true, .full_member = true}), (Acts{}));
    EXPECT_EQ(acts_of({.asked_it = true, .is_routed = true}),
              (Acts{true, false, false, true, true, false, true}));
    EXPECT_EQ(acts_of({.curates = true, .is_routed = true}),
              (Acts{true, false, true, true, false, true, true}));
    EXPECT_EQ(acts_of({.is_routed = true, .works_there = true}),
              (Acts{true, true, false, false, false, true, true}));
    EXPECT_EQ(acts_of({.is_routed = true, .heads_it = true}),
              (Acts{true, true, true, true, false, true, true}));
    EXPECT_EQ(acts_of({.is_routed = true, .owns_service = true}),
              (Acts{true, true, false, false, false, true, true}));
    EXPECT_EQ(acts_of({.is_routed = true, .picked_it_up = true}),
              (Acts{false, false, true, false, false, false, false}));
}

TEST(AccessRules, AConfidentialQuestionIsReadByWhoAskedAndByTheDesk) {
    EXPECT_TRUE(may_read_confidential({.asked_it = true}));
    EXPECT_TRUE(may_read_confidential({.works_there = true}));
    EXPECT_TRUE(may_read_confidential({.heads_it = true}));
    EXPECT_TRUE(may_read_confidential({.owns_service = true}));
    EXPECT_FALSE(may_read_confidential({}));
}

TEST(AccessRules, AQuestionToNobodyIsPickedUpByFullMembers) {
    EXPECT_TRUE(may(QuestionAct::pick_up, {.full_member = true}));
    EXPECT_FALSE(may(QuestionAct::pick_up, {.full_member = false}));
}

TEST(AccessRules, AnAnswerThatWasAcceptedIsChangedByWhoAskedAlone) {
    EXPECT_TRUE(may(QuestionAct::mark_answer, {.asked_it = true, .is_accepted = true}));
    EXPECT_FALSE(may(QuestionAct::mark_answer, {.is_accepted = true, .heads_it = true}));
    EXPECT_FALSE(may(QuestionAct::mark_answer, {.curates = true, .is_accepted = true}));
}

TEST(AccessRules, AnIdeaIsDecidedOnByItsDepartmentAndElseByWhoLooksAfterTheTab) {
    EXPECT_TRUE(may(IdeaAct::decide, {.is_routed = true, .heads_it = true}));
    EXPECT_TRUE(may(IdeaAct::decide, {.is_routed = true, .owns_service = true}));
    EXPECT_FALSE(may(IdeaAct::decide, {.curates = true, .is_routed = true}));
    EXPECT_TRUE(may(IdeaAct::decide, {.curates = true}));
    EXPECT_FALSE(may(IdeaAct::decide, {.proposed_it = true}));
}

TEST(AccessRules, AnIdeaIsSentOnByItsAuthorUntilSomebodyDecided) {
    EXPECT_TRUE(may(IdeaAct::route, {.proposed_it = true, .is_routed = true}));
    EXPECT_FALSE(may(IdeaAct::route, {.proposed_it = true, .is_routed = true, .has_status = true}));
    EXPECT_TRUE(may(IdeaAct::route, {.curates = true, .is_routed = true, .has_status = true}));
    EXPECT_TRUE(may(IdeaAct::route, {.is_routed = true, .has_status = true, .heads_it = true}));
    EXPECT_FALSE(may(IdeaAct::route, {.is_routed = true}));
}

TEST(AccessRules, AnOpenPollIsSeenByWhoHasVotedAndByEveryoneWhenItIsClosed) {
    const PollStanding running{.voters = 9};
    EXPECT_TRUE(may_count_voters(running));
    EXPECT_FALSE(may_see_votes(running));
    EXPECT_FALSE(may_list_votes(running));
    for (const PollStanding& seen : {PollStanding{.has_voted = true}, PollStanding{.is_closed = true}}) {
        EXPECT_TRUE(may_see_votes(seen));
        EXPECT_TRUE(may_list_votes(seen));
    }
}

TEST(AccessRules, AnAnonymousPollIsSeenWhenItIsClosedAndEnoughHaveVoted) {
    for (const bool has_voted : {false, true}) {
        const PollStanding running{.is_anonymous = true, .has_voted = has_voted, .voters = 9};
        EXPECT_FALSE(may_count_voters(running));
        EXPECT_FALSE(may_see_votes(running));
        PollStanding closed = running;
        closed.is_closed = true;
        EXPECT_TRUE(may_count_voters(closed));
        EXPECT_TRUE(may_see_votes(closed));
        EXPECT_FALSE(may_list_votes(closed)) << "nobody knows who chose what";
        closed.voters = 4;
        EXPECT_FALSE(may_see_votes(closed));
        EXPECT_TRUE(may_count_voters(closed));
    }
}

}  // namespace
}  // namespace plein::access
