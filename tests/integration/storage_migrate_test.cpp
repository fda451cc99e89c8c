#include "storage/migrate.hpp"
#include "tests/support/held_lock.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::Migration;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

const Migration one{1, "0001_one", "CREATE TABLE one (id int); INSERT INTO one VALUES (1)"};
const Migration two{2, "0002_two", "CREATE TABLE two (id int); INSERT INTO two SELECT id FROM one"};

class Migrations : public testing::Test {
protected:
    TestDatabase database{TestDatabase::Content::empty};

    std::vector<std::string> migrate(const std::vector<Migration>& all) {
        return storage::migrate(database.owner_url(), all);
    }

    template <class Matcher>
    void expect_failure(const std::vector<Migration>& all, const Matcher& message) {
        EXPECT_THAT([&] { migrate(all); }, ThrowsMessage<std::runtime_error>(message));
    }
};

TEST_F(Migrations, OfTheProgramApplyToAnEmptyDatabaseOnce) {
    const auto names = storage::migrate(database.owner_url());
    EXPECT_EQ(names.size(), storage::migrations().size());
    EXPECT_EQ(names.front(), "0001_events");
    EXPECT_THAT(storage::migrate(database.owner_url()), IsEmpty());
    EXPECT_EQ(storage::schema_version(database.server_url()), std::ssize(names));
}

TEST_F(Migrations, AnEmptyDatabaseIsAtVersionZero) {
    EXPECT_EQ(storage::schema_version(database.server_url()), 0);
}

TEST_F(Migrations, OnlyWhatIsMissingIsApplied) {
    EXPECT_THAT(migrate({one}), ElementsAre("0001_one"));
    EXPECT_THAT(migrate({one, two}), ElementsAre("0002_two"));
    EXPECT_EQ(storage::schema_version(database.owner_url()), 2);
}

TEST_F(Migrations, TwoMigratorsAtOnceApplyEachOnce) {
    const Migration slow{1, "0001_slow", "CREATE TABLE one (id int); SELECT pg_sleep(0.3)"};
    auto other = std::async(std::launch::async, [&] { return migrate({slow, two}); });
    const auto mine = migrate({slow, two});
    EXPECT_EQ(mine.size() + other.get().size(), 2u);
}

TEST_F(Migrations, GiveWayToWhoeverUsesTheTables) {
    migrate({one, two});
    const Migration both{3, "0003_both", "ALTER TABLE two ADD more int; ALTER TABLE one ADD more int"};
    pqxx::connection node{database.superuser_url()};
    pqxx::work request{node};
    request.exec("SELECT FROM one");
    auto migration = std::async(std::launch::async, [&] { return migrate({one, two, both}); });
    await_lock_waiters(database);
    EXPECT_NO_THROW(request.exec("SELECT FROM two")) << "they wait for each other";
    request.commit();
    EXPECT_THAT(migration.get(), ElementsAre("0003_both"));
}

TEST_F(Migrations, AFailureLeavesNothingOfItselfAndAllBeforeIt) {
    const Migration broken{2, "0002_broken", "CREATE TABLE half (id int); SELECT 1 / 0"};
    expect_failure({one, broken}, HasSubstr("migration 0002_broken: ERROR:  division by zero"));
    EXPECT_EQ(storage::schema_version(database.owner_url()), 1);
    EXPECT_TRUE(run_sql(database, "SELECT to_regclass('half')")[0][0].is_null());
    EXPECT_THAT(migrate({one, two}), ElementsAre("0002_two"));
}

TEST_F(Migrations, AChangedTextIsRefused) {
    migrate({one});
    const Migration changed{1, "0001_one", "CREATE TABLE one (id bigint)"};
    expect_failure({changed, two}, HasSubstr("migration 0001_one has changed"));
    EXPECT_EQ(storage::schema_version(database.owner_url()), 1);
}

TEST_F(Migrations, ADatabaseNewerThanTheProgramIsRefused) {
    migrate({one, two});
    expect_failure({one},
                   HasSubstr("the database is at migration 0002_two, and this program knows 0001_one"));
}

TEST_F(Migrations, NumbersWithAGapOrADoubleAreRefused) {
    const Migration four{4, "0004_four", "SELECT 1"};
    expect_failure({one, four}, HasSubstr("0004_four is out of order"));
    expect_failure({one, one}, HasSubstr("0001_one is out of order"));
}

}  // namespace
}  // namespace plein::test
