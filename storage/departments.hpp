/// Departments. Their names are no closed content.
#pragma once

#include "protocol/departments.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <vector>

namespace plein::storage {

std::vector<Department> select_departments(Reader& reader);

DepartmentId insert_department(Transaction& tx, const SystemAccess& system, const std::string& name,
                               Side side);
void insert_department_head(Transaction& tx, const SystemAccess& system, DepartmentId department,
                            PersonId person);

}  // namespace plein::storage
