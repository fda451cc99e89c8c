/// Departments of the organisation.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"

#include <string>
#include <vector>

namespace plein {

/// Which part of the organisation a department belongs to.
enum class Side { ssc, business, external };
PLEIN_DESCRIBE_ENUM(Side, ssc, business, external)

struct Department {
    DepartmentId id;
    std::string name;
    Side side = Side::business;
};
PLEIN_DESCRIBE(Department, id, name, side);

struct DepartmentList {
    std::vector<Department> items;
};
PLEIN_DESCRIBE(DepartmentList, items);

struct ListDepartments {
    using Response = DepartmentList;
    static constexpr Endpoint endpoint{Method::get, "/api/departments",
                                       "All departments of the organisation.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListDepartments);

}  // namespace plein
