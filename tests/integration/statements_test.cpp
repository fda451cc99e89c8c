// Every statement of the program is served by an index, however large its tables grow.
#include "storage/named_sql.hpp"
#include "tests/support/demo_fixture.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace plein::test {
namespace {

/// These stay small: an organisation has dozens of departments, and `protocol/limits.hpp` says how many at most.
const std::set<std::string> small_tables{"departments", "department_heads", "services",
                                         "holidays",    "organisation",     "migrations"};

/// Statements that may read a whole table, each with the reason.
const std::map<std::string, std::string> may_read_everything{
    {"select_accounts", "`plein user list` prints every account"},
    {"select_candidates",
     "an owner searches inside names, which no b-tree serves; thousands of people, at most"},
    {"take_changes", "everything that waits for a count is counted"},
    {"delete_old_link_previews",
     "it finds where the oldest begin by looking along the two thousand that stay"},
    {"select_lost_questions", "everything that is there waits to be parted"},
    {"select_untold_posts", "everything that is there waits to be told"},
    {"update_people_began", "the demo, once, in an otherwise empty database"},
    {"update_groups_began", "the demo, once"},
    {"update_memberships_began", "the demo, once"},
    {"update_notification_moments", "the demo, once"},
    {"update_answer_moments", "the demo, once"},
    {"update_thread_moments", "the demo, once"},
};

/// Statements that take a membership for one although it may have ended by itself, each with the reason.
const std::map<std::string, std::string> may_count_ended_memberships{
    {"select_counted_groups", "it changes with the event that tells of the removal"},
    {"select_members", "the list changes with that event, and shows until when"},
    {"select_member", "whoever changes or removes a member finds this one too"},
    {"lock_member", "the same"},
    {"select_owners", "owners stay"},
    {"lock_owners", "owners stay"},
    {"upsert_member", "it makes one"},
    {"insert_emergency_member", "it makes one"},
    {"select_candidates", "who still stands in the list is not offered for it"},
    {"select_department_candidates", "the same"},
    {"select_candidates_of", "the same"},
    {"lock_candidates", "the same"},
    {"select_readers", "it counts as the list of members does"},
    {"select_guests", "guests stay"},
    {"update_roles_to_guest", "it makes guests"},
    {"insert_members", "it makes some"},
    {"select_owned_groups", "owners stay"},
    {"select_ownerless", "owners stay"},
    {"lock_members_of", "owners stay"},
    {"lock_members_of_all", "the same"},
    {"select_declined", "who is in for an hour sees no refusal of it"},
    {"select_door", "owners stay"},
    {"select_members_of_group", "who of them reads the tab is asked next"},
    {"select_unconfirmed", "the same"},
    {"select_group_of_link", "owners stay"},
};

/// Statements whose plan follows their values, with values as they come.
const std::map<std::string, std::string> explained_with{
    {"select_events_since", "(pg_current_snapshot(), 1000)"},
};

/// Names of the statements that stand in storage/*.cpp.
std::set<std::string> written_statements() {
    const std::regex declaration{R"re(const NamedSql \w+\{\s*"(\w+)")re"};
    std::set<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator{PLEIN_SOURCE_DIR "/storage"}) {
        if (file.path().extension() != ".cpp") continue;
        std::ostringstream text;
        text << std::ifstream{file.path()}.rdbuf();
        const std::string source = text.str();
        for (std::sregex_iterator found{source.begin(), source.end(), declaration}, end; found != end;
             ++found)
            names.insert((*found)[1]);
    }
    return names;
}

std::string text_of(const boost::json::object& node, const char* key) {
    const auto* value = node.if_contains(key);
    return value ? std::string{value->as_string()} : "";
}

/// Tables that this plan reads from end to end, by Seq Scan or along a whole index.
void collect_whole_tables(const boost::json::object& node, std::set<std::string>& tables) {
    const std::string type = text_of(node, "Node Type");
    const bool scans = type == "Seq Scan" || type == "Index Scan" || type == "Index Only Scan";
    const std::string table = text_of(node, "Relation Name");
    if (scans && !node.contains("Index Cond") && !small_tables.contains(table)) tables.insert(table);
    if (const auto* parts = node.if_contains("Plans")) {
        for (const auto& part : parts->as_array())
            collect_whole_tables(part.as_object(), tables);
    }
}

