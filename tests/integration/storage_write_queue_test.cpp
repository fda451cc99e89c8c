#include "tests/support/held_lock.hpp"
#include "tests/support/storage_fixture.hpp"
#include "tests/support/until.hpp"

#include <gmock/gmock.h>

#include <latch>
#include <map>

namespace plein::test {
namespace {

using storage::Position;
using storage::Snapshot;
using storage::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;

const storage::NamedSql insert_mark{"test_insert_mark", "INSERT INTO marks (value) VALUES ($1)"};
const storage::NamedSql fail_with{"test_fail_with", "SELECT fail_with($1)"};
const storage::NamedSql lock_mark{"test_lock_mark", "SELECT FROM marks WHERE value = $1 FOR UPDATE"};
const storage::NamedSql select_events{"test_select_events",
                                      "SELECT stream, seq, at FROM events ORDER BY stream, seq"};

constexpr const char* make_marks = R"sql(
    CREATE TABLE marks (value int UNIQUE DEFERRABLE INITIALLY DEFERRED);
    GRANT SELECT, INSERT, UPDATE ON marks TO plein_server;
    CREATE FUNCTION fail_with(code text) RETURNS void LANGUAGE plpgsql
        AS 'BEGIN IF code <> '''' THEN RAISE EXCEPTION USING ERRCODE = code; END IF; END';)sql";

class WriteQueue : public StorageTest {
protected:
    WriteQueue() { run_sql(test_database, make_marks); }

    std::unique_ptr<storage::Database> database;

    /// Starts a write in the lane of `key`.
    std::future<void> start(std::string key, std::function<void(Transaction&)> work) {
        return io.start(database->commit(std::move(key), std::move(work)));
    }

    /// Starts a write that holds its lane until `go`: what is started meanwhile leaves together.
    std::future<void> hold(const std::string& key, std::latch& go) {
        auto holding = std::make_shared<std::latch>(1);
        auto held = start(key, [&go, holding](Transaction&) {
            holding->count_down();
            go.wait();
        });
        EXPECT_TRUE(until([&] { return holding->try_wait(); })) << "the lane " << key << " stands still";
        return held;
    }

    /// Its error comes with what is sent next.
    static void mark_and_break(Transaction& tx) {
        tx.query(insert_mark, 1);
        tx.execute(fail_with, "22012");
    }

    void wait_until_waiting(std::size_t jobs) {
        EXPECT_TRUE(until([&] { return database->figures().waiting == jobs; }))
            << database->figures().waiting << " wait, not " << jobs;
    }

    std::vector<std::string> marks() {
        std::vector<std::string> values;
        for (const auto& row : run_sql(test_database, "SELECT value FROM marks ORDER BY value")) {
            values.push_back(row[0].as<std::string>());
        }
        return values;
    }
};

TEST_F(WriteQueue, SixteenWritersGetPositionsWithoutGapsInCommitOrder) {
    database = open({.connections = 8});
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 16; ++writer) {
        writers.emplace_back([this, writer] {
            IoThread own;
            const std::string stream = "tab:" + std::to_string(writer % 2);
            const std::string key = writer < 8 ? stream : "";  // the key is a hint, the row lock the truth
            for (int i = 0; i < 20; ++i) {
                auto work = [stream](Transaction& tx) {
                    tx.emit(tx.publish_on(stream), GroupLeft{GroupId{1}});
                };
                own.start(database->commit(key, work)).get();
            }
        });
    }
    for (std::thread& writer : writers)
        writer.join();

    std::map<std::string, std::int64_t> last;
    std::string last_at;
    for (const auto& row :
         run_sql(test_database, "SELECT stream, seq, at::text FROM events ORDER BY stream, seq")) {
        if (row[1].as<std::int64_t>() == 1) last_at.clear();
        EXPECT_EQ(row[1].as<std::int64_t>(), ++last[row[0].as<std::string>()]);
        EXPECT_GE(row[2].as<std::string>(), last_at);
        last_at = row[2].as<std::string>();
    }
    EXPECT_THAT(last, ElementsAre(testing::Pair("tab:0", 160), testing::Pair("tab:1", 160)));
    EXPECT_EQ(published.events().size(), 320u);
    EXPECT_EQ(database->figures().writes, 320u);
    EXPECT_LT(database->figures().commits, 320u) << "no commit was shared";
}

TEST_F(WriteQueue, WritesThatWaitTogetherShareOneCommitAndKeepTheirOrder) {
    database = open({.connections = 2});
    std::latch go{1};
    hold("tab:1", go);
    std::vector<std::future<void>> writes;
    for (int i = 1; i <= 5; ++i) {
        writes.push_back(start("tab:1", [i](Transaction& tx) {
            tx.emit(tx.publish_on("tab:1"), GroupLeft{GroupId{i}}, "post:" + std::to_string(i));
        }));
    }
    wait_until_waiting(5);
    go.count_down();
    for (auto& write : writes)
        write.get();
    EXPECT_EQ(database->figures().commits, 2u);
    const auto rows = run_sql(
        test_database, "SELECT string_agg(subject, ' ' ORDER BY seq), count(DISTINCT xid) FROM events");
    EXPECT_EQ(rows[0][0].as<std::string>(), "post:1 post:2 post:3 post:4 post:5");
    EXPECT_EQ(rows[0][1].as<int>(), 1);
}

TEST_F(WriteQueue, ARefusedWriteLeavesTheOthersOfItsCommitAlone) {
    database = open({.connections = 1});
    std::latch go{1};
    hold("tab:1", go);
    auto first = start("tab:1", [](Transaction& tx) { tx.query(insert_mark, 1); });
    auto refused = start("tab:1", [](Transaction& tx) {
        tx.query(insert_mark, 2);
        tx.emit(tx.publish_on("tab:1"), GroupLeft{GroupId{1}});
        throw Refusal{ErrorCode::not_found};
    });
    auto broken = start("tab:1", [](Transaction& tx) { tx.query(fail_with, "22012"); });
    auto last = start("tab:1", [](Transaction& tx) {
        tx.query(insert_mark, 4);
        EXPECT_EQ(tx.publish_on("tab:1").seq, 1) << "a refused write has used up a position";
    });
    wait_until_waiting(4);
    go.count_down();
    first.get();
    EXPECT_EQ(refusal_of(refused), ErrorCode::not_found);
    EXPECT_THROW(broken.get(), pqxx::sql_error);
    last.get();
    EXPECT_THAT(marks(), ElementsAre("1", "4"));
    EXPECT_THAT(published.events(), IsEmpty());
    EXPECT_EQ(database->figures().commits, 2u);
}

TEST_F(WriteQueue, AWriteThatIsRefusedBeforeItAskedAnythingKeepsWhatTheOneBeforeTold) {
    database = open({.connections = 1});
    std::latch go{1};
    hold("tab:1", go);
    auto first =
        start("tab:1", [](Transaction& tx) { tx.emit(tx.publish_on("tab:1"), GroupLeft{GroupId{1}}); });
    auto refused = start("tab:1", [](Transaction&) { throw Refusal{ErrorCode::not_found}; });
    wait_until_waiting(2);
    go.count_down();
    first.get();
    EXPECT_EQ(refusal_of(refused), ErrorCode::not_found);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM events").size(), 1);
}

TEST_F(WriteQueue, AnErrorThatComesWithTheNextWriteIsNotTheNextOnes) {
    database = open({.connections = 1});
    database->commit_now([](Transaction& tx) {
        tx.query(insert_mark, 0);  // known to the connection: what waits travels with it
        tx.query(fail_with, "");
    });
    std::latch go{1};
    hold("tab:1", go);
    auto broken = start("tab:1", mark_and_break);
    auto next = start("tab:1", [](Transaction& tx) { tx.query(insert_mark, 2); });
    wait_until_waiting(2);
    go.count_down();
    EXPECT_THROW(broken.get(), pqxx::sql_error);
    next.get();
    EXPECT_THAT(marks(), ElementsAre("0", "2"));
}

TEST_F(WriteQueue, NorIsItTheirsWhenTheNextOneHidesIt) {
    database = open({.connections = 1});
    database->commit_now([](Transaction& tx) { tx.query(insert_mark, 0); });
    std::latch go{1};
    hold("tab:1", go);
    auto broken = start("tab:1", mark_and_break);
    auto next = start("tab:1", [](Transaction& tx) {
        try {
            tx.query(insert_mark, 2);
        } catch (const pqxx::sql_error&) {
            tx.execute(fail_with, "");
            tx.query(insert_mark, 3);
        }
    });
    wait_until_waiting(2);
    go.count_down();
    EXPECT_THROW(broken.get(), pqxx::sql_error);
    next.get();
    EXPECT_THAT(marks(), ElementsAre("0", "2"));
}

TEST_F(WriteQueue, AStatementThatWasMetBehindAnErrorIsKnownTheNextTime) {
    database = open({.connections = 1});
    EXPECT_THROW(database->commit_now([](Transaction& tx) {
        mark_and_break(tx);
        tx.query(lock_mark, 1);
    }),
                 pqxx::sql_error);
    database->commit_now([](Transaction& tx) { tx.query(lock_mark, 1); });
    database->commit_now([](Transaction& tx) {
        tx.query(insert_mark, 1);
        tx.query(lock_mark, 1);
    });
    EXPECT_THAT(marks(), ElementsAre("1"));
}

TEST_F(WriteQueue, WhenTheSharedCommitFailsEachWriteRunsAlone) {
    database = open({.connections = 1});
    std::latch go{1};
    hold("tab:1", go);
    const auto mark_seven = [](Transaction& tx) {
        tx.query(insert_mark, 7);  // unique: looked at by COMMIT only
        tx.emit(tx.publish_on("tab:1"), GroupLeft{GroupId{7}});
    };
    auto first = start("tab:1", mark_seven);
    auto second = start("tab:1", mark_seven);
    auto third = start("tab:1", [](Transaction& tx) { tx.query(insert_mark, 8); });
    wait_until_waiting(3);
    go.count_down();
    first.get();
    EXPECT_THROW(second.get(), pqxx::unique_violation);
    third.get();
    EXPECT_THAT(marks(), ElementsAre("7", "8"));
    EXPECT_EQ(published.events().size(), 1u) << "events of a failed commit went out";
}

TEST_F(WriteQueue, AWriteThatAnotherTransactionUndidIsTriedAgain) {
    database = open({.connections = 1});
    for (const std::string code : {"40001", "40P01"}) {
        int runs = 0;
        database->commit_now([&](Transaction& tx) {
            tx.emit(tx.publish_on("tab:" + code), GroupLeft{GroupId{1}});
            if (++runs < 3) tx.query(fail_with, code);
        });
        EXPECT_EQ(runs, 3);
    }
    EXPECT_EQ(published.events().size(), 2u) << "emits of undone runs went out";
    EXPECT_EQ(database->figures().retries, 4u);
}

TEST_F(WriteQueue, AWriteThatIsUndoneEachTimeIsRefusedInTheEnd) {
    database = open({.connections = 1});
    const auto code =
        refusal_of([&] { database->commit_now([](Transaction& tx) { tx.query(fail_with, "40001"); }); });
    EXPECT_EQ(code, ErrorCode::overloaded);
}

TEST_F(WriteQueue, AnUndoneWriteOfASharedCommitMakesAllRunAlone) {
    database = open({.connections = 1});
    std::latch go{1};
    hold("tab:1", go);
    auto runs = std::make_shared<int>(0);
    auto first = start("tab:1", [](Transaction& tx) { tx.query(insert_mark, 1); });
    auto undone = start("tab:1", [runs](Transaction& tx) {
        tx.query(insert_mark, 2);
        if (++*runs == 1) tx.query(fail_with, "40P01");
    });
    wait_until_waiting(2);
    go.count_down();
    first.get();
    undone.get();
    EXPECT_EQ(*runs, 2);
    EXPECT_THAT(marks(), ElementsAre("1", "2"));
}

TEST_F(WriteQueue, TwoTransactionsThatDeadlockBothSucceed) {
    database = open({.connections = 2});
    run_sql(test_database, "INSERT INTO marks VALUES (1), (2)");
    const auto both = std::make_shared<std::latch>(2);
    const auto lock_in_order = [&both](int first, int second) {
        return [both, first, second, runs = std::make_shared<int>(0)](Transaction& tx) {
            tx.query(lock_mark, first);
            if (++*runs == 1) {
                both->count_down();
                EXPECT_TRUE(until([&] { return both->try_wait(); })) << "the other one did not begin";
            }
            tx.query(lock_mark, second);
        };
    };
    auto forwards = start("", lock_in_order(1, 2));
    auto backwards = start("", lock_in_order(2, 1));
    forwards.get();
    backwards.get();
    EXPECT_GE(database->figures().retries, 1u);
}

TEST_F(WriteQueue, WhoTellTheSameStreamsInAnyOrderNeverDeadlock) {
    database = open({.connections = 2});
    const auto tell = [&](const std::vector<std::string>& streams) {
        return start("", [streams](Transaction& tx) {
            for (const std::string& stream : streams)
                tx.tell(stream, GroupLeft{GroupId{1}});
        });
    };
    tell({"group:1", "tab:1", "user:1"}).get();
    HeldLock middle{test_database, "SELECT FROM streams WHERE name = 'tab:1' FOR UPDATE"};
    auto forwards = tell({"group:1", "tab:1", "user:1"});
    middle.await_waiters(1);
    auto backwards = tell({"user:1", "tab:1", "group:1"});
    middle.await_waiters(2);
    middle.release();
    forwards.get();
    backwards.get();
    EXPECT_EQ(database->figures().retries, 0u);
}

TEST_F(WriteQueue, ASharedCommitGivesWayWhenOneOfItsWritesHasToWaitForALock) {
    database = open({.connections = 1});
    run_sql(test_database, "INSERT INTO marks VALUES (9)");
    pqxx::connection connection{test_database.superuser_url()};
    pqxx::work other{connection};
    other.exec("SELECT FROM marks WHERE value = 9 FOR UPDATE");
    std::latch go{1};
    hold("tab:1", go);
    auto first = start("tab:1", [](Transaction& tx) { tx.publish_on("tab:1"); });
    auto second = start("tab:1", [](Transaction& tx) { tx.query(lock_mark, 9); });
    wait_until_waiting(2);
    go.count_down();
    first.get();  // committed alone, while the second still waits: its stream is free
    EXPECT_EQ(second.wait_for(std::chrono::seconds{0}), std::future_status::timeout);
    other.commit();
    second.get();
}

TEST_F(WriteQueue, ABusyKeyDoesNotHoldUpOthers) {
    database = open({.connections = 2});
    std::latch go{1};
    hold("tab:1", go);
    auto waiting = start("tab:1", [](Transaction&) {});
    start("tab:2", [](Transaction&) {}).get();
    start("", [](Transaction&) {}).get();
    EXPECT_EQ(database->figures().waiting, 1u);
    go.count_down();
    waiting.get();
}

TEST_F(WriteQueue, PastItsBoundTheQueueRefusesAtOnce) {
    database = open({.connections = 1, .queue = 2});
    std::latch go{1};
    hold("tab:1", go);
    auto first = start("tab:1", [](Transaction&) {});
    auto second = start("tab:2", [](Transaction&) {});
    wait_until_waiting(2);
    auto third = start("tab:1", [](Transaction&) {});
    EXPECT_EQ(refusal_of(third), ErrorCode::overloaded);
    go.count_down();
    first.get();
    second.get();
}

TEST_F(WriteQueue, StoppingFinishesWhatRunsAndRefusesWhatWaits) {
    database = open({.connections = 1});
    std::latch go{1};
    auto held = hold("tab:1", go);
    auto waiting = start("tab:1", [](Transaction&) {});
    wait_until_waiting(1);
    std::thread stop{[this] { database.reset(); }};
    EXPECT_EQ(refusal_of(waiting), ErrorCode::overloaded);
    go.count_down();
    held.get();
    stop.join();
}

}  // namespace
}  // namespace plein::test
