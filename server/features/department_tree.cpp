#include "server/features/department_tree.hpp"

#include "protocol/errors.hpp"

#include <algorithm>

namespace plein::features {

DepartmentTree::DepartmentTree(const std::vector<Department>& departments) {
    for (const Department& department : departments) {
        departments_[department.id] = department;
        if (department.parent) below_.emplace(*department.parent, department.id);
    }
}

void DepartmentTree::check_parent(std::optional<DepartmentId> department,
                                  std::optional<DepartmentId> parent) const {
    if (!parent) return;
    const auto found = departments_.find(*parent);
    if (found == departments_.end()) throw Refusal{ErrorCode::not_found, "parent"};
    if (found->second.archived) throw Refusal{ErrorCode::conflict, "parent"};
    if (department && is_within(*parent, *department)) throw Refusal{ErrorCode::conflict, "parent"};
    const std::size_t height = department ? height_of(*department) : 1;
    if (depth_of(*parent) + height > limits::department_depth) throw Refusal{ErrorCode::conflict, "parent"};
}

std::size_t DepartmentTree::depth_of(DepartmentId department) const {
    const auto parent = departments_.at(department).parent;
    return parent ? depth_of(*parent) + 1 : 1;
}

std::size_t DepartmentTree::height_of(DepartmentId department) const {
    std::size_t height = 0;
    const auto [first, last] = below_.equal_range(department);
    for (auto each = first; each != last; ++each)
        height = std::max(height, height_of(each->second));
    return height + 1;
}

bool DepartmentTree::is_within(DepartmentId department, DepartmentId ancestor) const {
    if (department == ancestor) return true;
    const auto parent = departments_.at(department).parent;
    return parent && is_within(*parent, ancestor);
}

}  // namespace plein::features
