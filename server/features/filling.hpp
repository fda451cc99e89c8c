/// Filling a group from a department or a list, after seeing who would join.
#pragma once

#include "protocol/filling.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_filling_routes(net::Router& routes, Edge& edge);

/// Errors: not_found, forbidden (not an owner), invalid_request (neither or both of department and
/// entries), conflict (a department of more than 500 people). Over HTTP a list of entries also meets a brake
/// (too_many_requests).
FillingPlan plan_filling(Snapshot& snapshot, const Viewer& viewer, const PlanFilling& request);

/// All or none. Errors: not_found (also: somebody unknown or suspended), forbidden (not an owner), conflict (somebody from
/// outside the organisation). Emits as `admission.hpp` says, for each.
MembersAdded add_members(Transaction& tx, const Viewer& viewer, const AddMembers& request);

}  // namespace plein::features
