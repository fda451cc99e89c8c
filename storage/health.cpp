#include "storage/health.hpp"

#include "storage/connection.hpp"
#include "storage/migrate.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace plein::storage {
namespace {

constexpr const char* select_server_role = R"sql(
    SELECT session_user, pg_has_role(session_user, 'plein_server', 'member'),
           has_table_privilege(session_user, 'events', 'DELETE'))sql";

// Before the first migration whoever may create tables is the owner-to-be.
constexpr const char* select_owner_role = R"sql(
    SELECT session_user,
           coalesce((SELECT pg_has_role(session_user, relowner, 'usage')
                       FROM pg_class
                      WHERE oid = to_regclass('events')),
                    has_schema_privilege(session_user, 'public', 'create')))sql";

template <class... Args>
void demand(bool holds, fmt::format_string<Args...> advice, Args&&... args) {
    if (!holds) throw std::runtime_error{fmt::format(advice, std::forward<Args>(args)...)};
}

}  // namespace

void check_postgres(const std::string& url) {
    pqxx::connection connection{with_timeouts(url)};
    pqxx::nontransaction session{connection};
    const int version = connection.server_version();
    demand(version >= 150000, "PostgreSQL 15 or newer is needed; this is {}", version / 10000);
    demand(session.exec1("SHOW server_encoding")[0].as<std::string>() == "UTF8",
           "the database is not UTF8: make it anew with `createdb -E UTF8`");
}

void check_durability(const std::string& url) {
    pqxx::connection connection{with_timeouts(url)};
    pqxx::nontransaction session{connection};
    for (const char* setting : {"fsync", "full_page_writes", "synchronous_commit"}) {
        const auto value = session.exec1(std::string{"SHOW "} + setting)[0].as<std::string>();
        demand(value != "off", "{0} is off: an acknowledged post can be lost; set {0} = on", setting);
    }
}

void check_schema(const std::string& url) {
    const int newest = migrations().back().number;
    const int found = schema_version(url);
    demand(found >= newest, "the database is at migration {} of {}: run `plein migrate` first", found,
           newest);
    demand(found <= newest, "the database is newer than this program: install the newer Plein");
}

void check_server_role(const std::string& url) {
    pqxx::connection connection{with_timeouts(url)};
    pqxx::nontransaction session{connection};
    const pqxx::row role = session.exec1(select_server_role);
    demand(role[1].as<bool>(), "{0} is not a member of plein_server: GRANT plein_server TO {0}",
           role[0].c_str());
    demand(!role[2].as<bool>(),
           "{} may change the event log: let database.url name another role than the owner", role[0].c_str());
}

void check_owner_role(const std::string& owner_url) {
    pqxx::connection connection{with_timeouts(owner_url)};
    pqxx::nontransaction session{connection};
    const pqxx::row role = session.exec1(select_owner_role);
    demand(role[1].as<bool>(), "{} cannot migrate: let database.owner_url name the role that owns the tables",
           role[0].c_str());
}

std::string words_of(const pqxx::broken_connection& error) {
    const std::string reason = error.what();
    return fmt::format("PostgreSQL does not answer ({}): start it, or set database.url",
                       reason.substr(0, reason.find('\n')));
}

}  // namespace plein::storage
