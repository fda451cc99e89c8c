// People from a CSV file: what it would do, and that it does this and nothing else, as a whole or not at all.
#include "server/features/people_import.hpp"
#include "tests/support/account_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include "server/features/managed_accounts.hpp"

#include <fmt/format.h>

#include <fstream>
#include <future>
#include <sstream>

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;
using Outcome = ImportOutcome;

class PeopleImport : public AccountTest {
protected:
    ImportPlan plan(const std::string& file) {
        return look(town.administrator, plan_import, PlanImport{{file}});
    }
    ImportDone apply(const std::string& file, const ImportPlan& seen) {
        return act(town.administrator, apply_import, ApplyImport{{file}, {seen.fingerprint.value()}});
    }
    ImportDone import(const std::string& file) { return apply(file, plan(file)); }

    /// "line outcome columns" or "line fault column" of each line.
    static std::vector<std::string> told(const ImportPlan& plan) {
        std::vector<std::string> all;
        for (const ImportLine& line : plan.lines) {
            std::string words = std::to_string(line.line) + " " +
                                std::string{line.fault ? name_of(*line.fault) : name_of(line.outcome)};
            if (line.column) words += " " + std::string{name_of(*line.column)};
            for (const ImportColumn column : line.changes)
                words += " " + std::string{name_of(column)};
            all.push_back(words);
        }
        return all;
    }
    ManagedAccount account_of(PersonId person) {
        return look(town.administrator, get_account, GetAccount{person});
    }
    std::int64_t people() {
        return run_sql(test_database, "SELECT count(*) FROM people")[0][0].as<std::int64_t>();
    }
    void number(const std::string& name, const std::string& number) {
        run_sql(test_database,
                "UPDATE people SET personnel_number = '" + number + "' WHERE name = '" + name + "'");
    }
};

TEST_F(PeopleImport, IsForAdministratorsAlone) {
    for (const PersonId who : {town.owner, town.moderator, town.member, town.guest, town.stranger}) {
        EXPECT_EQ(refused(who, plan_import, PlanImport{{"no file"}}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, apply_import, ApplyImport{{"no file"}, {"x"}}), ErrorCode::forbidden);
    }
}

TEST_F(PeopleImport, APlanSaysRowByRowWhatWouldHappenAndChangesNothing) {
    number("member", "10482");
    const auto before = people();
    const ImportPlan made = plan(
        "personeelsnummer;naam;email;afdeling;functie\n"
        "10482;member;;Transport;chauffeur\n"
        ";colleague;colleague@example.org;;\n"
        "20001;Nieuw;;Transport;planner\n"
        "20002;;;;\n"
        "20003;Wie;;Nergens;\n");
    EXPECT_THAT(told(made), ElementsAre("2 changed title", "4 added", "5 missing name",
                                        "6 unknown_department department"));
    EXPECT_EQ(made.unchanged, 1);
    EXPECT_EQ(made.wrong, 2);
    EXPECT_FALSE(made.fingerprint) << "as long as a row is wrong there is nothing to apply";
    EXPECT_EQ(people(), before);
}

TEST_F(PeopleImport, APlanTellsWhoItIsByNowAndWhatEachValueBecomes) {
    number("member", "10482");
    const ImportPlan made = plan(
        "personeelsnummer;naam;afdeling;functie\n"
        "10482;Member Renamed;Transport;chauffeur\n"
        "20001;Nieuw;Transport;planner\n");
    ASSERT_THAT(told(made), ElementsAre("2 changed name title", "3 added"));
    const ImportLine& changed = made.lines[0];
    EXPECT_EQ(changed.who, "member") << "somebody is known by the name of today";
    EXPECT_EQ(changed.person, town.member);
    EXPECT_EQ(changed.before.value().name, "member");
    EXPECT_EQ(changed.before->title, "");
    EXPECT_EQ(changed.after.value().name, "Member Renamed");
    EXPECT_EQ(changed.after->title, "chauffeur");
    EXPECT_EQ(changed.after->email, changed.before->email);
    const ImportLine& added = made.lines[1];
    EXPECT_FALSE(added.before);
    EXPECT_EQ(added.after.value().personnel_number, "20001");
    EXPECT_EQ(added.after->department, changed.after->department);
    EXPECT_EQ(added.after->role, Role::employee);
}