/// `$1` to `$n` as values of a statement that is only explained.
std::string nulls_for(const std::string& sql) {
    int count = 0;
    const std::regex parameter{R"(\$(\d+))"};
    for (std::sregex_iterator found{sql.begin(), sql.end(), parameter}, end; found != end; ++found)
        count = std::max(count, std::stoi((*found)[1]));
    std::string nulls;
    for (int i = 0; i < count; ++i)
        nulls += i ? ", NULL" : "NULL";
    return count ? "(" + nulls + ")" : "";
}

class Statements : public FilledDemoTest {
protected:
    Statements() {
        run_sql(test_database,
                "INSERT INTO activations (person_id, token_hash, expires_at) "
                "SELECT id, concat('link-', id), now() + interval '1 day' FROM people; "
                "INSERT INTO last_seen (person_id, at) SELECT id, now() FROM people ON CONFLICT DO NOTHING");
        // Of an empty partial index any plan is as good as another.
        run_sql(test_database, "UPDATE posts SET state = 'deleted', purge_after = now() WHERE id % 50 = 0");
        run_sql(test_database,
                "UPDATE posts SET state = 'held' WHERE id % 40 = 1; "
                "UPDATE posts SET state = 'declined' WHERE id % 80 = 2; "
                "INSERT INTO holds (post_id, kind, since) "
                "SELECT id, 'approval', published_at FROM posts WHERE id % 10 < 3 ON CONFLICT DO NOTHING");
        run_sql(test_database,
                "UPDATE posts SET translation_language = 'en', translation_body = body, "
                "       translation_blocks = blocks, translation_of = sha256('') WHERE id % 10 = 4");
        run_sql(test_database,
                "UPDATE posts SET state = 'scheduled' WHERE id % 40 = 3; "
                "INSERT INTO schedules (post_id, publish_at, state) "
                "SELECT id, published_at, CASE id % 400 WHEN 3 THEN 'waiting' ELSE 'done' END "
                "  FROM posts WHERE id % 10 = 3; "
                "INSERT INTO link_previews (url_hash, asked_at, fetched_at, title, image_type, image) "
                "SELECT sha256(id::text::bytea), published_at, published_at, 'words', 'image/gif', 'GIF89a' "
                "FROM posts; "
                "INSERT INTO drafts (person_id, tab_id, content, saved_at) "
                "SELECT people.id, tabs.id, 'words', now() FROM people, tabs "
                " WHERE (people.id + tabs.id) % 10 = 0");
        run_sql(test_database,
                "INSERT INTO memberships (group_id, person_id, role, state, inviter_id, since) "
                "SELECT groups.id, people.id, 'member', "
                "       CASE people.id % 2 WHEN 0 THEN 'invited' ELSE 'requested' END, "
                "       CASE people.id % 2 WHEN 0 THEN people.id END, now() "
                "  FROM groups, people WHERE (groups.id + people.id) % 5 = 0 ON CONFLICT DO NOTHING; "
                "INSERT INTO invitation_links (group_id, maker_id, token_hash, created_at, expires_at, uses) "
                "SELECT groups.id, people.id, concat(groups.id, '-', people.id), now(), "
                "       now() + interval '1 day', 10 "
                "  FROM groups, people WHERE people.id % 5 = 0");
        run_sql(test_database,
                "INSERT INTO post_versions SELECT id, blocks, published_at, published_at FROM posts; "
                "INSERT INTO comment_versions SELECT id, blocks, published_at, published_at FROM comments; "
                "INSERT INTO bookmarks "
                "SELECT people.id, posts.id, now() FROM people, posts WHERE (people.id + posts.id) % 50 = 0; "
                "UPDATE comments SET state = 'deleted', purge_after = now() WHERE id % 50 = 0; "
                "UPDATE posts SET pinned_at = published_at WHERE id % 100 = 3");
        run_sql(
            test_database,
            "UPDATE posts SET kind = 'question' WHERE id % 3 = 0; "
            "INSERT INTO questions (post_id, department_id, answer_before, answer_id, answered_at, accepted, "
            "                       overdue_told) "
            "SELECT posts.id, departments.id, posts.published_at, comments.id, comments.published_at, "
            "       posts.id % 30 > 0, posts.id % 30 > 0 "
            "  FROM posts JOIN departments ON departments.id = 1 + posts.id % 20 "
            "  LEFT JOIN LATERAL (SELECT id, published_at FROM comments "
            "                      WHERE comments.post_id = posts.id LIMIT 1) AS comments ON posts.id % 2 = "
            "0 "
            " WHERE posts.kind = 'question' ON CONFLICT DO NOTHING; "
            "UPDATE questions SET merged_into = other.post_id, own_answer_before = questions.answer_before "
            "  FROM questions AS other "
            " WHERE questions.post_id % 60 = 9 AND questions.answer_id IS NULL "
            "   AND other.post_id = questions.post_id + 3");
        run_sql(test_database,
                "UPDATE posts SET kind = 'poll' WHERE id % 3 = 1; "
                "INSERT INTO polls (post_id, options, votes, multiple, anonymous, closes_at, closed_at) "
                "SELECT id, '{A,B}', '{0,0}', false, id % 2 = 0, published_at, "
                "       CASE WHEN id % 10 > 0 THEN published_at END "
                "  FROM posts WHERE kind = 'poll' ON CONFLICT DO NOTHING; "
                "INSERT INTO votes (post_id, person_id, options) "
                "SELECT polls.post_id, people.id, '{1}' FROM polls, people "
                " WHERE (people.id + polls.post_id) % 50 = 0 ON CONFLICT DO NOTHING");
        run_sql(test_database,
                "UPDATE posts SET kind = 'news' WHERE id % 3 = 2; "
                "INSERT INTO news (post_id, must_read, confirmed, affects, awaits, since, told_up_to) "
                "SELECT id, id % 2 = 0, 1, '[]', CASE WHEN id % 5 = 0 THEN '{1}'::bigint[] ELSE '{}' END, "
                "       published_at, CASE WHEN id % 100 = 2 THEN 0 END "
                "  FROM posts WHERE kind = 'news' ON CONFLICT DO NOTHING; "
                "INSERT INTO confirmations (post_id, person_id, at) "
                "SELECT news.post_id, people.id, now() FROM news, people "
                " WHERE (people.id + news.post_id) % 50 = 0 ON CONFLICT DO NOTHING");
        run_sql(test_database,
                "UPDATE posts SET kind = 'idea' WHERE id % 6 = 5; "
                "INSERT INTO ideas (post_id, department_id, status, votes, ended_at, told_up_to) "
                "SELECT posts.id, departments.id, CASE WHEN posts.id % 4 > 0 THEN 'done' END, posts.id % 9, "
                "       CASE WHEN posts.id % 4 > 0 THEN published_at END, "
                "       CASE WHEN posts.id % 100 = 5 THEN 0 END "
                "  FROM posts JOIN departments ON departments.id = 1 + posts.id % 20 "
                " WHERE posts.kind = 'idea' ON CONFLICT DO NOTHING; "
                "INSERT INTO idea_votes (post_id, person_id, at) "
                "SELECT ideas.post_id, people.id, now() FROM ideas, people "
                " WHERE (people.id + ideas.post_id) % 50 = 0 ON CONFLICT DO NOTHING");
        run_sql(test_database,
                "UPDATE posts SET kind = 'event' WHERE id % 6 = 3; "
                "INSERT INTO calendar_events (post_id, begins, ends, place, told_up_to) "
                "SELECT id, published_at, published_at + interval '1 day' * (id % 60), 'here', "
                "       CASE WHEN id % 100 = 3 THEN 0 END "
                "  FROM posts WHERE kind = 'event' AND id % 60 > 0 ON CONFLICT DO NOTHING; "
                "INSERT INTO attendances (post_id, person_id, attendance, at) "
                "SELECT calendar_events.post_id, people.id, 'yes', now() FROM calendar_events, people "
                " WHERE (people.id + calendar_events.post_id) % 50 = 0 ON CONFLICT DO NOTHING; "
                "INSERT INTO calendar_feeds (person_id, token_hash, since) SELECT id, id, now() FROM people");
        run_sql(test_database,
                "INSERT INTO notifications (person_id, kind, group_id, post_id, actor_id, at, read_at) "
                "SELECT people.id, 'mention', posts.group_id, posts.id, posts.author_id, posts.published_at, "
                "       CASE WHEN posts.id % 2 = 0 THEN now() END "
                "  FROM posts, people WHERE (people.id + posts.id) % 50 = 0; "
                "INSERT INTO readings (tab_id, person_id, every_post) "
                "SELECT tabs.id, people.id, people.id % 5 = 0 FROM tabs, people "
                "    ON CONFLICT (tab_id, person_id) DO UPDATE SET every_post = excluded.every_post; "
                "INSERT INTO untold_posts (post_id) SELECT id FROM posts WHERE id % 20 = 0; "
                "INSERT INTO post_topics (post_id, topic, written, tab_id, published_at) "
                "SELECT id, id % 50, id % 50, tab_id, published_at FROM posts ON CONFLICT DO NOTHING; "
                "INSERT INTO sessions (person_id, token_hash, expires_at) "
                "SELECT id, concat(id, '-', n), now() + interval '1 day' FROM people, generate_series(1, 10) "
                "AS n; "
                "ANALYZE");
    }

