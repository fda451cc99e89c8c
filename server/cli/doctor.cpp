#include "server/cli/commands.hpp"
#include "server/live/redis_connection.hpp"
#include "server/net/tls.hpp"
#include "storage/health.hpp"

#include <fmt/format.h>
#include <hiredis/hiredis.h>
#include <sys/resource.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace plein::cli {

namespace {

using Redis = std::unique_ptr<redisContext, decltype(&redisFree)>;

Redis connect(const live::RedisAddress& address) {
    const timeval patience{2, 0};
    Redis redis{address.socket.empty() ? redisConnectWithTimeout(address.host.c_str(), address.port, patience)
                                       : redisConnectUnixWithTimeout(address.socket.c_str(), patience),
                &redisFree};
    if (!redis) throw std::bad_alloc{};
    redisSetTimeout(redis.get(), patience);
    return redis;
}

/// Throws what Redis said against it, or why it said nothing.
template <class... Args>
void say(const Redis& redis, const char* command, Args... args) {
    if (redis->err != 0) throw std::runtime_error{static_cast<const char*>(redis->errstr)};
    const auto free_reply = [](redisReply* reply) { freeReplyObject(reply); };
    const std::unique_ptr<redisReply, decltype(free_reply)> reply{
        static_cast<redisReply*>(redisCommand(redis.get(), command, args...)), free_reply};
    if (!reply) throw std::runtime_error{static_cast<const char*>(redis->errstr)};
    if (reply->type == REDIS_REPLY_ERROR) throw std::runtime_error{reply->str};
}

/// The url may carry a password, so it is not repeated.
void check_redis(const std::string& url) {
    const auto address = live::RedisAddress::parse(url);
    try {
        const Redis redis = connect(address);
        if (!address.user.empty()) {
            say(redis, "AUTH %s %s", address.user.c_str(), address.password.c_str());
        } else if (!address.password.empty()) {
            say(redis, "AUTH %s", address.password.c_str());
        }
        say(redis, "PING");
    } catch (const std::runtime_error& error) {
        throw std::runtime_error{fmt::format(
            "{}: start Redis, or set redis.url (live updates take a second meanwhile)", error.what())};
    }
}

void check_descriptors(std::size_t connections) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < connections + 500) {
        throw std::runtime_error{
            fmt::format("at most {} open files, and limits.connections is {}: raise the one (LimitNOFILE=) "
                        "or lower the other",
                        limit.rlim_cur, connections)};
    }
}

void check_webclient(const std::filesystem::path& root) {
    if (std::filesystem::exists(root / "index.html")) return;
    throw std::runtime_error{fmt::format(
        "no web client in {}: build it (npm ci && npm run build) or set server.web_root", root.string())};
}

/// What is checked, and how many things are missing.
class Checkup {
public:
    template <class Check>
    bool passes(const char* name, Check check) {
        std::string trouble;
        try {
            check();
        } catch (const pqxx::broken_connection& error) {
            trouble = storage::words_of(error);
        } catch (const std::exception& error) {
            trouble = error.what();
            trouble = trouble.substr(0, trouble.find('\n'));
        }
        if (!trouble.empty()) ++missing_;
        fmt::print("{:<5} {:<12} {}\n", trouble.empty() ? "ok" : "NO", name, trouble);
        return trouble.empty();
    }
    [[nodiscard]] int missing() const { return missing_; }

private:
    int missing_ = 0;
};

/// Without an answer there is nothing to look at, and without a schema nothing to have rights on.
void check_database(Checkup& checkup, const config::Config& config) {
    const std::string& url = config.database.url;
    if (!checkup.passes("postgres", [&] { storage::check_postgres(url); })) return;
    checkup.passes("durability", [&] { storage::check_durability(url); });
    checkup.passes("owner role", [&] { storage::check_owner_role(config.owner_url); });
    if (checkup.passes("schema", [&] { storage::check_schema(url); }))
        checkup.passes("server role", [&] { storage::check_server_role(url); });
}

}  // namespace

int doctor(const config::Config& config) {
    Checkup checkup;
    check_database(checkup, config);
    checkup.passes("redis", [&] { check_redis(config.live.redis_url); });
    if (!config.net.tls_certificate.empty() || !config.net.tls_key.empty()) {
        checkup.passes("tls", [&] { net::Tls{config.net.tls_certificate, config.net.tls_key}; });
    }
    checkup.passes("descriptors", [&] { check_descriptors(config.net.limits.connections); });
    checkup.passes("web client", [&] { check_webclient(config.net.web_root); });
    return checkup.missing() == 0 ? 0 : 1;
}

}  // namespace plein::cli