TEST_F(PeopleImport, ThePersonnelNumberWinsAndTheAddressComesNext) {
    number("member", "10482");
    EXPECT_THAT(told(plan("personeelsnummer;naam;email\n10482;member;new@example.org\n")),
                ElementsAre("2 changed email"));
    EXPECT_THAT(told(plan("personeelsnummer;naam;email\n777;stranger;STRANGER@example.org\n")),
                ElementsAre("2 changed personnel_number"));
    EXPECT_THAT(told(plan("personeelsnummer;naam;email\n777;member;member@example.org\n")),
                ElementsAre("2 other_person email"))
        << "that address is 10482's";
    EXPECT_THAT(told(plan("personeelsnummer;naam;email\n10482;member;stranger@example.org\n")),
                ElementsAre("2 other_person email"));
}

TEST_F(PeopleImport, NobodyStandsInAFileTwice) {
    number("member", "10482");
    const ImportPlan made = plan(
        "personeelsnummer;naam;email\n"
        "10482;member;\n"
        ";member;member@example.org\n"
        "5;New;\n"
        "5;Other;\n"
        ";A;A@example.org\n"
        ";B;a@Example.org\n");
    EXPECT_THAT(told(made), ElementsAre("3 twice email", "4 added", "5 twice personnel_number", "6 added",
                                        "7 twice email"));
    EXPECT_EQ(made.lines[0].other_line, 2);
}

TEST_F(PeopleImport, NoRightIsGivenOrTakenByAFile) {
    EXPECT_THAT(told(plan("naam;email;rol\n"
                          "administrator;administrator@example.org;medewerker\n"
                          "member;member@example.org;beheerder\n"
                          "owner;owner@example.org;gast\n"
                          "new;new@example.org;beheerder\n"
                          "stranger;stranger@example.org;medewerker\n"
                          "visitor;visitor@example.org;gast\n")),
                ElementsAre("2 role_by_hand role", "3 role_by_hand role", "4 role_by_hand role",
                            "5 role_by_hand role", "7 added"));
}

TEST_F(PeopleImport, ADepartmentIsFoundByNameOrByPath) {
    run_sql(test_database,
            "INSERT INTO departments (name, side) VALUES ('Noord', 'business'), ('Zuid', 'business');"
            "INSERT INTO departments (parent_id, name, side) SELECT id, 'Loods', 'business' FROM departments "
            "WHERE name IN ('Noord', 'Zuid')");
    EXPECT_THAT(told(plan("naam;email;afdeling\n"
                          "a;a@x.nl;loods\n"
                          "b;b@x.nl;Noord>Loods\n"
                          "c;c@x.nl;ZUID\n")),
                ElementsAre("2 several_departments department", "3 added", "4 added"));
    import("naam;email;afdeling\nb;b@x.nl;Noord > Loods\n");
    EXPECT_EQ(run_sql(test_database,
                      "SELECT upper.name FROM people JOIN departments d ON d.id = people.department_id "
                      "JOIN departments upper ON upper.id = d.parent_id WHERE people.name = 'b'")[0][0]
                  .as<std::string>(),
              "Noord");
}

TEST_F(PeopleImport, OfTwoDepartmentsWithOneNameTheSideTellsWhichIsMeant) {
    run_sql(test_database,
            "INSERT INTO departments (name, side) VALUES ('Inkoop', 'ssc'), ('Inkoop', 'business')");
    EXPECT_THAT(told(plan("naam;email;afdeling\n"
                          "a;a@x.nl;Inkoop\n"
                          "b;b@x.nl;SSC > Inkoop\n"
                          "c;c@x.nl;Businesskant > Inkoop\n"
                          "d;d@x.nl;Extern > Inkoop\n")),
                ElementsAre("2 several_departments department", "3 added", "4 added",
                            "5 unknown_department department"));
    import("naam;email;afdeling\nb;b@x.nl;SSC > Inkoop\nc;c@x.nl;business > inkoop\n");
    const auto sides =
        run_sql(test_database,
                "SELECT string_agg(people.name || ' ' || side, ', ' ORDER BY people.name) FROM people "
                "JOIN departments d ON d.id = department_id WHERE d.name = 'Inkoop'");
    EXPECT_EQ(sides[0][0].as<std::string>(), "b ssc, c business");
}

