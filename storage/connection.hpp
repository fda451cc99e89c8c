/// One connection to PostgreSQL and the transaction that is open on it.   Thread: one at a time.
///
/// Transactions are begun and ended here, not by libpqxx, so that beginning also reads the clock in the same
/// round trip, and a commit of a failed transaction is an error instead of a silent rollback. A lost
/// connection stays lost: libpqxx would make another one unseen, without our settings. Errors:
/// pqxx::broken_connection when PostgreSQL cannot be reached, pqxx::sql_error for what it refuses; after any
/// of them `lost()` tells whether the connection is still one.
#pragma once

#include "protocol/time.hpp"
#include "storage/named_sql.hpp"

#include <pqxx/pqxx>

#include <chrono>
#include <optional>
#include <string>
#include <unordered_set>

namespace plein::storage {

class Connection {
public:
    enum class Mode {
        read,    // one snapshot: REPEATABLE READ READ ONLY
        write,   // READ COMMITTED
        shared,  // the same for several writes, each in the savepoint; waits only shortly for locks
    };

    /// Connects and becomes `plein_server`, if the login role is another one that is a member of it.
    Connection(const std::string& url, std::chrono::milliseconds statement_timeout);

    void begin(Mode mode);
    /// Errors: pqxx::in_doubt_error when the connection was lost on the way: it may have happened or not.
    void commit();
    void rollback();

    /// In a shared transaction: keeps what was written since the savepoint and sets the next one; or undoes
    /// it.
    void keep_savepoint();
    void undo_savepoint();

    /// Prepares the statement when this connection meets it first.
    void prepare(const NamedSql& sql);

    [[nodiscard]] pqxx::transaction_base& session() { return session_; }
    [[nodiscard]] Timestamp began() const { return began_; }
    [[nodiscard]] bool lost() const { return !connection_.is_open(); }

    /// Of the database behind this connection, once a query has told; another database takes another
    /// connection.
    std::optional<std::string> generation;

private:
    pqxx::connection connection_;
    pqxx::nontransaction session_;  // libpqxx' way to run statements without sending BEGIN of its own
    std::unordered_set<const NamedSql*> prepared_;
    Timestamp began_;
};

/// `url` (or keywords) as libpq takes it, with time-outs for what would otherwise wait for ever on a dead
/// network.
[[nodiscard]] std::string with_timeouts(const std::string& url);

}  // namespace plein::storage
