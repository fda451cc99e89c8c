#include "tests/support/held_lock.hpp"
#include "tests/support/storage_fixture.hpp"
#include "tests/support/until.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::JointWrite;
using storage::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* queue = "marks";

const storage::NamedSql insert_marks{"test_insert_marks", "INSERT INTO marks SELECT unnest($1::int[])"};

/// Writes numbers; each run notes how many it was made with. One that is to be refused writes nothing.
class Marking final : public JointWrite {
public:
    explicit Marking(int value, bool refused = false) : value_(value), refused_(refused) {}

    void run(Transaction& tx, std::span<JointWrite* const> items) override {
        std::vector<int> values;
        for (JointWrite* item : items) {
            auto& marking = static_cast<Marking&>(*item);
            marking.runs.push_back(items.size());
            marking.refusal = nullptr;
            if (marking.refused_)
                marking.refusal = std::make_exception_ptr(Refusal{ErrorCode::not_found});
            else
                values.push_back(marking.value_);
        }
        tx.query(insert_marks, values);
        tx.tell("tab:1", GroupLeft{GroupId{1}});
    }

    std::vector<std::size_t> runs;

private:
    const int value_;
    const bool refused_;
};

class JointWrites : public StorageTest {
protected:
    JointWrites() {
        run_sql(test_database,
                "CREATE TABLE marks (value int PRIMARY KEY); GRANT SELECT, INSERT ON marks TO plein_server");
    }

    using Made = std::vector<std::future<void>>;

    /// Makes a 0 first, and these as what waited meanwhile.
    Made make_together(const std::vector<std::shared_ptr<Marking>>& markings) {
        const HeldLock held{test_database, "INSERT INTO marks VALUES (0)"};
        Made made;
        made.push_back(io.start(database->commit(queue, std::make_shared<Marking>(0))));
        EXPECT_TRUE(until([&] { return database->figures().running == 1; }));
        for (const auto& marking : markings)
            made.push_back(io.start(database->commit(queue, marking)));
        EXPECT_TRUE(until([&] { return database->figures().waiting == markings.size(); }));
        return made;
    }

    std::vector<int> marks() {
        std::vector<int> values;
        for (const auto& row : run_sql(test_database, "SELECT value FROM marks ORDER BY value"))
            values.push_back(row[0].as<int>());
        return values;
    }

    std::unique_ptr<storage::Database> database = open({.connections = 2});
};

TEST_F(JointWrites, ThoseThatWaitTogetherAreMadeAtOnceInOneCommit) {
    const std::vector markings{std::make_shared<Marking>(1), std::make_shared<Marking>(2),
                               std::make_shared<Marking>(3)};
    for (auto& made : make_together(markings))
        made.get();
    EXPECT_THAT(marks(), ElementsAre(0, 1, 2, 3));
    for (const auto& marking : markings)
        EXPECT_THAT(marking->runs, ElementsAre(3));
    EXPECT_EQ(database->figures().commits, 2u);
    EXPECT_EQ(database->figures().writes, 4u);
    EXPECT_EQ(published.events().size(), 2u);
}

TEST_F(JointWrites, ARefusedOneLeavesTheOthersAlone) {
    auto made = make_together(
        {std::make_shared<Marking>(1), std::make_shared<Marking>(2, true), std::make_shared<Marking>(3)});
    EXPECT_EQ(refusal_of(made[1]), std::nullopt);
    EXPECT_EQ(refusal_of(made[2]), ErrorCode::not_found);
    EXPECT_EQ(refusal_of(made[3]), std::nullopt);
    EXPECT_THAT(marks(), ElementsAre(0, 1, 3));
    EXPECT_EQ(database->figures().writes, 3u);
}

TEST_F(JointWrites, WhatUndoesAllMakesEachRunAlone) {
    const std::vector markings{std::make_shared<Marking>(1), std::make_shared<Marking>(0),
                               std::make_shared<Marking>(3)};
    auto made = make_together(markings);
    made[1].get();
    EXPECT_THROW(made[2].get(), pqxx::unique_violation);
    made[3].get();
    EXPECT_THAT(marks(), ElementsAre(0, 1, 3));
    EXPECT_THAT(markings[2]->runs, ElementsAre(3, 1));
    EXPECT_EQ(published.events().size(), 3u) << "of what was undone nothing is told";
}

TEST_F(JointWrites, OneAloneThatIsRefusedWritesNothing) {
    auto made = io.start(database->commit(queue, std::make_shared<Marking>(1, true)));
    EXPECT_EQ(refusal_of(made), ErrorCode::not_found);
    EXPECT_EQ(database->figures().commits, 0u);
    EXPECT_THAT(published.events(), IsEmpty());
}

TEST_F(JointWrites, TheyGiveWayWhenTheyHaveToWaitForALock) {
    HeldLock held{test_database, "INSERT INTO marks VALUES (2)"};
    const std::vector markings{std::make_shared<Marking>(1), std::make_shared<Marking>(2),
                               std::make_shared<Marking>(3)};
    auto made = make_together(markings);
    made[1].get();
    held.await_waiters(1);
    held.release();
    EXPECT_THROW(made[2].get(), pqxx::unique_violation);
    made[3].get();
    EXPECT_THAT(marks(), ElementsAre(0, 1, 2, 3));
}

}  // namespace
}  // namespace plein::test
