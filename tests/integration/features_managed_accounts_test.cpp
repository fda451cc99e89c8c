// Everyone's accounts: who is added, edited, moved and given another role, and what that takes away at once.
#include "server/features/group_changes.hpp"
#include "server/features/managed_accounts.hpp"
#include "server/features/tabs.hpp"
#include "tests/support/account_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

class ManagedAccounts : public AccountTest {
protected:
    ManagedAccount account_of(PersonId person) {
        return look(town.administrator, get_account, GetAccount{person});
    }
    /// What an edit of nothing would say.
    EditAccount edit_of(PersonId person) {
        const ManagedAccount now = account_of(person);
        EditAccount request{.person = person, .version = now.version, .name = {now.person.name}};
        request.title = {now.person.title};
        if (now.email) request.email = Text<limits::email, 3>{*now.email};
        request.department = now.person.department;
        request.role = now.role;
        return request;
    }
    ManagedAccount move(PersonId person, std::optional<DepartmentId> department) {
        EditAccount request = edit_of(person);
        request.department = department;
        return act(town.administrator, edit_account, request);
    }
    ManagedAccount give_role(PersonId person, Role role, PersonId by = {}) {
        EditAccount request = edit_of(person);
        request.role = role;
        return act(by == PersonId{} ? town.administrator : by, edit_account, request);
    }
    static CreateAccount adding(const std::string& name, std::uint8_t client_id = 1) {
        CreateAccount request{.name = {name}};
        request.client_id.bytes[0] = client_id;
        request.email = Text<limits::email, 3>{name + "@example.org"};
        return request;
    }
    std::vector<std::string> names(const ListAccounts& request) {
        std::vector<std::string> names;
        for (const ManagedAccount& account : look(town.administrator, list_accounts, request).items)
            names.push_back(account.person.name);
        return names;
    }
    std::optional<std::string> fault_of(PersonId who, const EditAccount& request) {
        try {
            act(who, edit_account, request);
            return std::nullopt;
        } catch (const Refusal& refusal) {
            return std::string{name_of(refusal.code)} + " " + refusal.field;
        }
    }
};

TEST_F(ManagedAccounts, AreForAdministratorsAlone) {
    for (const PersonId who : {town.owner, town.moderator, town.member, town.guest, town.stranger}) {
        EXPECT_EQ(refused(who, list_accounts, ListAccounts{}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, get_account, GetAccount{who}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, get_account, GetAccount{PersonId{9999}}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, create_account, adding("new")), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, list_account_sessions, ListAccountSessions{town.member}),
                  ErrorCode::forbidden);
        EXPECT_EQ(refused(who, end_account_session, EndAccountSession{town.member, SessionId{1}}),
                  ErrorCode::forbidden);
        EditAccount rise = edit_of(who);
        rise.role = Role::administrator;
        EXPECT_EQ(refused(who, edit_account, rise), ErrorCode::forbidden);
    }
    EXPECT_EQ(account_of(town.member).role, Role::employee);
}

TEST_F(ManagedAccounts, AreListedByNamePageByPage) {
    ListAccounts request{.limit = 5};
    std::vector<std::string> all = names(request);
    const auto first = look(town.administrator, list_accounts, request);
    ASSERT_TRUE(first.next);
    request.after = Text<limits::cursor>{*first.next};
    std::ranges::move(names(request), std::back_inserter(all));
    EXPECT_THAT(all, ElementsAre("administrator", "colleague", "guest", "member", "moderator", "newcomer",
                                 "other_owner", "owner", "stranger"));
}

TEST_F(ManagedAccounts, AreFoundByNameAddressAndNumberDepartmentRoleAndState) {
    run_sql(test_database, "UPDATE people SET personnel_number = 'M-10482' WHERE name = 'member'");
    EXPECT_THAT(names({.search = Text<limits::search, 1>{"OWNER"}}), ElementsAre("other_owner", "owner"));
    EXPECT_THAT(names({.search = Text<limits::search, 1>{"stranger@"}}), ElementsAre("stranger"));
    EXPECT_THAT(names({.search = Text<limits::search, 1>{"m-104"}}), ElementsAre("member"));
    EXPECT_THAT(names({.search = Text<limits::search, 1>{"%"}}), IsEmpty());
    EXPECT_THAT(names({.department = town.transport}), ElementsAre("member", "owner", "stranger"));
    EXPECT_THAT(names({.role = Role::guest}), ElementsAre("guest"));
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_THAT(names({.state = AccountState::suspended}), ElementsAre("member"));
    EXPECT_THAT(names({.state = AccountState::waiting}), Not(Contains("member")));
    EXPECT_THAT(names({.state = AccountState::active}), ElementsAre("administrator"));
}

