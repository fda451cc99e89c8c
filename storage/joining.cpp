#include "storage/joining.hpp"

namespace plein::storage {

namespace {

// Along groups_listed. `position` instead of LIKE: what is typed is text, never a pattern.
const NamedSql select_directory_sql{"select_directory", R"sql(
    SELECT groups.id, groups.name, groups.kind, groups.colour, groups.cover,
           CASE memberships.state WHEN 'active' THEN 'member' ELSE coalesce(memberships.state, 'none') END,
           EXISTS (SELECT FROM tabs
                    WHERE tabs.group_id = groups.id AND tabs.department_id = $6 AND tabs.audience <> 'department'
                      AND tabs.archived_at IS NULL)
      FROM groups
      LEFT JOIN memberships ON memberships.group_id = groups.id AND memberships.person_id = $1
     WHERE groups.visibility = 'closed' AND groups.archived_at IS NULL
       AND (groups.name, groups.id) > ($2, $3::bigint)
       AND ($4::text IS NULL OR position(lower($4) IN lower(groups.name)) > 0)
     ORDER BY groups.name, groups.id
     LIMIT $5)sql"};

const NamedSql select_sign_sql{"select_sign", R"sql(
    SELECT id, name, kind, colour, cover FROM groups WHERE id = $1)sql"};

const NamedSql select_standings_sql{"select_standings", R"sql(
    SELECT groups.id, groups.name, groups.kind, groups.colour, groups.cover,
           memberships.state, memberships.since, memberships.note,
           CASE WHEN memberships.state = 'invited' THEN memberships.role END, memberships.inviter_id
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
     WHERE memberships.person_id = $1 AND memberships.state <> 'active' AND groups.archived_at IS NULL
       AND (memberships.state = 'invited' OR groups.visibility = 'closed')
     ORDER BY memberships.since DESC, groups.id DESC
     LIMIT 200)sql"};

const NamedSql select_declined_sql{"select_declined", R"sql(
    SELECT groups.id, groups.name, groups.kind, groups.colour, groups.cover, declined.word, declined.at
      FROM declined_requests AS declined
      JOIN groups ON groups.id = declined.group_id
     WHERE declined.person_id = $1 AND groups.visibility = 'closed' AND groups.archived_at IS NULL
       AND NOT EXISTS (SELECT FROM memberships
                        WHERE memberships.group_id = groups.id AND memberships.person_id = $1
                          AND memberships.state = 'active')
     ORDER BY declined.at DESC, groups.id DESC
     LIMIT 50)sql"};

const NamedSql upsert_declined_sql{"upsert_declined", R"sql(
    INSERT INTO declined_requests (group_id, person_id, word, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id, group_id) DO UPDATE SET word = excluded.word, at = excluded.at)sql"};

const NamedSql delete_declined_sql{"delete_declined", R"sql(
    DELETE FROM declined_requests WHERE group_id = $1 AND person_id = $2)sql"};

const NamedSql select_open_request_count_sql{"select_open_request_count", R"sql(
    SELECT count(*) FROM memberships
     WHERE person_id = $1 AND state <> 'active' AND state = 'requested')sql"};

// An invitation that nobody stands behind any more becomes a request like any other.
const NamedSql upsert_request_sql{"upsert_request", R"sql(
    INSERT INTO memberships (group_id, person_id, role, state, note, since)
    VALUES ($1, $2, 'member', 'requested', nullif($3, ''), $4)
        ON CONFLICT (group_id, person_id) DO UPDATE
       SET state = 'requested', role = 'member', note = excluded.note, inviter_id = NULL
     WHERE memberships.state = 'invited'
        OR memberships.state = 'requested' AND memberships.note IS DISTINCT FROM excluded.note)sql"};

const NamedSql delete_waiting_sql{"delete_waiting", R"sql(
    DELETE FROM memberships WHERE group_id = $1 AND person_id = $2 AND state = $3)sql"};

const NamedSql upsert_invitation_sql{"upsert_invitation", R"sql(
    INSERT INTO memberships (group_id, person_id, role, state, inviter_id, since)
    VALUES ($1, $2, $3, 'invited', $4, $5)
        ON CONFLICT (group_id, person_id) DO UPDATE
       SET state = 'invited', role = excluded.role, inviter_id = excluded.inviter_id, note = NULL,
           since = excluded.since
     WHERE memberships.state <> 'active'
       AND (memberships.role, memberships.inviter_id) IS DISTINCT FROM (excluded.role, excluded.inviter_id))sql"};

const NamedSql select_group_standing_sql{"select_group_standing", R"sql(
    SELECT CASE state WHEN 'active' THEN 'member' ELSE state END
      FROM memberships
     WHERE group_id = $1 AND person_id = $2)sql"};

const NamedSql select_waiting_count_sql{"select_waiting_count", R"sql(
    SELECT count(*)::int FROM memberships WHERE group_id = $1 AND state <> 'active' AND state = $2)sql"};

const NamedSql select_join_requests_sql{"select_join_requests", R"sql(
    SELECT group_id, person_id, coalesce(note, ''), since
      FROM memberships
     WHERE group_id = $1 AND state <> 'active' AND state = 'requested'
     ORDER BY since, person_id
     LIMIT 100)sql"};

const NamedSql select_invitations_sql{"select_invitations", R"sql(
    SELECT group_id, person_id, role, inviter_id, since
      FROM memberships
     WHERE group_id = $1 AND state <> 'active' AND state = 'invited'
     ORDER BY since DESC, person_id
     LIMIT 200)sql"};

// NO KEY, as `lock_members`. In the order of the key, so that two who lock several wait instead of dead-locking.
const NamedSql lock_members_of_sql{"lock_members_of", R"sql(
    SELECT FROM groups
     WHERE id IN (SELECT group_id FROM memberships WHERE person_id = $1 AND state = 'active')
     ORDER BY id
       FOR NO KEY UPDATE)sql"};

const NamedSql lock_members_of_all_sql{"lock_members_of_all", R"sql(
    SELECT FROM groups
     WHERE id IN (SELECT group_id FROM memberships WHERE person_id = ANY($1::bigint[]) AND state = 'active')
     ORDER BY id
       FOR NO KEY UPDATE)sql"};

const NamedSql delete_invitations_of_sql{"delete_invitations_of", R"sql(
    DELETE FROM memberships
     WHERE inviter_id = $1 AND state = 'invited' AND ($2::bigint IS NULL OR group_id = $2)
 RETURNING group_id, person_id)sql"};

const NamedSql delete_all_waiting_sql{"delete_all_waiting", R"sql(
    DELETE FROM memberships
     WHERE group_id = $1 AND state <> 'active' AND ($2::text IS NULL OR state = $2)
 RETURNING group_id, person_id)sql"};

const NamedSql delete_links_of_sql{"delete_links_of", R"sql(
    DELETE FROM invitation_links
     WHERE maker_id = $1 AND ($2::bigint IS NULL OR group_id = $2))sql"};

bool delete_as(Transaction& tx, GroupId group, PersonId person, GroupStanding standing) {
    return tx.query(delete_waiting_sql, group, person, standing).affected_rows() > 0;
}

GroupStanding standing_of(Reader& reader, GroupId group, PersonId person) {
    const auto rows = reader.query(select_group_standing_sql, group, person);
    return rows.empty() ? GroupStanding::none : value_of<GroupStanding>(rows[0][0]);
}

}  // namespace

std::vector<DirectoryEntry> select_directory(Snapshot& snapshot, const Viewer& viewer,
                                             const std::optional<std::string>& search,
                                             const std::optional<DirectoryKey>& after, std::int64_t limit) {
    const DirectoryKey from = after.value_or(DirectoryKey{"", {0}});
    std::vector<DirectoryEntry> entries;
    for (const auto& row : snapshot.query(select_directory_sql, viewer.person, from.name, from.group, search,
                                          limit, viewer.department)) {
        entries.push_back({row_as<GroupSign>(row), value_of<GroupStanding>(row[5]), value_of<bool>(row[6])});
    }
    return entries;
}

GroupSign select_sign(Reader& reader, const DoorAccess& door) {
    return row_as<GroupSign>(reader.query(select_sign_sql, door.group())[0]);
}

std::vector<OwnStanding> select_standings(Snapshot& snapshot, const Viewer& viewer) {
    std::vector<OwnStanding> standings;
    for (const auto& row : snapshot.query(select_standings_sql, viewer.person)) {
        standings.push_back({row_as<GroupSign>(row), value_of<GroupStanding>(row[5]),
                             value_of<Timestamp>(row[6]), value_of<std::optional<std::string>>(row[7]),
                             value_of<std::optional<GroupRole>>(row[8]),
                             value_of<std::optional<PersonId>>(row[9])});
    }
    return standings;
}

std::vector<DeclinedRequest> select_declined(Snapshot& snapshot, const Viewer& viewer) {
    std::vector<DeclinedRequest> declined;
    for (const auto& row : snapshot.query(select_declined_sql, viewer.person)) {
        declined.push_back(
            {row_as<GroupSign>(row), value_of<std::string>(row[5]), value_of<Timestamp>(row[6])});
    }
    return declined;
}

void upsert_declined(Transaction& tx, const GroupAccess& access, PersonId person, const std::string& word) {
    tx.query(upsert_declined_sql, access.group(), person, word, tx.now());
}

void delete_declined(Transaction& tx, GroupId group, const Viewer& viewer) {
    tx.query(delete_declined_sql, group, viewer.person);
}

std::int64_t select_open_request_count(Reader& reader, const Viewer& viewer) {
    return value_of<std::int64_t>(reader.query(select_open_request_count_sql, viewer.person)[0][0]);
}

bool upsert_request(Transaction& tx, const DoorAccess& door, const std::string& note) {
    return tx.query(upsert_request_sql, door.group(), door.person(), note, tx.now()).affected_rows() > 0;
}

bool delete_request(Transaction& tx, GroupId group, const Viewer& viewer) {
    return delete_as(tx, group, viewer.person, GroupStanding::requested);
}

bool delete_request(Transaction& tx, const GroupAccess& access, PersonId person) {
    return delete_as(tx, access.group(), person, GroupStanding::requested);
}

bool delete_invitation(Transaction& tx, GroupId group, const Viewer& viewer) {
    return delete_as(tx, group, viewer.person, GroupStanding::invited);
}

bool delete_invitation(Transaction& tx, const GroupAccess& access, PersonId person) {
    return delete_as(tx, access.group(), person, GroupStanding::invited);
}

bool upsert_invitation(Transaction& tx, const GroupAccess& access, const Viewer& inviter, PersonId person,
                       GroupRole role) {
    return tx.query(upsert_invitation_sql, access.group(), person, role, inviter.person, tx.now())
               .affected_rows() > 0;
}

std::int64_t select_open_invitation_count(Reader& reader, const GroupAccess& access) {
    return value_of<std::int32_t>(
        reader.query(select_waiting_count_sql, access.group(), GroupStanding::invited)[0][0]);
}

GroupStanding select_group_standing(Reader& reader, const GroupAccess& access, PersonId person) {
    return standing_of(reader, access.group(), person);
}

GroupStanding select_group_standing(Reader& reader, GroupId group, const Viewer& viewer) {
    return standing_of(reader, group, viewer.person);
}

std::int32_t select_pending_requests(Reader& reader, GroupId group) {
    return value_of<std::int32_t>(
        reader.query(select_waiting_count_sql, group, GroupStanding::requested)[0][0]);
}

std::vector<JoinRequest> select_join_requests(Reader& reader, const GroupAccess& access) {
    return rows_as<JoinRequest>(reader.query(select_join_requests_sql, access.group()));
}

std::vector<Invitation> select_invitations(Reader& reader, const GroupAccess& access) {
    return rows_as<Invitation>(reader.query(select_invitations_sql, access.group()));
}

void lock_members_of(Transaction& tx, PersonId person) { tx.query(lock_members_of_sql, person); }

void lock_members_of(Transaction& tx, const std::vector<PersonId>& people) {
    tx.query(lock_members_of_all_sql, people);
}

std::vector<EndedWaiting> delete_offers_of(Transaction& tx, PersonId inviter, std::optional<GroupId> group) {
    tx.query(delete_links_of_sql, inviter, group);
    return rows_as<EndedWaiting>(tx.query(delete_invitations_of_sql, inviter, group));
}

std::vector<EndedWaiting> delete_waiting(Transaction& tx, const GroupAccess& access,
                                         std::optional<GroupStanding> standing) {
    return rows_as<EndedWaiting>(tx.query(delete_all_waiting_sql, access.group(), standing));
}

}  // namespace plein::storage
