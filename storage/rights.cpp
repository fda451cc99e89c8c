#include "storage/rights.hpp"

#include "storage/membership_conditions.hpp"

namespace plein::storage {

namespace {

#define PLEIN_SIGNED_IN "people.id, sessions.id, people.role, people.department_id "
#define PLEIN_IS_OPEN "sessions.expires_at > now() AND people.state = 'active'"

const NamedSql select_signed_in_sql{"select_signed_in", "SELECT " PLEIN_SIGNED_IN R"sql(
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND )sql" PLEIN_IS_OPEN};

// FOR SHARE: neither the session nor the person's rights can end between this check and the commit.
const NamedSql lock_signed_in_sql{"lock_signed_in", "SELECT " PLEIN_SIGNED_IN R"sql(
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND )sql" PLEIN_IS_OPEN R"sql(
       FOR SHARE)sql"};

// The same of several; which of them stands behind the row.
#define PLEIN_ALL_SIGNED_IN                                                   \
    "SELECT " PLEIN_SIGNED_IN                                                 \
    ", asked.place "                                                          \
    "  FROM unnest($1::text[]) WITH ORDINALITY AS asked (token_hash, place) " \
    "  JOIN sessions ON sessions.token_hash = asked.token_hash "              \
    "  JOIN people ON people.id = sessions.person_id "                        \
    " WHERE " PLEIN_IS_OPEN

const NamedSql select_all_signed_in_sql{"select_all_signed_in", PLEIN_ALL_SIGNED_IN};

// In the order of their sessions.
const NamedSql lock_all_signed_in_sql{"lock_all_signed_in", PLEIN_ALL_SIGNED_IN R"sql(
     ORDER BY sessions.id
       FOR SHARE OF sessions, people)sql"};

const NamedSql select_calendar_owner_sql{"select_calendar_owner", R"sql(
    SELECT people.id, 0, people.role, people.department_id
      FROM calendar_feeds
      JOIN people ON people.id = calendar_feeds.person_id
     WHERE calendar_feeds.token_hash = $1 AND people.state = 'active')sql"};

// FOR SHARE, as of those who are signed in.
const NamedSql lock_author_sql{"lock_author", R"sql(
    SELECT id, 0, role, department_id FROM people WHERE id = $1 AND state = 'active' FOR SHARE)sql"};

#define PLEIN_ACTIVE            \
    "SELECT id, department_id " \
    "  FROM people "            \
    " WHERE id = ANY($1::bigint[]) AND state = 'active' ORDER BY id "

const NamedSql select_active_sql{"select_active", PLEIN_ACTIVE};

// FOR SHARE: nobody is suspended, or moves to another department, before the commit.
const NamedSql lock_active_sql{"lock_active", PLEIN_ACTIVE "FOR SHARE"};

// Until a commit changes it, a session keeps its person: reading that needs no lock.
const NamedSql lock_account_of_sql{"lock_account_of", R"sql(
    SELECT FROM people
     WHERE id = (SELECT person_id FROM sessions WHERE token_hash = $1)
       FOR NO KEY UPDATE)sql"};

// An advisory lock (this one is `administration` in ASCII, shortened), because rows that the others share cannot be
// waited for without a dead lock.
const NamedSql lock_administration_for_sql{"lock_administration_for", R"sql(
    SELECT pg_advisory_xact_lock(x'61646d696e'::bigint)
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND people.role = 'administrator')sql"};

const NamedSql select_group_role_sql{"select_group_role", R"sql(
    SELECT memberships.role
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
     WHERE memberships.group_id = $1 AND memberships.person_id = $2 AND)sql" PLEIN_IS_IN PLEIN_IS_THERE};

// Of several pairs; which of them stands behind the role.
const NamedSql select_group_role_of_pairs_sql{"select_group_role_of_pairs", R"sql(
    SELECT memberships.role, asked.place
      FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS asked (group_id, person_id, place)
      JOIN memberships ON memberships.group_id = asked.group_id AND memberships.person_id = asked.person_id
      JOIN groups ON groups.id = memberships.group_id
     WHERE)sql" PLEIN_IS_IN PLEIN_IS_THERE};

// KEY SHARE of the group: it cannot be archived before the commit, and those who change its members do not wait.
const NamedSql lock_group_role_sql{"lock_group_role", R"sql(
    SELECT memberships.role
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
     WHERE memberships.group_id = $1 AND memberships.person_id = $2 AND)sql" PLEIN_IS_IN R"sql(
       AND groups.archived_at IS NULL
       FOR SHARE OF memberships
       FOR KEY SHARE OF groups)sql"};

const NamedSql select_group_roles_sql{"select_group_roles", R"sql(
    SELECT memberships.group_id, memberships.role
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
     WHERE memberships.person_id = $1 AND)sql" PLEIN_IS_IN PLEIN_IS_THERE R"sql(
     ORDER BY groups.name, groups.id)sql"};

const NamedSql select_archived_groups_of_sql{"select_archived_groups_of", R"sql(
    SELECT archived.id
      FROM memberships
     CROSS JOIN LATERAL (
            SELECT id, name FROM groups WHERE id = memberships.group_id AND archived_at IS NOT NULL OFFSET 0) AS archived
     WHERE memberships.person_id = $1 AND memberships.role = 'owner' AND)sql" PLEIN_IS_IN R"sql(
     ORDER BY archived.name, archived.id)sql"};

// Behind the lock of the group's row, which whoever changes its members takes as well.
const NamedSql lock_archived_group_of_sql{"lock_archived_group_of", R"sql(
    SELECT groups.id
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
     WHERE memberships.group_id = $2 AND memberships.person_id = $1 AND memberships.role = 'owner'
       AND)sql" PLEIN_IS_IN R"sql(
       AND groups.archived_at IS NOT NULL
       FOR SHARE OF memberships)sql"};

const NamedSql lock_group_sql{"lock_group", R"sql(
    SELECT FROM groups WHERE id = $1 FOR UPDATE)sql"};

// Whoever invites or makes a link lends their own right to let people in: it ends with theirs.
#define PLEIN_IS_OWNER(person)                                                \
    "EXISTS (SELECT FROM memberships AS owner "                               \
    "          JOIN people ON people.id = owner.person_id "                   \
    "         WHERE owner.group_id = groups.id AND owner.person_id = " person \
    " "                                                                       \
    "           AND owner.role = 'owner' AND owner.state = 'active' AND people.state = 'active') "

const NamedSql select_door_sql{"select_door", R"sql(
    SELECT groups.visibility, groups.kind,
           CASE memberships.state WHEN 'active' THEN 'member' ELSE coalesce(memberships.state, 'none') END,
           CASE WHEN memberships.state = 'invited' AND )sql" PLEIN_IS_OWNER("memberships.inviter_id") R"sql(
                THEN memberships.role END
      FROM groups
      LEFT JOIN memberships ON memberships.group_id = groups.id AND memberships.person_id = $2
     WHERE groups.id = $1 AND groups.archived_at IS NULL)sql"};

const NamedSql select_group_of_link_sql{"select_group_of_link", R"sql(
    SELECT groups.id
      FROM invitation_links
      JOIN groups ON groups.id = invitation_links.group_id
     WHERE invitation_links.token_hash = $1 AND invitation_links.expires_at > now()
       AND invitation_links.used < invitation_links.uses AND groups.archived_at IS NULL
       AND )sql" PLEIN_IS_OWNER("invitation_links.maker_id")};

const NamedSql select_headship_sql{"select_headship", R"sql(
    SELECT deputy FROM department_heads WHERE department_id = $1 AND person_id = $2)sql"};

// FOR SHARE: nobody else becomes head between this check and the commit.
const NamedSql lock_headship_sql{"lock_headship", R"sql(
    SELECT deputy FROM department_heads WHERE department_id = $1 AND person_id = $2 FOR SHARE)sql"};

// Emergency access makes nobody a groupmate.
const NamedSql select_acquaintance_sql{"select_acquaintance", R"sql(
    SELECT EXISTS (SELECT FROM memberships AS own
                     JOIN memberships AS other ON other.group_id = own.group_id
                     JOIN groups ON groups.id = own.group_id
                    WHERE own.person_id = $1 AND own.state = 'active' AND own.role <> 'guest' AND own.until IS NULL
                      AND other.person_id = $2 AND other.state = 'active' AND other.until IS NULL
                      AND groups.archived_at IS NULL)
      FROM people
     WHERE id = $2)sql"};

}  // namespace

std::optional<SignedInRow> select_signed_in(Reader& reader, const std::string& token_hash) {
    const auto rows = reader.query(reader.writing() ? lock_signed_in_sql : select_signed_in_sql, token_hash);
    if (rows.empty()) return std::nullopt;
    return row_as<SignedInRow>(rows[0]);
}

std::vector<std::optional<SignedInRow>> select_signed_in(Reader& reader,
                                                         const std::vector<std::string>& token_hashes) {
    std::vector<std::optional<SignedInRow>> signed_in(token_hashes.size());
    const auto& sql = reader.writing() ? lock_all_signed_in_sql : select_all_signed_in_sql;
    for (const auto& row : reader.query(sql, token_hashes))
        signed_in.at(row.back().as<std::size_t>() - 1) = row_as<SignedInRow>(row);
    return signed_in;
}

std::optional<SignedInRow> select_calendar_owner(Reader& reader, const std::string& token_hash) {
    const auto rows = reader.query(select_calendar_owner_sql, token_hash);
    if (rows.empty()) return std::nullopt;
    return row_as<SignedInRow>(rows[0]);
}

std::optional<SignedInRow> select_author(Transaction& tx, PersonId person) {
    const auto rows = tx.query(lock_author_sql, person);
    if (rows.empty()) return std::nullopt;
    return row_as<SignedInRow>(rows[0]);
}

void lock_administration_for(Transaction& tx, const std::string& token_hash) {
    tx.query(lock_administration_for_sql, token_hash);
}

std::vector<ActiveRow> select_active(Reader& reader, const std::vector<PersonId>& people) {
    return rows_as<ActiveRow>(reader.query(reader.writing() ? lock_active_sql : select_active_sql, people));
}

void lock_account_of(Transaction& tx, const std::string& token_hash) {
    tx.query(lock_account_of_sql, token_hash);
}

std::optional<GroupRole> select_group_role(Reader& reader, GroupId group, PersonId person) {
    const auto rows =
        reader.query(reader.writing() ? lock_group_role_sql : select_group_role_sql, group, person);
    if (rows.empty()) return std::nullopt;
    return value_of<GroupRole>(rows[0][0]);
}

std::vector<std::optional<GroupRole>> select_group_role(Snapshot& snapshot,
                                                        const std::vector<GroupId>& groups,
                                                        const std::vector<PersonId>& people) {
    std::vector<std::optional<GroupRole>> roles(groups.size());
    for (const auto& row : snapshot.query(select_group_role_of_pairs_sql, groups, people))
        roles.at(row.back().as<std::size_t>() - 1) = value_of<GroupRole>(row[0]);
    return roles;
}

std::vector<GroupRoleRow> select_group_roles(Reader& reader, PersonId person) {
    return rows_as<GroupRoleRow>(reader.query(select_group_roles_sql, person));
}

std::vector<GroupId> select_archived_groups_of(Reader& reader, PersonId owner) {
    std::vector<GroupId> groups;
    for (const auto& row : reader.query(select_archived_groups_of_sql, owner))
        groups.push_back(value_of<GroupId>(row[0]));
    return groups;
}

bool owns_archived_group(Transaction& tx, GroupId group, PersonId person) {
    return !tx.query(lock_archived_group_of_sql, person, group).empty();
}

bool lock_group(Transaction& tx, GroupId group) { return !tx.query(lock_group_sql, group).empty(); }

std::optional<DoorRow> select_door(Reader& reader, GroupId group, PersonId person) {
    const auto rows = reader.query(select_door_sql, group, person);
    if (rows.empty()) return std::nullopt;
    return row_as<DoorRow>(rows[0]);
}

std::optional<GroupId> select_group_of_link(Reader& reader, const std::string& token_hash) {
    const auto rows = reader.query(select_group_of_link_sql, token_hash);
    if (rows.empty()) return std::nullopt;
    return value_of<GroupId>(rows[0][0]);
}

std::optional<Headship> select_headship(Reader& reader, DepartmentId department, PersonId person) {
    const auto rows =
        reader.query(reader.writing() ? lock_headship_sql : select_headship_sql, department, person);
    if (rows.empty()) return std::nullopt;
    return value_of<bool>(rows[0][0]) ? Headship::deputy : Headship::head;
}

std::optional<AcquaintanceRow> select_acquaintance(Snapshot& snapshot, PersonId viewer, PersonId person) {
    const auto rows = snapshot.query(select_acquaintance_sql, viewer, person);
    if (rows.empty()) return std::nullopt;
    return AcquaintanceRow{value_of<bool>(rows[0][0])};
}

}  // namespace plein::storage
