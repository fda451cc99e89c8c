#include "tests/support/test_database.hpp"

#include "storage/migrate.hpp"

#include <unistd.h>
#include <pqxx/pqxx>

#include <atomic>

namespace plein::test {
namespace {

std::string url_of(const std::string& folder, const std::string& database, const std::string& role) {
    return "postgresql:///" + database + "?host=" + folder + "&user=" + role;
}

constexpr const char* make_roles = R"sql(
    CREATE ROLE plein_owner LOGIN;
    CREATE ROLE plein_server LOGIN;)sql";

bool exists(pqxx::transaction_base& session, const std::string& database) {
    return !session.exec_params("SELECT FROM pg_database WHERE datname = $1", database).empty();
}

/// Tests that start together wait for the one that makes it. It gets its name when it is whole.
template <class Make>
std::string ensure_template(const std::string& folder, const std::string& name, Make make) {
    pqxx::connection connection{url_of(folder, "postgres", "postgres")};
    pqxx::nontransaction session{connection};
    session.exec_params("SELECT pg_advisory_lock(hashtext($1))", name);
    if (!exists(session, name)) {
        make(session, [&](const std::string& unfinished) {
            session.exec("ALTER DATABASE " + unfinished + " RENAME TO " + name);
        });
    }
    return name;
}

std::string ensure_migrated(const std::string& folder) {
    return ensure_template(folder, "plein_template",
                           [&](pqxx::transaction_base& session, const auto& finish) {
                               session.exec(make_roles);
                               session.exec("CREATE DATABASE plein_unfinished OWNER plein_owner");
                               storage::migrate(url_of(folder, "plein_unfinished", "plein_owner"));
                               finish("plein_unfinished");
                           });
}

/// Also an empty one has the roles, which come with the first migrated one.
std::string source_of(const std::string& folder, TestDatabase::Content content) {
    std::string migrated = ensure_migrated(folder);
    return content == TestDatabase::Content::migrated ? migrated : "template1";
}

std::string ensure_filled(const std::string& folder, const Filling& filling) {
    return ensure_template(folder, "plein_" + filling.name, [&](pqxx::transaction_base&, const auto& finish) {
        const TestDatabase unfinished;
        filling.fill(unfinished);
        finish(unfinished.name());
    });
}

}  // namespace

TestDatabase::TestDatabase(std::string folder, const std::string& source) : folder_(std::move(folder)) {
    static std::atomic<int> made = 0;
    name_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
    pqxx::connection connection{url_of(folder_, "postgres", "postgres")};
    pqxx::nontransaction session{connection};
    // File by file: page by page through the log, as PostgreSQL does it otherwise, takes four times the processor's time.
    session.exec("CREATE DATABASE " + name_ + " OWNER plein_owner STRATEGY file_copy TEMPLATE " + source);
}

TestDatabase::TestDatabase(std::string folder, Content content)
    : TestDatabase(folder, source_of(folder, content)) {}

TestDatabase::TestDatabase(const Filling& filling)
    : TestDatabase(shared_postgres(), ensure_filled(shared_postgres(), filling)) {}

TestDatabase::~TestDatabase() {
    try {
        pqxx::connection connection{url_of(folder_, "postgres", "postgres")};
        pqxx::nontransaction session{connection};
        session.exec("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const pqxx::failure&) {
        return;  // The test has killed its PostgreSQL; the database goes with the cluster.
    }
}

std::string TestDatabase::url(const std::string& role) const { return url_of(folder_, name_, role); }

}  // namespace plein::test