TEST_F(PeopleImport, IsAppliedAsItWasShown) {
    const std::string file =
        "personeelsnummer;naam;email;afdeling;functie;taal\n"
        ";member;member@example.org;;monteur;\n"
        "31;Zoë;;Transport;planner;en\n"
        ";Bas;bas@example.org;;;\n";
    const ImportDone done = import(file);
    EXPECT_EQ(done.added, 2);
    EXPECT_EQ(done.changed, 1);
    ASSERT_EQ(done.without_email.size(), 1u);
    const ManagedAccount added = account_of(done.without_email[0]);
    EXPECT_EQ(added.person.name, "Zoë");
    EXPECT_EQ(added.person.department, town.transport);
    EXPECT_EQ(added.language, Language::en);
    EXPECT_EQ(added.state, AccountState::waiting);
    EXPECT_EQ(account_of(town.member).person.title, "monteur");
    EXPECT_EQ(account_of(town.member).email, "member@example.org");
    EXPECT_THAT(news(), ElementsAre("organisation person.changed", "organisation person.changed",
                                    "organisation person.changed"));
    const ImportPlan again = plan(file);
    EXPECT_EQ(again.unchanged, 3);
    EXPECT_THAT(again.lines, IsEmpty());
}

TEST_F(PeopleImport, SuspendsNobodyWhoIsNotInTheFile) {
    import("naam;email\nBas;bas@example.org\n");
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM people WHERE state = 'suspended'")[0][0].as<int>(),
              0);
}

TEST_F(PeopleImport, IsRefusedWhenSomethingElseWouldHappenByNow) {
    const std::string file = "naam;email;functie\nmember;member@example.org;monteur\nnew;new@example.org;\n";
    const ImportPlan seen = plan(file);
    EditAccount edit{.person = town.member, .version = account_of(town.member).version, .name = {"member"}};
    edit.title = {"chef"};
    edit.email = Text<limits::email, 3>{"member@example.org"};
    edit.department = town.transport;
    act(town.administrator, edit_account, edit);
    EXPECT_EQ(refusal_of([&] { apply(file, seen); }), ErrorCode::conflict);
    EXPECT_EQ(account_of(town.member).person.title, "chef");
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM people WHERE name = 'new'")[0][0].as<int>(), 0)
        << "nothing half done";
    apply(file, plan(file));
    EXPECT_EQ(refusal_of([&] { apply(file, seen); }), ErrorCode::conflict) << "a second time";
    EXPECT_EQ(refusal_of([&] { apply("naam;email\nx;x@y.nl\n", plan(file)); }), ErrorCode::conflict)
        << "another file than was shown";
}

TEST_F(PeopleImport, IsRefusedWhenSomebodyChangesWhileItRuns) {
    const std::string file = "naam;email;functie\nmember;member@example.org;monteur\nnew;new@example.org;\n";
    const ImportPlan seen = plan(file);
    HeldLock change{test_database, "UPDATE people SET version = version + 1 WHERE name = 'member'"};
    auto refusal = std::async(std::launch::async, [&] { return refusal_of([&] { apply(file, seen); }); });
    change.await_waiters(1);
    change.release();
    EXPECT_EQ(refusal.get(), ErrorCode::conflict);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM people WHERE name = 'new'")[0][0].as<int>(), 0);
}

TEST_F(PeopleImport, AFileWithAWrongRowIsNotApplied) {
    const std::string file = "naam;email;rol\nnew;new@example.org;beheerder\n";
    EXPECT_EQ(refusal_of([&] {
                  act(town.administrator, apply_import, ApplyImport{{file}, {std::string(64, '0')}});
              }),
              ErrorCode::conflict);
}

