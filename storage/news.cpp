#include "storage/news.hpp"

#include "protocol/json_writer.hpp"
#include "storage/news_columns.hpp"
#include "storage/read_posts.hpp"

#include <map>

namespace plein::storage {

namespace {

// Arrays of arrays would all have to be of one length: departments come as text.
const NamedSql insert_news_sql{"insert_news", R"sql(
    INSERT INTO news (post_id, must_read, affects, awaits, since, told_up_to)
    SELECT post_id, must_read, affects, awaits::bigint[], since, CASE WHEN must_read THEN 0 END
      FROM unnest($1::bigint[], $2::boolean[], $3::text[], $4::text[], $5::timestamptz[])
           AS asked (post_id, must_read, affects, awaits, since)
 RETURNING )sql" PLEIN_NEWS_COLUMNS ", news.post_id"};

#define PLEIN_SELECT_NEWS                      \
    "SELECT " PLEIN_NEWS_COLUMNS               \
    "  FROM news "                             \
    "  JOIN posts ON posts.id = news.post_id " \
    " WHERE news.post_id = $2 AND posts.tab_id = $1 "

const NamedSql select_news_sql{"select_news", PLEIN_SELECT_NEWS};

// FOR NO KEY UPDATE: two who take it up wait for each other, and for who reminds.
const NamedSql lock_news_sql{"lock_news", PLEIN_SELECT_NEWS "FOR NO KEY UPDATE OF news"};

const NamedSql update_since_sql{"update_news_since", R"sql(
    UPDATE news SET since = $3, version = news.version + 1
      FROM posts
     WHERE news.post_id = $2 AND posts.id = news.post_id AND posts.tab_id = $1
 RETURNING )sql" PLEIN_NEWS_COLUMNS};

const NamedSql update_affects_sql{"update_affects", R"sql(
    UPDATE news SET affects = $2, awaits = $3, version = version + 1 WHERE post_id = $1
 RETURNING )sql" PLEIN_NEWS_COLUMNS};

const NamedSql update_reminded_sql{"update_reminded", R"sql(
    UPDATE news SET reminded_at = $2, told_up_to = 0, version = version + 1 WHERE post_id = $1
 RETURNING )sql" PLEIN_NEWS_COLUMNS};

const NamedSql insert_confirmation_sql{"insert_confirmation", R"sql(
    WITH kept AS (
        INSERT INTO confirmations (post_id, person_id, at)
        VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
     RETURNING post_id)
    UPDATE news SET confirmed = confirmed + 1, version = version + 1
      FROM kept
     WHERE news.post_id = kept.post_id
 RETURNING )sql" PLEIN_NEWS_COLUMNS};

const NamedSql select_confirmations_sql{"select_confirmations", R"sql(
    SELECT person_id, at FROM confirmations WHERE post_id = $1 ORDER BY at DESC, person_id DESC)sql"};

const NamedSql select_members_of_group_sql{"select_members_of_group", R"sql(
    SELECT person_id FROM memberships WHERE group_id = $1 AND state = 'active' ORDER BY person_id)sql"};

// Along news_waiting: what was published in a month is little.
const NamedSql select_waiting_news_sql{"select_waiting_news",
                                       PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM news AS asked
      JOIN posts ON posts.id = asked.post_id
     WHERE asked.since > $3 AND (asked.must_read OR asked.awaits <> '{}')
       AND posts.tab_id = ANY($1::bigint[]) AND posts.state = 'visible' AND posts.author_id <> $2
       AND (asked.awaits && ARRAY(SELECT department_heads.department_id
                                    FROM department_heads
                                    JOIN departments ON departments.id = department_heads.department_id
                                   WHERE department_heads.person_id = $2 AND NOT departments.archived)
            OR (asked.must_read AND NOT EXISTS (SELECT FROM confirmations
                                                 WHERE confirmations.post_id = asked.post_id
                                                   AND confirmations.person_id = $2)))
       AND NOT EXISTS (SELECT FROM readings
                        WHERE readings.person_id = $2 AND readings.tab_id = posts.tab_id
                          AND readings.following = 'muted')
     ORDER BY asked.since DESC, asked.post_id DESC
     LIMIT $4)sql",
                                                        "post.published_at DESC, post.id DESC")};

const NamedSql select_untold_news_sql{"select_untold_news", R"sql(
    SELECT news.post_id
      FROM news
      JOIN posts ON posts.id = news.post_id
     WHERE news.told_up_to >= 0 AND posts.state = 'visible'
     ORDER BY news.told_up_to
     LIMIT $1)sql"};

const NamedSql take_untold_news_sql{"take_untold_news", R"sql(
    SELECT posts.group_id, posts.tab_id, posts.author_id, news.told_up_to
      FROM news
      JOIN posts ON posts.id = news.post_id
     WHERE news.post_id = $1 AND news.told_up_to IS NOT NULL AND posts.state = 'visible'
       FOR NO KEY UPDATE OF news SKIP LOCKED)sql"};

