// An upgrade as docs/admin.md tells it, while people write: the tables first, then one node after the other.
#include "tests/fault/behind_haproxy.hpp"
#include "tests/fault/crowd.hpp"
#include "tests/support/command.hpp"
#include "tests/support/restless.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using testing::HasSubstr;

TEST(Faults, AnUpgradeWithAMigrationFailsNobodysRequest) {
    BehindHaproxy site{{.nodes = 2}};
    const Organisation& town = site.plein.town;
    Crowd pages{site.plein, 8};
    pages.listen();
    {
        Restless owner{site.plein.device(town.owner), town.general, 1, 18'000};  // in several pieces
        Restless member{site.plein.device(town.member), town.general, 2, 18'000};
        const auto let_them_go_on = [&] {
            owner.wait_for(20);
            member.wait_for(20);
        };
        let_them_go_on();
        const Outcome migrated =
            run_program(PLEIN_NEXT_BINARY, {"migrate"},
                        {{"PLEIN_DATABASE_OWNER_URL", site.plein.database().owner_url()}});
        EXPECT_EQ(migrated.status, 0) << migrated.err;
        EXPECT_THAT(migrated.out, HasSubstr("_next"));
        let_them_go_on();  // both nodes are of the old version, on the new tables
        for (std::size_t node = 0; node < site.plein.size(); ++node) {
            site.stop(node);
            site.plein.node(node).upgrade_to(PLEIN_NEXT_BINARY);
            site.start(node);
            let_them_go_on();  // after the first: one of each version
        }
        EXPECT_EQ(owner.faults() + member.faults(), 0);
    }
    pages.rest();
    EXPECT_EQ(pages.readings(), 0) << "each page resumed: none had to read afresh";
    pages.converge();
    EXPECT_EQ(pages.leaked(), 0u);
    EXPECT_TRUE(pages.wrongs().empty()) << pages.wrongs().front();
}

TEST(Faults, AnOldNodeDoesNotStartOnNewTablesNorANewOneOnOldTables) {
    Deployment plein;
    plein.node().terminate();
    plein.node().wait();
    plein.node().upgrade_to(PLEIN_NEXT_BINARY);
    const auto start = [&] {
        try {
            plein.node().start();
        } catch (const std::exception& error) {
            return std::string{error.what()};
        }
        return std::string{"it serves"};
    };
    EXPECT_THAT(start(), HasSubstr("run `plein migrate` first"));
    run_program(PLEIN_NEXT_BINARY, {"migrate"}, {{"PLEIN_DATABASE_OWNER_URL", plein.database().owner_url()}});
    EXPECT_EQ(start(), "it serves");
    plein.node().terminate();
    plein.node().wait();
    plein.node().upgrade_to(PLEIN_BINARY);
    EXPECT_THAT(start(), HasSubstr("the database is newer than this program"));
}

}  // namespace
}  // namespace plein::test
