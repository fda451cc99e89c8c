#include "storage/tab_rights.hpp"

#include "storage/membership_conditions.hpp"
#include "storage/rights.hpp"

#include <algorithm>

namespace plein::storage {

namespace {

// In the order of `Tab`, up to position.
#define PLEIN_TAB_COLUMNS                                                                                \
    "tabs.id, tabs.group_id, tabs.version, tabs.name, tabs.department_id, tabs.audience, tabs.posting, " \
    "tabs.default_mark, tabs.position"

// Then the viewer's role, whether they head the tab's department, whether the group is archived, of which kind it is, and
// whether the viewer is in by emergency access.
#define PLEIN_TAB_RIGHTS                                                                                  \
    PLEIN_TAB_COLUMNS                                                                                     \
    ", memberships.role, "                                                                                \
    "EXISTS (SELECT FROM department_heads AS head "                                                       \
    "         WHERE head.department_id = tabs.department_id AND head.person_id = memberships.person_id) " \
    "    AS heads_tab_department, "                                                                       \
    "groups.archived_at IS NOT NULL AS archived, groups.kind, memberships.until IS NOT NULL AS emergency "

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

// The same of several pairs; which of them stands behind the row.
#define PLEIN_TAB_RIGHTS_OF_PAIRS                                                                    \
    "SELECT " PLEIN_TAB_RIGHTS                                                                       \
    ", asked.place "                                                                                 \
    "  FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS asked (tab_id, person_id, place) " \
    "  JOIN tabs ON tabs.id = asked.tab_id "                                                         \
    "  JOIN memberships ON memberships.group_id = tabs.group_id AND memberships.person_id = "        \
    "asked.person_id "                                                                               \
    "  JOIN groups ON groups.id = tabs.group_id "                                                    \
    " WHERE tabs.archived_at IS NULL AND" PLEIN_IS_IN

const NamedSql select_tab_rights_of_pairs_sql{"select_tab_rights_of_pairs",
                                              PLEIN_TAB_RIGHTS_OF_PAIRS PLEIN_IS_THERE};

const NamedSql lock_tab_rights_of_pairs_sql{"lock_tab_rights_of_pairs", PLEIN_TAB_RIGHTS_OF_PAIRS R"sql(
       AND groups.archived_at IS NULL
     ORDER BY tabs.id, memberships.person_id
       FOR SHARE OF tabs, memberships
       FOR KEY SHARE OF groups)sql"};

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

const NamedSql select_tabs_of_sql{"select_tabs_of", R"sql(
    SELECT id, tab_id FROM posts WHERE id = ANY($1::bigint[]))sql"};

const NamedSql select_post_of_sql{"select_post_of", R"sql(
    SELECT post_id FROM comments WHERE id = $1)sql"};

#define PLEIN_VISIBLE_POSTS \
    "SELECT id, tab_id, author_id FROM posts WHERE id = ANY($1::bigint[]) AND state = 'visible' "
const NamedSql select_visible_posts_sql{"select_visible_posts", PLEIN_VISIBLE_POSTS};
// FOR SHARE, in the order of their ids.
const NamedSql lock_visible_posts_sql{"lock_visible_posts", PLEIN_VISIBLE_POSTS "ORDER BY id FOR SHARE"};

#define PLEIN_OPEN_TABS_OF                                             \
    "SELECT " PLEIN_TAB_COLUMNS                                        \
    ", posts.id "                                                      \
    "  FROM posts "                                                    \
    "  JOIN tabs ON tabs.id = posts.tab_id "                           \
    "  JOIN groups ON groups.id = tabs.group_id "                      \
    " WHERE posts.id = ANY($1::bigint[]) AND posts.state = 'visible' " \
    "   AND tabs.archived_at IS NULL AND groups.archived_at IS NULL "
const NamedSql select_open_tabs_of_sql{"select_open_tabs_of", PLEIN_OPEN_TABS_OF};
const NamedSql lock_tabs_of_sql{"lock_tabs_of", PLEIN_OPEN_TABS_OF R"sql(
     ORDER BY tabs.id
       FOR SHARE OF tabs
       FOR KEY SHARE OF groups)sql"};

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
    return {read_tab(row),           value_of<GroupRole>(row[9]),  value_of<bool>(row[10]),
            value_of<bool>(row[11]), value_of<GroupKind>(row[12]), value_of<bool>(row[13])};
}

/// An EXISTS locks nothing: what a write stands on is asked again, and held.
TabRightsRow held(Reader& reader, TabRightsRow row, PersonId person) {
    if (reader.writing() && row.heads_tab_department)
        row.heads_tab_department = select_headship(reader, row.tab.department.value(), person).has_value();
    return row;
}

ArchivedTabRightsRow read_archived_tab_rights(const pqxx::row& row) {
    return {read_tab_rights(row), value_of<Timestamp>(row.back())};
}

}  // namespace

