/// Races made certain: who waits for a lock, and a lock that a session past Plein holds, behind which writers gather to
/// go on from one moment on.
#pragma once

#include "tests/support/test_database.hpp"

#include <pqxx/pqxx>

#include <string>

namespace plein::test {

/// Returns when so many sessions of this database wait for a lock. Throws std::runtime_error when that does not come
/// about within a minute.
void await_lock_waiters(const TestDatabase& database, int count = 1);

class HeldLock {
public:
    /// `select` takes the lock, as `SELECT FROM people WHERE id = 5 FOR SHARE`.
    HeldLock(const TestDatabase& database, const std::string& select);

    void await_waiters(int count) { await_lock_waiters(database_, count); }
    void release() { transaction_.commit(); }

private:
    const TestDatabase& database_;
    pqxx::connection connection_;
    pqxx::work transaction_;
};

}  // namespace plein::test
