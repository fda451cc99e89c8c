#include "tests/support/joining_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Joining : public JoiningTest {};

TEST_F(Joining, TheDirectoryNamesClosedGroupsAndWhatTheReaderIsToThem) {
    EXPECT_THAT(directory(town.stranger), ElementsAre("Elsewhere member", "Group none", "Running none"));
    ask(town.stranger, town.group);
    invite(town.owner, running, town.stranger);
    EXPECT_THAT(directory(town.stranger),
                ElementsAre("Elsewhere member", "Group requested", "Running invited"));
    EXPECT_THAT(directory(town.owner), ElementsAre("Elsewhere none", "Group member", "Running member"));
}

TEST_F(Joining, TheDirectoryIsSearchedAndReadPageByPage) {
    ListDirectory request{.search = Text<limits::search, 1>{"UN"}};
    EXPECT_THAT(directory(town.stranger, request), ElementsAre("Running none"));
    request.search = Text<limits::search, 1>{"%"};
    EXPECT_THAT(directory(town.stranger, request), IsEmpty());
    request = {.limit = 2};
    const Directory first = look(town.stranger, list_directory, request);
    ASSERT_TRUE(first.next);
    request.after = Text<limits::cursor>{*first.next};
    EXPECT_THAT(directory(town.stranger, request), ElementsAre("Running none"));
}

TEST_F(Joining, TheDirectoryTellsWhichGroupsHaveAPlaceForOnesDepartment) {
    const auto for_own = [&] {
        std::vector<std::string> names;
        for (const DirectoryEntry& each : look(town.stranger, list_directory, ListDirectory{}).items) {
            if (each.own_department) names.push_back(each.sign.name);
        }
        return names;
    };
    run_sql(test_database, "UPDATE people SET department_id = " + std::to_string(town.transport.value) +
                               " WHERE id = " + std::to_string(town.stranger.value));
    EXPECT_THAT(for_own(), IsEmpty()) << "the tab that its department alone reads is nobody else's business";
    run_sql(test_database, "UPDATE tabs SET audience = 'members'");
    EXPECT_THAT(for_own(), ElementsAre("Group"));
    run_sql(test_database, "UPDATE tabs SET archived_at = now()");
    EXPECT_THAT(for_own(), IsEmpty());
}

TEST_F(Joining, SecretAndArchivedGroupsStandInNoDirectory) {
    EXPECT_THAT(directory(town.owner), testing::Not(testing::Contains("Secret member")));
    run_sql(test_database, "UPDATE groups SET archived_at = now() WHERE name = 'Running'");
    EXPECT_THAT(directory(town.stranger), ElementsAre("Elsewhere member", "Group none"));
}

TEST_F(Joining, PeopleFromOutsideNeitherBrowseNorAsk) {
    EXPECT_EQ(refused(town.guest, list_directory, ListDirectory{}), ErrorCode::forbidden);
    for (const GroupId group : {running, town.elsewhere, secret, GroupId{9999}})
        EXPECT_EQ(refused(town.guest, ask_to_join, AskToJoin{group, {}}), ErrorCode::not_found);
}

TEST_F(Joining, AnInterestGroupAdmitsAtOnce) {
    EXPECT_EQ(ask(town.stranger, running), S::member);
    EXPECT_EQ(role_of(town.stranger, running), GroupRole::member);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(running) + " member.added",
                                             user_stream(town.stranger) + " group.joined"));
    EXPECT_EQ(ask(town.stranger, running), S::member);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Joining, AWorkGroupTellsItsOwnersAndNobodyElse) {
    EXPECT_EQ(ask(town.stranger, town.group, "I plan the tours"), S::requested);
    EXPECT_THAT(news(), UnorderedElementsAre(user_stream(town.stranger) + " standing.changed",
                                             user_stream(town.owner) + " requests.changed",
                                             user_stream(town.other_owner) + " requests.changed",
                                             user_stream(town.owner) + " notifications.changed",
                                             user_stream(town.other_owner) + " notifications.changed"));
    EXPECT_EQ(log_lines_with("I plan"), 0) << "a note is for owners to read, not for the log";
    EXPECT_EQ(pending(town.owner), 1);
    EXPECT_FALSE(look(town.moderator, get_group, GetGroup{town.group}).view.pending_requests);
    const JoinRequestList list = look(town.owner, list_join_requests, ListJoinRequests{town.group});
    ASSERT_EQ(list.items.size(), 1u);
    EXPECT_EQ(list.items[0].note, "I plan the tours");
    EXPECT_EQ(list.people.at(0).name, "stranger");
}

