/// Scheduled posts: written now, published at the time that their author chose, if the author may post there then.
///
/// Nothing of one is on the tab's stream or in its log. `scheduled.changed` on the author's user:N carries their id only.
/// (ADR 0040)
#pragma once

#include "protocol/scheduled.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_scheduled_routes(net::Router& routes, Edge& edge);

ScheduledPostList list_scheduled_posts(Snapshot& snapshot, const Viewer& viewer,
                                       const ListScheduledPosts& request);

/// Keeps a new post until its time; whether it may be written has been checked. Errors: full, and those of CreatePost about
/// its parts.
Post schedule_post(Transaction& tx, const Viewer& viewer, const storage::TabAccess& tab,
                   const CreatePost& request);

/// A failed one waits again. Errors: not_found (no own scheduled post), conflict (published or cancelled), stale_version,
/// forbidden (the posting rule), invalid_request.
Post edit_scheduled_post(Transaction& tx, const Viewer& viewer, const EditScheduledPost& request);
/// Emits what a new post emits, or holds it where it needs approval. Errors: not_found, conflict (cancelled), forbidden, full
/// (too many are held), and those of CreatePost about its parts.
Post publish_scheduled_post(Transaction& tx, const Viewer& viewer, const PublishScheduledPost& request);
/// Errors: not_found, conflict (published).
NoContent cancel_scheduled_post(Transaction& tx, const Viewer& viewer, const CancelScheduledPost& request);

/// Publishes it when its time has come, once, whichever node is first, and tells its author; or notes that this cannot be, and
/// tells them that. Returns whether it did one of the two.
bool publish_due_post(Transaction& tx, PostId post);
/// What failed long ago is nobody's any more, and erased.
std::int64_t forget_failed_posts(Transaction& tx, std::int64_t limit);

}  // namespace plein::features
