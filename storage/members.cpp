#include "storage/members.hpp"

#include "storage/person_columns.hpp"

namespace plein::storage {

namespace {

const NamedSql select_members_sql{"select_members", R"sql(
    SELECT memberships.group_id, memberships.person_id, memberships.role, memberships.version, memberships.since,
           memberships.until,
           )sql" PLEIN_PERSON_COLUMNS R"sql(
      FROM memberships
      JOIN people ON people.id = memberships.person_id
     WHERE memberships.group_id = $1 AND memberships.state = 'active'
       AND (people.name, people.id) > ($2, $3::bigint)
       AND ($5::text IS NULL OR position(lower($5) IN lower(people.name)) > 0)
       AND ($6::text IS NULL OR memberships.role = $6)
       AND ($7::bigint IS NULL OR people.department_id = $7)
     ORDER BY people.name, people.id
     LIMIT $4)sql"};

const NamedSql select_people_of_group_sql{"select_people_of_group", R"sql(
    SELECT person_id FROM memberships WHERE group_id = $1 ORDER BY person_id)sql"};

const NamedSql select_people_aside_sql{"select_people_aside", R"sql(
    SELECT person_id FROM memberships
     WHERE group_id = $1 AND (state <> 'active' OR role = 'guest' OR until IS NOT NULL)
     ORDER BY person_id)sql"};

const NamedSql select_member_sql{"select_member", R"sql(
    SELECT group_id, person_id, role, version, since, until
      FROM memberships
     WHERE group_id = $1 AND person_id = $2 AND state = 'active')sql"};

// FOR UPDATE: whoever changes a membership waits for the writes that stand on it, and they for this one.
const NamedSql lock_member_sql{"lock_member", R"sql(
    SELECT group_id, person_id, role, version, since, until
      FROM memberships
     WHERE group_id = $1 AND person_id = $2 AND state = 'active'
       FOR UPDATE)sql"};

const NamedSql select_owners_sql{"select_owners", R"sql(
    SELECT memberships.person_id
      FROM memberships
      JOIN people ON people.id = memberships.person_id
     WHERE memberships.group_id = $1 AND memberships.role = 'owner' AND memberships.state = 'active'
       AND people.state = 'active')sql"};

const NamedSql select_moderators_sql{"select_moderators", R"sql(
    SELECT memberships.person_id
      FROM memberships
      JOIN people ON people.id = memberships.person_id
     WHERE memberships.group_id = $1 AND memberships.role IN ('owner', 'moderator')
       AND memberships.state = 'active' AND memberships.until IS NULL AND people.state = 'active')sql"};

// In the order of the key, so that two owners who remove each other wait instead of dead-locking.
const NamedSql lock_owners_sql{"lock_owners", R"sql(
    SELECT memberships.person_id
      FROM memberships
      JOIN people ON people.id = memberships.person_id
     WHERE memberships.group_id = $1 AND memberships.role = 'owner' AND memberships.state = 'active'
       AND people.state = 'active'
     ORDER BY memberships.person_id
       FOR UPDATE OF memberships)sql"};

// NO KEY: rows that only refer to the group do not wait.
const NamedSql lock_members_sql{"lock_members", R"sql(
    SELECT FROM groups WHERE id = $1 FOR NO KEY UPDATE)sql"};

const NamedSql upsert_member_sql{"upsert_member", R"sql(
    INSERT INTO memberships (group_id, person_id, role, since) VALUES ($1, $2, $3, $4)
        ON CONFLICT (group_id, person_id) DO UPDATE
       SET role = excluded.role, version = memberships.version + 1, state = 'active', until = NULL, note = NULL,
           inviter_id = NULL,
           since = CASE WHEN memberships.state = 'active' THEN memberships.since ELSE excluded.since END
 RETURNING group_id, person_id, role, version, since, until)sql"};

// FOR UPDATE: whoever takes another owner out of the group locks this row as well, and waits.
const NamedSql select_owned_groups_sql{"select_owned_groups", R"sql(
    SELECT group_id FROM memberships
     WHERE person_id = $1 AND role = 'owner' AND state = 'active'
     ORDER BY group_id
       FOR UPDATE)sql"};

const NamedSql update_roles_to_guest_sql{"update_roles_to_guest", R"sql(
    UPDATE memberships
       SET role = 'guest', version = version + 1
     WHERE person_id = $1 AND role <> 'guest' AND state = 'active'
 RETURNING group_id, person_id, role, version, since, until)sql"};

const NamedSql update_emergencies_ended_sql{"update_emergencies_ended", R"sql(
    UPDATE memberships SET until = now() WHERE person_id = $1 AND state = 'active' AND until > now())sql"};

const NamedSql select_ownerless_sql{"select_ownerless", R"sql(
    SELECT FROM unnest($1::bigint[]) AS owned (id)
     WHERE NOT EXISTS (SELECT FROM memberships
                         JOIN people ON people.id = memberships.person_id
                        WHERE memberships.group_id = owned.id AND memberships.role = 'owner'
                          AND memberships.state = 'active' AND people.state = 'active')
     LIMIT 1)sql"};

const NamedSql delete_member_sql{"delete_member", R"sql(
    DELETE FROM memberships WHERE group_id = $1 AND person_id = $2)sql"};

}  // namespace

std::vector<MemberRow> select_members(Reader& reader, const GroupAccess& access, const MemberFilter& filter,
                                      const std::optional<MemberKey>& after, std::int64_t limit) {
    const MemberKey from = after.value_or(MemberKey{"", {0}});
    std::vector<MemberRow> members;
    for (const auto& row : reader.query(select_members_sql, access.group(), from.name, from.person, limit,
                                        filter.search, filter.role, filter.department)) {
        members.push_back({row_as<Member>(row), row_as<Person>(row, 6)});
    }
    return members;
}

std::vector<PersonId> select_people_of_group(Reader& reader, const SystemAccess&, GroupId group) {
    return values_of<PersonId>(reader.query(select_people_of_group_sql, group));
}

std::vector<PersonId> select_people_aside(Reader& reader, const GroupAccess& access) {
    return values_of<PersonId>(reader.query(select_people_aside_sql, access.group()));
}

std::optional<Member> select_member(Reader& reader, const GroupAccess& access, PersonId person) {
    const auto rows =
        reader.query(reader.writing() ? lock_member_sql : select_member_sql, access.group(), person);
    if (rows.empty()) return std::nullopt;
    return row_as<Member>(rows[0]);
}

std::vector<PersonId> select_owners(Reader& reader, const GroupAccess& access) {
    return values_of<PersonId>(
        reader.query(reader.writing() ? lock_owners_sql : select_owners_sql, access.group()));
}

std::vector<PersonId> select_moderators(Reader& reader, const GroupAccess& access) {
    return values_of<PersonId>(reader.query(select_moderators_sql, access.group()));
}

std::vector<PersonId> select_owners_to_tell(Reader& reader, GroupId group) {
    return values_of<PersonId>(reader.query(select_owners_sql, group));
}

bool lock_members(Transaction& tx, GroupId group) { return !tx.query(lock_members_sql, group).empty(); }

Member insert_member(Transaction& tx, const DoorAccess& door) {
    return row_as<Member>(
        tx.query(upsert_member_sql, door.group(), door.person(), door.admits_as().value(), tx.now())[0]);
}

Member upsert_member(Transaction& tx, const GroupAccess& access, PersonId person, GroupRole role) {
    return row_as<Member>(tx.query(upsert_member_sql, access.group(), person, role, tx.now())[0]);
}

void insert_member(Transaction& tx, const SystemAccess&, GroupId group, PersonId person, GroupRole role) {
    tx.query(upsert_member_sql, group, person, role, tx.now());
}

std::vector<GroupId> select_owned_groups(Transaction& tx, const SystemAccess&, PersonId person) {
    std::vector<GroupId> groups;
    for (const auto& row : tx.query(select_owned_groups_sql, person))
        groups.push_back(value_of<GroupId>(row[0]));
    return groups;
}

std::vector<Member> update_roles_to_guest(Transaction& tx, const SystemAccess&, PersonId person) {
    return rows_as<Member>(tx.query(update_roles_to_guest_sql, person));
}

void update_emergencies_ended(Transaction& tx, const SystemAccess&, PersonId person) {
    tx.query(update_emergencies_ended_sql, person);
}

bool select_ownerless(Transaction& tx, const SystemAccess&, const std::vector<GroupId>& groups) {
    return !tx.query(select_ownerless_sql, groups).empty();
}

void delete_member(Transaction& tx, const GroupAccess& access, PersonId person) {
    tx.query(delete_member_sql, access.group(), person);
}

}  // namespace plein::storage