TEST_F(PeopleImport, WhoMovesReadsNoLongerWhatTheOtherDepartmentReads) {
    run_sql(test_database, "INSERT INTO departments (name, side) VALUES ('Elders', 'business')");
    import("naam;email;afdeling\nmember;member@example.org;Elders\n");
    const auto events = published.events();
    const std::string limited = tab_stream(town.transport_tab);
    EXPECT_TRUE(std::ranges::any_of(
        events, [&](const auto& event) { return event.stream == limited && event.revokes == town.member; }));
    EXPECT_THAT(news(), ElementsAre("organisation person.changed", limited + " access.revoked",
                                    desk_stream_of(town.transport) + " access.revoked",
                                    user_stream(town.member) + " access.changed"));
}

TEST_F(PeopleImport, OfManyTellsOnceAndKeepsNothingOfWhoTheyWereInTheLog) {
    import("naam;email;functie\nmember;member@example.org;zeldzaam\n");
    EXPECT_EQ(log_lines_with("zeldzaam"), 1);
    std::string file = "naam;email;functie\nmember;member@example.org;gewoon\n";
    for (std::size_t i = 0; i < limits::people_told_singly; ++i)
        file += "n" + std::to_string(i) + ";n" + std::to_string(i) + "@example.org;\n";
    news();
    import(file);
    EXPECT_THAT(news(), ElementsAre("organisation people.changed"));
    EXPECT_EQ(log_lines_with("zeldzaam"), 0);
}

TEST_F(PeopleImport, TheExampleOfTheGuideIsTaken) {
    run_sql(test_database,
            "INSERT INTO departments (name, side) VALUES ('Finance', 'ssc'), ('Logistiek', 'business')");
    std::ostringstream guide;
    guide << std::ifstream{PLEIN_SOURCE_DIR "/docs/admin.md"}.rdbuf();
    const std::string text = guide.str();
    const auto start = text.find("```csv\n") + 7;
    const ImportDone done = import(text.substr(start, text.find("```", start) - start));
    EXPECT_EQ(done.added, 3);
    EXPECT_EQ(done.without_email.size(), 1u);
}

TEST_F(PeopleImport, OfTwoAtOnceOneIsApplied) {
    const std::string file = "naam;email\nnew;new@example.org\n";
    const ImportPlan seen = plan(file);
    const auto apply_in_turn = [&, token = token_of(town.administrator)] {
        return refusal_of([&] {
            database->commit_now([&](Transaction& tx) {
                return apply_import(tx, access::identify_in_turn(tx, token),
                                    ApplyImport{{file}, {seen.fingerprint.value()}});
            });
        });
    };
    auto other = std::async(std::launch::async, apply_in_turn);
    const auto one = apply_in_turn();
    const auto two = other.get();
    EXPECT_NE(one == ErrorCode::conflict, two == ErrorCode::conflict);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM people WHERE name = 'new'")[0][0].as<int>(), 1);
}

TEST_F(PeopleImport, TakesTwentyThousandRowsAndTellsTheFirstOfEachKind) {
    const auto patient = open({.connections = 2, .deadline = std::chrono::minutes{5}});
    std::string file = "personeelsnummer;naam;email;afdeling;functie\n";
    for (std::size_t i = 0; i < limits::import_rows; ++i) {
        file += fmt::format("P{0};Naam van {0};p{0}@example.org;Transport;medewerker\n", i);
    }
    const auto began = std::chrono::steady_clock::now();
    const auto took = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    const ImportPlan made = patient->read_now([&, token = token_of(town.administrator)](Snapshot& snapshot) {
        return plan_import(snapshot, access::identify(snapshot, token), PlanImport{{file}});
    });
    RecordProperty("plan_seconds", std::to_string(took()));
    EXPECT_EQ(made.added, static_cast<std::int32_t>(limits::import_rows));
    EXPECT_EQ(made.lines.size(), limits::import_lines);
    const auto run = [&](const std::string& bytes, const std::string& fingerprint) {
        return patient->commit_now([&, token = token_of(town.administrator)](Transaction& tx) {
            return apply_import(tx, access::identify_in_turn(tx, token), ApplyImport{{bytes}, {fingerprint}});
        });
    };
    EXPECT_EQ(run(file, made.fingerprint.value()).added, static_cast<std::int32_t>(limits::import_rows));
    RecordProperty("added_seconds", std::to_string(took()));
    EXPECT_GT(people(), static_cast<std::int64_t>(limits::import_rows));
}

}  // namespace
}  // namespace plein::test