    /// As it runs once it is prepared: without looking at the values. In tables of this size the planner would often
    /// rather read all; where it may not, what it still reads whole has no index that serves.
    std::set<std::string> whole_tables(pqxx::transaction_base& session, const storage::NamedSql& sql) {
        const auto values = explained_with.find(sql.name);
        const bool is_generic = values == explained_with.end();
        session.exec(std::string{"SET plan_cache_mode = "} + (is_generic ? "force_generic_plan" : "auto"));
        session.exec("PREPARE explained AS " + std::string{sql.text});
        const auto rows = session.exec("EXPLAIN (FORMAT JSON) EXECUTE explained" +
                                       (is_generic ? nulls_for(sql.text) : values->second));
        session.exec("DEALLOCATE explained");
        std::set<std::string> tables;
        const auto plan = boost::json::parse(rows[0][0].c_str(), {}, {.max_depth = 100});
        collect_whole_tables(plan.at(0).at("Plan").as_object(), tables);
        return tables;
    }
};

TEST_F(Statements, AreServedByAnIndexUnlessTheyMayReadEverything) {
    pqxx::connection connection{test_database.superuser_url()};
    pqxx::nontransaction session{connection};
    session.exec("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
    // Of tables as small as here, all pages one after another would cost less than a few single ones, if their rows happen
    // to lie in an index's order.
    session.exec("SET random_page_cost = 1");
    for (const storage::NamedSql* sql : storage::NamedSql::all()) {
        const auto tables = whole_tables(session, *sql);
        if (may_read_everything.contains(sql->name)) {
            EXPECT_THAT(tables, testing::Not(testing::IsEmpty())) << sql->name << " is no exception any more";
        } else {
            EXPECT_THAT(tables, testing::IsEmpty()) << sql->name;
        }
    }
}

TEST(MembershipStatements, AskWhetherTheMembershipHasEnded) {
    for (const storage::NamedSql* sql : storage::NamedSql::all()) {
        const std::string_view text = sql->text;
        const auto has = [&](std::string_view words) { return text.find(words) != text.npos; };
        if (!has("memberships") || !has("state = 'active'")) continue;
        EXPECT_NE(has("until > now()") || has("until IS NULL"),
                  may_count_ended_memberships.contains(sql->name))
            << sql->name;
    }
}

TEST_F(Statements, AreAllLookedAt) {
    std::set<std::string> explained;
    for (const storage::NamedSql* sql : storage::NamedSql::all())
        explained.insert(sql->name);
    EXPECT_EQ(explained, written_statements());
}

}  // namespace
}  // namespace plein::test
