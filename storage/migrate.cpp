#include "storage/migrate.hpp"

#include "storage/connection.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>
#include <thread>

namespace plein::storage {
namespace {

// Any number will do, as long as every Plein takes the same one.
constexpr const char* lock = "SELECT pg_advisory_lock(7203518469121)";

constexpr const char* make_table = R"sql(
    CREATE TABLE IF NOT EXISTS migrations (
        number     int         PRIMARY KEY,
        name       text        NOT NULL,
        checksum   text        NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
    ))sql";

constexpr const char* select_applied = "SELECT number, name, checksum FROM migrations ORDER BY number";

constexpr const char* select_checksum = "SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex')";

constexpr const char* insert_applied = "INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)";

// Running nodes use the tables: who waits for a whole one has everybody wait behind it, and may wait for somebody who
// waits for it. So it lets them go on, before PostgreSQL looks for dead locks (1 s), and comes again.
constexpr const char* wait_shortly = "SET LOCAL lock_timeout = '500ms'";
constexpr std::string_view lock_not_available = "55P03";
constexpr int most_tries = 100;
constexpr std::chrono::milliseconds pause{200};

constexpr const char* select_version = "SELECT coalesce(max(number), 0) FROM migrations";

void check_numbers(const std::vector<Migration>& all) {
    int expected = 1;
    for (const Migration& migration : all) {
        if (migration.number != expected++) {
            throw std::runtime_error{
                fmt::format("migration {} is out of order: numbers go 1, 2, 3 …", migration.name)};
        }
    }
}

std::string checksum_of(pqxx::transaction_base& session, const Migration& migration) {
    return session.exec_params1(select_checksum, std::string{migration.sql})[0].as<std::string>();
}

void check_applied(pqxx::transaction_base& session, const pqxx::result& applied,
                   const std::vector<Migration>& all) {
    if (applied.size() > all.size()) {
        throw std::runtime_error{
            fmt::format("the database is at migration {}, and this program knows {}: start the newer program",
                        applied.back()["name"].c_str(), all.empty() ? "none" : all.back().name)};
    }
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const auto row = applied[static_cast<pqxx::result::size_type>(i)];
        if (row["name"].c_str() != std::string_view{all[i].name} ||
            row["checksum"].c_str() != checksum_of(session, all[i])) {
            throw std::runtime_error{
                fmt::format("migration {} has changed since the database applied {}: put its text back and "
                            "write a new migration",
                            all[i].name, row["name"].c_str())};
        }
    }
}

/// False when it came to nothing, since others use the tables.
bool try_to_apply(pqxx::connection& connection, const Migration& migration) {
    try {
        pqxx::work tx{connection};
        tx.exec(wait_shortly);
        tx.exec(migration.sql);
        tx.exec_params(insert_applied, migration.number, std::string{migration.name},
                       checksum_of(tx, migration));
        tx.commit();
        return true;
    } catch (const pqxx::transaction_rollback&) {
        return false;
    } catch (const pqxx::sql_error& error) {
        if (error.sqlstate() == lock_not_available) return false;
        throw std::runtime_error{fmt::format("migration {}: {}", migration.name, error.what())};
    }
}

void apply(pqxx::connection& connection, const Migration& migration) {
    for (int tries = 1; !try_to_apply(connection, migration); ++tries) {
        if (tries == most_tries)
            throw std::runtime_error{
                fmt::format("migration {}: its tables were in use each of {} times; nothing of it is done",
                            migration.name, tries)};
        std::this_thread::sleep_for(pause);
    }
}

}  // namespace

std::vector<std::string> migrate(const std::string& owner_url) { return migrate(owner_url, migrations()); }

std::vector<std::string> migrate(const std::string& owner_url, const std::vector<Migration>& all) {
    check_numbers(all);
    pqxx::connection connection{with_timeouts(owner_url)};
    std::size_t done = 0;
    {
        pqxx::nontransaction session{connection};
        session.exec(lock);  // until this connection closes
        session.exec(make_table);
        const pqxx::result applied = session.exec(select_applied);
        check_applied(session, applied, all);
        done = applied.size();
    }
    std::vector<std::string> names;
    for (; done < all.size(); ++done) {
        apply(connection, all[done]);
        names.emplace_back(all[done].name);
    }
    return names;
}

int schema_version(const std::string& url) {
    Connection connection{url, std::chrono::seconds{5}};
    pqxx::transaction_base& session = connection.session();
    if (session.exec1("SELECT to_regclass('migrations')")[0].is_null()) return 0;
    return session.exec1(select_version)[0].as<int>();
}

}  // namespace plein::storage
