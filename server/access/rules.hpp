/// The rules themselves, without I/O: who reads a tab, who posts in it, where its events go.
#pragma once

#include "protocol/groups.hpp"

#include <optional>
#include <string>

namespace plein::access {

/// Who asks, in one group.
struct Standing {
    GroupRole role = GroupRole::guest;
    std::optional<DepartmentId> department;  // where the person works
    bool heads_tab_department = false;       // head of the department that the tab belongs to
};

[[nodiscard]] bool may_read(const Tab& tab, const Standing& who);
/// Only asked of those who may read.
[[nodiscard]] bool may_post(const Tab& tab, const Standing& who);

/// What holds for those who have not chosen: the general tabs and the own department's are followed, in an interest group
/// every tab; and a guest follows what was opened for guests.
[[nodiscard]] Following default_following(const Tab& tab, GroupKind kind, const Standing& who);

/// The group's stream when all full members and nobody else read the tab; otherwise a stream of its own.
[[nodiscard]] std::string stream_of(const Tab& tab);

}  // namespace plein::access
