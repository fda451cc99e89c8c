/// Groups as people make and shape them.
#pragma once

#include "protocol/group_changes.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_group_change_routes(net::Router& routes, Edge& edge);

/// Begins a group. Errors: forbidden (guests), invalid_request (a department twice), not_found (a department, or a
/// person who cannot own it), conflict (a closed group has this name; a guest as owner; other content under this
/// client_id). Emits group.joined on the own stream of each owner. A retry returns what the first made.
Group create_group(Transaction& tx, const Viewer& viewer, const CreateGroup& request);

/// Errors: not_found, forbidden (not an owner), stale_version, conflict (a closed group has this name). Emits
/// group.changed on the group's stream, and access.changed to those whom it does not reach: guests,
/// and whoever waits at the door.
Group edit_group(Transaction& tx, const Viewer& viewer, const EditGroup& request);

/// Errors: not_found, forbidden (not an owner). Emits group.archived on every stream of the group, behind which it ends
/// for everyone, and access.changed to guests and whoever waits at the door, who may read none of them, and to emergency
/// access, which goes on.
NoContent archive_group(Transaction& tx, const Viewer& viewer, const ArchiveGroup& request);

/// Errors: not_found, also for whoever is no owner. Emits access.changed to everyone who is in it
/// or waits at its door.
NoContent restore_group(Transaction& tx, const Viewer& viewer, const RestoreGroup& request);

ArchivedGroupList list_archived_groups(Snapshot& snapshot, const Viewer& viewer,
                                       const ListArchivedGroups& request);

}  // namespace plein::features