std::optional<TabRightsRow> select_tab_rights(Reader& reader, TabId tab, PersonId person) {
    const auto rows =
        reader.query(reader.writing() ? lock_tab_rights_sql : select_tab_rights_sql, tab, person);
    if (rows.empty()) return std::nullopt;
    return held(reader, read_tab_rights(rows[0]), person);
}

std::vector<std::optional<TabRightsRow>> select_tab_rights(Reader& reader, const std::vector<TabId>& tabs,
                                                           const std::vector<PersonId>& people) {
    std::vector<std::optional<TabRightsRow>> rights(tabs.size());
    const auto& sql = reader.writing() ? lock_tab_rights_of_pairs_sql : select_tab_rights_of_pairs_sql;
    for (const auto& row : reader.query(sql, tabs, people)) {
        const std::size_t place = row.back().as<std::size_t>() - 1;
        rights.at(place) = held(reader, read_tab_rights(row), people.at(place));
    }
    return rights;
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

std::map<PostId, TabId> select_tabs_of(Reader& reader, const std::vector<PostId>& posts) {
    std::map<PostId, TabId> tabs;
    for (const auto& row : reader.query(select_tabs_of_sql, posts))
        tabs[value_of<PostId>(row[0])] = value_of<TabId>(row[1]);
    return tabs;
}

std::optional<PostId> select_post_of(Reader& reader, CommentId comment) {
    const auto rows = reader.query(select_post_of_sql, comment);
    if (rows.empty()) return std::nullopt;
    return value_of<PostId>(rows[0][0]);
}

pqxx::serialization_failure moved_meanwhile() {
    return pqxx::serialization_failure{"a post has gone to another tab meanwhile"};
}

std::map<PostId, VisiblePostRow> select_visible_posts(Reader& reader, const std::vector<PostId>& posts) {
    std::map<PostId, VisiblePostRow> visible;
    const auto& sql = reader.writing() ? lock_visible_posts_sql : select_visible_posts_sql;
    for (const auto& row : reader.query(sql, posts))
        visible[value_of<PostId>(row[0])] = {value_of<TabId>(row[1]), value_of<PersonId>(row[2])};
    return visible;
}

namespace {

std::map<PostId, Tab> tabs_by_post(const pqxx::result& rows) {
    std::map<PostId, Tab> tabs;
    for (const auto& row : rows)
        tabs[value_of<PostId>(row.back())] = read_tab(row);
    return tabs;
}

}  // namespace

std::map<PostId, Tab> select_open_tabs_of(Reader& reader, const std::vector<PostId>& posts) {
    return tabs_by_post(reader.query(select_open_tabs_of_sql, posts));
}

std::map<PostId, Tab> lock_tabs_of(Transaction& tx, const std::vector<PostId>& posts) {
    return tabs_by_post(tx.query(lock_tabs_of_sql, posts));
}

}  // namespace plein::storage