TEST_F(ManagedAccounts, TellWhoHasNeverSignedIn) {
    EXPECT_EQ(account_of(town.member).state, AccountState::waiting);
    Device phone = device_at("10.0.0.1");
    sign_in(phone, "member@example.org");
    EXPECT_EQ(account_of(town.member).state, AccountState::active);
    run_sql(test_database, "DELETE FROM sessions WHERE person_id = " + std::to_string(town.member.value));
    EXPECT_TRUE(account_of(town.member).last_seen_at) << "the session is gone, that it was is known";
}

TEST_F(ManagedAccounts, AnAddedPersonIsThereOnceHoweverOftenAsked) {
    const ManagedAccount added = act(town.administrator, create_account, adding("new"));
    EXPECT_EQ(act(town.administrator, create_account, adding("new")).person.id, added.person.id);
    EXPECT_EQ(added.state, AccountState::waiting);
    EXPECT_EQ(added.email, "new@example.org");
    CreateAccount spaced = adding("other", 2);
    spaced.name = {"  Piet \u00A0 Jansen "};
    EXPECT_EQ(act(town.administrator, create_account, spaced).person.name, "Piet Jansen");
    EXPECT_EQ(refused(town.administrator, create_account, adding("other")), ErrorCode::conflict);
}

TEST_F(ManagedAccounts, AConflictNamesTheLoginThatIsTaken) {
    CreateAccount request = adding("member", 2);
    request.email = Text<limits::email, 3>{"MEMBER@example.org"};
    try {
        act(town.administrator, create_account, request);
        FAIL();
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code, ErrorCode::conflict);
        EXPECT_EQ(refusal.field, "$.email");
    }
    run_sql(test_database, "UPDATE people SET personnel_number = '10482' WHERE name = 'member'");
    EditAccount edit = edit_of(town.stranger);
    edit.personnel_number = Text<limits::personnel_number, 1>{"10482"};
    EXPECT_EQ(fault_of(town.administrator, edit), "conflict $.personnel_number");
    edit.personnel_number.reset();
    EXPECT_EQ(fault_of(town.administrator, edit), std::nullopt) << "the own address is not taken";
}

TEST_F(ManagedAccounts, LoginsAreWhatTheySayTheyAre) {
    for (const char* wrong : {"nobody", "@example.org", "a@b@c", "a b@example.org", "somebody@"}) {
        EditAccount edit = edit_of(town.member);
        edit.email = Text<limits::email, 3>{wrong};
        EXPECT_EQ(fault_of(town.administrator, edit), "invalid_request $.email") << wrong;
    }
    for (const char* wrong : {"owner@example.org", "1 2", "\t"}) {
        EditAccount edit = edit_of(town.member);
        edit.personnel_number = Text<limits::personnel_number, 1>{wrong};
        EXPECT_EQ(fault_of(town.administrator, edit), "invalid_request $.personnel_number") << wrong;
    }
    EditAccount none = edit_of(town.member);
    none.email.reset();
    EXPECT_EQ(fault_of(town.administrator, none), "invalid_request $.email");
    EditAccount nameless = edit_of(town.member);
    for (const char* unseen : {"  ", "\u200B", "Piet\u202EJan"}) {
        nameless.name = {unseen};
        EXPECT_EQ(fault_of(town.administrator, nameless), "invalid_request $.name") << unseen;
    }
    EditAccount nowhere = edit_of(town.member);
    nowhere.department = DepartmentId{9999};
    EXPECT_EQ(fault_of(town.administrator, nowhere), "not_found $.department");
}

TEST_F(ManagedAccounts, AnEditOfWhatSomebodyElseChangedIsStale) {
    const EditAccount old = edit_of(town.member);
    EditAccount first = old;
    first.title = {"planner"};
    EXPECT_EQ(act(town.administrator, edit_account, first).version, old.version + 1);
    EXPECT_EQ(fault_of(town.administrator, old), "stale_version $.version");
    EXPECT_EQ(account_of(town.member).person.title, "planner");
}

TEST_F(ManagedAccounts, OtherDetailsAreToldToTheOrganisationAlone) {
    token_of(town.member);
    news();
    EditAccount edit = edit_of(town.member);
    edit.name = {"Member"};
    act(town.administrator, edit_account, edit);
    EXPECT_THAT(news(), ElementsAre("organisation person.changed"));
}

TEST_F(ManagedAccounts, WhoMovesLosesTheTabsOfTheOldDepartmentAtOnce) {
    token_of(town.member);
    news();
    move(town.member, town.warehouse);
    EXPECT_THAT(news(), UnorderedElementsAre("organisation person.changed",
                                             tab_stream(town.transport_tab) + " access.revoked",
                                             desk_stream_of(town.transport) + " access.revoked",
                                             user_stream(town.member) + " access.changed"));
    EXPECT_EQ(refused(town.member, list_posts, ListPosts{town.transport_tab}), ErrorCode::not_found);
    EXPECT_THAT(look(town.member, list_posts, ListPosts{town.general}).items, IsEmpty());
    EXPECT_EQ(refused(town.stranger, get_group, GetGroup{town.group}), ErrorCode::not_found);
}

