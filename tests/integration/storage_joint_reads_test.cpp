#include "tests/support/storage_fixture.hpp"
#include "tests/support/until.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::JointRead;
using storage::Snapshot;
using testing::ElementsAre;

const storage::NamedSql select_quotient{"test_select_quotient",
                                        "SELECT 12 / $1, pg_current_snapshot()::text"};

/// Divides twelve; each run notes how many it was made with, and waits for the gate if it has one. A 1 is refused.
class Dividing final : public JointRead {
public:
    explicit Dividing(int divisor, std::shared_future<void> gate = {})
        : divisor_(divisor), gate_(std::move(gate)) {}

    void run(Snapshot& snapshot, std::span<JointRead* const> items) override {
        if (gate_.valid()) gate_.wait();
        for (JointRead* item : items) {
            auto& dividing = static_cast<Dividing&>(*item);
            dividing.runs.push_back(items.size());
            dividing.refusal = nullptr;
            if (dividing.divisor_ == 1)
                dividing.refusal = std::make_exception_ptr(Refusal{ErrorCode::not_found});
            const auto row = snapshot.query(select_quotient, dividing.divisor_)[0];
            dividing.quotient = row[0].as<int>();
            dividing.moment = row[1].as<std::string>();
        }
    }

    std::vector<std::size_t> runs;
    int quotient = 0;
    std::string moment;

private:
    const int divisor_;
    const std::shared_future<void> gate_;
};

class JointReads : public StorageTest {
protected:
    /// A first one, and these as what waited meanwhile.
    std::vector<std::future<void>> read_together(const std::vector<std::shared_ptr<Dividing>>& items) {
        std::promise<void> gate;
        std::vector<std::future<void>> read;
        read.push_back(
            io.start(database->read("twelve", std::make_shared<Dividing>(12, gate.get_future().share()))));
        EXPECT_TRUE(until([&] { return database->figures().running == 1; }));
        for (const auto& item : items)
            read.push_back(io.start(database->read("twelve", item)));
        EXPECT_TRUE(until([&] { return database->figures().waiting == items.size(); }));
        gate.set_value();
        return read;
    }

    std::unique_ptr<storage::Database> database = open({.connections = 2});
};

TEST_F(JointReads, ThoseThatWaitTogetherShareASnapshot) {
    const std::vector items{std::make_shared<Dividing>(2), std::make_shared<Dividing>(3),
                            std::make_shared<Dividing>(4)};
    for (auto& read : read_together(items))
        read.get();
    for (const auto& item : items) {
        EXPECT_THAT(item->runs, ElementsAre(3));
        EXPECT_EQ(item->moment, items.front()->moment);
    }
    EXPECT_EQ(items.back()->quotient, 3);
    EXPECT_EQ(database->figures().commits, 0u);
}

TEST_F(JointReads, ARefusedOneLeavesTheOthersAlone) {
    auto read = read_together(
        {std::make_shared<Dividing>(2), std::make_shared<Dividing>(1), std::make_shared<Dividing>(3)});
    EXPECT_EQ(refusal_of(read[1]), std::nullopt);
    EXPECT_EQ(refusal_of(read[2]), ErrorCode::not_found);
    EXPECT_EQ(refusal_of(read[3]), std::nullopt);
}

TEST_F(JointReads, WhatFailsForAllMakesEachRunAlone) {
    const std::vector items{std::make_shared<Dividing>(2), std::make_shared<Dividing>(0),
                            std::make_shared<Dividing>(3)};
    auto read = read_together(items);
    read[1].get();
    EXPECT_THROW(read[2].get(), pqxx::sql_error);
    read[3].get();
    EXPECT_THAT(items[2]->runs, ElementsAre(1)) << "the first run together did not come to it";
    EXPECT_EQ(items[2]->quotient, 4);
}

}  // namespace
}  // namespace plein::test
