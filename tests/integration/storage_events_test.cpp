#include "server/access/maker.hpp"
#include "storage/events.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::EmittedEvent;
using storage::Snapshot;
using storage::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;

const storage::StreamAccess tab_one = access::Maker::stream("tab:1");
const storage::SystemAccess system_access = access::Maker::system("test");

std::vector<std::string> places(const std::vector<EmittedEvent>& events) {
    std::vector<std::string> names;
    for (const EmittedEvent& event : events)
        names.push_back(event.stream + "/" + std::to_string(event.seq));
    return names;
}

class EventLog : public StorageTest {
protected:
    std::unique_ptr<storage::Database> database = open({.connections = 2});
    std::optional<std::string> horizon;

    void emit_on(const std::string& stream, int times = 1) {
        for (int i = 0; i < times; ++i) {
            database->commit_now(
                [&](Transaction& tx) { tx.emit(tx.publish_on(stream), GroupLeft{GroupId{1}}); });
        }
    }

    std::vector<std::vector<std::string>> read(const std::vector<storage::EventRange>& ranges,
                                               std::size_t max_bytes = 1'000'000) {
        return database->read_now([&](Snapshot& snapshot) {
            std::vector<std::vector<std::string>> read;
            for (const auto& events : select_events(snapshot, ranges, max_bytes))
                read.push_back(places(events));
            return read;
        });
    }
    std::vector<std::string> read(std::int64_t from, std::int64_t to) {
        return read({{tab_one, from, to}}).front();
    }

    std::vector<std::string> sweep() {
        auto swept = database->read_now(
            [&](Snapshot& snapshot) { return select_events_since(snapshot, system_access, horizon, 1000); });
        horizon = swept.horizon;
        return places(swept.events);
    }

    std::int64_t retire(int days, std::int64_t limit) {
        return database->commit_now(
            [=](Transaction& tx) { return delete_old_events(tx, system_access, days, limit); });
    }

    void run_as_server(const std::string& sql) {
        pqxx::connection connection{test_database.server_url()};
        pqxx::nontransaction{connection}.exec(sql);
    }
};

TEST_F(EventLog, SeveralStreamsAreReadAtOnceEachInItsPlaceAndOrder) {
    emit_on("tab:1", 3);
    emit_on("tab:2", 2);
    const auto tab_two = access::Maker::stream("tab:2");
    const auto silent = access::Maker::stream("tab:3");
    EXPECT_THAT(read({{tab_two, 1, 2}, {silent, 1, 5}, {tab_one, 2, 3}}),
                ElementsAre(ElementsAre("tab:2/1", "tab:2/2"), IsEmpty(), ElementsAre("tab:1/2", "tab:1/3")));
    EXPECT_THAT(database->read_now([&](Snapshot& snapshot) {
        return select_heads(snapshot, {tab_two, silent, tab_one, tab_two});
    }),
                ElementsAre(2, 0, 3, 2));
}

TEST_F(EventLog, OfARangeComesAsMuchOfItsEndAsTheBoundLets) {
    emit_on("tab:1", 5);
    run_sql(test_database, "UPDATE events SET payload = repeat('x', 100)");
    const auto tab_two = access::Maker::stream("tab:2");
    emit_on("tab:2", 2);
    EXPECT_THAT(read({{tab_one, 1, 5}, {tab_two, 1, 2}}, 350),
                ElementsAre(ElementsAre("tab:1/3", "tab:1/4", "tab:1/5"), ElementsAre("tab:2/1", "tab:2/2")));
    EXPECT_THAT(read({{tab_one, 1, 5}}, 99), ElementsAre(IsEmpty()));
}

TEST_F(EventLog, RetentionTakesTheOldest) {
    emit_on("tab:1", 5);
    run_sql(test_database, "UPDATE events SET at = at - interval '8 days' WHERE seq <= 3");
    EXPECT_EQ(retire(7, 2), 2);
    EXPECT_THAT(read(1, 5), ElementsAre("tab:1/3", "tab:1/4", "tab:1/5"));
    EXPECT_EQ(retire(7, 100), 1);
    EXPECT_EQ(retire(7, 100), 0);
    EXPECT_THAT(read(1, 5), ElementsAre("tab:1/4", "tab:1/5"));
}