TEST_F(ManagedAccounts, WhoMovesInGainsTheTabsOfTheNewDepartment) {
    EXPECT_EQ(refused(town.colleague, list_posts, ListPosts{town.transport_tab}), ErrorCode::not_found);
    move(town.colleague, town.transport);
    EXPECT_THAT(look(town.colleague, list_posts, ListPosts{town.transport_tab}).items, IsEmpty());
    EXPECT_THAT(revoked(town.colleague), IsEmpty());
}

TEST_F(ManagedAccounts, WhoBecomesAGuestOfTheOrganisationKeepsOnlyWhatIsOpenToGuests) {
    token_of(town.member);
    news();
    give_role(town.member, Role::guest);
    EXPECT_THAT(revoked(town.member),
                UnorderedElementsAre(group_stream(town.group), tab_stream(town.transport_tab),
                                     std::string{organisation_stream}));
    EXPECT_EQ(look(town.member, get_group, GetGroup{town.group}).view.role, GroupRole::guest);
    EXPECT_EQ(refused(town.member, list_posts, ListPosts{town.general}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, list_posts, ListPosts{town.transport_tab}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, list_members, ListMembers{town.group}), ErrorCode::forbidden);
    EXPECT_THAT(look(town.member, list_posts, ListPosts{town.opened}).items, IsEmpty());
    EXPECT_EQ(refused(town.owner, set_member, SetMember{town.group, town.member, GroupRole::member}),
              ErrorCode::conflict);
}

TEST_F(ManagedAccounts, TheGroupHearsOfItsNewGuestBeforeTheGuestHearsNoMore) {
    token_of(town.member);
    news();
    give_role(town.member, Role::guest);
    const auto lines = news();
    const auto of_group = [&](const std::string& type) {
        return std::ranges::find(lines, group_stream(town.group) + " " + type);
    };
    ASSERT_NE(of_group("member.changed"), lines.end());
    EXPECT_LT(of_group("member.changed"), of_group("access.revoked"));
}

TEST_F(ManagedAccounts, WhoBecomesAGuestHeadsNothing) {
    news();
    give_role(town.colleague, Role::guest);
    EXPECT_THAT(news(), Contains("organisation department.changed"));
    for (const Department& department : look(town.administrator, list_departments, ListDepartments{}).items)
        EXPECT_THAT(department.heads, IsEmpty());
}

/// The move waits for the tab: both gather behind the group's stream.
TEST_F(ManagedAccounts, WhoMovesLosesTheTabThatWasOpenedAtThatMomentToo) {
    token_of(town.owner);
    token_of(town.administrator);
    token_of(town.member);
    EditAccount leaving = edit_of(town.member);
    leaving.department = town.warehouse;
    CreateTab opening{.group = town.group, .name = {"Agenda"}, .audience = TabAudience::department};
    opening.client_id.bytes = {8};
    opening.department = town.transport;
    act(town.owner, edit_group, EditGroup{town.group, 1, {.name = {"A stream that is there"}}});
    HeldLock held{test_database,
                  "SELECT FROM streams WHERE name = '" + group_stream(town.group) + "' FOR UPDATE"};
    auto opened = std::async(std::launch::async, [&] { return act(town.owner, create_tab, opening).id; });
    held.await_waiters(1);
    auto left = std::async(std::launch::async, [&] { act(town.administrator, edit_account, leaving); });
    held.await_waiters(2);
    held.release();
    const TabId tab = opened.get();
    left.get();
    EXPECT_THAT(revoked(town.member), Contains(tab_stream(tab)));
}

TEST_F(ManagedAccounts, NobodyComesToWorkInAnArchivedDepartment) {
    run_sql(test_database, "UPDATE departments SET archived = true WHERE name = 'Warehouse'");
    EditAccount moving = edit_of(town.member);
    moving.department = town.warehouse;
    EXPECT_EQ(fault_of(town.administrator, moving), "not_found $.department");
    act(town.administrator, edit_account, edit_of(town.colleague));  // who works there may stay
}

TEST_F(ManagedAccounts, TheLastOwnerOfAGroupBecomesNoGuest) {
    EditAccount edit = edit_of(town.stranger);
    edit.role = Role::guest;
    EXPECT_EQ(fault_of(town.administrator, edit), "last_owner person");
    EXPECT_EQ(account_of(town.stranger).role, Role::employee);
    give_role(town.owner, Role::guest);  // there is another one
}

