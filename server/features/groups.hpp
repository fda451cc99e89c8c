/// Groups with their tabs.
#pragma once

#include "protocol/groups.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_group_routes(net::Router& routes, Edge& edge);

GroupList list_groups(Snapshot& snapshot, const Viewer& viewer, const ListGroups& request);
/// Errors: not_found.
GroupAnswer get_group(Snapshot& snapshot, const Viewer& viewer, const GetGroup& request);

}  // namespace plein::features
