/// The tree of departments as a whole: whether one may hang where somebody wants it. Without I/O.
#pragma once

#include "protocol/departments.hpp"

#include <map>
#include <optional>
#include <vector>

namespace plein::features {

class DepartmentTree {
public:
    explicit DepartmentTree(const std::vector<Department>& departments);

    /// Whether `department` may have this parent (none: it stands at the top). Errors: not_found (no such parent),
    /// conflict (an archived parent; itself, or one below it; deeper than limits::department_depth).
    void check_parent(std::optional<DepartmentId> department, std::optional<DepartmentId> parent) const;

private:
    [[nodiscard]] std::size_t depth_of(DepartmentId department) const;   // 1 at the top
    [[nodiscard]] std::size_t height_of(DepartmentId department) const;  // 1 without any below
    [[nodiscard]] bool is_within(DepartmentId department, DepartmentId ancestor) const;

    std::map<DepartmentId, Department> departments_;
    std::multimap<DepartmentId, DepartmentId> below_;
};

}  // namespace plein::features
