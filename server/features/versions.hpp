/// What posts and comments said before they were edited.
#pragma once

#include "protocol/versions.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_version_routes(net::Router& routes, Edge& edge);

/// Errors: not_found.
EarlierVersions list_post_versions(Snapshot& snapshot, const Viewer& viewer, const ListPostVersions& request);
EarlierVersions list_comment_versions(Snapshot& snapshot, const Viewer& viewer,
                                      const ListCommentVersions& request);

}  // namespace plein::features
