/// Departments.
#pragma once

#include "protocol/departments.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_department_routes(net::Router& routes, Edge& edge);

DepartmentList list_departments(Snapshot& snapshot, const Viewer& viewer, const ListDepartments& request);

}  // namespace plein::features
