/// What each role of the organisation may do: one table, without I/O, which the permission test reads as well.
#pragma once

#include "protocol/people.hpp"
#include "protocol/rights.hpp"

#include <vector>

namespace plein::access {

[[nodiscard]] bool has(Role role, Right right);

/// All rights of the role, in the order of `Right`.
[[nodiscard]] std::vector<Right> rights_of(Role role);

}  // namespace plein::access
