/// Readings: how far one has read, taking that back, and following tabs. All of it is the person's own, and told to
/// their devices only.
#pragma once

#include "protocol/readings.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_reading_routes(net::Router& routes, Edge& edge);

/// Moves the reading position forward. Errors: not_found. Emits tab.read on the person's own stream.
Reading mark_read(Transaction& tx, const Viewer& viewer, const MarkRead& request);

/// The same for several tabs. Errors: not_found, for any of them. Emits tab.read for each that moved.
ReadingList mark_all_read(Transaction& tx, const Viewer& viewer, const MarkAllRead& request);

/// Moves positions back to where they were before a mark, unless they changed since. Errors: not_found. Emits tab.read
/// for each that moved.
ReadingList restore_readings(Transaction& tx, const Viewer& viewer, const RestoreReadings& request);

/// Errors: not_found. Emits tab.followed when that is something new.
Reading set_following(Transaction& tx, const Viewer& viewer, const SetFollowing& request);

/// The same for all tabs of a group that the person reads. Errors: not_found. Emits tab.followed for each where that is
/// something new.
ReadingList set_group_following(Transaction& tx, const Viewer& viewer, const SetGroupFollowing& request);

}  // namespace plein::features
