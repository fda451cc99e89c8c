#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>
#include <signal.h>

#include <latch>
#include <set>

namespace plein::test {
namespace {

using namespace std::chrono_literals;
using storage::Snapshot;
using storage::Transaction;

const storage::NamedSql select_pid{"test_select_pid", "SELECT pg_backend_pid()"};
const storage::NamedSql select_sleep{"test_select_sleep", "SELECT pg_sleep($1)"};

const storage::NamedSql set_statement_timeout{"test_set_statement_timeout",
                                              "SELECT set_config('statement_timeout', $1, true)"};

/// A backend that stands still, as on a machine whose disk or network has gone.
class StoppedBackend {
public:
    explicit StoppedBackend(pid_t pid) : pid_(pid) { kill(pid_, SIGSTOP); }
    ~StoppedBackend() { kill(pid_, SIGCONT); }
    StoppedBackend(const StoppedBackend&) = delete;
    StoppedBackend& operator=(const StoppedBackend&) = delete;

private:
    pid_t pid_;
};

class Deadline : public StorageTest {
protected:
    std::unique_ptr<storage::Database> database = open({.connections = 1, .deadline = 400ms});

    pid_t backend() {
        return database->read_now(
            [](Snapshot& snapshot) { return snapshot.query(select_pid)[0][0].as<pid_t>(); });
    }

