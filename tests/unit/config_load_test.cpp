// plein.toml and the environment: what is taken, and that what is wrong names its place.
#include "server/config/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

namespace plein::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ConfigFile : public testing::Test {
public:
    ~ConfigFile() override { std::filesystem::remove(file); }

protected:
    Config read(const std::string& text, const Environment& environment = {}) {
        std::ofstream{file} << text;
        return load(file, environment);
    }
    std::string complaint(const std::string& text, const Environment& environment = {}) {
        try {
            read(text, environment);
            return "";
        } catch (const ConfigError& error) {
            return error.what();
        }
    }

    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("plein-config-" + std::to_string(getpid()) + ".toml");
};

TEST_F(ConfigFile, SetsWhatItNamesAndLeavesTheRest) {
    const Config config = read(
        "[server]\nport = 8081\nallowed_hosts = [\"a.example\", \"b.example\"]\n"
        "[log]\nlevel = \"debug\"\n");
    EXPECT_EQ(config.net.port, 8081);
    EXPECT_THAT(config.net.allowed_hosts, ElementsAre("a.example", "b.example"));
    EXPECT_EQ(config.log_level, "debug");
    EXPECT_EQ(config.net.host, Config{}.net.host);
}

TEST_F(ConfigFile, AnUnknownKeyIsRefusedByFileLineAndName) {
    EXPECT_THAT(complaint("[server]\nport = 8080\nprot = 1\n"),
                testing::StartsWith(file.string() + ":3: server.prot: "));
    EXPECT_THAT(complaint("port = 8080\n"), HasSubstr(":1: port: "));
    EXPECT_THAT(complaint("[sever]\nport = 8080\n"), HasSubstr(":2: sever.port: "));
}

TEST_F(ConfigFile, WhatIsSwitchedIsTrueOrFalse) {
    EXPECT_FALSE(Config{}.previews_enabled);
    EXPECT_TRUE(read("[previews]\nenabled = true\n").previews_enabled);
    EXPECT_FALSE(
        read("[previews]\nenabled = true\n", {{"PLEIN_PREVIEWS_ENABLED", "false"}}).previews_enabled);
    EXPECT_TRUE(read("", {{"PLEIN_PREVIEWS_ENABLED", "true"}}).previews_enabled);
    EXPECT_THAT(complaint("[previews]\nenabled = 1\n"), HasSubstr(":2: previews.enabled: true or false"));
    EXPECT_THAT(complaint("[previews]\nenabled = \"yes\"\n"),
                HasSubstr(":2: previews.enabled: true or false"));
    EXPECT_THAT(complaint("[server]\nport = true\n"), HasSubstr(":2: server.port: a whole number"));
    EXPECT_THAT(complaint("", {{"PLEIN_PREVIEWS_ENABLED", "1"}}),
                HasSubstr("PLEIN_PREVIEWS_ENABLED: true or false"));
}

TEST_F(ConfigFile, AWrongTypeIsRefusedByLine) {
    EXPECT_THAT(complaint("[server]\nport = \"8080\"\n"), HasSubstr(":2: server.port: a whole number"));
    EXPECT_THAT(complaint("[server]\nhost = 1\n"), HasSubstr(":2: server.host: a string"));
    EXPECT_THAT(complaint("[server]\nallowed_hosts = \"a\"\n"),
                HasSubstr(":2: server.allowed_hosts: a list"));
    EXPECT_THAT(complaint("[server]\nallowed_hosts = [1]\n"), HasSubstr(":2: server.allowed_hosts: "));
    EXPECT_THAT(complaint("[server]\nport = 80.5\n"), HasSubstr(":2: server.port: "));
}

TEST_F(ConfigFile, AValueOutOfRangeIsRefusedWithTheRange) {
    EXPECT_THAT(complaint("[server]\n\nport = 65536\n"),
                HasSubstr(":3: server.port: a whole number from 0 to 65535"));
    EXPECT_THAT(complaint("[database]\nconnections = 0\n"), HasSubstr("from 1 to"));
    EXPECT_THAT(complaint("[log]\nlevel = \"loud\"\n"), HasSubstr("one of debug, info, warning, error"));
}

TEST_F(ConfigFile, WhatIsNoTomlIsRefusedByLine) {
    EXPECT_THAT(complaint("[server]\nport = \n"), HasSubstr(file.string() + ":2: "));
    EXPECT_THAT(complaint("[server]\nport = 1\nport = 2\n"), HasSubstr(":3: "));
}

TEST_F(ConfigFile, TheEnvironmentOverridesTheFile) {
    const Environment environment{{"PLEIN_SERVER_PORT", "9000"},
                                  {"PLEIN_SERVER_ALLOWED_HOSTS", "a,b"},
                                  {"PLEIN_LOG_LEVEL", "error"},
                                  {"PLEIN_DATABASE_URL", "5432"}};
    const Config config = read("[server]\nport = 8081\n", environment);
    EXPECT_EQ(config.net.port, 9000);
    EXPECT_THAT(config.net.allowed_hosts, ElementsAre("a", "b"));
    EXPECT_EQ(config.log_level, "error");
    EXPECT_EQ(config.database.url, "5432");
}

TEST_F(ConfigFile, AWrongValueInTheEnvironmentIsRefusedByItsName) {
    EXPECT_THAT(complaint("", {{"PLEIN_SERVER_PORT", "many"}}),
                HasSubstr("PLEIN_SERVER_PORT: a whole number"));
    EXPECT_THAT(complaint("", {{"PLEIN_SERVER_PORT", "80x"}}), HasSubstr("PLEIN_SERVER_PORT"));
    EXPECT_THAT(complaint("", {{"PLEIN_LOG_LEVEL", "loud"}}), HasSubstr("PLEIN_LOG_LEVEL"));
}

TEST_F(ConfigFile, AMistypedNameInTheEnvironmentIsRefused) {
    EXPECT_THAT(complaint("", {{"PLEIN_SERVER_PROT", "80"}}),
                testing::StartsWith("PLEIN_SERVER_PROT: there is no such setting"));
    EXPECT_EQ(complaint("", {{"PLEIN_TEST_SERVERS", "x"}, {"PLEIN_BINARY", "y"}}), "")
        << "no section of ours";
}

TEST_F(ConfigFile, AComplaintIsOneLineWhateverStandsInAKey) {
    EXPECT_THAT(complaint("\"a\\nb\\u001b\" = 1\n"), HasSubstr(":1: a?b?: there is no such key"));
    EXPECT_THAT(complaint("", {{"PLEIN_SERVER_A\nB", "80"}}), testing::StartsWith("PLEIN_SERVER_A?B: "));
}

TEST_F(ConfigFile, ATimeZoneThatDoesNotExistIsRefused) {
    EXPECT_EQ(read("[organisation]\ntime_zone = \"America/Paramaribo\"\n").database.time_zone,
              "America/Paramaribo");
    EXPECT_THAT(complaint("[organisation]\ntime_zone = \"Europe/Tiel\"\n"),
                HasSubstr(":2: organisation.time_zone: the name of a time zone"));
    EXPECT_THAT(complaint("", {{"PLEIN_ORGANISATION_TIME_ZONE", ""}}),
                HasSubstr("PLEIN_ORGANISATION_TIME_ZONE"));
}

TEST_F(ConfigFile, WhoMigratesIsWhoServesUnlessSaidOtherwise) {
    EXPECT_EQ(read("[database]\nurl = \"a\"\n").owner_url, "a");
    EXPECT_EQ(read("[database]\nurl = \"a\"\nowner_url = \"b\"\n").owner_url, "b");
}

}  // namespace
}  // namespace plein::config
