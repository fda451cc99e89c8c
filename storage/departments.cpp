#include "storage/departments.hpp"

namespace plein::storage {

namespace {

const NamedSql select_departments_sql{"select_departments", R"sql(
    SELECT id, name, side
      FROM departments
     ORDER BY side, name)sql"};

const NamedSql insert_department_sql{"insert_department", R"sql(
    INSERT INTO departments (name, side) VALUES ($1, $2) RETURNING id)sql"};

const NamedSql insert_department_head_sql{"insert_department_head", R"sql(
    INSERT INTO department_heads (department_id, person_id) VALUES ($1, $2)
        ON CONFLICT DO NOTHING)sql"};

}  // namespace

std::vector<Department> select_departments(Reader& reader) {
    return rows_as<Department>(reader.query(select_departments_sql));
}

DepartmentId insert_department(Transaction& tx, const SystemAccess&, const std::string& name, Side side) {
    return value_of<DepartmentId>(tx.query(insert_department_sql, name, side)[0][0]);
}

void insert_department_head(Transaction& tx, const SystemAccess&, DepartmentId department, PersonId person) {
    tx.query(insert_department_head_sql, department, person);
}

}  // namespace plein::storage
