#include "storage/people.hpp"

#include "storage/person_columns.hpp"

namespace plein::storage {

namespace {

const NamedSql select_people_sql{"select_people", "SELECT " PLEIN_PERSON_COLUMNS R"sql(
      FROM people
     WHERE id = ANY($1::bigint[])
     ORDER BY id)sql"};

// A guest learns the names of those who speak where the guest may listen, and of nobody else.
const NamedSql select_people_met_sql{"select_people_met", "SELECT " PLEIN_PERSON_COLUMNS R"sql(
      FROM people
     WHERE id = ANY($1::bigint[])
       AND (id = $2
            OR EXISTS (SELECT FROM posts
                        WHERE author_id = people.id AND tab_id = ANY($3::bigint[]) AND state = 'visible')
            OR EXISTS (SELECT FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE comments.author_id = people.id AND comments.state = 'visible'
                          AND posts.tab_id = ANY($3::bigint[]) AND posts.state = 'visible'))
     ORDER BY id)sql"};

// `position` instead of LIKE: what is typed is text, never a pattern.
const NamedSql select_candidates_sql{"select_candidates", "SELECT " PLEIN_PERSON_COLUMNS R"sql(
      FROM people
     WHERE state = 'active'
       AND (position(lower($2) IN lower(name)) > 0 OR position(lower($2) IN email) > 0)
       AND NOT EXISTS (SELECT FROM memberships
                        WHERE group_id = $1 AND person_id = people.id AND state = 'active')
     ORDER BY name, id
     LIMIT 20)sql"};

// Every word that was typed stands somewhere: inside a word too, so no index can find it. Whoever narrows to a
// department means those below it as well.
const NamedSql select_directory_sql{"select_people_directory", R"sql(
    WITH RECURSIVE wanted AS (
        SELECT id FROM departments WHERE id = $3::bigint
         UNION
        SELECT below.id FROM departments AS below JOIN wanted ON below.parent_id = wanted.id
    )
    SELECT )sql" PLEIN_PERSON_COLUMNS R"sql(
      FROM people
      LEFT JOIN departments ON departments.id = people.department_id
     WHERE people.state = 'active' AND (people.name, people.id) > ($4, $5::bigint)
       AND ($2::text IS NULL OR departments.side = $2)
       AND ($3::bigint IS NULL OR people.department_id IN (SELECT id FROM wanted))
       AND NOT EXISTS (SELECT FROM unnest(string_to_array(folded($1), ' ')) AS typed (word)
                        WHERE position(word IN concat_ws(' ', people.found_by, departments.found_by)) = 0)
     ORDER BY people.name, people.id
     LIMIT $6)sql"};

// FOR SHARE: neither the person's place nor their account changes before the commit.
const NamedSql lock_side_sql{"lock_side", R"sql(
    SELECT departments.side
      FROM people
      JOIN departments ON departments.id = people.department_id
     WHERE people.id = $1 AND people.state = 'active'
       FOR SHARE OF people)sql"};

const NamedSql update_colour_sql{"update_colour", R"sql(
    UPDATE people SET colour = $2 WHERE id = $1 AND colour IS DISTINCT FROM $2)sql"};

const NamedSql update_person_version_sql{"update_person_version", R"sql(
    UPDATE people SET version = version + 1 WHERE id = $1
 RETURNING )sql" PLEIN_PERSON_COLUMNS};

const NamedSql update_person_versions_sql{"update_person_versions", R"sql(
    UPDATE people SET version = version + 1 WHERE id = ANY($1::bigint[])
 RETURNING )sql" PLEIN_PERSON_COLUMNS};

const NamedSql select_standing_sql{"select_standing", R"sql(
    SELECT id, role, state = 'suspended'
      FROM people
     WHERE id = $1)sql"};

// FOR SHARE: the person cannot be suspended between this check and the commit that builds on it.
const NamedSql lock_standing_sql{"lock_standing", R"sql(
    SELECT id, role, state = 'suspended'
      FROM people
     WHERE id = $1
       FOR SHARE)sql"};

const NamedSql update_suspended_sql{"update_suspended", R"sql(
    UPDATE people
       SET state = CASE WHEN $2 THEN 'suspended' ELSE 'active' END
     WHERE id = $1 AND (state = 'suspended') <> $2)sql"};

}  // namespace

std::vector<Person> select_people(Reader& reader, const std::vector<PersonId>& ids) {
    return rows_as<Person>(reader.query(select_people_sql, ids));
}

std::vector<Person> select_people_met(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                      const std::vector<PersonId>& ids) {
    return rows_as<Person>(reader.query(select_people_met_sql, ids, viewer.person, tabs.ids()));
}

std::vector<Person> select_candidates(Reader& reader, const GroupAccess& group, const std::string& search) {
    return rows_as<Person>(reader.query(select_candidates_sql, group.group(), search));
}

std::optional<PersonStanding> select_standing(Reader& reader, PersonId person) {
    const auto rows = reader.query(reader.writing() ? lock_standing_sql : select_standing_sql, person);
    if (rows.empty()) return std::nullopt;
    return PersonStanding{value_of<PersonId>(rows[0][0]), value_of<Role>(rows[0][1]),
                          value_of<bool>(rows[0][2])};
}

bool update_suspended(Transaction& tx, PersonId person, bool suspended) {
    return tx.query(update_suspended_sql, person, suspended).affected_rows() > 0;
}

std::vector<Person> select_directory(Reader& reader, const DirectoryFilter& filter, const MemberKey& after,
                                     std::int64_t limit) {
    return rows_as<Person>(reader.query(select_directory_sql, filter.search, filter.side, filter.department,
                                        after.name, after.person, limit));
}

std::optional<Side> select_side_of(Transaction& tx, PersonId person) {
    const auto rows = tx.query(lock_side_sql, person);
    if (rows.empty()) return std::nullopt;
    return value_of<Side>(rows[0][0]);
}

bool update_colour(Transaction& tx, const Viewer& viewer, std::optional<Colour> colour) {
    return tx.query(update_colour_sql, viewer.person, colour).affected_rows() > 0;
}

Person update_person_version(Transaction& tx, PersonId person) {
    return row_as<Person>(tx.query(update_person_version_sql, person)[0]);
}

std::vector<Person> update_person_versions(Transaction& tx, const std::vector<PersonId>& people) {
    return rows_as<Person>(tx.query(update_person_versions_sql, people));
}

}  // namespace plein::storage
