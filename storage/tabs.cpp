#include "storage/tabs.hpp"

namespace plein::storage {

namespace {

// The group first, as all do who change who reads what in it. A tab keeps its group: reading that needs no lock.
const NamedSql lock_group_of_tab_sql{"lock_group_of_tab", R"sql(
    SELECT FROM groups WHERE id = (SELECT group_id FROM tabs WHERE id = $1) FOR NO KEY UPDATE)sql"};

// FOR UPDATE: the change waits for the writes that stand on this tab, and they for the change.
const NamedSql lock_tab_sql{"lock_tab", R"sql(
    SELECT FROM tabs WHERE id = $1 FOR UPDATE)sql"};

const NamedSql insert_tab_sql{"insert_tab", R"sql(
    INSERT INTO tabs (group_id, name, department_id, audience, posting, default_mark, position)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
 RETURNING id)sql"};

// With the group locked nobody else takes the place behind the last.
const NamedSql insert_last_tab_sql{"insert_last_tab", R"sql(
    INSERT INTO tabs (group_id, name, department_id, audience, posting, default_mark, position)
    VALUES ($1, $2, $3, $4, $5, $6,
            (SELECT coalesce(max(position), 0) + 1 FROM tabs WHERE group_id = $1))
 RETURNING id, position)sql"};

const NamedSql update_tab_sql{"update_tab", R"sql(
    UPDATE tabs
       SET name = $2, department_id = $3, audience = $4, posting = $5, default_mark = $6, version = version + 1
     WHERE id = $1
 RETURNING version)sql"};

const NamedSql update_position_sql{"update_position", R"sql(
    UPDATE tabs SET position = $3, version = version + 1
     WHERE id = $2 AND group_id = $1
 RETURNING version)sql"};

const NamedSql update_archived_sql{"update_archived_tab", R"sql(
    UPDATE tabs SET archived_at = $2, version = version + 1 WHERE id = $1)sql"};

const NamedSql update_restored_tab_sql{"update_restored_tab", R"sql(
    UPDATE tabs SET archived_at = NULL, version = version + 1
     WHERE id = $1
 RETURNING version)sql"};

const NamedSql select_tab_counts_sql{"select_tab_counts", R"sql(
    SELECT count(*) FILTER (WHERE archived_at IS NULL), count(archived_at) FROM tabs WHERE group_id = $1)sql"};

const NamedSql select_tab_named_sql{"select_tab_named", R"sql(
    SELECT FROM tabs
     WHERE id = ANY($1::bigint[]) AND folded(name) = folded($2) AND id IS DISTINCT FROM $3)sql"};

const NamedSql select_guests_sql{"select_guests", R"sql(
    SELECT person_id FROM memberships
     WHERE group_id = $1 AND role = 'guest' AND state = 'active'
     ORDER BY person_id)sql"};

const NamedSql select_readers_sql{"select_readers", R"sql(
    SELECT people.department_id, memberships.role = 'guest', count(*)::int
      FROM memberships
      JOIN people ON people.id = memberships.person_id
     WHERE memberships.group_id = $1 AND memberships.state = 'active' AND people.state = 'active'
     GROUP BY 1, 2
     ORDER BY 1, 2)sql"};

}  // namespace

void lock_tab(Transaction& tx, TabId tab) {
    tx.query(lock_group_of_tab_sql, tab);
    tx.query(lock_tab_sql, tab);
}

TabId insert_tab(Transaction& tx, const SystemAccess&, GroupId group, const NewTab& tab) {
    return value_of<TabId>(tx.query(insert_tab_sql, group, tab.name, tab.department, tab.audience,
                                    tab.posting, tab.default_mark, tab.position)[0][0]);
}

Tab insert_tab(Transaction& tx, const GroupAccess& access, const NewTab& tab) {
    const auto row = tx.query(insert_last_tab_sql, access.group(), tab.name, tab.department, tab.audience,
                              tab.posting, tab.default_mark)[0];
    return {.id = value_of<TabId>(row[0]),
            .group = access.group(),
            .name = tab.name,
            .department = tab.department,
            .audience = tab.audience,
            .posting = tab.posting,
            .default_mark = tab.default_mark,
            .position = value_of<std::int32_t>(row[1]),
            .stream = {}};
}

std::int32_t update_tab(Transaction& tx, const TabAccess& access, const Tab& tab) {
    const auto rows = tx.query(update_tab_sql, access.tab().id, tab.name, tab.department, tab.audience,
                               tab.posting, tab.default_mark);
    return value_of<std::int32_t>(rows[0][0]);
}

std::int32_t update_position(Transaction& tx, const GroupAccess& access, TabId tab, std::int32_t position) {
    return value_of<std::int32_t>(tx.query(update_position_sql, access.group(), tab, position)[0][0]);
}

void update_archived(Transaction& tx, const TabAccess& access) {
    tx.query(update_archived_sql, access.tab().id, tx.now());
}

std::int32_t update_restored(Transaction& tx, const ArchivedTabAccess& access) {
    return value_of<std::int32_t>(tx.query(update_restored_tab_sql, access.tab().id)[0][0]);
}

TabCounts select_tab_counts(Reader& reader, const GroupAccess& access) {
    return row_as<TabCounts>(reader.query(select_tab_counts_sql, access.group())[0]);
}

bool is_name_taken(Transaction& tx, const ReadableTabs& tabs, const std::string& name,
                   std::optional<TabId> own) {
    return !tx.query(select_tab_named_sql, tabs.ids(), name, own).empty();
}

std::vector<PersonId> select_guests(Reader& reader, const GroupAccess& access) {
    return values_of<PersonId>(reader.query(select_guests_sql, access.group()));
}

std::vector<ReadersRow> select_readers(Reader& reader, const GroupAccess& access) {
    return rows_as<ReadersRow>(reader.query(select_readers_sql, access.group()));
}

}  // namespace plein::storage
