#include "storage/emergency.hpp"

namespace plein::storage {

namespace {

const NamedSql insert_emergency_access_sql{"insert_emergency_access", R"sql(
    INSERT INTO emergency_accesses (group_id, person_id, reason, at, until)
    VALUES ($1, $2, $3, $4, $5)
 RETURNING id, group_id, person_id, reason, at, until)sql"};

const NamedSql select_emergency_access_sql{"select_emergency_access", R"sql(
    SELECT id, group_id, person_id, reason, at, until
      FROM emergency_accesses
     WHERE id = $1 AND person_id = $2)sql"};

const NamedSql select_emergency_accesses_sql{"select_emergency_accesses", R"sql(
    SELECT access.group_id, access.person_id, access.reason, access.at, access.until,
           coalesce(memberships.until = access.until AND memberships.until > now(), false)
      FROM emergency_accesses AS access
      LEFT JOIN memberships USING (group_id, person_id)
     WHERE access.group_id = $1 AND access.until IS NOT NULL
     ORDER BY access.at DESC, access.id DESC
     LIMIT $2)sql"};

const NamedSql select_is_member_sql{"select_is_member", R"sql(
    SELECT FROM memberships
     WHERE group_id = $1 AND person_id = $2 AND state = 'active' AND (until IS NULL OR until > now()))sql"};

const NamedSql insert_emergency_member_sql{"insert_emergency_member", R"sql(
    INSERT INTO memberships (group_id, person_id, role, since, until) VALUES ($1, $2, 'member', $3, $4)
        ON CONFLICT (group_id, person_id) DO UPDATE
       SET role = 'member', state = 'active', version = memberships.version + 1, since = excluded.since,
           until = excluded.until, note = NULL, inviter_id = NULL
 RETURNING group_id, person_id, role, version, since, until)sql"};

const NamedSql select_ended_memberships_sql{"select_ended_memberships", R"sql(
    SELECT group_id, person_id
      FROM memberships
     WHERE until <= now()
     ORDER BY until
     LIMIT $1)sql"};

const NamedSql delete_ended_membership_sql{"delete_ended_membership", R"sql(
    DELETE FROM memberships WHERE group_id = $1 AND person_id = $2 AND until <= now())sql"};

}  // namespace

EmergencyRow insert_emergency_access(Transaction& tx, const Viewer& viewer, GroupId group,
                                     const std::string& reason, std::optional<Timestamp> until) {
    return row_as<EmergencyRow>(
        tx.query(insert_emergency_access_sql, group, viewer.person, reason, tx.now(), until)[0]);
}

EmergencyRow select_emergency_access(Reader& reader, const Viewer& viewer, std::int64_t id) {
    return row_as<EmergencyRow>(reader.query(select_emergency_access_sql, id, viewer.person)[0]);
}

std::vector<EmergencyAccess> select_emergency_accesses(Reader& reader, const GroupAccess& access,
                                                       std::int64_t limit) {
    return rows_as<EmergencyAccess>(reader.query(select_emergency_accesses_sql, access.group(), limit));
}

bool is_member(Transaction& tx, const SystemAccess&, GroupId group, PersonId person) {
    return !tx.query(select_is_member_sql, group, person).empty();
}

Member insert_emergency_member(Transaction& tx, const SystemAccess&, GroupId group, PersonId person,
                               Timestamp until) {
    return row_as<Member>(tx.query(insert_emergency_member_sql, group, person, tx.now(), until)[0]);
}

std::vector<EndedMembership> select_ended_memberships(Reader& reader, const SystemAccess&,
                                                      std::int64_t limit) {
    return rows_as<EndedMembership>(reader.query(select_ended_memberships_sql, limit));
}

bool delete_ended_membership(Transaction& tx, const SystemAccess&, const EndedMembership& ended) {
    return tx.query(delete_ended_membership_sql, ended.group, ended.person).affected_rows() > 0;
}

}  // namespace plein::storage
