#include "storage/rights.hpp"

#include <algorithm>

namespace plein::storage {

namespace {

// The membership stands, and has not ended by itself.
#define PLEIN_IS_IN \
    " memberships.state = 'active' AND (memberships.until IS NULL OR memberships.until > now())"

// To members an archived group is not there; emergency access opens it, to read.
#define PLEIN_IS_THERE " AND (groups.archived_at IS NULL OR memberships.until IS NOT NULL)"

const NamedSql select_signed_in_sql{"select_signed_in", R"sql(
    SELECT people.id, sessions.id, people.role, people.department_id
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND sessions.expires_at > now() AND people.state = 'active')sql"};

// FOR SHARE: neither the session nor the person's rights can end between this check and the commit.
const NamedSql lock_signed_in_sql{"lock_signed_in", R"sql(
    SELECT people.id, sessions.id, people.role, people.department_id
      FROM sessions
      JOIN people ON people.id = sessions.person_id
     WHERE sessions.token_hash = $1 AND sessions.expires_at > now() AND people.state = 'active'
       FOR SHARE)sql"};

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

// In the order of `Tab`, up to position.
#define PLEIN_TAB_COLUMNS                                                                                \
    "tabs.id, tabs.group_id, tabs.version, tabs.name, tabs.department_id, tabs.audience, tabs.posting, " \
    "tabs.default_mark, tabs.position"

// Then the viewer's role, whether they head the tab's department, whether the group is archived, and of which kind
// it is.
#define PLEIN_TAB_RIGHTS                                                                                   \
    PLEIN_TAB_COLUMNS                                                                                      \
    ", memberships.role, "                                                                                 \
    "EXISTS (SELECT FROM department_heads AS head "                                                        \
    "         WHERE head.department_id = tabs.department_id AND head.person_id = memberships.person_id), " \
    "groups.archived_at IS NOT NULL, groups.kind "

const NamedSql select_tabs_sql{"select_tabs", "SELECT " PLEIN_TAB_COLUMNS R"sql(
      FROM tabs
     WHERE group_id = $1 AND archived_at IS NULL
     ORDER BY position, id)sql"};

// FOR SHARE: none of them goes to another stream before the commit. In the order of their ids, as all who lock several.
const NamedSql lock_tabs_sql{"lock_tabs", "SELECT " PLEIN_TAB_COLUMNS R"sql(
      FROM tabs
     WHERE group_id = $1 AND archived_at IS NULL
     ORDER BY id
       FOR SHARE)sql"};

const NamedSql select_tab_rights_sql{"select_tab_rights", "SELECT " PLEIN_TAB_RIGHTS R"sql(
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
      JOIN groups ON groups.id = tabs.group_id
     WHERE tabs.id = $1 AND memberships.person_id = $2
       AND tabs.archived_at IS NULL AND)sql" PLEIN_IS_IN PLEIN_IS_THERE};

// FOR SHARE of both: neither the membership nor the tab's audience can change before the commit. KEY SHARE of the
// group: nor can it be archived.
const NamedSql lock_tab_rights_sql{"lock_tab_rights", "SELECT " PLEIN_TAB_RIGHTS R"sql(
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
      JOIN groups ON groups.id = tabs.group_id
     WHERE tabs.id = $1 AND memberships.person_id = $2
       AND tabs.archived_at IS NULL AND groups.archived_at IS NULL AND)sql" PLEIN_IS_IN R"sql(
       FOR SHARE OF tabs, memberships
       FOR KEY SHARE OF groups)sql"};

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

const NamedSql select_all_tab_rights_sql{"select_all_tab_rights", "SELECT " PLEIN_TAB_RIGHTS R"sql(
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
      JOIN tabs ON tabs.group_id = memberships.group_id
     WHERE memberships.person_id = $1
       AND tabs.archived_at IS NULL AND)sql" PLEIN_IS_IN PLEIN_IS_THERE R"sql(
       AND ($2::bigint IS NULL OR memberships.group_id = $2)
     ORDER BY groups.name, groups.id, tabs.position, tabs.id)sql"};

const NamedSql lock_all_tab_rights_sql{"lock_all_tab_rights", "SELECT " PLEIN_TAB_RIGHTS R"sql(
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
      JOIN tabs ON tabs.group_id = memberships.group_id
     WHERE memberships.person_id = $1 AND tabs.archived_at IS NULL AND)sql" PLEIN_IS_IN PLEIN_IS_THERE R"sql(
     ORDER BY tabs.id
       FOR SHARE OF tabs)sql"};

// The same of many, whose each is stands behind the rights.
const NamedSql lock_tab_rights_of_sql{"lock_tab_rights_of",
                                      "SELECT " PLEIN_TAB_RIGHTS R"sql(, memberships.person_id
      FROM memberships
      JOIN groups ON groups.id = memberships.group_id
      JOIN tabs ON tabs.group_id = memberships.group_id
     WHERE memberships.person_id = ANY($1::bigint[]) AND tabs.archived_at IS NULL AND)sql" PLEIN_IS_IN PLEIN_IS_THERE
                                      R"sql(
     ORDER BY tabs.id
       FOR SHARE OF tabs)sql"};

// Behind the rights: since when.
const NamedSql select_archived_tab_rights_sql{"select_archived_tab_rights", "SELECT " PLEIN_TAB_RIGHTS
                                                                            R"sql(, tabs.archived_at
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
      JOIN groups ON groups.id = tabs.group_id
     WHERE tabs.id = $1 AND memberships.person_id = $2
       AND tabs.archived_at IS NOT NULL AND groups.archived_at IS NULL AND)sql" PLEIN_IS_IN};

// As lock_tab_rights.
const NamedSql lock_archived_tab_rights_sql{"lock_archived_tab_rights", "SELECT " PLEIN_TAB_RIGHTS
                                                                        R"sql(, tabs.archived_at
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
      JOIN groups ON groups.id = tabs.group_id
     WHERE tabs.id = $1 AND memberships.person_id = $2
       AND tabs.archived_at IS NOT NULL AND groups.archived_at IS NULL AND)sql" PLEIN_IS_IN R"sql(
       FOR SHARE OF tabs, memberships
       FOR KEY SHARE OF groups)sql"};

const NamedSql select_all_archived_tab_rights_sql{"select_all_archived_tab_rights", "SELECT " PLEIN_TAB_RIGHTS
                                                                                    R"sql(, tabs.archived_at
      FROM tabs
      JOIN memberships ON memberships.group_id = tabs.group_id
      JOIN groups ON groups.id = tabs.group_id
     WHERE tabs.group_id = $1 AND memberships.person_id = $2
       AND tabs.archived_at IS NOT NULL AND groups.archived_at IS NULL AND)sql" PLEIN_IS_IN R"sql(
     ORDER BY tabs.archived_at DESC, tabs.id DESC)sql"};

const NamedSql select_chosen_followings_sql{"select_chosen_followings", R"sql(
    SELECT tab_id, following FROM readings WHERE person_id = $1 AND following IS NOT NULL)sql"};

const NamedSql select_tab_of_sql{"select_tab_of", R"sql(
    SELECT tab_id FROM posts WHERE id = $1)sql"};

Tab read_tab(const pqxx::row& row) {
    Tab tab;
    tab.id = value_of<TabId>(row[0]);
    tab.group = value_of<GroupId>(row[1]);
    tab.version = value_of<std::int32_t>(row[2]);
    tab.name = value_of<std::string>(row[3]);
    tab.department = value_of<std::optional<DepartmentId>>(row[4]);
    tab.audience = value_of<TabAudience>(row[5]);
    tab.posting = value_of<PostingRule>(row[6]);
    tab.default_mark = value_of<Mark>(row[7]);
    tab.position = value_of<std::int32_t>(row[8]);
    return tab;
}

TabRightsRow read_tab_rights(const pqxx::row& row) {
    return {read_tab(row), value_of<GroupRole>(row[9]), value_of<bool>(row[10]), value_of<bool>(row[11]),
            value_of<GroupKind>(row[12])};
}

ArchivedTabRightsRow read_archived_tab_rights(const pqxx::row& row) {
    return {read_tab_rights(row), value_of<Timestamp>(row.back())};
}

}  // namespace

