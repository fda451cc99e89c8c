#include "server/demo/act_as.hpp"
#include "server/features/posts.hpp"
#include "server/features/reactions.hpp"
#include "tests/support/demo_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::Transaction;
using storage::Viewer;
using testing::HasSubstr;
using testing::ThrowsMessage;

class DemoFill : public FilledDemoTest {
protected:
    std::int64_t number(const std::string& sql) {
        return run_sql(test_database, sql)[0][0].as<std::int64_t>();
    }
};

TEST_F(DemoFill, FillsUpToTheNumbersAskedFor) {
    EXPECT_EQ(number("SELECT count(*) FROM people"), 200);
    EXPECT_EQ(number("SELECT count(*) FROM groups"), 30);
    EXPECT_EQ(number("SELECT count(*) FROM posts"), 3000);
}

TEST_F(DemoFill, LetsOnlyMembersWriteInGroupsThatHaveAnOwner) {
    EXPECT_EQ(number("SELECT count(*) FROM posts WHERE NOT EXISTS (SELECT FROM memberships WHERE "
                     "memberships.group_id = posts.group_id AND person_id = author_id)"),
              0);
    EXPECT_EQ(number("SELECT count(*) FROM groups WHERE NOT EXISTS (SELECT FROM memberships WHERE "
                     "group_id = groups.id AND role = 'owner')"),
              0);
    EXPECT_EQ(
        number(
            "SELECT count(*) FROM posts JOIN tabs ON tabs.id = tab_id WHERE posts.group_id <> tabs.group_id"),
        0);
}

TEST_F(DemoFill, HasMembersAnswerPostsInALongTail) {
    const std::string filled =
        " FROM posts LEFT JOIN threads ON threads.post_id = posts.id WHERE group_id > 8";
    EXPECT_NEAR(number("SELECT 100 * sum(coalesce(comments, 0)) / count(*)" + filled), 150, 30);
    EXPECT_GT(number("SELECT 100 * count(*) FILTER (WHERE comments IS NULL) / count(*)" + filled), 50);
    EXPECT_GT(number("SELECT max(comments)" + filled), 30);
    EXPECT_NEAR(number("SELECT 100 * count(*) / (SELECT count(*)" + filled +
                       ") FROM reactions "
                       "JOIN posts ON posts.id = post_id WHERE group_id > 8"),
                200, 60);
    EXPECT_EQ(number("SELECT count(*) FROM (SELECT post_id, author_id AS person_id FROM comments UNION ALL "
                     "SELECT post_id, person_id FROM reactions) AS answers JOIN posts ON posts.id = post_id "
                     "WHERE NOT EXISTS (SELECT FROM memberships WHERE memberships.group_id = posts.group_id "
                     "AND memberships.person_id = answers.person_id)"),
              0);
}

TEST_F(DemoFill, SaysNothingBeforeThePostOrInTheFuture) {
    EXPECT_EQ(number("SELECT count(*) FROM comments JOIN posts ON posts.id = post_id "
                     "WHERE comments.published_at < posts.published_at OR comments.published_at > now()"),
              0);
    EXPECT_EQ(
        number("SELECT count(*) FROM (SELECT published_at < lag(published_at) OVER (PARTITION BY post_id "
               "ORDER BY id) AS back FROM comments) AS pairs WHERE back"),
        0);
    EXPECT_GT(number("SELECT count(*) FROM comments JOIN posts ON posts.id = post_id "
                     "WHERE group_id > 8 AND quote_id IS NOT NULL"),
              100);
}

TEST_F(DemoFill, CountsCommentsAndReactionsAsTheyAre) {
    EXPECT_EQ(
        number("SELECT count(*) FROM (SELECT post_id, count(*) FROM comments GROUP BY post_id) AS written "
               "FULL JOIN threads USING (post_id) WHERE threads.comments IS DISTINCT FROM written.count "
               "OR threads.version IS DISTINCT FROM written.count"),
        0);
    // A count as the features make it changes nothing but the version.
    const std::string counts =
        "SELECT md5(string_agg(concat_ws('|', post_id, comment_id, counts), '|' "
        "ORDER BY post_id, comment_id)) FROM reaction_counts";
    const auto before = run_sql(test_database, counts)[0][0].as<std::string>();
    run_sql(test_database,
            "INSERT INTO reaction_changes (post_id, comment_id) SELECT DISTINCT post_id, comment_id FROM "
            "reactions");
    database->commit_now([](Transaction& tx) { return features::count_reactions(tx, 1'000'000); });
    EXPECT_EQ(run_sql(test_database, counts)[0][0].as<std::string>(), before);
}

TEST_F(DemoFill, PutsEachStreamAsFarAsItsGroupHasPostsAndComments) {
    EXPECT_EQ(
        number("SELECT count(*) FROM (SELECT 'group:' || group_id AS name, count(*) AS seq, "
               "max(published_at) AS at "
               "FROM (SELECT group_id, published_at FROM posts UNION ALL "
               "SELECT group_id, comments.published_at FROM comments JOIN posts ON posts.id = post_id) AS "
               "said WHERE group_id > 8 GROUP BY group_id) AS written "
               "LEFT JOIN streams USING (name) WHERE streams.seq IS DISTINCT FROM written.seq "
               "OR last_at IS DISTINCT FROM at"),
        0);
}

TEST_F(DemoFill, LeavesADatabaseInWhichPeopleGoOnPosting) {
    const auto row = run_sql(
        test_database,
        "SELECT id, group_id, author_id, tab_id FROM posts WHERE group_id > 8 ORDER BY id DESC LIMIT 1")[0];
    const PersonId author{row[2].as<std::int64_t>()};
    const CreatePost request{.tab = {row[3].as<std::int64_t>()}, .body = {"En verder."}};
    const Post post = database->commit_now([&](Transaction& tx) {
        return demo::act_as(tx, author,
                            [&](const Viewer& viewer) { return features::create_post(tx, viewer, request); });
    });
    EXPECT_GT(post.id.value, row[0].as<std::int64_t>());
    const std::string group = row[1].as<std::string>();
    EXPECT_EQ(number("SELECT seq - (SELECT count(*) FROM posts WHERE group_id = " + group +
                     ") - (SELECT count(*) FROM comments JOIN posts ON posts.id = post_id WHERE group_id = " +
                     group + ") FROM streams WHERE name = 'group:" + group + "'"),
              0);
}

class DemoFillAgain : public DemoTest {};

TEST_F(DemoFillAgain, TellsWhatItDoes) {
    EXPECT_THAT(fill_up(test_database, 60, 10, 500), testing::Not(testing::IsEmpty()));
}

TEST_F(DemoFillAgain, RefusesPostsWithoutAGroupForThem) {
    EXPECT_THAT([&] { fill_up(test_database, 0, 0, 1000); },
                ThrowsMessage<std::runtime_error>(HasSubstr("--groups")));
}

}  // namespace
}  // namespace plein::test
