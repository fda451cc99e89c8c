#include "storage/mentions.hpp"

#include "storage/membership_conditions.hpp"
#include "storage/person_columns.hpp"

namespace plein::storage {

namespace {

// Every word that was typed begins a word. `position` instead of LIKE: what is typed is text, never a pattern.
#define PLEIN_BEGINS(typed, found_by)                              \
    "NOT EXISTS (SELECT FROM unnest(string_to_array(folded(" typed \
    "), ' ')) AS typed (word) WHERE position(' ' || typed.word IN ' ' || " found_by ") = 0) "

const NamedSql select_members_by_name_sql{"select_members_by_name", "SELECT " PLEIN_PERSON_COLUMNS R"sql(
      FROM memberships
      JOIN people ON people.id = memberships.person_id
     WHERE memberships.group_id = $1 AND memberships.person_id <> $2 AND)sql" PLEIN_IS_IN R"sql(
       AND people.state = 'active' AND )sql" PLEIN_BEGINS("$3", "people.found_by") R"sql(
     ORDER BY position(folded($3) IN people.found_by) <> 1, people.name, people.id
     LIMIT $4)sql"};

const NamedSql select_last_authors_sql{"select_last_authors", "SELECT " PLEIN_PERSON_COLUMNS R"sql(
      FROM (SELECT author_id, max(published_at) AS last
              FROM (SELECT author_id, published_at
                      FROM posts
                     WHERE tab_id = $1 AND state = 'visible'
                     ORDER BY published_at DESC, id DESC
                     LIMIT 100) AS latest
             GROUP BY author_id) AS authors
      JOIN people ON people.id = authors.author_id
     WHERE people.id <> $2 AND people.state = 'active'
     ORDER BY authors.last DESC, people.id
     LIMIT $3)sql"};

const NamedSql select_departments_by_name_sql{"select_departments_by_name", R"sql(
    SELECT id
      FROM departments
     WHERE NOT archived AND EXISTS (SELECT FROM department_heads WHERE department_id = departments.id)
       AND )sql" PLEIN_BEGINS("$1", "found_by") R"sql(
     ORDER BY name, id
     LIMIT $2)sql"};

}  // namespace

std::vector<Person> select_members_by_name(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                           const std::string& typed, std::int64_t limit) {
    return rows_as<Person>(
        reader.query(select_members_by_name_sql, tab.group().group(), viewer.person, typed, limit));
}

std::vector<Person> select_last_authors(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                        std::int64_t limit) {
    return rows_as<Person>(reader.query(select_last_authors_sql, tab.tab().id, viewer.person, limit));
}

std::vector<DepartmentId> select_departments_by_name(Reader& reader, const std::string& typed,
                                                     std::int64_t limit) {
    std::vector<DepartmentId> departments;
    for (const auto& row : reader.query(select_departments_by_name_sql, typed, limit))
        departments.push_back(value_of<DepartmentId>(row[0]));
    return departments;
}

}  // namespace plein::storage