TEST_F(EventLog, RetentionNeverTakesTheLastDay) {
    emit_on("tab:1", 2);
    EXPECT_EQ(retire(0, 100), 0);
    EXPECT_EQ(retire(-5, 100), 0);
}

TEST_F(EventLog, TheFirstSweepOnlyTakesItsHorizon) {
    emit_on("tab:1");
    EXPECT_THAT(sweep(), IsEmpty());
    EXPECT_THAT(sweep(), IsEmpty());
    emit_on("tab:1");
    EXPECT_THAT(sweep(), ElementsAre("tab:1/2"));
    EXPECT_THAT(sweep(), IsEmpty());
}

// A cursor on a serial number passes by the transaction that took its number first and commits last.
TEST_F(EventLog, ASweepSeesWhatATransactionCommitsLate) {
    pqxx::connection connection{test_database.server_url()};
    pqxx::work late{connection};
    late.exec(
        "INSERT INTO events (stream, seq, at, type, payload) VALUES ('tab:9', 1, now(), 'group.left', '{}')");
    sweep();
    emit_on("tab:1");
    EXPECT_THAT(sweep(), ElementsAre("tab:1/1"));
    emit_on("tab:1");
    EXPECT_THAT(sweep(), ElementsAre("tab:1/2"));
    late.commit();
    EXPECT_THAT(sweep(), ElementsAre("tab:9/1"));
    EXPECT_THAT(sweep(), IsEmpty());
}

// A dump that was restored into a younger cluster brings transaction numbers along that are still to come there.
TEST_F(EventLog, ASweepDoesNotTakeARestoredLogForNews) {
    emit_on("tab:1", 2);
    sweep();
    run_sql(test_database, "UPDATE events SET xid = '999999999999'");
    EXPECT_THAT(sweep(), IsEmpty());
    emit_on("tab:1");
    EXPECT_THAT(sweep(), ElementsAre("tab:1/3"));
    EXPECT_THAT(sweep(), IsEmpty());
}

// Whether the planner prefers it depends on what else runs in the cluster; that it can use it does not.
TEST_F(EventLog, TheSweepCanUseTheIndexOnXid) {
    sweep();
    const std::string seen = "'" + *horizon + "'::pg_snapshot";
    const std::string explain =
        "SET enable_seqscan = off; EXPLAIN SELECT stream FROM events WHERE xid >= pg_snapshot_xmin(" + seen +
        ") AND NOT pg_visible_in_snapshot(xid, " + seen + ")";
    std::string plan;
    for (const auto& row : run_sql(test_database, explain))
        plan += row[0].as<std::string>() + "\n";
    EXPECT_THAT(plan, testing::HasSubstr("events_xid"));
}

TEST_F(EventLog, TheServersRoleCannotRewriteOrDeleteWhatWasSaid) {
    emit_on("tab:1");
    for (const std::string sql :
         {"DELETE FROM events", "UPDATE events SET payload = '{}'", "TRUNCATE events", "DELETE FROM streams",
          "UPDATE migrations SET checksum = ''", "CREATE TABLE mine (id int)"}) {
        EXPECT_THROW(run_as_server(sql), pqxx::insufficient_privilege) << sql;
    }
    run_as_server("SELECT redact_events('post:1')");
    run_as_server("SELECT delete_old_events(7, 10)");
}

TEST_F(EventLog, TheTwoWaysToChangeItAreTheServersOnly) {
    run_sql(test_database, "DROP ROLE IF EXISTS plein_stranger; CREATE ROLE plein_stranger");
    for (const std::string sql : {"SELECT redact_events('post:1')", "SELECT delete_old_events(7, 10)"}) {
        EXPECT_THROW(run_sql(test_database, "SET ROLE plein_stranger; " + sql), pqxx::insufficient_privilege)
            << sql;
    }
}

}  // namespace
}  // namespace plein::test
