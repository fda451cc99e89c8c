/// What those who look after a tab do with its posts: pin some on top, and close their comments.
#pragma once

#include "protocol/pins.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_pin_routes(net::Router& routes, Edge& edge);

/// Errors: not_found.
PostPage list_pinned_posts(Snapshot& snapshot, const Viewer& viewer, const ListPinnedPosts& request);

/// All that follow emit post.edited, and change nothing that is as asked. Errors of all: not_found, forbidden (who does not
/// look after the tab).
/// Errors: full, with as many as a tab has on top.
Post pin_post(Transaction& tx, const Viewer& viewer, const PinPost& request);
Post unpin_post(Transaction& tx, const Viewer& viewer, const UnpinPost& request);
/// Errors: invalid_request (blank reason).
Post lock_post(Transaction& tx, const Viewer& viewer, const LockPost& request);
Post unlock_post(Transaction& tx, const Viewer& viewer, const UnlockPost& request);

}  // namespace plein::features