const NamedSql select_unconfirmed_sql{"select_unconfirmed", R"sql(
    SELECT memberships.person_id
      FROM memberships
     WHERE memberships.group_id = $1 AND memberships.state = 'active' AND memberships.person_id > $2
       AND NOT EXISTS (SELECT FROM confirmations
                        WHERE confirmations.post_id = $3 AND confirmations.person_id = memberships.person_id)
     ORDER BY memberships.person_id
     LIMIT $4)sql"};

const NamedSql update_told_up_to_sql{"update_told_up_to", R"sql(
    UPDATE news SET told_up_to = $2 WHERE post_id = $1)sql"};

std::vector<AffectedDepartment> affected(const NewNews& news) {
    std::vector<AffectedDepartment> departments;
    for (const DepartmentId department : news.affects.items)
        departments.push_back({department, std::nullopt});
    return departments;
}

News first_news(const pqxx::result& rows) { return row_as<News>(rows[0]); }

}  // namespace

std::vector<News> insert_news(Transaction& tx, const std::vector<AskedNews>& news) {
    const auto column = [&](auto value) { return column_of(news, value); };
    const auto rows = tx.query(insert_news_sql, column(&AskedNews::post),
                               column([](const AskedNews& each) { return each.news->must_read; }),
                               column([](const AskedNews& each) { return to_json(affected(*each.news)); }),
                               column([](const AskedNews& each) { return to_sql(each.news->affects.items); }),
                               column(&AskedNews::since));
    std::map<PostId, News> made;
    for (const auto& row : rows)
        made.emplace(value_of<PostId>(row.back()), row_as<News>(row));
    return column([&](const AskedNews& each) { return made.at(each.post); });
}

std::optional<News> select_news(Reader& reader, const PostAccess& post) {
    return select_news(reader, post.tab(), post.post());
}

std::optional<News> select_news(Reader& reader, const TabAccess& tab, PostId post) {
    const auto rows = reader.query(reader.writing() ? lock_news_sql : select_news_sql, tab.tab().id, post);
    if (rows.empty()) return std::nullopt;
    return row_as<News>(rows[0]);
}

News update_since(Transaction& tx, const TabAccess& tab, PostId post, Timestamp since) {
    return first_news(tx.query(update_since_sql, tab.tab().id, post, since));
}

News update_affects(Transaction& tx, const PostAccess& post, const std::vector<AffectedDepartment>& affects) {
    std::vector<DepartmentId> awaits;
    for (const AffectedDepartment& each : affects) {
        if (!each.acknowledgement) awaits.push_back(each.department);
    }
    return first_news(tx.query(update_affects_sql, post.post(), to_json(affects), awaits));
}

News update_reminded(Transaction& tx, const PostAccess& post) {
    return first_news(tx.query(update_reminded_sql, post.post(), tx.now()));
}

std::optional<News> insert_confirmation(Transaction& tx, const Viewer& viewer, const PostAccess& post) {
    const auto rows = tx.query(insert_confirmation_sql, post.post(), viewer.person, tx.now());
    if (rows.empty()) return std::nullopt;
    return first_news(rows);
}

std::vector<Confirmation> select_confirmations(Reader& reader, const PostAccess& post) {
    return rows_as<Confirmation>(reader.query(select_confirmations_sql, post.post()));
}

std::vector<PersonId> select_members_of_group(Reader& reader, const GroupAccess& group) {
    return values_of<PersonId>(reader.query(select_members_of_group_sql, group.group()));
}

std::vector<ReadPost> select_waiting_news(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                          Timestamp since, std::int64_t limit) {
    return read_posts(reader.query(select_waiting_news_sql, tabs.ids(), viewer.person, since, limit));
}

std::vector<PostId> select_untold_news(Reader& reader, const SystemAccess&, std::int64_t limit) {
    return values_of<PostId>(reader.query(select_untold_news_sql, limit));
}

std::optional<UntoldNews> take_untold_news(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(take_untold_news_sql, post);
    if (rows.empty()) return std::nullopt;
    return row_as<UntoldNews>(rows[0]);
}

std::vector<PersonId> select_unconfirmed(Reader& reader, const SystemAccess&, PostId post,
                                         const UntoldNews& news, std::int64_t limit) {
    return values_of<PersonId>(
        reader.query(select_unconfirmed_sql, news.group, news.told_up_to, post, limit));
}

void update_told_up_to(Transaction& tx, const SystemAccess&, PostId post, std::optional<PersonId> person) {
    tx.execute(update_told_up_to_sql, post, person);
}

}  // namespace plein::storage