TEST_F(Joining, WhoAsksIsStillOutside) {
    ask(town.stranger, town.group);
    EXPECT_EQ(refused(town.stranger, get_group, GetGroup{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_members, ListMembers{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_posts, ListPosts{town.general}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_posts, ListPosts{town.opened}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, approve_request, ApproveRequest{town.group, town.stranger}),
              ErrorCode::not_found);
    const auto& all = look(town.stranger, list_groups, ListGroups{});
    EXPECT_EQ(all.items.size(), 1u) << "only Elsewhere";
}

TEST_F(Joining, AskingAgainChangesTheNoteAndSaysNothingTwice) {
    ask(town.stranger, town.group, "first");
    news();
    EXPECT_EQ(ask(town.stranger, town.group, "first"), S::requested);
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(ask(town.stranger, town.group, "second"), S::requested);
    EXPECT_EQ(look(town.owner, list_join_requests, ListJoinRequests{town.group}).items.at(0).note, "second");
    EXPECT_EQ(pending(town.owner), 1);
}

TEST_F(Joining, WithdrawingIsNoErrorHoweverOften) {
    ask(town.stranger, town.group);
    EXPECT_EQ(withdraw(town.stranger), S::none);
    EXPECT_EQ(pending(town.owner), 0);
    news();
    EXPECT_EQ(withdraw(town.stranger), S::none);
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(withdraw(town.member), S::member);
    for (const GroupId group : {secret, GroupId{9999}})
        EXPECT_EQ(act(town.stranger, withdraw_request, WithdrawRequest{group}).standing, S::none);
}

TEST_F(Joining, SecretArchivedAndUnknownGroupsAreNotThereAlike) {
    run_sql(test_database, "UPDATE groups SET archived_at = now() WHERE name = 'Running'");
    for (const GroupId group : {secret, running, GroupId{9999}})
        EXPECT_EQ(refused(town.stranger, ask_to_join, AskToJoin{group, {}}), ErrorCode::not_found);
}

TEST_F(Joining, AnOwnerLetsSomebodyIn) {
    ask(town.stranger, town.group);
    news();
    approve(town.owner, town.stranger);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " member.added",
                                             user_stream(town.stranger) + " group.joined",
                                             user_stream(town.stranger) + " notifications.changed",
                                             user_stream(town.owner) + " requests.changed",
                                             user_stream(town.other_owner) + " requests.changed"));
    EXPECT_EQ(role_of(town.stranger), GroupRole::member);
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    EXPECT_EQ(pending(town.owner), 0);
    approve(town.other_owner, town.stranger);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Joining, NobodyIsLetInWhoDidNotAsk) {
    EXPECT_EQ(refused(town.owner, approve_request, ApproveRequest{town.group, town.stranger}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, approve_request, ApproveRequest{town.group, PersonId{9999}}),
              ErrorCode::not_found);
    EXPECT_EQ(role_of(town.stranger), std::nullopt);
}

TEST_F(Joining, ASuspendedPersonIsNotLetIn) {
    ask(town.stranger, town.group);
    act(town.administrator, suspend_person, SuspendPerson{town.stranger});
    EXPECT_EQ(refused(town.owner, approve_request, ApproveRequest{town.group, town.stranger}),
              ErrorCode::not_found);
}

TEST_F(Joining, OnlyOwnersSeeAndDecide) {
    ask(town.stranger, town.group);
    for (const PersonId who : {town.moderator, town.member, town.guest}) {
        EXPECT_EQ(refused(who, list_join_requests, ListJoinRequests{town.group}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, approve_request, ApproveRequest{town.group, town.stranger}),
                  ErrorCode::forbidden);
        EXPECT_EQ(refused(who, decline_request, DeclineRequest{town.group, town.stranger, {}}),
                  ErrorCode::forbidden);
    }
    EXPECT_EQ(standings(town.stranger).size(), 1u);
}

TEST_F(Joining, ADeclinedRequestIsGoneAndMayBeMadeAgain) {
    ask(town.stranger, town.group);
    decline(town.owner, town.stranger);
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    decline(town.owner, town.stranger);
    EXPECT_EQ(ask(town.stranger, town.group), S::requested);
    approve(town.owner, town.stranger);
    EXPECT_EQ(refused(town.owner, decline_request, DeclineRequest{town.group, town.stranger, {}}),
              ErrorCode::conflict);
}

TEST_F(Joining, AWordStaysWithThePersonUntilTheyPutItAwayOrAskAgain) {
    const auto words = [&](PersonId who) {
        std::vector<std::string> all;
        for (const DeclinedRequest& each : look(who, list_standings, ListStandings{}).declined)
            all.push_back(each.sign.name + ": " + each.word);
        return all;
    };
    ask(town.stranger, town.group);
    decline(town.owner, town.stranger, "Not before May");
    EXPECT_THAT(words(town.stranger), ElementsAre("Group: Not before May"));
    EXPECT_THAT(words(town.newcomer), IsEmpty());
    EXPECT_EQ(log_lines_with("before May"), 0);
    act(town.newcomer, dismiss_declined, DismissDeclined{town.group});
    EXPECT_THAT(words(town.stranger), testing::SizeIs(1)) << "somebody else's stays";
    act(town.stranger, dismiss_declined, DismissDeclined{town.group});
    EXPECT_THAT(words(town.stranger), IsEmpty());

    ask(town.stranger, town.group);
    decline(town.owner, town.stranger, "No");
    ask(town.stranger, town.group);
    EXPECT_THAT(words(town.stranger), IsEmpty());
    decline(town.owner, town.stranger);
    EXPECT_THAT(words(town.stranger), ElementsAre("Group: ")) << "without a word it is told all the same";
    act(town.owner, set_member, SetMember{town.group, town.stranger, GroupRole::member});
    EXPECT_THAT(words(town.stranger), IsEmpty()) << "who is in was not declined";
    act(town.owner, remove_member, RemoveMember{town.group, town.stranger});
    run_sql(test_database, "UPDATE groups SET visibility = 'secret'");
    EXPECT_THAT(words(town.stranger), IsEmpty()) << "nobody outside is shown the name of a secret group";
}

