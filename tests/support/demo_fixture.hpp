/// Databases with the demo's story in them, made once a cluster.
#pragma once

#include "server/demo/fill.hpp"
#include "server/demo/load.hpp"
#include "tests/support/storage_fixture.hpp"

namespace plein::test {

inline storage::DatabaseOptions patient(const TestDatabase& database) {
    return {.url = database.server_url(), .connections = 1, .deadline = std::chrono::minutes{1}};
}

inline void load_demo(storage::Database& database) {
    database.commit_now([](storage::Transaction& tx) {
        demo::load(tx, demo::read_story(), {"Europe/Amsterdam", "no password"});
    });
}

inline void load_demo(const TestDatabase& empty) {
    storage::Database database{patient(empty), [](auto) {}};
    load_demo(database);
}

/// What filling up says.
inline std::vector<std::string> fill_up(const TestDatabase& database, std::int64_t people,
                                        std::int64_t groups, std::int64_t posts) {
    std::vector<std::string> said;
    const auto now = run_sql(database, "SELECT (extract(epoch FROM now()) * 1000)::bigint")[0][0];
    demo::fill({.owner_url = database.owner_url(),
                .password_hash = "no password",
                .people = people,
                .groups = groups,
                .posts = posts,
                .now = Timestamp{std::chrono::milliseconds{now.as<std::int64_t>()}}},
               [&](const std::string& line) { said.push_back(line); });
    return said;
}

class DemoTest : public StorageTest {
protected:
    DemoTest() : DemoTest(Filling{"demo", [](const TestDatabase& empty) { load_demo(empty); }}) {}
    explicit DemoTest(const Filling& filling) : StorageTest(filling) {}

    std::unique_ptr<storage::Database> database = open(patient(test_database));
};

class FilledDemoTest : public DemoTest {
protected:
    FilledDemoTest() : DemoTest(Filling{"filled_demo", load_and_fill_up}) {}

private:
    static void load_and_fill_up(const TestDatabase& empty) {
        load_demo(empty);
        fill_up(empty, 200, 30, 3000);
    }
};

}  // namespace plein::test
