#include "server/features/departments.hpp"

#include "storage/departments.hpp"

namespace plein::features {

void add_department_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListDepartments>(read(edge, list_departments));
}

DepartmentList list_departments(Snapshot& snapshot, const Viewer&, const ListDepartments&) {
    return {storage::select_departments(snapshot)};
}

}  // namespace plein::features
