#include "storage/departments.hpp"

namespace plein::storage {

namespace {

// NO KEY: nothing refers to this row; whoever only reads it does not wait.
const NamedSql lock_organisation_sql{"lock_organisation", "SELECT FROM organisation FOR NO KEY UPDATE"};

// In the order of `Department`.
#define PLEIN_DEPARTMENT_COLUMNS                                                                       \
    "departments.id, departments.version, departments.name, departments.side, departments.parent_id, " \
    "departments.description, "                                                                        \
    "ARRAY(SELECT person_id FROM department_heads "                                                    \
    "       WHERE department_id = departments.id AND NOT deputy ORDER BY person_id), "                 \
    "ARRAY(SELECT person_id FROM department_heads "                                                    \
    "       WHERE department_id = departments.id AND deputy ORDER BY person_id), "                     \
    "departments.partner_id, departments.hours, departments.answer_hours, departments.archived "

const NamedSql select_departments_sql{"select_departments", "SELECT " PLEIN_DEPARTMENT_COLUMNS R"sql(
      FROM departments
     ORDER BY side, name, id)sql"};

const NamedSql select_department_sql{"select_department", "SELECT " PLEIN_DEPARTMENT_COLUMNS R"sql(
      FROM departments
     WHERE id = $1)sql"};

const NamedSql insert_department_sql{"insert_department", R"sql(
    INSERT INTO departments (name, side, parent_id) VALUES ($1, $2, $3) RETURNING id)sql"};

const NamedSql update_department_sql{"update_department", R"sql(
    UPDATE departments
       SET version = version + 1, name = $3, side = $4, parent_id = $5, description = $6, partner_id = $7,
           hours = $8, answer_hours = $9
     WHERE id = $1 AND version = $2)sql"};

// Waits for the writes that stand on being head.
const NamedSql delete_heads_sql{"delete_heads", R"sql(
    DELETE FROM department_heads
     WHERE department_id = $1 AND NOT person_id = ANY($2::bigint[] || $3::bigint[]))sql"};

const NamedSql upsert_heads_sql{"upsert_heads", R"sql(
    INSERT INTO department_heads (department_id, person_id, deputy)
    SELECT $1, person_id, $3 FROM unnest($2::bigint[]) AS chosen (person_id)
        ON CONFLICT (department_id, person_id) DO UPDATE
       SET deputy = excluded.deputy
     WHERE department_heads.deputy <> excluded.deputy)sql"};

const NamedSql update_archived_sql{"update_archived", R"sql(
    UPDATE departments SET version = version + 1, archived = $2 WHERE id = $1)sql"};

// FOR UPDATE waits for those who are about to refer to the row (they hold FOR KEY SHARE).
const NamedSql lock_department_sql{"lock_department", R"sql(
    SELECT FROM departments WHERE id = $1 FOR UPDATE)sql"};

// KEY SHARE: the department cannot be archived before the commit.
const NamedSql lock_open_department_sql{"lock_open_department", R"sql(
    SELECT FROM departments WHERE id = $1 AND (NOT archived OR id = $2) FOR KEY SHARE)sql"};

const NamedSql delete_headships_sql{"delete_headships", R"sql(
    WITH ended AS (DELETE FROM department_heads WHERE person_id = $1 RETURNING department_id)
    UPDATE departments SET version = version + 1 WHERE id IN (SELECT department_id FROM ended) RETURNING id)sql"};

const NamedSql select_use_of_sql{"select_use_of", R"sql(
    SELECT CASE WHEN EXISTS (SELECT FROM people WHERE department_id = $1) THEN 'people'
                WHEN EXISTS (SELECT FROM tabs JOIN groups ON groups.id = tabs.group_id
                              WHERE tabs.department_id = $1 AND tabs.archived_at IS NULL
                                AND groups.archived_at IS NULL) THEN 'tabs'
                WHEN EXISTS (SELECT FROM services WHERE department_id = $1 AND NOT removed) THEN 'services'
                WHEN EXISTS (SELECT FROM departments WHERE parent_id = $1 AND NOT archived) THEN 'departments'
                WHEN EXISTS (SELECT FROM questions
                               JOIN posts ON posts.id = questions.post_id
                               JOIN tabs ON tabs.id = posts.tab_id
                               JOIN groups ON groups.id = posts.group_id
                              WHERE questions.department_id = $1 AND questions.answer_id IS NULL
                                AND questions.merged_into IS NULL
                                AND posts.state IN ('visible', 'confidential') AND tabs.archived_at IS NULL
                                AND groups.archived_at IS NULL) THEN 'questions'
           END)sql"};

}  // namespace

void lock_organisation(Transaction& tx) { tx.query(lock_organisation_sql); }

std::vector<Department> select_departments(Reader& reader) {
    return rows_as<Department>(reader.query(select_departments_sql));
}

std::optional<Department> select_department(Reader& reader, DepartmentId department) {
    const auto rows = reader.query(select_department_sql, department);
    if (rows.empty()) return std::nullopt;
    return row_as<Department>(rows[0]);
}

DepartmentId insert_department(Transaction& tx, const CreateDepartment& request) {
    return value_of<DepartmentId>(
        tx.query(insert_department_sql, request.name, request.side, request.parent)[0][0]);
}

std::optional<Department> update_department(Transaction& tx, const EditDepartment& request) {
    const auto updated = tx.query(update_department_sql, request.department, request.version, request.name,
                                  request.side, request.parent, request.description, request.partner,
                                  to_json(request.hours), request.answer_hours);
    if (updated.affected_rows() == 0) return std::nullopt;
    tx.query(delete_heads_sql, request.department, request.heads.items, request.deputies.items);
    tx.query(upsert_heads_sql, request.department, request.heads.items, false);
    tx.query(upsert_heads_sql, request.department, request.deputies.items, true);
    return select_department(tx, request.department);
}

Department update_archived(Transaction& tx, DepartmentId department, bool archived) {
    tx.query(update_archived_sql, department, archived);
    return select_department(tx, department).value();
}

std::optional<std::string> select_use_of(Transaction& tx, DepartmentId department) {
    tx.query(lock_department_sql, department);
    return value_of<std::optional<std::string>>(tx.query(select_use_of_sql, department)[0][0]);
}

bool lock_open_department(Transaction& tx, DepartmentId department, std::optional<DepartmentId> before) {
    return !tx.query(lock_open_department_sql, department, before).empty();
}

std::vector<Department> delete_headships(Transaction& tx, const SystemAccess&, PersonId person) {
    std::vector<Department> changed;
    for (const auto& row : tx.query(delete_headships_sql, person))
        changed.push_back(select_department(tx, value_of<DepartmentId>(row[0])).value());
    return changed;
}

DepartmentId insert_department(Transaction& tx, const SystemAccess&, const std::string& name, Side side) {
    return value_of<DepartmentId>(
        tx.query(insert_department_sql, name, side, std::optional<DepartmentId>{})[0][0]);
}

}  // namespace plein::storage
