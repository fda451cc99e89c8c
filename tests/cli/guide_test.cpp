// The administrator's guide, followed to the letter: a first installation, a backup, and a restore beside what is there.
#include "tests/support/guide.hpp"
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <cstring>

namespace plein::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

class AdministratorsGuide : public testing::Test {
protected:
    AdministratorsGuide() {
        follow("The database", 0);
        follow("Settings", 0);
    }

    /// The commands succeed; what they printed.
    std::string follow(const std::string& heading, std::size_t number, const std::string& input = {}) {
        const Outcome outcome = guide.run(heading, number, input);
        if (outcome.status != 0) throw std::runtime_error{heading + ": " + outcome.err + outcome.out};
        return outcome.out;
    }

    std::string plein(const std::vector<std::string>& command) {
        std::vector<std::string> words{"--config", guide.settings_file()};
        words.insert(words.end(), command.begin(), command.end());
        const Outcome outcome = run_plein(words, settings);
        if (outcome.status != 0) throw std::runtime_error{outcome.err};
        return outcome.out;
    }

    [[nodiscard]] std::string url(const std::string& database, const std::string& role) const {
        return "postgresql:///" + database + "?host=" + servers.folder() + "&user=" + role;
    }

    static Device sign_in(std::uint16_t port, const std::string& login, const std::string& password) {
        Device stranger{port};
        const HttpAnswer answer = stranger.send(SignIn{{login}, {password}});
        const std::string set = answer.field("set-cookie");
        if (answer.status != 200) throw std::runtime_error{answer.body};
        return Device{port, set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1)};
    }

    PrivateServers servers{"postgres redis"};
    Guide guide{servers};
    Settings settings{{"PLEIN_SERVER_PORT", "0"},
                      {"PLEIN_SERVER_PUBLIC_URL", ""},
                      {"PLEIN_DATABASE_URL", url("plein", "plein_server")},
                      {"PLEIN_DATABASE_OWNER_URL", url("plein", "plein_owner")},
                      {"PLEIN_REDIS_URL", servers.redis_url()},
                      {"PLEIN_SERVER_WEB_ROOT", PLEIN_TEST_WEB_ROOT},
                      {"PLEIN_PASSWORDS_MEMORY_MIB", "8"},
                      {"PLEIN_PASSWORDS_PASSES", "1"}};
};

/// Content with all but the cluster, which runs without fsync for tests.
void expect_content(const Outcome& doctor) {
    EXPECT_EQ(doctor.status, 1) << doctor.err;
    for (const char* check :
         {"postgres", "schema", "server role", "owner role", "redis", "descriptors", "web client"})
        EXPECT_THAT(doctor.out, ContainsRegex(std::string{"ok +"} + check));
    EXPECT_THAT(doctor.out, ContainsRegex("NO +durability +fsync is off"));
}

TEST_F(AdministratorsGuide, LeadsToAnAdministratorWhoSignsIn) {
    EXPECT_THAT(follow("First start", 0, "een lange blauwe fiets\n"), HasSubstr("added Jeroen Maas"));
    RunningNode node{settings};
    Device jeroen = sign_in(node.port(), "jeroen.maas@example.nl", "een lange blauwe fiets");
    EXPECT_EQ(jeroen.ask(GetMe{}).role, Role::administrator);
}

class BackupAndRestore : public AdministratorsGuide {
protected:
    BackupAndRestore() {
        plein({"migrate"});
        plein({"demo"});
        node = std::make_unique<RunningNode>(settings);
        fatma = sign_in(node->port(), "fatma.yildiz@vaartland.example", "fiets-naar-tiel-2026");
        group = fatma->ask(ListGroups{}).items.at(0);
    }

    void post(const std::string& body) {
        CreatePost request{.tab = group.tabs.at(0).tab.id, .body = {body}};
        std::memcpy(request.client_id.bytes.data(), &++posts, sizeof posts);
        fatma->ask(request);
    }
    std::string newest_post() {
        return fatma->ask(ListPosts{.tab = group.tabs.at(0).tab.id}).items.at(0).post.body;
    }

    LiveClient follower(const std::string& after = {}) {
        LiveClient live{node->port(), fatma->token()};
        live.subscribe(stream(), after);
        return live;
    }
    [[nodiscard]] std::string stream() const { return group_stream(group.group.id); }

    void restore() {
        node->terminate();
        node->wait();
        follow("Restore", 0);
        expect_content(guide.run("Restore", 1));
        follow("Restore", 2);
        node->start();
        fatma->move_to(node->port());
    }

    void run_as_server(const std::string& sql) {
        pqxx::connection connection{url("plein", "plein_server")};
        pqxx::nontransaction{connection}.exec(sql);
    }

    std::unique_ptr<RunningNode> node;
    std::optional<Device> fatma;
    GroupView group;
    int posts = 0;
};

TEST_F(BackupAndRestore, WhatWasSaidBeforeTheBackupIsThereAgainAndOpenPagesReadAfresh) {
    post("before the backup");
    std::string cursor;
    {
        LiveClient live = follower();
        cursor = live.until_type("subscribed", stream()).cursor;
    }
    follow("Backup", 1);
    post("after the backup");
    restore();

    EXPECT_EQ(guide.asked_of_systemd(), "stop plein\nstart plein\n");
    EXPECT_EQ(newest_post(), "before the backup");
    follower(cursor).until_type("resync", stream());
    LiveClient live = follower();
    live.until_type("subscribed", stream());
    post("after the restore");
    live.until_type("post.created", stream());
}

TEST_F(BackupAndRestore, TheServerStillCannotRewriteTheLogAndTheOwnerStillMigrates) {
    follow("Backup", 1);
    restore();
    for (const std::string sql : {"DELETE FROM events", "UPDATE events SET payload = '{}'", "TRUNCATE events",
                                  "DELETE FROM streams", "CREATE TABLE mine (id int)"}) {
        EXPECT_THROW(run_as_server(sql), pqxx::insufficient_privilege) << sql;
    }
    run_as_server("SELECT redact_events('post:1')");
    EXPECT_EQ(plein({"migrate"}), "the database is up to date\n");
}

}  // namespace
}  // namespace plein::test
