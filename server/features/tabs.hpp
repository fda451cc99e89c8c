/// Tabs as their owners shape them: added, changed, put in order, archived and restored.
///
/// Every change of who reads a tab goes the same way (ADR 0019): `tab.removed` on the stream that it leaves, which on a
/// stream of its own is the end for everyone, `tabs.changed` on the group's, and `access.changed` for each guest to whom
/// it opened or closed. All of it commits with the change.
#pragma once

#include "protocol/tabs.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_tab_routes(net::Router& routes, Edge& edge);

/// Errors: not_found (the group, or the department), forbidden (not an owner), invalid_request (an audience without its
/// department), conflict (other content under this client_id), full.
CreatedTab create_tab(Transaction& tx, const Viewer& viewer, const CreateTab& request);

/// Errors: not_found (the tab, or the department), forbidden, invalid_request, stale_version. Emits tab.changed on the
/// tab's stream when the same people go on reading it; otherwise it closes there and opens where the others read it.
Tab edit_tab(Transaction& tx, const Viewer& viewer, const EditTab& request);

/// Errors: not_found (a tab that the viewer does not read), forbidden (not an owner), stale_version. Emits tab.changed
/// for each tab that moved.
TabList order_tabs(Transaction& tx, const Viewer& viewer, const OrderTabs& request);

/// Errors: not_found, forbidden, last_tab, full (of archived ones).
NoContent archive_tab(Transaction& tx, const Viewer& viewer, const ArchiveTab& request);

/// Errors: not_found, forbidden, full.
NoContent restore_tab(Transaction& tx, const Viewer& viewer, const RestoreTab& request);

/// Errors: not_found, forbidden (guests).
ArchivedTabList list_archived_tabs(Snapshot& snapshot, const Viewer& viewer, const ListArchivedTabs& request);

/// Errors: not_found, forbidden (guests).
Readers get_readers(Snapshot& snapshot, const Viewer& viewer, const GetReaders& request);

}  // namespace plein::features
