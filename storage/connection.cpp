#include "storage/connection.hpp"

#include <libpq-fe.h>

#include <memory>

namespace plein::storage {
namespace {

// A transaction for several writes holds rows while later ones take their locks, so it can meet another transaction
// head on; it gives way before PostgreSQL looks for deadlocks (1 s), and each of its writes reruns alone.
#define PLEIN_BEGIN_SEVERAL \
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = '250ms'; "

const char* to_begin(Connection::Mode mode) {
    switch (mode) {
        case Connection::Mode::read:
            return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ";
        case Connection::Mode::write:
            return "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; ";
        case Connection::Mode::joint:
            return PLEIN_BEGIN_SEVERAL;
        case Connection::Mode::shared:
            return PLEIN_BEGIN_SEVERAL "SAVEPOINT one; ";
    }
    return nullptr;
}

void inhibit_reactivation(pqxx::connection& connection) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
    connection.inhibit_reactivation(true);
#pragma clang diagnostic pop
}

/// What every session of ours has. A node that stops in the middle of a transaction (a sleeping laptop, a
/// stopped process) must not hold its locks for longer than a statement may take. Plans are made once: left to itself
/// PostgreSQL plans a statement with an array anew each time, which costs more than to run it.
constexpr const char* settings = R"sql(
    SELECT set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO', false),
           set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $1, false),
           set_config('plan_cache_mode', 'force_generic_plan', false))sql";

constexpr const char* become_server = R"sql(
    SELECT set_config('role', rolname, false)
      FROM pg_roles
     WHERE rolname = 'plein_server' AND rolname <> session_user AND pg_has_role(session_user, oid, 'MEMBER'))sql";

void append_option(std::string& options, const std::string& keyword, const std::string& value) {
    options += keyword + "='";
    for (const char c : value) {
        if (c == '\'' || c == '\\') options += '\\';
        options += c;
    }
    options += "' ";
}

}  // namespace

std::string with_timeouts(const std::string& url) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> given{
        PQconninfoParse(url.c_str(), &message), &PQconninfoFree};
    if (!given) {
        const std::unique_ptr<char, decltype(&PQfreemem)> owned{message, &PQfreemem};
        throw pqxx::broken_connection{message ? message : "the database URL cannot be read"};
    }
    // Later values win, so what the URL says stands. A network that was away is tried again within two seconds of its return:
    // what TCP repeats of its own accord comes ever more rarely, and behind the deadline (5 s) nobody waits for it.
    std::string options =
        "connect_timeout=2 tcp_user_timeout=5000 keepalives_idle=10 keepalives_interval=5 "
        "keepalives_count=3 client_encoding=UTF8 application_name=plein ";
    for (const PQconninfoOption* option = given.get(); option->keyword; ++option) {
        if (option->val) append_option(options, option->keyword, option->val);
    }
    return options;
}

Connection::Connection(const std::string& url, std::chrono::milliseconds statement_timeout,
                       std::string time_zone)
    : connection_(with_timeouts(url)), session_(connection_), time_zone_(std::move(time_zone)) {
    inhibit_reactivation(connection_);
    session_.exec_params(settings, std::to_string(statement_timeout.count()));
    session_.exec(become_server);
}

void Connection::begin(Mode mode) {
    begun_ = false;
    waiting_ = to_begin(mode);
    own_ = waiting_.size();
    carries_others_ = failed_for_several_ = false;
}

void Connection::commit() {
    try {
        // COMMIT of a failed transaction rolls back and reports success; the SELECT before it fails instead.
        waiting_ += "SELECT; COMMIT";
        send();
    } catch (const std::exception& error) {
        if (lost()) throw pqxx::in_doubt_error{error.what()};
        throw;
    }
}

void Connection::rollback() {
    waiting_.clear();
    if (begun_) session_.exec("ROLLBACK");
    begun_ = false;
}

void Connection::keep_savepoint() {
    waiting_ += "RELEASE SAVEPOINT one; SAVEPOINT one; ";
    own_ = waiting_.size();
    carries_others_ = true;
}

void Connection::undo_savepoint() {
    waiting_.resize(own_);
    if (own_ == 0) waiting_ = "ROLLBACK TO SAVEPOINT one; ";
    own_ = waiting_.size();
}

pqxx::result Connection::send() {
    begun_ = true;
    own_ = 0;
    if (std::exchange(carries_others_, false)) failed_for_several_ = true;  // until it has gone well
    pqxx::result rows = session_.exec(std::exchange(waiting_, {}));
    failed_for_several_ = false;
    return rows;
}

void Connection::prepare(const NamedSql& sql) {
    if (prepared_.contains(&sql)) return;
    if (begun_ && !waiting_.empty()) send();  // a savepoint that failed has to be undone first
    connection_.prepare(sql.name, sql.text);
    connection_.prepare_now(sql.name);
    prepared_.insert(&sql);
}

}  // namespace plein::storage
