/// Drafts: what somebody is writing in a tab, on all of their devices and for nobody else.
#pragma once

#include "protocol/drafts.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_draft_routes(net::Router& routes, Edge& edge);

DraftList list_drafts(Snapshot& snapshot, const Viewer& viewer, const ListDrafts& request);

/// What says the same as what is kept changes nothing, so a repeat is no error. Errors: not_found, stale_version. Emits
/// draft.changed on the person's own stream, also for the oldest, where there are too many.
Draft save_draft(Transaction& tx, const Viewer& viewer, const SaveDraft& request);

/// Emits draft.changed.
NoContent drop_draft(Transaction& tx, const Viewer& viewer, const DropDraft& request);

/// Drops what nobody has touched for half a year, at most so many, and emits draft.changed. Returns how many.
std::int64_t forget_old_drafts(Transaction& tx, std::int64_t limit);

}  // namespace plein::features
