#include "server/cli/commands.hpp"
#include "storage/migrate.hpp"

#include <hiredis/hiredis.h>
#include <sys/resource.h>
#include <pqxx/pqxx>

#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

namespace plein::cli {

namespace {

/// One check: empty when all is well, otherwise what is wrong and what to do.
struct Check {
    const char* name;
    std::function<std::string()> look;
};

std::string look_at_postgres(const std::string& url) {
    pqxx::connection connection{url};
    pqxx::read_transaction tx{connection};
    const int version = connection.server_version();
    if (version < 150000)
        return "PostgreSQL 15 or newer is needed; this is " + std::to_string(version / 10000);
    if (tx.exec1("SHOW server_encoding")[0].as<std::string>() != "UTF8") {
        return "the database is not UTF8: make it anew with `createdb -E UTF8`";
    }
    if (tx.exec1("SHOW fsync")[0].as<std::string>() != "on") {
        return "fsync is off: an acknowledged post can be lost; set fsync = on";
    }
    return {};
}

std::string look_at_schema(const std::string& url) {
    const int newest = storage::migrations().back().number;
    const int found = storage::schema_version(url);
    if (found < newest)
        return "migration " + std::to_string(found) + " of " + std::to_string(newest) +
               ": run `plein migrate`";
    if (found > newest) return "the database is newer than this program: install the newer Plein";
    return {};
}

std::string look_at_roles(const std::string& url) {
    pqxx::connection connection{url};
    pqxx::work tx{connection};
    const auto role = tx.exec1(
        "SELECT current_user, pg_has_role(current_user, 'plein_server', 'member'), "
        "has_table_privilege(current_user, 'events', 'DELETE')");
    if (!role[1].as<bool>()) {
        return role[0].as<std::string>() + " is not a member of plein_server: GRANT plein_server TO it";
    }
    if (role[2].as<bool>()) {
        return role[0].as<std::string>() +
               " may change the event log: let database.url name another role than the owner";
    }
    return {};
}

std::string look_at_redis(const std::string& url) {
    const timeval patience{2, 0};
    redisContext* opened = nullptr;
    if (const std::string unix_scheme = "unix://"; url.starts_with(unix_scheme)) {
        opened = redisConnectUnixWithTimeout(url.substr(unix_scheme.size()).c_str(), patience);
    } else {
        std::string host = url.substr(std::string{"redis://"}.size());
        const auto colon = host.rfind(':');
        const int port = colon == std::string::npos ? 6379 : std::stoi(host.substr(colon + 1));
        host.resize(std::min(colon, host.size()));
        opened = redisConnectWithTimeout(host.c_str(), port, patience);
    }
    const std::unique_ptr<redisContext, decltype(&redisFree)> redis{opened, redisFree};
    if (!redis || redis->err != 0) {
        return "Redis does not answer at " + url +
               ": start it, or set redis.url (live updates take a second meanwhile)";
    }
    return {};
}

std::string look_at_descriptors(std::size_t connections) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < connections + 500) {
        return "at most " + std::to_string(limit.rlim_cur) + " open files, and limits.connections is " +
               std::to_string(connections) + ": raise the one (LimitNOFILE=) or lower the other";
    }
    return {};
}

std::string look_at_webclient(const std::filesystem::path& root) {
    if (std::filesystem::exists(root / "index.html")) return {};
    return "no web client in " + root.string() +
           ": build it (npm ci && npm run build) or set server.web_root";
}

bool passes(const Check& check) {
    std::string trouble;
    try {
        trouble = check.look();
    } catch (const std::exception& error) {
        trouble = error.what();
        trouble = trouble.substr(0, trouble.find('\n'));
    }
    std::printf("%-5s %-12s %s\n", trouble.empty() ? "ok" : "NO", check.name, trouble.c_str());
    return trouble.empty();
}

}  // namespace

int doctor(const config::Config& config) {
    const std::vector<Check> checks{
        {"postgres", [&] { return look_at_postgres(config.database.url); }},
        {"schema", [&] { return look_at_schema(config.database.url); }},
        {"roles", [&] { return look_at_roles(config.database.url); }},
        {"redis", [&] { return look_at_redis(config.live.redis_url); }},
        {"descriptors", [&] { return look_at_descriptors(config.net.limits.connections); }},
        {"web client", [&] { return look_at_webclient(config.net.web_root); }},
    };
    int missing = 0;
    for (const Check& check : checks)
        missing += passes(check) ? 0 : 1;
    return missing == 0 ? 0 : 1;
}

}  // namespace plein::cli
