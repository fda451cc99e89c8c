/// Profiles: what a person tells, to whom that person chose.
#pragma once

#include "protocol/profiles.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_profile_routes(net::Router& routes, Edge& edge);

/// What this viewer may see of the person. Errors: not_found (nobody, or somebody a guest has not met).
Profile get_profile(Snapshot& snapshot, const Viewer& viewer, const GetProfile& request);

OwnProfile get_own_profile(Snapshot& snapshot, const Viewer& viewer, const GetOwnProfile& request);

/// Errors: stale_version. Emits person.changed when the colour is another: the fields have audiences of their own, so
/// no stream tells them.
OwnProfile set_profile(Transaction& tx, const Viewer& viewer, const SetProfile& request);

}  // namespace plein::features
