/// Departments, their heads, and whose turn it is to change them. Their names are no closed content.
#pragma once

#include "protocol/departments.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Those who change departments, services or holidays take turns, on all nodes: a tree is checked as a whole.
void lock_organisation(Transaction& tx);

/// All of them, archived ones too, by side and name.
std::vector<Department> select_departments(Reader& reader);
std::optional<Department> select_department(Reader& reader, DepartmentId department);

DepartmentId insert_department(Transaction& tx, const CreateDepartment& request);

/// Nothing when it is in another version by now.
std::optional<Department> update_department(Transaction& tx, const EditDepartment& request);
Department update_archived(Transaction& tx, DepartmentId department, bool archived);

/// Whether somebody can come to work there, or a tab be about it: it is not archived, or it is the one `before`. It then
/// cannot be archived before the commit.
bool lock_open_department(Transaction& tx, DepartmentId department, std::optional<DepartmentId> before);

/// Of somebody who heads nothing any more. The departments that this changed.
std::vector<Department> delete_headships(Transaction& tx, const SystemAccess& system, PersonId person);

/// Waits for those who are about to work or to open a tab there, and says what still keeps it: "people",
/// "tabs", "services", "departments", "questions" (open ones), or nothing.
std::optional<std::string> select_use_of(Transaction& tx, DepartmentId department);

DepartmentId insert_department(Transaction& tx, const SystemAccess& system, const std::string& name,
                               Side side);

}  // namespace plein::storage
