#include "tests/support/joining_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using Outcome = FillingOutcome;

class Filling : public JoiningTest {
protected:
    FillingPlan plan(const std::vector<std::string>& entries) {
        PlanFilling request{.group = town.group, .entries = {{}}};
        for (const std::string& entry : entries)
            request.entries->items.push_back({entry});
        return look(town.owner, plan_filling, request);
    }
    FillingPlan plan(DepartmentId department) {
        return look(town.owner, plan_filling, PlanFilling{town.group, department, {}});
    }
    static std::vector<Outcome> outcomes(const FillingPlan& plan) {
        std::vector<Outcome> all;
        for (const FillingLine& line : plan.lines)
            all.push_back(line.outcome);
        return all;
    }
    std::int32_t add(const std::vector<PersonId>& people) {
        return act(town.owner, add_members, AddMembers{town.group, {people}}).added;
    }
};

TEST_F(Filling, APlanSaysWhatHappensLineByLine) {
    run_sql(test_database,
            "UPDATE people SET personnel_number = '10482' WHERE name = 'stranger';"
            "INSERT INTO people (name, email, role) VALUES ('x', 'x@outside.example', 'guest')");
    act(town.administrator, suspend_person, SuspendPerson{town.newcomer});
    const FillingPlan made = plan({"10482", "Member@Example.org", "nobody@example.org", "x@outside.example",
                                   "newcomer@example.org", "stranger@example.org", "%"});
    EXPECT_THAT(outcomes(made),
                ElementsAre(Outcome::joins, Outcome::already_in, Outcome::unknown, Outcome::guest_only,
                            Outcome::suspended, Outcome::doubled, Outcome::unknown));
    EXPECT_EQ(made.lines[0].person, town.stranger);
    EXPECT_EQ(made.lines[2].entry, "nobody@example.org");
    EXPECT_THAT(news(), testing::Not(testing::Contains(group_stream(town.group) + " member.added")));
}

TEST_F(Filling, APlanOfADepartmentNamesThoseBelowItToo) {
    run_sql(test_database,
            "INSERT INTO departments (parent_id, name, side) VALUES (" +
                std::to_string(town.transport.value) +
                ", 'Planning', 'ssc');"
                "UPDATE people SET department_id = (SELECT id FROM departments WHERE name = 'Planning')"
                " WHERE name = 'newcomer'");
    const FillingPlan made = plan(town.transport);
    std::vector<std::string> names;
    for (const Person& person : made.people)
        names.push_back(person.name);
    EXPECT_THAT(names, ElementsAre("member", "newcomer", "owner", "stranger"));
    EXPECT_THAT(outcomes(made),
                ElementsAre(Outcome::already_in, Outcome::joins, Outcome::already_in, Outcome::joins));
}

TEST_F(Filling, APlanIsOfADepartmentOrOfEntries) {
    EXPECT_EQ(refused(town.owner, plan_filling, PlanFilling{town.group, {}, {}}), ErrorCode::invalid_request);
    PlanFilling both{town.group, town.transport, {{}}};
    EXPECT_EQ(refused(town.owner, plan_filling, both), ErrorCode::invalid_request);
}

TEST_F(Filling, ADepartmentOfMoreThanJoinAtOnceIsRefused) {
    run_sql(test_database,
            "INSERT INTO people (name, email, department_id) SELECT 'p', n || '@example.org', " +
                std::to_string(town.transport.value) + " FROM generate_series(1, 498) AS n");
    EXPECT_EQ(refused(town.owner, plan_filling, PlanFilling{town.group, town.transport, {}}),
              ErrorCode::conflict);
}

TEST_F(Filling, LetsAllOfThemInAndTellsEach) {
    ask(town.stranger, town.group);
    news();
    EXPECT_EQ(add({town.stranger, town.newcomer, town.member, town.newcomer}), 2);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " member.added",
                                             group_stream(town.group) + " member.added",
                                             user_stream(town.stranger) + " group.joined",
                                             user_stream(town.newcomer) + " group.joined",
                                             user_stream(town.owner) + " requests.changed",
                                             user_stream(town.other_owner) + " requests.changed"));
    EXPECT_EQ(role_of(town.stranger), GroupRole::member);
    EXPECT_EQ(pending(town.owner), 0);
    EXPECT_EQ(add({town.stranger}), 0);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Filling, KeepsTheRolesOfThoseWhoAreIn) {
    EXPECT_EQ(add({town.moderator, town.other_owner}), 0);
    EXPECT_EQ(role_of(town.moderator), GroupRole::moderator);
    EXPECT_EQ(role_of(town.other_owner), GroupRole::owner);
}

TEST_F(Filling, LetsInAllOrNobody) {
    act(town.administrator, suspend_person, SuspendPerson{town.newcomer});
    EXPECT_EQ(refused(town.owner, add_members, AddMembers{town.group, {{town.stranger, town.newcomer}}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, add_members, AddMembers{town.group, {{town.stranger, PersonId{9999}}}}),
              ErrorCode::not_found);
    remove(town.owner, town.guest);
    EXPECT_EQ(refused(town.owner, add_members, AddMembers{town.group, {{town.stranger, town.guest}}}),
              ErrorCode::conflict);
    EXPECT_EQ(role_of(town.stranger), std::nullopt);
}

TEST_F(Filling, IsForOwners) {
    for (const PersonId who : {town.moderator, town.member, town.guest}) {
        EXPECT_EQ(refused(who, plan_filling, PlanFilling{town.group, town.transport, {}}),
                  ErrorCode::forbidden);
        EXPECT_EQ(refused(who, add_members, AddMembers{town.group, {{town.stranger}}}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.stranger, add_members, AddMembers{town.group, {{town.stranger}}}),
              ErrorCode::not_found);
}

TEST_F(Filling, FiveHundredComeInByOneAct) {
    run_sql(test_database,
            "INSERT INTO people (name, email, department_id) SELECT 'p', n || '@example.org', " +
                std::to_string(town.transport.value) + " FROM generate_series(1, 497) AS n");
    std::vector<PersonId> people;
    for (const FillingLine& line : plan(town.transport).lines)
        people.push_back(*line.person);
    ASSERT_EQ(people.size(), limits::people_at_once);
    EXPECT_EQ(add(people), 498);
    EXPECT_EQ(std::ranges::count(news(), group_stream(town.group) + " member.added"), 498);
}

}  // namespace
}  // namespace plein::test
