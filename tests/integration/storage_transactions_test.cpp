#include "protocol/envelope.hpp"
#include "server/access/maker.hpp"
#include "storage/events.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::Position;
using storage::Reader;
using storage::Snapshot;
using storage::Transaction;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

const storage::NamedSql select_user{"test_select_user", "SELECT current_user::text, session_user::text"};
const storage::NamedSql select_payloads{
    "test_select_payloads",
    "SELECT stream || ' ' || type || ' ' || payload FROM events ORDER BY stream, seq"};
const storage::NamedSql fail{"test_fail", "SELECT 1 / $1::int"};

class Transactions : public StorageTest {
protected:
    std::unique_ptr<storage::Database> database = open();

    std::int64_t emit_one(const std::string& stream, const std::string& subject = {}) {
        return database->commit_now([=](Transaction& tx) {
            const Position at = tx.publish_on(stream);
            tx.emit(at, GroupLeft{GroupId{7}}, subject);
            return at.seq;
        });
    }

    std::vector<std::string> payloads() {
        return database->read_now([](Snapshot& snapshot) {
            std::vector<std::string> lines;
            for (const auto& row : snapshot.query(select_payloads))
                lines.push_back(row[0].as<std::string>());
            return lines;
        });
    }

    std::string cursor_of(const std::string& stream) {
        return database->read_now([=](Snapshot& snapshot) {
            snapshot.touch(stream);
            return snapshot.cursors().at(0).cursor;
        });
    }
};

