/// Held posts: where a tab asks for approval, what people write waits until an owner or moderator of the group decides.
///
/// Nothing of a held post is on the tab's stream or in its log. `held.changed` on moderators:N and on the author's user:N
/// carries the group's id only. (ADR 0024)
#pragma once

#include "protocol/held.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_held_routes(net::Router& routes, Edge& edge);

/// Of those who decide, as far as they read the tabs. Errors: not_found, forbidden.
HeldPostList list_held_posts(Snapshot& snapshot, const Viewer& viewer, const ListHeldPosts& request);
/// Errors: not_found.
OwnHeldPostList list_own_held_posts(Snapshot& snapshot, const Viewer& viewer,
                                    const ListOwnHeldPosts& request);

/// Holds a new post; whether it may be written has been checked. Errors: full.
Post hold_post(Transaction& tx, const Viewer& viewer, const storage::TabAccess& tab,
               const CreatePost& request);

/// Holds what was scheduled, at its time. Errors: full, before anything is written.
Post hold_scheduled_post(Transaction& tx, const Viewer& author, const storage::TabAccess& tab,
                         PostId scheduled);

/// Errors: not_found (no own held post), conflict (it was approved), stale_version; for a declined one also forbidden (the
/// posting rule) and full.
Post edit_held_post(Transaction& tx, const Viewer& viewer, const EditHeldPost& request);
/// Errors: not_found, conflict (it was approved).
NoContent withdraw_held_post(Transaction& tx, const Viewer& viewer, const WithdrawHeldPost& request);

/// Emits post.created on the tab's stream. Whoever approved it may repeat that. Errors: not_found, conflict (somebody
/// else, or otherwise, decided; its author reads the tab no more), stale_version.
Post approve_held_post(Transaction& tx, const Viewer& viewer, const ApproveHeldPost& request);
/// Whoever declined it may repeat that. Errors: not_found, conflict, stale_version, invalid_request (a reason that says
/// nothing).
NoContent decline_held_post(Transaction& tx, const Viewer& viewer, const DeclineHeldPost& request);

}  // namespace plein::features
