/// Services and end-to-end processes: who does what.
#pragma once

#include "protocol/services.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_service_routes(net::Router& routes, Edge& edge);

/// Errors: forbidden (guests).
ServiceList list_services(Snapshot& snapshot, const Viewer& viewer, const ListServices& request);

/// Errors: forbidden (neither administrator nor head of the department), not_found (no such department), conflict
/// (`department`: archived; `owner`: nobody of the SSC; other content under this client_id), full (of services).
/// Emits service.changed. A retry returns what the first try made.
Service create_service(Transaction& tx, const Viewer& viewer, const CreateService& request);

/// Errors: as create_service, for the department it leaves and the one it comes to; not_found, stale_version. Emits
/// service.changed.
Service edit_service(Transaction& tx, const Viewer& viewer, const EditService& request);

/// Errors: not_found, forbidden. Emits service.removed.
NoContent remove_service(Transaction& tx, const Viewer& viewer, const RemoveService& request);

}  // namespace plein::features
