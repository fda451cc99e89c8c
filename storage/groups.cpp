#include "storage/groups.hpp"

namespace plein::storage {

namespace {

const NamedSql select_group_sql{"select_group", R"sql(
    SELECT id, version, name, purpose, visibility, kind, colour, cover, review_on
      FROM groups
     WHERE id = $1)sql"};

const NamedSql insert_group_sql{"insert_group", R"sql(
    INSERT INTO groups (name, purpose, visibility) VALUES ($1, $2, $3) RETURNING id)sql"};

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
    return value_of<GroupId>(tx.query(insert_group_sql, group.name, group.purpose, group.visibility)[0][0]);
}

}  // namespace plein::storage
