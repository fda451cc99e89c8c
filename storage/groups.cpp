#include "storage/groups.hpp"

namespace plein::storage {

namespace {

const NamedSql select_group_sql{"select_group", R"sql(
    SELECT id, version, name, purpose, visibility, kind, colour, cover, review_on
      FROM groups
     WHERE id = $1)sql"};

const NamedSql insert_group_sql{"insert_group", R"sql(
    INSERT INTO groups (name, purpose, visibility, kind, colour, cover, review_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
 RETURNING id)sql"};

// Its writers hold KEY SHARE of the row, which this does not wait for; two who edit wait for each other.
const NamedSql update_group_sql{"update_group", R"sql(
    UPDATE groups
       SET version = version + 1, name = $3, purpose = $4, visibility = $5, kind = $6, colour = $7, cover = $8,
           review_on = $9
     WHERE id = $1 AND version = $2
 RETURNING id, version, name, purpose, visibility, kind, colour, cover, review_on)sql"};

// Behind `lock_group`.
const NamedSql update_archived_sql{"update_archived_group", R"sql(
    UPDATE groups SET archived_at = $2 WHERE id = $1)sql"};

const NamedSql select_archived_group_sql{"select_archived_group", R"sql(
    SELECT id, version, name, purpose, visibility, kind, colour, cover, review_on, archived_at
      FROM groups
     WHERE id = $1)sql"};

// One count a tab, each stopping at 100 and served by posts_feed: 200 tabs cost one query.
const NamedSql select_readings_sql{"select_readings", R"sql(
    SELECT tab.id, coalesce(readings.version, 0), readings.read_until,
           (SELECT count(*)::int
              FROM (SELECT FROM posts
                     WHERE tab_id = tab.id AND state = 'visible' AND author_id <> $1
                       AND published_at > coalesce(readings.read_until, '-infinity')
                     LIMIT 100) AS unread)
      FROM unnest($2::bigint[]) WITH ORDINALITY AS tab (id, position)
      LEFT JOIN readings ON readings.tab_id = tab.id AND readings.person_id = $1
     ORDER BY tab.position)sql"};

const NamedSql update_reading_sql{"update_reading", R"sql(
    INSERT INTO readings (person_id, tab_id, read_until) VALUES ($1, $2, $3)
        ON CONFLICT (person_id, tab_id) DO UPDATE
       SET read_until = excluded.read_until, version = readings.version + 1
     WHERE readings.read_until < excluded.read_until)sql"};

/// Errors: conflict, when a closed group has this name.
template <class Write>
auto with_own_name(Write write) {
    try {
        return write();
    } catch (const pqxx::unique_violation&) {
        throw Refusal{ErrorCode::conflict, "name"};
    }
}

}  // namespace

Group select_group(Reader& reader, const GroupAccess& access) {
    return row_as<Group>(reader.query(select_group_sql, access.group())[0]);
}

std::vector<Reading> select_readings(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs) {
    return rows_as<Reading>(reader.query(select_readings_sql, viewer.person, tabs.ids()));
}

Reading select_reading(Reader& reader, const Viewer& viewer, const TabAccess& tab) {
    const std::vector<TabId> one{tab.tab().id};
    return row_as<Reading>(reader.query(select_readings_sql, viewer.person, one)[0]);
}

bool update_reading(Transaction& tx, const Viewer& viewer, const TabAccess& tab, Timestamp read_until) {
    return tx.query(update_reading_sql, viewer.person, tab.tab().id, read_until).affected_rows() > 0;
}

GroupId insert_group(Transaction& tx, const SystemAccess&, const NewGroup& group) {
    return with_own_name([&] {
        return value_of<GroupId>(tx.query(insert_group_sql, group.name, group.purpose, group.visibility,
                                          group.kind, group.colour, group.cover, group.review_on)[0][0]);
    });
}

std::optional<Group> update_group(Transaction& tx, const GroupAccess& access, std::int32_t version,
                                  const NewGroup& group) {
    const auto rows = with_own_name([&] {
        return tx.query(update_group_sql, access.group(), version, group.name, group.purpose,
                        group.visibility, group.kind, group.colour, group.cover, group.review_on);
    });
    if (rows.empty()) return std::nullopt;
    return row_as<Group>(rows[0]);
}

void update_archived(Transaction& tx, const GroupAccess& access) {
    tx.query(update_archived_sql, access.group(), std::optional{tx.now()});
}

void update_restored(Transaction& tx, const ArchivedGroupAccess& access) {
    tx.query(update_archived_sql, access.group(), std::optional<Timestamp>{});
}

ArchivedGroup select_archived_group(Reader& reader, const ArchivedGroupAccess& access) {
    const auto row = reader.query(select_archived_group_sql, access.group())[0];
    return {row_as<Group>(row), value_of<Timestamp>(row[9])};
}

}  // namespace plein::storage
