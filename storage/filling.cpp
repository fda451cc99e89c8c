#include "storage/filling.hpp"

#include "protocol/json_writer.hpp"
#include "storage/person_columns.hpp"

namespace plein::storage {

namespace {

// In the order of `Candidate`; $1 is the group.
#define PLEIN_CANDIDATE                \
    PLEIN_PERSON_COLUMNS               \
    ", people.role, "                  \
    "EXISTS (SELECT FROM memberships " \
    "         WHERE group_id = $1 AND person_id = people.id AND memberships.state = 'active') "

// MATERIALIZED: found by their department; along their names the whole organisation would be looked at.
const NamedSql select_department_candidates_sql{"select_department_candidates", R"sql(
    WITH RECURSIVE below (id) AS (
        SELECT id FROM departments WHERE id = $2
         UNION
        SELECT departments.id FROM departments JOIN below ON departments.parent_id = below.id),
    found AS MATERIALIZED (
        SELECT )sql" PLEIN_CANDIDATE R"sql(
          FROM people
         WHERE people.department_id = ANY (ARRAY(SELECT id FROM below)))
    SELECT *
      FROM found
     ORDER BY name, id
     LIMIT $3)sql"};

// As at sign-in: an address in any case, a number as it is written.
const NamedSql select_candidates_of_sql{"select_candidates_of",
                                        "SELECT entry.position, " PLEIN_CANDIDATE R"sql(
      FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS entry (login, position)
      JOIN people ON people.email = lower(entry.login) OR people.personnel_number = entry.login
     ORDER BY entry.position)sql"};

// FOR SHARE: nobody is suspended between the check and the commit. In the order of the key.
const NamedSql lock_candidates_sql{"lock_candidates", "SELECT " PLEIN_CANDIDATE R"sql(
      FROM people
     WHERE id = ANY($2::bigint[])
     ORDER BY id
       FOR SHARE OF people)sql"};

const NamedSql insert_members_sql{"insert_members", R"sql(
    INSERT INTO memberships (group_id, person_id, role, since)
    SELECT $1, person, 'member', $3 FROM unnest($2::bigint[]) AS person
        ON CONFLICT (group_id, person_id) DO UPDATE
       SET role = 'member', version = memberships.version + 1, state = 'active', note = NULL, inviter_id = NULL,
           since = excluded.since
     WHERE memberships.state <> 'active'
 RETURNING group_id, person_id, role, version, since, until)sql"};

Candidate read_candidate(const pqxx::row& row, int first) {
    return {row_as<Person>(row, first), value_of<Role>(row[first + 7]), value_of<bool>(row[first + 8])};
}

}  // namespace

std::vector<Candidate> select_department_candidates(Reader& reader, const GroupAccess& access,
                                                    DepartmentId department, std::int64_t limit) {
    std::vector<Candidate> candidates;
    for (const auto& row : reader.query(select_department_candidates_sql, access.group(), department, limit))
        candidates.push_back(read_candidate(row, 0));
    return candidates;
}

std::vector<std::optional<Candidate>> select_candidates_of(Reader& reader, const GroupAccess& access,
                                                           const std::vector<std::string>& entries) {
    std::vector<std::optional<Candidate>> candidates(entries.size());
    for (const auto& row : reader.query(select_candidates_of_sql, access.group(), to_json(entries)))
        candidates.at(value_of<std::size_t>(row[0]) - 1) = read_candidate(row, 1);
    return candidates;
}

std::vector<Candidate> lock_candidates(Transaction& tx, const GroupAccess& access,
                                       const std::vector<PersonId>& ids) {
    std::vector<Candidate> candidates;
    for (const auto& row : tx.query(lock_candidates_sql, access.group(), ids))
        candidates.push_back(read_candidate(row, 0));
    return candidates;
}

std::vector<Member> insert_members(Transaction& tx, const GroupAccess& access,
                                   const std::vector<PersonId>& ids) {
    return rows_as<Member>(tx.query(insert_members_sql, access.group(), ids, tx.now()));
}

}  // namespace plein::storage
