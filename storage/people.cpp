#include "storage/people.hpp"

namespace plein::storage {

namespace {

const NamedSql select_people_sql{"select_people", R"sql(
    SELECT id, name, title, department_id, state = 'suspended'
      FROM people
     WHERE id = ANY($1::bigint[])
     ORDER BY id)sql"};

// A guest learns the names of those who speak where the guest may listen, and of nobody else.
const NamedSql select_people_met_sql{"select_people_met", R"sql(
    SELECT id, name, title, department_id, state = 'suspended'
      FROM people
     WHERE id = ANY($1::bigint[])
       AND (id = $2 OR EXISTS (SELECT FROM posts
                                WHERE author_id = people.id AND tab_id = ANY($3::bigint[]) AND state = 'visible'))
     ORDER BY id)sql"};

// `position` instead of LIKE: what is typed is text, never a pattern.
const NamedSql select_candidates_sql{"select_candidates", R"sql(
    SELECT id, name, title, department_id, state = 'suspended'
      FROM people
     WHERE state = 'active'
       AND (position(lower($2) IN lower(name)) > 0 OR position(lower($2) IN email) > 0)
       AND NOT EXISTS (SELECT FROM memberships
                        WHERE group_id = $1 AND person_id = people.id AND state = 'active')
     ORDER BY name, id
     LIMIT 20)sql"};

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

}  // namespace plein::storage
