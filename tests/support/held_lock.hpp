/// A lock that a session past Plein holds: writers gather behind it and race from one moment on.
#pragma once

#include "tests/support/test_database.hpp"

#include <pqxx/pqxx>

#include <string>

namespace plein::test {

class HeldLock {
public:
    /// `select` takes the lock, as `SELECT FROM people WHERE id = 5 FOR SHARE`.
    HeldLock(const TestDatabase& database, const std::string& select);

    /// Returns when so many sessions of this database wait for a lock. Throws std::runtime_error when that does not come
    /// about within a minute.
    void await_waiters(int count);
    void release() { transaction_.commit(); }

private:
    pqxx::connection connection_;
    pqxx::work transaction_;
    pqxx::connection observer_;
};

}  // namespace plein::test
