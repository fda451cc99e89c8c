#include "storage/groups.hpp"

#include <algorithm>
#include <iterator>

namespace plein::storage {

namespace {

const NamedSql select_group_sql{"select_group", R"sql(
    SELECT id, version, name, purpose, visibility, kind, colour, cover, review_on
      FROM groups
     WHERE id = $1)sql"};

const NamedSql select_counted_groups_sql{"select_counted_groups", R"sql(
    SELECT id, version, name, purpose, visibility, kind, colour, cover, review_on,
           (SELECT count(*)::int FROM memberships WHERE group_id = groups.id AND state = 'active'),
           (SELECT count(*)::int FROM memberships
             WHERE group_id = groups.id AND state <> 'active' AND state = 'requested'),
           (SELECT max(until) FROM memberships WHERE group_id = groups.id AND until IS NOT NULL),
           (SELECT until FROM memberships WHERE group_id = groups.id AND person_id = $2),
           archived_at IS NOT NULL
      FROM groups
     WHERE id = ANY ($1::bigint[])
     ORDER BY array_position($1::bigint[], id))sql"};

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

std::vector<CountedGroup> select_counted_groups(Reader& reader, const Viewer& viewer,
                                                const std::vector<GroupAccess>& groups) {
    std::vector<GroupId> ids;
    std::ranges::transform(groups, std::back_inserter(ids), &GroupAccess::group);
    std::vector<CountedGroup> counted;
    for (const auto& row : reader.query(select_counted_groups_sql, ids, viewer.person))
        counted.push_back({row_as<Group>(row), value_of<std::int32_t>(row[9]),
                           value_of<std::int32_t>(row[10]), value_of<std::optional<Timestamp>>(row[11]),
                           value_of<std::optional<Timestamp>>(row[12]), value_of<bool>(row[13])});
    return counted;
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