std::optional<SignedInRow> select_signed_in(Reader& reader, const std::string& token_hash) {
    const auto rows = reader.query(reader.writing() ? lock_signed_in_sql : select_signed_in_sql, token_hash);
    if (rows.empty()) return std::nullopt;
    return row_as<SignedInRow>(rows[0]);
}

void lock_administration_for(Transaction& tx, const std::string& token_hash) {
    tx.query(lock_administration_for_sql, token_hash);
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

std::optional<TabRightsRow> select_tab_rights(Reader& reader, TabId tab, PersonId person) {
    const auto rows =
        reader.query(reader.writing() ? lock_tab_rights_sql : select_tab_rights_sql, tab, person);
    if (rows.empty()) return std::nullopt;
    TabRightsRow row = read_tab_rights(rows[0]);
    // An EXISTS locks nothing: what a write stands on is asked again, and held.
    if (reader.writing() && row.heads_tab_department)
        row.heads_tab_department = select_headship(reader, row.tab.department.value(), person).has_value();
    return row;
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

std::vector<TabRightsRow> select_all_tab_rights(Snapshot& snapshot, PersonId person,
                                                std::optional<GroupId> group) {
    std::vector<TabRightsRow> tabs;
    for (const auto& row : snapshot.query(select_all_tab_rights_sql, person, group))
        tabs.push_back(read_tab_rights(row));
    return tabs;
}

std::vector<TabRightsRow> lock_all_tab_rights(Transaction& tx, PersonId person) {
    std::vector<TabRightsRow> tabs;
    for (const auto& row : tx.query(lock_all_tab_rights_sql, person))
        tabs.push_back(read_tab_rights(row));
    return tabs;
}

std::vector<std::pair<PersonId, TabRightsRow>> lock_tab_rights_of(Transaction& tx,
                                                                  const std::vector<PersonId>& people) {
    std::vector<std::pair<PersonId, TabRightsRow>> tabs;
    for (const auto& row : tx.query(lock_tab_rights_of_sql, people))
        tabs.emplace_back(value_of<PersonId>(row.back()), read_tab_rights(row));
    return tabs;
}

std::optional<ArchivedTabRightsRow> select_archived_tab_rights(Reader& reader, TabId tab, PersonId person) {
    const auto& sql = reader.writing() ? lock_archived_tab_rights_sql : select_archived_tab_rights_sql;
    const auto rows = reader.query(sql, tab, person);
    if (rows.empty()) return std::nullopt;
    return read_archived_tab_rights(rows[0]);
}

std::vector<ArchivedTabRightsRow> select_all_archived_tab_rights(Snapshot& snapshot, GroupId group,
                                                                 PersonId person) {
    std::vector<ArchivedTabRightsRow> tabs;
    for (const auto& row : snapshot.query(select_all_archived_tab_rights_sql, group, person))
        tabs.push_back(read_archived_tab_rights(row));
    return tabs;
}

std::map<TabId, Following> select_chosen_followings(Reader& reader, PersonId person) {
    std::map<TabId, Following> chosen;
    for (const auto& row : reader.query(select_chosen_followings_sql, person))
        chosen[value_of<TabId>(row[0])] = value_of<Following>(row[1]);
    return chosen;
}

std::vector<Tab> select_tabs(Reader& reader, GroupId group) {
    std::vector<Tab> tabs;
    for (const auto& row : reader.query(reader.writing() ? lock_tabs_sql : select_tabs_sql, group))
        tabs.push_back(read_tab(row));
    std::ranges::sort(tabs, {}, [](const Tab& tab) { return std::pair{tab.position, tab.id}; });
    return tabs;
}

std::optional<TabId> select_tab_of(Reader& reader, PostId post) {
    const auto rows = reader.query(select_tab_of_sql, post);
    if (rows.empty()) return std::nullopt;
    return value_of<TabId>(rows[0][0]);
}

}  // namespace plein::storage