    template <class T>
    void expect_in_time(std::future<T>& outcome, ErrorCode code) {
        ASSERT_EQ(outcome.wait_for(2s), std::future_status::ready);
        EXPECT_EQ(refusal_of(outcome), code);
    }
};

TEST_F(Deadline, AReadOnAStoppedBackendIsOverloadedInTime) {
    const StoppedBackend stopped{backend()};
    auto read = io.start(database->read([](Snapshot& snapshot) { snapshot.query(select_pid); }));
    expect_in_time(read, ErrorCode::overloaded);
}

TEST_F(Deadline, AWriteOnAStoppedBackendIsOutcomeUnknownAndWhatWaitsBehindItIsOverloaded) {
    std::promise<pid_t> begun;
    std::latch go{1};
    auto running = io.start(database->commit("tab:1", [&](Transaction& tx) {
        begun.set_value(tx.query(select_pid)[0][0].as<pid_t>());
        go.wait();
        tx.publish_on("tab:1");
    }));
    const StoppedBackend stopped{begun.get_future().get()};
    go.count_down();
    auto waiting = io.start(database->commit("tab:1", [](Transaction& tx) { tx.publish_on("tab:1"); }));
    expect_in_time(running, ErrorCode::outcome_unknown);
    expect_in_time(waiting, ErrorCode::overloaded);
    EXPECT_EQ(database->figures().waiting, 0u);
}

TEST_F(Deadline, ABlockingCallerIsReleasedInTimeToo) {
    const StoppedBackend stopped{backend()};
    const auto code =
        refusal_of([&] { database->read_now([](Snapshot& snapshot) { snapshot.query(select_pid); }); });
    EXPECT_EQ(code, ErrorCode::overloaded);
}

TEST_F(Deadline, TheConnectionServesAgainOnceTheBackendGoesOn) {
    {
        const StoppedBackend stopped{backend()};
        auto late =
            io.start(database->read([](Snapshot& snapshot) { return snapshot.query(select_pid).size(); }));
        expect_in_time(late, ErrorCode::overloaded);
    }
    const auto served = [&] { return !refusal_of([&] { backend(); }); };
    while (!served())
        std::this_thread::yield();
}

TEST_F(Deadline, AStatementThatTakesTooLongIsOverloadedSinceNothingWasWritten) {
    auto slow = io.start(database->commit("", [](Transaction& tx) {
        tx.query(set_statement_timeout, "20");
        tx.query(select_sleep, 60);
    }));
    expect_in_time(slow, ErrorCode::overloaded);
}

TEST(WithoutPostgres, JobsEndAtTheirDeadlineAndTheDatabaseStops) {
    IoThread io;
    storage::Database database{{.url = "host=/nonexistent", .deadline = 300ms}, [](auto) {}};
    auto read = io.start(database.read([](Snapshot&) {}));
    auto write = io.start(database.commit("tab:1", [](Transaction&) {}));
    EXPECT_EQ(refusal_of(read), ErrorCode::overloaded);
    EXPECT_EQ(refusal_of(write), ErrorCode::overloaded);
    EXPECT_EQ(database.figures().connected, 0u);
}

class PostgresFaults : public testing::Test {
protected:
    PrivateServers servers{"postgres"};
    TestDatabase test_database{servers};
    Published published;
    IoThread io;
};

TEST_F(PostgresFaults, ARestartBetweenTwoRequestsIsNotNoticed) {
    storage::Database database{{.url = test_database.server_url()}, published.collector()};
    const auto publish = [](Transaction& tx) { return tx.publish_on("tab:1").seq; };
    for (int i = 0; i < 20; ++i)
        database.commit_now(publish);
    servers.kill_postgres();
    servers.start_postgres();
    EXPECT_EQ(database.commit_now(publish), 21);
}

TEST_F(PostgresFaults, AConnectionLostBeforeTheCommitIsTriedAgain) {
    storage::Database database{{.url = test_database.server_url(), .connections = 2}, published.collector()};
    int runs = 0;
    const auto seq = database.commit_now([&](Transaction& tx) {
        const auto at = tx.publish_on("tab:1");
        tx.emit(at, GroupLeft{GroupId{1}});
        const auto pid = tx.query(select_pid)[0][0].as<std::string>();
        if (++runs == 1) run_sql(test_database, "SELECT pg_terminate_backend(" + pid + ", 5000)");
        tx.query(select_pid);
        return at.seq;
    });
    EXPECT_EQ(seq, 1);
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(published.events().size(), 1u);
}

TEST_F(PostgresFaults, AConnectionLostDuringTheCommitIsOutcomeUnknownAndNotTriedAgain) {
    storage::Database database{{.url = test_database.server_url(), .connections = 2}, published.collector()};
    int runs = 0;
    const auto code = refusal_of([&] {
        database.commit_now([&](Transaction& tx) {
            ++runs;
            const auto pid = tx.query(select_pid)[0][0].as<std::string>();
            run_sql(test_database, "SELECT pg_terminate_backend(" + pid + ", 5000)");
        });
    });
    EXPECT_EQ(code, ErrorCode::outcome_unknown);
    EXPECT_EQ(runs, 1);
}

TEST_F(PostgresFaults, KillMinusNineLosesNothingThatWasAcknowledged) {
    storage::Database database{{.url = test_database.server_url(), .connections = 4}, published.collector()};
    std::mutex mutex;
    std::set<std::int64_t> acknowledged;
    std::atomic<bool> enough = false;
    const auto post = [&](int writer) {
        IoThread own;
        const std::string key = writer % 2 ? "tab:1" : "";
        while (!enough) {
            auto outcome = own.start(database.commit(key, [](Transaction& tx) {
                const auto at = tx.publish_on("tab:1");
                tx.emit(at, GroupLeft{GroupId{1}});
                return at.seq;
            }));
            try {
                const std::int64_t seq = outcome.get();
                const std::lock_guard lock{mutex};
                EXPECT_TRUE(acknowledged.insert(seq).second) << "two writes were told " << seq;
            } catch (const Refusal& refusal) {
                const bool expected =
                    refusal.code == ErrorCode::outcome_unknown || refusal.code == ErrorCode::overloaded;
                EXPECT_TRUE(expected) << refusal.what();
            }
        }
    };
    const auto wait_for = [&](std::size_t more) {
        const auto count = [&] {
            const std::lock_guard lock{mutex};
            return acknowledged.size();
        };
        for (const std::size_t goal = count() + more; count() < goal;)
            std::this_thread::sleep_for(1ms);
    };
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back(post, writer);
    for (int kills = 0; kills < 3; ++kills) {
        wait_for(50);
        servers.kill_postgres();
        servers.start_postgres();
    }
    wait_for(50);
    enough = true;
    for (std::thread& writer : writers)
        writer.join();

    std::int64_t last = 0;
    for (const auto& row : run_sql(test_database, "SELECT seq FROM events ORDER BY seq")) {
        EXPECT_EQ(row[0].as<std::int64_t>(), ++last);
        acknowledged.erase(last);
    }
    EXPECT_THAT(acknowledged, testing::IsEmpty()) << "acknowledged, and not in the log";
}

}  // namespace
}  // namespace plein::test
