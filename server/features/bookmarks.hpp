/// Bookmarks: posts that one keeps.
#pragma once

#include "protocol/bookmarks.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_bookmark_routes(net::Router& routes, Edge& edge);

/// Errors: invalid_request.
PostPage list_bookmarks(Snapshot& snapshot, const Viewer& viewer, const ListBookmarks& request);

/// Errors: not_found, full. Emits bookmark.set on the person's own stream.
NoContent keep_post(Transaction& tx, const Viewer& viewer, const KeepPost& request);
NoContent drop_post(Transaction& tx, const Viewer& viewer, const DropPost& request);

}  // namespace plein::features