TEST_F(Joining, AddingSomebodyWhoAskedEndsTheRequest) {
    ask(town.stranger, town.group);
    const Member member = set_role(town.owner, town.stranger, GroupRole::moderator);
    EXPECT_EQ(role_of(town.stranger), GroupRole::moderator);
    EXPECT_EQ(pending(town.owner), 0);
    const auto since = run_sql(test_database, "SELECT note, inviter_id FROM memberships WHERE person_id = " +
                                                  std::to_string(town.stranger.value));
    EXPECT_TRUE(since[0][0].is_null());
    EXPECT_EQ(member.person, town.stranger);
}

TEST_F(Joining, OnePersonAsksOnlySoManyGroups) {
    run_sql(
        test_database,
        "INSERT INTO groups (name, visibility) SELECT 'G' || n, 'closed' FROM generate_series(1, 51) AS n");
    const auto groups = run_sql(test_database, "SELECT id FROM groups WHERE name ~ '^G[0-9]' ORDER BY id");
    for (std::size_t i = 0; i < limits::open_requests; ++i)
        ask(town.newcomer, GroupId{groups[static_cast<int>(i)][0].as<std::int64_t>()});
    const GroupId one_more{groups[50][0].as<std::int64_t>()};
    EXPECT_EQ(refused(town.newcomer, ask_to_join, AskToJoin{one_more, {}}), ErrorCode::full);
    EXPECT_EQ(ask(town.newcomer, GroupId{groups[0][0].as<std::int64_t>()}, "words"), S::requested);
}

TEST_F(Joining, ApprovedAndWithdrawnAtOnceHasOneOutcome) {
    for (int i = 0; i < 10; ++i) {
        ask(town.newcomer, town.group);
        std::optional<S> withdrawn;
        const auto [approved, failed] = at_once(
            [&](storage::Database& node) {
                act_on(node, town.owner, approve_request, ApproveRequest{town.group, town.newcomer});
            },
            [&](storage::Database& node) {
                withdrawn =
                    act_on(node, town.newcomer, withdraw_request, WithdrawRequest{town.group}).standing;
            });
        EXPECT_EQ(failed, std::nullopt);
        if (approved) {
            EXPECT_EQ(approved, ErrorCode::not_found);
            EXPECT_EQ(withdrawn, S::none);
            EXPECT_EQ(role_of(town.newcomer), std::nullopt);
        } else {
            EXPECT_EQ(withdrawn, S::member);
            EXPECT_EQ(role_of(town.newcomer), GroupRole::member);
            remove(town.owner, town.newcomer);
        }
        EXPECT_EQ(pending(town.owner), 0);
    }
}

TEST_F(Joining, ApprovedTwiceAtOnceLetsInOnce) {
    for (int i = 0; i < 10; ++i) {
        ask(town.newcomer, town.group);
        news();
        const auto [one, two] = at_once(
            [&](storage::Database& node) {
                act_on(node, town.owner, approve_request, ApproveRequest{town.group, town.newcomer});
            },
            [&](storage::Database& node) {
                act_on(node, town.other_owner, approve_request, ApproveRequest{town.group, town.newcomer});
            });
        EXPECT_EQ(one, std::nullopt);
        EXPECT_EQ(two, std::nullopt);
        EXPECT_EQ(std::ranges::count(news(), group_stream(town.group) + " member.added"), 1);
        remove(town.owner, town.newcomer);
    }
}

TEST_F(Joining, ApprovedAndDeclinedAtOnceHasOneOutcome) {
    for (int i = 0; i < 10; ++i) {
        ask(town.newcomer, town.group);
        const auto [approved, declined] = at_once(
            [&](storage::Database& node) {
                act_on(node, town.owner, approve_request, ApproveRequest{town.group, town.newcomer});
            },
            [&](storage::Database& node) {
                act_on(node, town.other_owner, decline_request,
                       DeclineRequest{town.group, town.newcomer, {}});
            });
        const bool is_in = role_of(town.newcomer).has_value();
        EXPECT_EQ(approved, is_in ? std::nullopt : std::optional{ErrorCode::not_found});
        EXPECT_EQ(declined, is_in ? std::optional{ErrorCode::conflict} : std::nullopt);
        if (is_in) remove(town.owner, town.newcomer);
        EXPECT_EQ(pending(town.owner), 0);
    }
}

}  // namespace
}  // namespace plein::test
