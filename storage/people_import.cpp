#include "storage/people_import.hpp"

#include "protocol/json_writer.hpp"

#include <algorithm>

namespace plein::storage {

namespace {

constexpr std::size_t most_in_a_statement = 1000;  // far below what a statement may take

#define PLEIN_KNOWN                                                                            \
    "SELECT entry.login, people.id, people.version, people.name, people.title, people.email, " \
    "       people.personnel_number, people.department_id, people.role, people.language "      \
    "  FROM jsonb_array_elements_text($1::jsonb) AS entry (login) "

const NamedSql select_known_by_email_sql{"select_known_by_email",
                                         PLEIN_KNOWN "JOIN people ON people.email = entry.login"};
const NamedSql select_known_by_number_sql{"select_known_by_number",
                                          PLEIN_KNOWN "JOIN people ON people.personnel_number = entry.login"};

// Every path of every open department, from each department above it down, and from its side; those from the top say so.
const NamedSql select_departments_named_sql{"select_departments_named", R"sql(
    WITH RECURSIVE paths (id, above, side, path) AS (
        SELECT id, parent_id, side, folded(name) FROM departments WHERE NOT archived
         UNION ALL
        SELECT paths.id, upper.parent_id, paths.side, folded(upper.name) || ' > ' || paths.path
          FROM paths JOIN departments AS upper ON upper.id = paths.above),
    named (id, is_whole, path) AS (
        SELECT id, above IS NULL, path FROM paths
         UNION ALL
        SELECT id, true, written || ' > ' || path
          FROM paths
          JOIN (VALUES ('ssc', 'ssc'), ('business', 'business'), ('business', 'businesskant'),
                       ('external', 'external'), ('external', 'extern')) AS sides (side, written) USING (side)
         WHERE above IS NULL)
    SELECT entry.path, named.id, named.is_whole
      FROM jsonb_array_elements_text($1::jsonb) AS entry (path)
      JOIN named ON named.path = folded(entry.path)
     ORDER BY named.id)sql"};

// NO KEY UPDATE, as of whoever changes one account; in the order of the key.
const NamedSql lock_versions_sql{"lock_versions", R"sql(
    SELECT id, version FROM people WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE)sql"};

// KEY SHARE: whoever archives one waits, and then finds that people work there.
const NamedSql lock_open_departments_sql{"lock_open_departments", R"sql(
    SELECT FROM departments WHERE id = ANY($1::bigint[]) AND NOT archived ORDER BY id FOR KEY SHARE)sql"};

const NamedSql insert_accounts_sql{"insert_accounts", R"sql(
    INSERT INTO people (name, title, email, personnel_number, department_id, role, language)
    SELECT name, title, email, personnel_number, department, role, language
      FROM jsonb_to_recordset($1::jsonb)
        AS person (name text, title text, email text, personnel_number text, department bigint, role text, language text)
        ON CONFLICT DO NOTHING
 RETURNING id)sql"};

const NamedSql update_accounts_sql{"update_accounts", R"sql(
    UPDATE people
       SET name = now.name, title = now.title, email = now.email, personnel_number = now.personnel_number,
           department_id = now.department
      FROM jsonb_to_recordset($1::jsonb)
        AS now (id bigint, name text, title text, email text, personnel_number text, department bigint)
     WHERE people.id = now.id)sql"};

struct ChangedRow {
    PersonId id;
    std::string name;
    std::string title;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    std::optional<DepartmentId> department;
};
PLEIN_DESCRIBE(ChangedRow, id, name, title, email, personnel_number, department);

pqxx::serialization_failure taken_meanwhile() {
    return pqxx::serialization_failure{"a login was taken by a concurrent write"};
}

/// Runs `each` with a thousand at a time.
template <class T, class Each>
void in_parts(const std::vector<T>& all, Each each) {
    for (std::size_t at = 0; at < all.size(); at += most_in_a_statement) {
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = std::min(most_in_a_statement, all.size() - at);
        each(std::vector<T>(from, from + static_cast<std::ptrdiff_t>(count)));
    }
}

}  // namespace

std::map<std::string, KnownAccount> select_known(Reader& reader, const AccountsAccess&, Login kind,
                                                 const std::vector<std::string>& logins) {
    const NamedSql& sql = kind == Login::email ? select_known_by_email_sql : select_known_by_number_sql;
    std::map<std::string, KnownAccount> known;
    in_parts(logins, [&](const std::vector<std::string>& part) {
        for (const auto& row : reader.query(sql, to_json(part)))
            known[row[0].as<std::string>()] = {value_of<PersonId>(row[1]), value_of<std::int32_t>(row[2]),
                                               row_as<AccountDetails>(row, 3)};
    });
    return known;
}

std::map<std::string, std::vector<DepartmentId>> select_departments_named(
    Reader& reader, const std::vector<std::string>& paths) {
    std::map<std::string, std::vector<DepartmentId>> found;
    std::map<std::string, std::vector<DepartmentId>> whole;
    for (const auto& row : reader.query(select_departments_named_sql, to_json(paths))) {
        auto& kind = value_of<bool>(row[2]) ? whole : found;
        kind[row[0].as<std::string>()].push_back(value_of<DepartmentId>(row[1]));
    }
    whole.merge(found);  // where a whole path is meant, ends of others are not
    return whole;
}

std::map<PersonId, std::int32_t> lock_versions(Transaction& tx, const AccountsAccess&,
                                               const std::vector<PersonId>& people) {
    std::map<PersonId, std::int32_t> versions;
    for (const auto& row : tx.query(lock_versions_sql, people))
        versions[value_of<PersonId>(row[0])] = value_of<std::int32_t>(row[1]);
    return versions;
}

bool lock_open_departments(Transaction& tx, const std::vector<DepartmentId>& departments) {
    return tx.query(lock_open_departments_sql, departments).size() == departments.size();
}

std::vector<PersonId> insert_accounts(Transaction& tx, const AccountsAccess&,
                                      const std::vector<AccountDetails>& people) {
    std::vector<PersonId> ids;
    in_parts(people, [&](const std::vector<AccountDetails>& part) {
        for (const auto& row : tx.query(insert_accounts_sql, to_json(part)))
            ids.push_back(value_of<PersonId>(row[0]));
    });
    if (ids.size() != people.size()) throw taken_meanwhile();
    return ids;
}

void update_accounts(Transaction& tx, const AccountsAccess&, const std::vector<KnownAccount>& people) {
    try {
        in_parts(people, [&](const std::vector<KnownAccount>& part) {
            std::vector<ChangedRow> rows;
            for (const auto& [person, version, details] : part)
                rows.push_back({person, details.name, details.title, details.email, details.personnel_number,
                                details.department});
            tx.query(update_accounts_sql, to_json(rows));
        });
    } catch (const pqxx::unique_violation&) {
        throw taken_meanwhile();
    }
}

}  // namespace plein::storage
