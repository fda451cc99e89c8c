/// One connection to PostgreSQL and the transaction that is open on it.   Thread: one at a time.
///
/// Transactions are begun and ended here, not by libpqxx, so that a commit of a failed transaction is an error instead
/// of a silent rollback. What need not be waited for (the beginning, savepoints, statements without rows) travels in one
/// message with the next statement that has to be, which spares a switch between processes each. (ADR 0026)
/// A lost connection stays lost: libpqxx would make another one unseen, without our settings. Errors:
/// pqxx::broken_connection when PostgreSQL cannot be reached, pqxx::sql_error for what it refuses; after any of them
/// `lost()` tells whether the connection is still one.
#pragma once

#include "storage/named_sql.hpp"

#include <pqxx/pqxx>

#include <chrono>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace plein::storage {

class Connection {
public:
    enum class Mode {
        read,    // one snapshot: REPEATABLE READ READ ONLY
        write,   // READ COMMITTED
        joint,   // the same for several writes; waits only shortly for locks
        shared,  // the same, each in the savepoint
    };

    /// Connects and becomes `plein_server`, if the login role is another one that is a member of it.
    /// `time_zone`: of the organisation's clock, an IANA name.
    Connection(const std::string& url, std::chrono::milliseconds statement_timeout,
               std::string time_zone = "UTC");

    [[nodiscard]] const std::string& time_zone() const { return time_zone_; }

    void begin(Mode mode);
    /// Errors: pqxx::in_doubt_error when the connection was lost on the way: it may have happened or not.
    void commit();
    void rollback();

    /// In a shared transaction: keeps what was written since the savepoint and sets the next one; or undoes
    /// it.
    void keep_savepoint();
    void undo_savepoint();
    /// A message failed that also carried the end of an earlier savepoint: whose error it is, is not known.
    [[nodiscard]] bool failed_for_several() const { return failed_for_several_; }

    /// Runs the statement, after all that waits for it, and returns its rows.
    template <class... Args>
    pqxx::result query(const NamedSql& sql, const Args&... args) {
        prepare(sql);
        if (waiting_.empty()) return session_.exec_prepared(sql.name, args...);
        append(sql, args...);
        return send();
    }

    /// The statement goes with the next one that is queried, or with the commit; its errors come there.
    template <class... Args>
    void execute(const NamedSql& sql, const Args&... args) {
        prepare(sql);
        append(sql, args...);
    }

    /// Past transactions and what waits: for statements before the first `begin`.
    [[nodiscard]] pqxx::transaction_base& session() { return session_; }
    [[nodiscard]] bool lost() const { return !connection_.is_open(); }

    /// Of the database behind this connection, once a query has told; another database takes another
    /// connection.
    std::optional<std::string> generation;

private:
    /// Prepares the statement when this connection meets it first.
    void prepare(const NamedSql& sql);

    template <class... Args>
    void append(const NamedSql& sql, const Args&... args) {
        waiting_.append("EXECUTE ").append(sql.name);
        const char* before = "(";
        (waiting_.append(std::exchange(before, ", ")).append(literal(args)), ...);
        waiting_.append(sizeof...(args) ? "); " : "; ");
    }
    template <class T>
    std::string literal(const T& value) {
        if constexpr (requires { value.has_value(); }) {
            return value ? literal(*value) : "NULL";
        } else {
            return session_.quote(value);
        }
    }

    /// Sends what waits, and returns the rows of its last statement.
    pqxx::result send();

    pqxx::connection connection_;
    pqxx::nontransaction session_;  // libpqxx' way to run statements without sending BEGIN of its own
    std::string time_zone_;
    std::unordered_set<const NamedSql*> prepared_;
    bool begun_ = false;           // PostgreSQL knows of the transaction
    std::string waiting_;          // statements to be sent, each with its semicolon
    std::size_t own_ = 0;          // where in it those of the savepoint begin; 0: some of them were sent
    bool carries_others_ = false;  // the end of an earlier savepoint is in it
    bool failed_for_several_ = false;
};

/// `url` (or keywords) as libpq takes it, with time-outs for what would otherwise wait for ever on a dead
/// network.
[[nodiscard]] std::string with_timeouts(const std::string& url);

}  // namespace plein::storage