TEST_F(ManagedAccounts, AnOwnerWhoLeavesWhileTheOtherBecomesAGuestLeavesNoGroupWithoutOne) {
    const auto other_node = open();
    EditAccount edit = edit_of(town.owner);
    edit.role = Role::guest;
    token_of(town.administrator);
    token_of(town.other_owner);
    auto guest = std::async(std::launch::async, [&] {
        return refusal_of([&] { act_on(*database, town.administrator, edit_account, edit); });
    });
    auto leaves = std::async(std::launch::async, [&] {
        return refusal_of([&] {
            act_on(*other_node, town.other_owner, remove_member, RemoveMember{town.group, town.other_owner});
        });
    });
    const std::vector outcomes{guest.get(), leaves.get()};
    EXPECT_THAT(outcomes, UnorderedElementsAre(std::nullopt, std::optional{ErrorCode::last_owner}));
}

TEST_F(ManagedAccounts, NobodyChangesTheOwnRoleOrSuspendsOneself) {
    EditAccount edit = edit_of(town.administrator);
    edit.role = Role::employee;
    EXPECT_EQ(fault_of(town.administrator, edit), "forbidden $.role");
    edit.role = Role::administrator;
    edit.title = {"beheerder"};
    EXPECT_EQ(fault_of(town.administrator, edit), std::nullopt);
    EXPECT_EQ(refused(town.administrator, suspend_person, SuspendPerson{town.administrator}),
              ErrorCode::forbidden);
}

TEST_F(ManagedAccounts, TwoAdministratorsWhoTakeEachOthersRightsAtOnceLeaveOne) {
    give_role(town.owner, Role::administrator);
    const auto other_node = open();
    const auto demote = [&](storage::Database& node, PersonId who, PersonId whom) {
        EditAccount edit = edit_of(whom);
        edit.role = Role::employee;
        return std::async(std::launch::async, [&node, edit, token = token_of(who)] {
            return refusal_of([&] {
                node.commit_now([&](Transaction& tx) {
                    edit_account(tx, access::identify_in_turn(tx, token), edit);
                    return 0;
                });
            });
        });
    };
    token_of(town.owner);
    auto one = demote(*database, town.administrator, town.owner);
    auto two = demote(*other_node, town.owner, town.administrator);
    const std::vector outcomes{one.get(), two.get()};
    EXPECT_THAT(outcomes, UnorderedElementsAre(std::nullopt, std::optional{ErrorCode::forbidden}));
    EXPECT_EQ(database->figures().retries + other_node->figures().retries, 0u);
}

TEST_F(ManagedAccounts, AdministratorsTakeTurnsOnAllNodes) {
    give_role(town.owner, Role::administrator);
    const std::string one = token_of(town.administrator);
    const std::string two = token_of(town.owner);
    const auto other_node = open();
    std::future<PersonId> second;
    database->commit_now([&](Transaction& tx) {
        (void)access::identify_in_turn(tx, one);
        second = std::async(std::launch::async, [&] {
            return other_node->commit_now(
                [&](Transaction& later) { return access::identify_in_turn(later, two).person; });
        });
        const auto waits = [&] {
            return !run_sql(test_database,
                            "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
                            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .empty();
        };
        while (!waits() && second.wait_for(std::chrono::milliseconds{5}) != std::future_status::ready) {
        }
        EXPECT_TRUE(waits());
        return 0;
    });
    EXPECT_EQ(second.get(), town.owner);
}

TEST_F(ManagedAccounts, WhoIsNoAdministratorMakesNoAdministratorWait) {
    const std::string outsider = token_of(town.member);
    const std::string manager = token_of(town.administrator);
    const auto other_node = open();
    database->commit_now([&](Transaction& tx) {
        (void)access::identify_in_turn(tx, outsider);
        other_node->commit_now(
            [&](Transaction& meanwhile) { return access::identify_in_turn(meanwhile, manager).person; });
        return 0;
    });
}

TEST_F(ManagedAccounts, ALostPhoneIsSignedOut) {
    Device phone = device_at("10.0.0.1");
    const Me me = sign_in(phone, "member@example.org");
    const auto sessions = look(town.administrator, list_account_sessions, ListAccountSessions{town.member});
    ASSERT_EQ(sessions.items.size(), 1u);
    EXPECT_FALSE(sessions.items[0].current);
    act(town.administrator, end_account_session, EndAccountSession{town.member, me.session});
    EXPECT_FALSE(is_signed_in(phone));
    EXPECT_EQ(published.events().back().ends, me.session);
    EXPECT_EQ(refused(town.administrator, end_account_session, EndAccountSession{town.member, me.session}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.administrator, list_account_sessions, ListAccountSessions{PersonId{9999}}),
              ErrorCode::not_found);
}

}  // namespace
}  // namespace plein::test
