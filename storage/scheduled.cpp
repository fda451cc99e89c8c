#include "storage/scheduled.hpp"

#include "storage/kind_columns.hpp"
#include "storage/post_columns.hpp"

namespace plein::storage {

namespace {

// What waits for one person is little: all of it is read, by posts_scheduled_of, and put in order.
const NamedSql select_scheduled_sql{"select_scheduled",
                                    "SELECT " PLEIN_POST_COLUMNS ", " PLEIN_KIND_COLUMNS R"sql(,
           schedules.publish_at, schedules.state
      FROM posts
      JOIN schedules ON schedules.post_id = posts.id
    )sql" PLEIN_JOIN_KINDS("posts") R"sql(
     WHERE posts.author_id = $1 AND posts.tab_id = ANY($2::bigint[]) AND posts.state = 'scheduled'
     ORDER BY schedules.publish_at, posts.id
     LIMIT $3)sql"};

const NamedSql select_scheduled_counts_sql{"select_scheduled_counts", R"sql(
    SELECT tab_id, count(*) FROM posts WHERE author_id = $1 AND state = 'scheduled' GROUP BY tab_id)sql"};

const NamedSql select_schedule_sql{"select_schedule", R"sql(
    SELECT schedules.publish_at, schedules.state
      FROM schedules
      JOIN posts ON posts.id = schedules.post_id
     WHERE schedules.post_id = $2 AND posts.tab_id = $1)sql"};

const NamedSql insert_schedule_sql{"insert_schedule", R"sql(
    INSERT INTO schedules (post_id, publish_at) SELECT id, $3 FROM posts WHERE id = $2 AND tab_id = $1)sql"};

#define PLEIN_SCHEDULE_IN_TAB                                       \
    "  FROM posts AS place WHERE place.id = schedules.post_id AND " \
    "       place.tab_id = $1 AND schedules.post_id = $2 "

const NamedSql update_cancelled_sql{"update_cancelled_schedule",
                                    "UPDATE schedules SET state = 'cancelled' " PLEIN_SCHEDULE_IN_TAB};

const NamedSql update_scheduled_sql{"update_scheduled", R"sql(
    WITH moved AS (UPDATE schedules SET state = 'waiting', publish_at = $6 )sql" PLEIN_SCHEDULE_IN_TAB R"sql()
    UPDATE posts
       SET body = $3, blocks = $4, mark = $5, version = version + 1, text_version = version + 1
     WHERE id = $2 AND tab_id = $1
 RETURNING )sql" PLEIN_POST_COLUMNS};

#define PLEIN_OUT_AS(STATE)                                                       \
    "WITH done AS (UPDATE schedules SET state = 'done' " PLEIN_SCHEDULE_IN_TAB    \
    ") "                                                                          \
    "UPDATE posts SET state = '" STATE                                            \
    "', published_at = $3, version = version + 1, "                               \
    "       side = (SELECT departments.side FROM people "                         \
    "                 JOIN departments ON departments.id = people.department_id " \
    "                WHERE people.id = posts.author_id) "                         \
    " WHERE id = $2 AND tab_id = $1 RETURNING " PLEIN_POST_COLUMNS

const NamedSql update_published_sql{"update_published", PLEIN_OUT_AS("visible")};
const NamedSql update_into_held_sql{"update_into_held", PLEIN_OUT_AS("held")};

const NamedSql select_due_posts_sql{"select_due_posts", R"sql(
    SELECT post_id FROM schedules WHERE state = 'waiting' AND publish_at <= now() ORDER BY publish_at LIMIT $1)sql"};

const NamedSql select_scheduled_place_sql{"select_scheduled_place", R"sql(
    SELECT author_id, tab_id FROM posts WHERE id = $1 AND state = 'scheduled')sql"};

// FOR UPDATE of both rows: whoever waited for the lock looks at them as they are then.
const NamedSql lock_due_post_sql{"lock_due_post", "SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
      JOIN schedules ON schedules.post_id = posts.id
     WHERE posts.id = $1 AND posts.state = 'scheduled' AND schedules.state = 'waiting' AND schedules.publish_at <= $2
       FOR UPDATE)sql"};

const NamedSql update_failed_sql{"update_failed_schedule", R"sql(
    UPDATE schedules SET state = 'failed' WHERE post_id = $1)sql"};

// What purges deleted posts does the rest.
const NamedSql withdraw_failed_sql{"withdraw_failed_posts", R"sql(
    WITH old AS (
        SELECT post_id
          FROM schedules
         WHERE state = 'failed' AND publish_at < now() - make_interval(days => $1)
         LIMIT $2
           FOR UPDATE SKIP LOCKED
    ), cancelled AS (
        UPDATE schedules SET state = 'cancelled' FROM old WHERE schedules.post_id = old.post_id)
    UPDATE posts
       SET state = 'deleted', version = version + 1, purge_after = now()
      FROM old
     WHERE posts.id = old.post_id AND posts.state = 'scheduled'
 RETURNING posts.author_id)sql"};

constexpr int at_kinds = columns_of<Post>;
constexpr int at_schedule = at_kinds + kind_columns;

}  // namespace

std::vector<ReadScheduledPost> select_scheduled(Reader& reader, const Viewer& viewer,
                                                const ReadableTabs& tabs, std::int64_t limit) {
    std::vector<ReadScheduledPost> scheduled;
    for (const auto& row : reader.query(select_scheduled_sql, viewer.person, tabs.ids(), limit))
        scheduled.push_back(
            {row_as<Post>(row), read_kinds(row, at_kinds), row_as<Schedule>(row, at_schedule)});
    return scheduled;
}

std::map<TabId, std::int64_t> select_scheduled_counts(Transaction& tx, const Viewer& viewer) {
    std::map<TabId, std::int64_t> counts;
    for (const auto& row : tx.query(select_scheduled_counts_sql, viewer.person))
        counts.emplace(value_of<TabId>(row[0]), value_of<std::int64_t>(row[1]));
    return counts;
}

std::optional<Schedule> select_schedule(Transaction& tx, const TabAccess& tab, PostId post) {
    const auto rows = tx.query(select_schedule_sql, tab.tab().id, post);
    if (rows.empty()) return std::nullopt;
    return row_as<Schedule>(rows[0]);
}

void insert_schedule(Transaction& tx, const TabAccess& tab, PostId post, Timestamp publish_at) {
    tx.query(insert_schedule_sql, tab.tab().id, post, publish_at);
}

void update_cancelled(Transaction& tx, const TabAccess& tab, PostId post) {
    tx.query(update_cancelled_sql, tab.tab().id, post);
}

Post update_scheduled(Transaction& tx, const TabAccess& tab, const EditScheduledPost& request,
                      JsonOf<MarkdownTree> blocks) {
    return row_as<Post>(tx.query(update_scheduled_sql, tab.tab().id, request.post, request.body, blocks.text,
                                 request.mark, request.publish_at)[0]);
}

Post update_published(Transaction& tx, const TabAccess& tab, PostId post, const Position& at) {
    return row_as<Post>(tx.query(update_published_sql, tab.tab().id, post, at.at)[0]);
}

Post update_into_held(Transaction& tx, const TabAccess& tab, PostId post) {
    return row_as<Post>(tx.query(update_into_held_sql, tab.tab().id, post, tx.now())[0]);
}

std::vector<PostId> select_due_posts(Reader& reader, const SystemAccess&, std::int64_t limit) {
    return values_of<PostId>(reader.query(select_due_posts_sql, limit));
}

std::optional<ScheduledPlace> select_scheduled_place(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(select_scheduled_place_sql, post);
    if (rows.empty()) return std::nullopt;
    return row_as<ScheduledPlace>(rows[0]);
}

std::optional<Post> lock_due_post(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(lock_due_post_sql, post, tx.now());
    if (rows.empty()) return std::nullopt;
    return row_as<Post>(rows[0]);
}

void update_failed(Transaction& tx, const SystemAccess&, PostId post) { tx.query(update_failed_sql, post); }

std::vector<PersonId> withdraw_failed(Transaction& tx, const SystemAccess&, int days, std::int64_t limit) {
    return values_of<PersonId>(tx.query(withdraw_failed_sql, days, limit));
}

}  // namespace plein::storage
