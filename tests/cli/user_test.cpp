// Accounts from the command line: what it prints, what it refuses, and that it is done.
#include "tests/support/command_fixture.hpp"

namespace plein::test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

constexpr const char* good_password = "kleine blauwe fiets\n";

class UserCommand : public CommandTest {
protected:
    Outcome add(const std::string& name, const std::string& email,
                const std::string& password = good_password) {
        return plein({"user", "add", "--name", name, "--email", email, "--password-stdin"}, password);
    }
    std::string list() { return plein({"user", "list"}).out; }
};

TEST_F(UserCommand, AddsSomebodyWhoIsThenListed) {
    const Outcome added = add("Kim de Vries", "kim@example.org");
    EXPECT_EQ(added.status, 0) << added.err;
    EXPECT_THAT(added.out, MatchesRegex("added Kim de Vries as person [0-9]+\n"));
    EXPECT_THAT(list(),
                AllOf(HasSubstr("Kim de Vries"), HasSubstr("kim@example.org"), HasSubstr("employee")));
}

TEST_F(UserCommand, RefusesALoginThatIsTaken) {
    add("Kim de Vries", "kim@example.org");
    expect_refused(add("Another Kim", "KIM@example.org"), "that login is somebody's already");
    EXPECT_THAT(list(), Not(HasSubstr("Another Kim")));
}

TEST_F(UserCommand, RefusesWeakPasswordsTheOwnLoginsAmongThem) {
    for (const char* weak : {"Welkom123\n", "Kim@example.org\n", "40217335\n"}) {
        const Outcome outcome = plein({"user", "add", "--name", "Kim", "--email", "kim@example.org",
                                       "--personnel-number", "40217335", "--password-stdin"},
                                      weak);
        expect_refused(outcome, "choose another one");
    }
    expect_refused(add("Kim", "kim@example.org", "short\n"), "a password has 8 to 256 bytes");
    EXPECT_THAT(list(), IsEmpty());
}

TEST_F(UserCommand, RefusesWhatCouldNotBeSaidInAForm) {
    expect_refused(add(std::string(121, 'x'), "kim@example.org"), "--name takes 1 to 120 bytes");
    expect_refused(add("", "kim@example.org"), "--name takes 1 to 120 bytes");
    expect_refused(add("Kim\x01", "kim@example.org"), "--name takes 1 to 120 bytes of UTF-8");
    expect_refused(add("Kim", std::string(255, 'x')), "--email takes 1 to 254 bytes");
    expect_refused(plein({"user", "add", "--name", "Kim", "--password-stdin"}, good_password),
                   "give --email or --personnel-number");
    expect_refused(plein({"user", "add", "--name", "Kim", "--email", "k@example.org", "--role", "king",
                          "--password-stdin"},
                         good_password),
                   "--role is employee");
}

TEST_F(UserCommand, SuspendsSomebodyByEitherLogin) {
    add("Kim de Vries", "kim@example.org");
    EXPECT_EQ(plein({"user", "suspend", "Kim@example.org"}).status, 0);
    EXPECT_THAT(list(), HasSubstr("(suspended)"));
    expect_refused(plein({"user", "suspend", "nobody@example.org"}), "there is no such person");
}

TEST_F(UserCommand, ResetsAPassword) {
    add("Kim de Vries", "kim@example.org");
    const auto hash = [&] {
        return run_sql(test_database, "SELECT password_hash FROM people")[0][0].as<std::string>();
    };
    const std::string before = hash();
    expect_refused(
        plein({"user", "reset-password", "kim@example.org", "--password-stdin"}, "kim@example.org\n"),
        "choose another one");
    EXPECT_EQ(hash(), before);
    EXPECT_EQ(
        plein({"user", "reset-password", "kim@example.org", "--password-stdin"}, "een ander woord\n").status,
        0);
    EXPECT_NE(hash(), before);
    expect_refused(plein({"user", "reset-password", "nobody", "--password-stdin"}, good_password),
                   "there is no such person");
}

TEST_F(UserCommand, SaysInOneSentenceThatTheDatabaseIsAway) {
    settings["PLEIN_DATABASE_URL"] = "postgresql:///plein?host=/nonexistent";
    settings["PLEIN_DATABASE_OWNER_URL"] = settings["PLEIN_DATABASE_URL"];
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"user", "list"}, {"serve"}, {"migrate"}, {"demo"}})
        expect_refused(plein(words), "PostgreSQL does not answer");
}

TEST_F(UserCommand, WantsTheSchemaThatItKnows) {
    run_sql(test_database, "DELETE FROM migrations WHERE number > 1");
    expect_refused(plein({"user", "list"}), "run `plein migrate` first");
}

TEST_F(UserCommand, RefusesAMistypedSetting) {
    settings["PLEIN_SERVER_PROT"] = "80";
    expect_refused(plein({"user", "list"}), "PLEIN_SERVER_PROT: there is no such setting");
}

}  // namespace
}  // namespace plein::test
