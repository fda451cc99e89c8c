// `plein doctor`: what is missing is named, with what to do about it.
#include "tests/support/command_fixture.hpp"

#include <filesystem>
#include <fstream>

namespace plein::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class Doctor : public CommandTest {
public:
    ~Doctor() override { std::filesystem::remove_all(folder); }

protected:
    Doctor() {
        std::filesystem::create_directory(folder);
        std::ofstream{folder / "index.html"} << "a page";
        settings["PLEIN_REDIS_URL"] = servers.redis_url();
        settings["PLEIN_LIMITS_CONNECTIONS"] = "100";
        settings["PLEIN_SERVER_WEB_ROOT"] = folder.string();
    }

    std::string checked() { return plein({"doctor"}).out; }

    /// This check fails, with this advice.
    void expect_missing(const std::string& check, const std::string& advice) {
        const Outcome outcome = plein({"doctor"});
        EXPECT_EQ(outcome.status, 1);
        EXPECT_EQ(outcome.err, "");
        EXPECT_THAT(outcome.out, ContainsRegex("NO +" + check + " .*" + advice));
    }

    PrivateServers servers{"redis"};
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("plein-doctor-" + std::to_string(getpid()));
};

TEST_F(Doctor, IsContentWithAWholeInstallationButForTheTestsOwnPostgres) {
    const Outcome outcome = plein({"doctor"});
    EXPECT_EQ(outcome.status, 1);
    for (const char* check :
         {"postgres", "schema", "server role", "owner role", "redis", "descriptors", "web client"})
        EXPECT_THAT(outcome.out, ContainsRegex(std::string{"ok +"} + check));
    // PostgreSQL runs without fsync for tests, and doctor must not let that pass.
    EXPECT_THAT(outcome.out, ContainsRegex("NO +durability +fsync is off"));
}

TEST_F(Doctor, TellsThatPostgresIsAway) {
    settings["PLEIN_DATABASE_URL"] = "postgresql:///plein?host=/nonexistent";
    expect_missing("postgres", "No such file or directory.*: start it, or set database.url");
    EXPECT_THAT(checked(), Not(HasSubstr("schema")));
}

TEST_F(Doctor, TellsThatAnotherSchemaIsThere) {
    run_sql(test_database, "DELETE FROM migrations WHERE number > 1");
    expect_missing("schema", "run `plein migrate` first");
    run_sql(test_database, "INSERT INTO migrations VALUES (9999, 'of the future', '')");
    expect_missing("schema", "install the newer Plein");
}

TEST_F(Doctor, TellsThatTheServerCouldRewriteTheLog) {
    settings["PLEIN_DATABASE_URL"] = test_database.superuser_url();
    expect_missing("server role", "let database.url name another role");
}

TEST_F(Doctor, TellsThatTheOwnerCannotMigrate) {
    settings["PLEIN_DATABASE_OWNER_URL"] = test_database.server_url();
    expect_missing("owner role", "let database.owner_url name");
}

TEST_F(Doctor, TellsThatRedisIsAwayAndWhatItIsFor) {
    servers.kill_redis();
    expect_missing("redis", "start Redis, or set redis.url");
    settings["PLEIN_REDIS_URL"] = "http://localhost";
    expect_missing("redis", "a Redis address is unix:");
}

TEST_F(Doctor, TellsThatRedisHangs) {
    servers.pause_redis();
    expect_missing("redis", "start Redis, or set redis.url");
    servers.resume_redis();
}

TEST_F(Doctor, TellsThatTheCertificateCannotBeUsed) {
    settings["PLEIN_TLS_CERTIFICATE"] = (folder / "none.pem").string();
    expect_missing("tls", "cannot use the certificate .*none.pem");
}

TEST_F(Doctor, TellsWhereTheWebClientIsMissing) {
    std::filesystem::remove(folder / "index.html");
    expect_missing("web client", "npm ci && npm run build");
}

}  // namespace
}  // namespace plein::test
