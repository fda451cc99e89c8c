#include "storage/held.hpp"

#include "storage/kind_columns.hpp"
#include "storage/post_columns.hpp"

namespace plein::storage {

namespace {

// What waits is little: all of it is read, by posts_held, and put in order.
const NamedSql select_held_sql{"select_held", "SELECT " PLEIN_POST_COLUMNS ", " PLEIN_KIND_COLUMNS R"sql(,
           holds.kind, holds.since
      FROM posts
      JOIN holds ON holds.post_id = posts.id
    )sql" PLEIN_JOIN_KINDS("posts") R"sql(
     WHERE posts.tab_id = ANY($1::bigint[]) AND posts.state = 'held'
     ORDER BY holds.since, posts.id
     LIMIT $2)sql"};

const NamedSql select_held_counts_sql{"select_held_counts", R"sql(
    SELECT tab_id, count(*)::int
      FROM posts
     WHERE tab_id = ANY($1::bigint[]) AND state = 'held'
     GROUP BY tab_id)sql"};

const NamedSql select_own_held_sql{"select_own_held",
                                   "SELECT " PLEIN_POST_COLUMNS ", " PLEIN_KIND_COLUMNS R"sql(,
           holds.kind, holds.since, holds.decider_id, holds.decided_at, holds.reason
      FROM posts
      JOIN holds ON holds.post_id = posts.id
    )sql" PLEIN_JOIN_KINDS("posts") R"sql(
     WHERE posts.author_id = $1 AND posts.tab_id = ANY($2::bigint[]) AND posts.state IN ('held', 'declined')
     ORDER BY holds.since DESC, posts.id DESC
     LIMIT $3)sql"};

const NamedSql select_own_held_counts_sql{"select_own_held_counts", R"sql(
    SELECT tab_id, count(*) FILTER (WHERE state = 'held')::int, count(*) FILTER (WHERE state = 'declined')::int
      FROM posts
     WHERE author_id = $1 AND tab_id = ANY($2::bigint[]) AND state IN ('held', 'declined')
     GROUP BY tab_id)sql"};

const NamedSql select_held_count_sql{"select_held_count", R"sql(
    SELECT count(*) FROM posts WHERE author_id = $1 AND group_id = $2 AND state = 'held')sql"};

const NamedSql select_hold_sql{"select_hold", R"sql(
    SELECT holds.kind, holds.decision, holds.decider_id
      FROM holds
      JOIN posts ON posts.id = holds.post_id
     WHERE holds.post_id = $2 AND posts.tab_id = $1)sql"};

const NamedSql upsert_hold_sql{"upsert_hold", R"sql(
    INSERT INTO holds (post_id, kind, since)
    SELECT id, $3, $4 FROM posts WHERE id = $2 AND tab_id = $1
        ON CONFLICT (post_id) DO UPDATE
       SET kind = excluded.kind, since = excluded.since, decision = NULL, decider_id = NULL, decided_at = NULL,
           reason = NULL)sql"};

const NamedSql update_hold_sql{"update_hold", R"sql(
    UPDATE holds SET decision = $3, decider_id = $4, decided_at = $5, reason = $6
      FROM posts
     WHERE holds.post_id = $2 AND posts.id = holds.post_id AND posts.tab_id = $1)sql"};

const NamedSql update_held_sql{"update_held", R"sql(
    UPDATE posts
       SET body = $3, blocks = $4, mark = $5, state = 'held', version = version + 1
     WHERE id = $2 AND tab_id = $1
 RETURNING )sql" PLEIN_POST_COLUMNS};

const NamedSql update_withdrawn_sql{"update_withdrawn", R"sql(
    WITH withdrawn AS (
        UPDATE posts
           SET body = '', blocks = '[]', praised = NULL, state = 'deleted', version = version + 1
         WHERE id = $2 AND tab_id = $1
     RETURNING id
    ), unplanned AS (
        UPDATE calendar_events SET place = '' FROM withdrawn WHERE calendar_events.post_id = withdrawn.id)
    UPDATE polls SET options = '{}', votes = '{}' FROM withdrawn WHERE polls.post_id = withdrawn.id)sql"};

const NamedSql update_approved_sql{"update_approved", R"sql(
    UPDATE posts
       SET state = 'visible', published_at = $3, version = version + 1
     WHERE id = $2 AND tab_id = $1
 RETURNING )sql" PLEIN_POST_COLUMNS};

const NamedSql update_declined_sql{"update_declined_post", R"sql(
    UPDATE posts SET state = 'declined', version = version + 1 WHERE id = $2 AND tab_id = $1)sql"};

constexpr int at_kinds = columns_of<Post>;
constexpr int at_hold = at_kinds + kind_columns;

std::optional<Declining> read_declining(const pqxx::row& row, int first) {
    const auto reason = value_of<std::optional<std::string>>(row[first + 2]);
    if (!reason) return std::nullopt;
    return Declining{value_of<PersonId>(row[first]), value_of<Timestamp>(row[first + 1]), *reason};
}

}  // namespace

std::vector<ReadHeldPost> select_held(Reader& reader, const ModeratedTabs& tabs, std::int64_t limit) {
    std::vector<ReadHeldPost> held;
    for (const auto& row : reader.query(select_held_sql, tabs.ids(), limit)) {
        held.push_back({row_as<Post>(row),
                        read_kinds(row, at_kinds),
                        value_of<HoldKind>(row[at_hold]),
                        value_of<Timestamp>(row[at_hold + 1]),
                        {}});
    }
    return held;
}

std::map<TabId, std::int32_t> select_held_counts(Reader& reader, const ModeratedTabs& tabs) {
    std::map<TabId, std::int32_t> counts;
    for (const auto& row : reader.query(select_held_counts_sql, tabs.ids()))
        counts.emplace(value_of<TabId>(row[0]), value_of<std::int32_t>(row[1]));
    return counts;
}

std::vector<ReadHeldPost> select_own_held(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                          std::int64_t limit) {
    std::vector<ReadHeldPost> held;
    for (const auto& row : reader.query(select_own_held_sql, viewer.person, tabs.ids(), limit)) {
        held.push_back({row_as<Post>(row), read_kinds(row, at_kinds), value_of<HoldKind>(row[at_hold]),
                        value_of<Timestamp>(row[at_hold + 1]), read_declining(row, at_hold + 2)});
    }
    return held;
}

std::map<TabId, OwnHeldCounts> select_own_held_counts(Reader& reader, const Viewer& viewer,
                                                      const ReadableTabs& tabs) {
    std::map<TabId, OwnHeldCounts> counts;
    for (const auto& row : reader.query(select_own_held_counts_sql, viewer.person, tabs.ids())) {
        counts[value_of<TabId>(row[0])] = {value_of<std::int32_t>(row[1]), value_of<std::int32_t>(row[2])};
    }
    return counts;
}

std::int64_t select_waiting_count(Transaction& tx, const Viewer& viewer, const GroupAccess& group) {
    return value_of<std::int64_t>(tx.query(select_held_count_sql, viewer.person, group.group())[0][0]);
}

std::optional<Hold> select_hold(Transaction& tx, const TabAccess& tab, PostId post) {
    const auto rows = tx.query(select_hold_sql, tab.tab().id, post);
    if (rows.empty()) return std::nullopt;
    return row_as<Hold>(rows[0]);
}

void upsert_hold(Transaction& tx, const TabAccess& tab, PostId post, HoldKind kind) {
    tx.query(upsert_hold_sql, tab.tab().id, post, kind, tx.now());
}

void update_hold(Transaction& tx, const Viewer& viewer, const ModeratedTabAccess& tab, PostId post,
                 Decision decision, const std::optional<std::string>& reason) {
    tx.query(update_hold_sql, tab.tab().id, post, decision, viewer.person, tx.now(), reason);
}

Post update_held(Transaction& tx, const TabAccess& tab, const EditHeldPost& request,
                 JsonOf<MarkdownTree> blocks) {
    return row_as<Post>(
        tx.query(update_held_sql, tab.tab().id, request.post, request.body, blocks.text, request.mark)[0]);
}

void update_withdrawn(Transaction& tx, const TabAccess& tab, PostId post) {
    tx.query(update_withdrawn_sql, tab.tab().id, post);
}

Post update_approved(Transaction& tx, const ModeratedTabAccess& tab, PostId post, const Position& at) {
    return row_as<Post>(tx.query(update_approved_sql, tab.tab().id, post, at.at)[0]);
}

void update_declined(Transaction& tx, const ModeratedTabAccess& tab, PostId post) {
    tx.query(update_declined_sql, tab.tab().id, post);
}

}  // namespace plein::storage
