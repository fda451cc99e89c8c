/// A database with its door, and coroutines that knock on it as the server's do.
#pragma once

#include "protocol/errors.hpp"
#include "storage/database.hpp"
#include "tests/support/io_thread.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <mutex>

namespace plein::test {

/// What was published, in the order in which it came.
class Published {
public:
    storage::PublishEvents collector() {
        return [this](std::vector<storage::EmittedEvent> events) {
            const std::lock_guard lock{mutex_};
            std::ranges::move(events, std::back_inserter(events_));
        };
    }

    [[nodiscard]] std::vector<storage::EmittedEvent> events() const {
        const std::lock_guard lock{mutex_};
        return events_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<storage::EmittedEvent> events_;
};

/// Runs a statement as the superuser, past Plein.
inline pqxx::result run_sql(const TestDatabase& database, const std::string& sql) {
    pqxx::connection connection{database.superuser_url()};
    return pqxx::nontransaction{connection}.exec(sql);
}

/// The code of the Refusal that `wait` ends with; nothing when it ends well.
template <class Wait>
std::optional<ErrorCode> refusal_of(Wait&& wait) {
    try {
        wait();
        return std::nullopt;
    } catch (const Refusal& refusal) {
        return refusal.code;
    }
}

template <class T>
std::optional<ErrorCode> refusal_of(std::future<T>& outcome) {
    return refusal_of([&] { outcome.get(); });
}

class StorageTest : public testing::Test {
protected:
    StorageTest() = default;
    explicit StorageTest(const PrivateServers& servers) : test_database(servers) {}
    explicit StorageTest(const Filling& filling) : test_database(filling) {}

    /// Of the server's role; `options.url` is filled in. Few connections: each is a process that begins with nothing.
    std::unique_ptr<storage::Database> open(storage::DatabaseOptions options = {.connections = 3}) {
        if (options.url.empty()) options.url = test_database.server_url();
        return std::make_unique<storage::Database>(std::move(options), published.collector());
    }

    TestDatabase test_database;
    Published published;
    IoThread io;  // outlives every database of a test
};

}  // namespace plein::test
