/// Departments: their tree, who heads them, when they are open.
#pragma once

#include "protocol/departments.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_department_routes(net::Router& routes, Edge& edge);

/// Everything of all departments; guests read names and sides.
DepartmentList list_departments(Snapshot& snapshot, const Viewer& viewer, const ListDepartments& request);

/// Errors: forbidden (not an administrator), not_found (parent), conflict (a parent that is archived or too deep, or
/// other content under this client_id), full (of departments). Emits department.changed. A retry returns
/// what the first try made.
Department create_department(Transaction& tx, const Viewer& viewer, const CreateDepartment& request);

/// Errors: not_found, forbidden (neither administrator nor head; or a head who changes what heads do not),
/// stale_version, invalid_request (hours), conflict (`heads`, `deputies`: somebody who cannot be one, or who is both;
/// `partner`: nobody of the SSC, or not a business department; `parent`: see DepartmentTree; archived). Emits
/// department.changed. Who heads a department posts where its heads post from this commit on, and who does not, not.
Department edit_department(Transaction& tx, const Viewer& viewer, const EditDepartment& request);

/// Errors: not_found, forbidden, conflict (`people`, `tabs`, `services` or `departments`: what is still there). Emits
/// department.changed, unless it was archived already.
Department archive_department(Transaction& tx, const Viewer& viewer, const ArchiveDepartment& request);

/// Errors: not_found, forbidden, conflict (`parent`: archived itself). Emits department.changed, unless it was open.
Department restore_department(Transaction& tx, const Viewer& viewer, const RestoreDepartment& request);

}  // namespace plein::features
