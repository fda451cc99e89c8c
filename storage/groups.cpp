#include "storage/groups.hpp"

namespace plein::storage {

namespace {

const NamedSql select_group_sql{"select_group", R"sql(
    SELECT id, version, name, purpose, visibility, kind, colour, cover, review_on
      FROM groups
     WHERE id = $1)sql"};

const NamedSql insert_group_sql{"insert_group", R"sql(
    INSERT INTO groups (name, purpose, visibility) VALUES ($1, $2, $3) RETURNING id)sql"};

const NamedSql insert_tab_sql{"insert_tab", R"sql(
    INSERT INTO tabs (group_id, name, department_id, audience, posting, default_mark, position)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
 RETURNING id)sql"};

}  // namespace

Group select_group(Reader& reader, const GroupAccess& access) {
    return row_as<Group>(reader.query(select_group_sql, access.group())[0]);
}

GroupId insert_group(Transaction& tx, const SystemAccess&, const NewGroup& group) {
    return value_of<GroupId>(tx.query(insert_group_sql, group.name, group.purpose, group.visibility)[0][0]);
}

TabId insert_tab(Transaction& tx, const SystemAccess&, GroupId group, const NewTab& tab) {
    return value_of<TabId>(tx.query(insert_tab_sql, group, tab.name, tab.department, tab.audience,
                                    tab.posting, tab.default_mark, tab.position)[0][0]);
}

}  // namespace plein::storage
