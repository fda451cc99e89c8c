#include "tests/support/held_lock.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace plein::test {

void await_lock_waiters(const TestDatabase& database, int count) {
    using Clock = std::chrono::steady_clock;
    pqxx::connection connection{database.superuser_url()};
    pqxx::nontransaction session{connection};
    for (const auto deadline = Clock::now() + std::chrono::minutes{1}; Clock::now() < deadline;) {
        const auto rows = session.exec(R"sql(
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock')sql");
        if (rows[0][0].as<int>() >= count) return;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    throw std::runtime_error{"fewer than " + std::to_string(count) + " sessions came to wait for a lock"};
}

HeldLock::HeldLock(const TestDatabase& database, const std::string& select)
    : database_(database), connection_(database.superuser_url()), transaction_(connection_) {
    transaction_.exec(select);
}

}  // namespace plein::test