TEST_F(Transactions, AnEventGoesOutAfterTheCommitAsItStandsInTheLog) {
    emit_one("user:5");
    const auto events = published.events();
    ASSERT_EQ(events.size(), 1u);
    EXPECT_THAT(events[0].line,
                MatchesRegex(R"(\{"stream":"user:5","seq":1,"at":"[^"]*Z","type":"group.left","v":1,.*)"));
    const auto logged = database->read_now([](Snapshot& snapshot) {
        return select_events_between(snapshot, access::Maker::system("test"), "user:5", 1, 1);
    });
    ASSERT_EQ(logged.size(), 1u);
    EXPECT_EQ(logged[0].line, events[0].line);
}

TEST_F(Transactions, ARefusalLeavesNothingInTheLogAndPublishesNothing) {
    const auto code = refusal_of([&] {
        database->commit_now([](Transaction& tx) {
            tx.emit(tx.publish_on("tab:1"), GroupLeft{GroupId{7}});
            throw Refusal{ErrorCode::forbidden};
        });
    });
    EXPECT_EQ(code, ErrorCode::forbidden);
    EXPECT_THAT(published.events(), ElementsAre());
    EXPECT_EQ(emit_one("tab:1"), 1);
}

TEST_F(Transactions, AWriteThatHidAnErrorOfPostgresIsNotAcknowledged) {
    const auto swallow = [](Transaction& tx) {
        tx.publish_on("tab:1");
        try {
            tx.query(fail, 0);
        } catch (const pqxx::sql_error&) {
            return;
        }
    };
    EXPECT_THROW(database->commit_now(swallow), pqxx::sql_error);
}

TEST_F(Transactions, AStreamHearsWhatItIsToldInTheOrderOfTheCalls) {
    emit_one("user:9");
    database->commit_now([](Transaction& tx) {
        tx.tell("user:9", GroupLeft{GroupId{1}});
        tx.tell("group:1", GroupLeft{GroupId{2}});
        tx.tell("user:9", GroupLeft{GroupId{3}}, "a \"subject\" with a \\");
    });
    EXPECT_THAT(payloads(), ElementsAre(StartsWith("group:1 group.left {\"group\":2"), StartsWith("user:9 "),
                                        StartsWith("user:9 group.left {\"group\":1"),
                                        StartsWith("user:9 group.left {\"group\":3")));
    const auto events = published.events();
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[1].seq, 2);
    EXPECT_EQ(events[2].seq, 1);
    EXPECT_EQ(events[3].seq, 3);
    database->commit_now([](Transaction& tx) { tx.redact("a \"subject\" with a \\"); });
    EXPECT_THAT(payloads().back(), StartsWith("user:9 redacted"));
}

TEST_F(Transactions, ARedactionReachesWhatTheSameTransactionTold) {
    database->commit_now([](Transaction& tx) {
        tx.tell("user:9", GroupLeft{GroupId{1}}, "post:12");
        tx.tell("user:9", GroupLeft{GroupId{2}}, "post:13");
        tx.redact("post:12");
        tx.tell("user:9", GroupLeft{GroupId{3}}, "post:12");
    });
    EXPECT_THAT(payloads(),
                ElementsAre(StartsWith("user:9 redacted"), StartsWith("user:9 group.left {\"group\":2"),
                            StartsWith("user:9 group.left {\"group\":3")));
}

TEST_F(Transactions, TimeOfAStreamDoesNotFallWhenTheClockIsSetBack) {
    emit_one("tab:1");
    run_sql(test_database, "UPDATE streams SET last_at = '2100-01-01T00:00:00.123Z'");
    const auto at = database->commit_now([](Transaction& tx) { return tx.publish_on("tab:1").at; });
    EXPECT_EQ(to_string(at), "2100-01-01T00:00:00.123Z");
}

TEST_F(Transactions, RemovedPeopleAndEndedSessionsAreNamedBesideTheirEvent) {
    database->commit_now([](Transaction& tx) {
        tx.emit(tx.publish_on("group:1"), MemberRemoved{GroupId{1}, PersonId{42}});
        tx.emit(tx.publish_on("user:42"), SessionEnded{SessionId{77}});
    });
    const auto events = published.events();
    EXPECT_EQ(events.at(0).revokes, PersonId{42});
    EXPECT_EQ(events.at(1).ends, SessionId{77});
    const auto logged = database->read_now([](Snapshot& snapshot) {
        return select_events_between(snapshot, access::Maker::system("test"), "group:1", 1, 1);
    });
    EXPECT_EQ(logged.at(0).revokes, PersonId{42});
}

TEST_F(Transactions, RedactionLeavesIdsOnlyOnEveryStreamAndSparesOtherSubjects) {
    emit_one("tab:1", "post:12");
    emit_one("group:1", "post:12");
    emit_one("tab:1", "post:13");
    emit_one("tab:1");
    database->commit_now([](Transaction& tx) { tx.redact("post:12"); });
    EXPECT_THAT(
        payloads(),
        ElementsAre(R"(group:1 redacted {"subject":"post:12"})", R"(tab:1 redacted {"subject":"post:12"})",
                    R"(tab:1 group.left {"group":7})", R"(tab:1 group.left {"group":7})"));
    const auto replay = database->read_now([](Snapshot& snapshot) {
        return select_events(snapshot, {{access::Maker::stream("tab:1"), 1, 3}}, 10'000).front();
    });
    EXPECT_THAT(replay.at(0).line, HasSubstr(R"("type":"redacted","v":1,"data":{"subject":"post:12"})"));
}

TEST_F(Transactions, ATabLeavesAStreamWithAllItsPostsAndSparesTheOthers) {
    run_sql(test_database, R"sql(
        INSERT INTO people (name, email) VALUES ('a', 'a@example.org');
        INSERT INTO groups (name, visibility) VALUES ('a', 'closed');
        INSERT INTO tabs (group_id, name, position) VALUES (1, 'a', 1), (1, 'b', 2);
        INSERT INTO posts (group_id, tab_id, author_id, client_id, client_digest, mark, body, blocks, published_at)
        SELECT 1, tab, 1, gen_random_uuid(), '', 'work', '', '[]', now() FROM unnest('{1,2}'::bigint[]) AS tab)sql");
    for (const char* subject : {"post:1", "post:2", "tab:1", "tab:2"})
        emit_one("group:1", subject);
    emit_one("tab:1", "post:1");
    database->commit_now([](Transaction& tx) { tx.redact_tab("group:1", TabId{1}); });
    EXPECT_THAT(payloads(),
                ElementsAre(R"(group:1 redacted {"subject":"post:1"})", R"(group:1 group.left {"group":7})",
                            R"(group:1 redacted {"subject":"tab:1"})", R"(group:1 group.left {"group":7})",
                            R"(tab:1 group.left {"group":7})"));
}

TEST_F(Transactions, WhatClosesAStreamRevokesItForEveryone) {
    database->commit_now([](Transaction& tx) {
        tx.emit(tx.publish_on("group:1"), GroupArchived{GroupId{1}});
        tx.emit(tx.publish_on("tab:1"), TabRemoved{GroupId{1}, TabId{1}});
        tx.emit(tx.publish_on("group:1"), TabRemoved{GroupId{1}, TabId{1}});
    });
    const auto events = published.events();
    EXPECT_EQ(events.at(0).revokes, everyone);
    EXPECT_EQ(events.at(1).revokes, everyone) << "on the tab's own stream";
    EXPECT_FALSE(events.at(2).revokes) << "the group's stream goes on";
}

TEST_F(Transactions, CursorsTellHowFarTheSnapshotHasSeenEachStream) {
    emit_one("tab:1");
    const auto cursors = database->read_now([&](Snapshot& snapshot) {
        std::ignore = snapshot.now();  // the first query begins it
        snapshot.touch("tab:1");
        snapshot.touch("tab:2");
        snapshot.touch("tab:1");
        emit_one("tab:1");  // by another connection, after this snapshot
        return snapshot.cursors();
    });
    ASSERT_EQ(cursors.size(), 2u);
    EXPECT_EQ(cursors[0].stream, "tab:1");
    EXPECT_THAT(cursors[0].cursor, MatchesRegex("[0-9a-f]{16}:1"));
    EXPECT_THAT(cursors[1].cursor, MatchesRegex("[0-9a-f]{16}:0"));
    EXPECT_THAT(cursor_of("tab:1"), MatchesRegex("[0-9a-f]{16}:2"));
}

TEST_F(Transactions, AnotherDatabaseIsAnotherGeneration) {
    const TestDatabase other;
    storage::Database door{{.url = other.server_url(), .connections = 1}, [](auto) {}};
    const auto generation = [](Snapshot& snapshot) { return select_generation(snapshot); };
    EXPECT_EQ(database->read_now(generation), database->read_now(generation));
    EXPECT_NE(database->read_now(generation), door.read_now(generation));
}

TEST_F(Transactions, NowIsTheBeginningOfTheTransaction) {
    const auto before = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    database->commit_now([&](Transaction& tx) {
        const auto now = tx.now();
        EXPECT_GE(now, before);
        EXPECT_LE(now, std::chrono::system_clock::now());
        EXPECT_LE(now, tx.publish_on("tab:1").at);
    });
}

TEST_F(Transactions, ALoginRoleThatIsAMemberOfTheServersRoleBecomesIt) {
    storage::Database door{{.url = test_database.superuser_url(), .connections = 1}, [](auto) {}};
    const auto user = door.read_now([](Snapshot& snapshot) {
        const auto row = snapshot.query(select_user)[0];
        return row[0].as<std::string>() + " as " + row[1].as<std::string>();
    });
    EXPECT_EQ(user, "plein_server as postgres");
}

TEST_F(Transactions, ASnapshotCannotWrite) {
    const storage::DatabaseOptions options;
    EXPECT_THROW(database->read_now([](Snapshot& snapshot) {
        static const storage::NamedSql insert{"test_insert_in_snapshot",
                                              "INSERT INTO streams VALUES ('x', 1, now())"};
        snapshot.query(insert);
    }),
                 pqxx::sql_error);
}

}  // namespace
}  // namespace plein::test
