/// Everyone's accounts, as administrators keep them. All of it takes the right `manage_people`: without it every
/// function refuses with forbidden, before it tells whether somebody exists.
#pragma once

#include "protocol/managed_accounts.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_managed_account_routes(net::Router& routes, Edge& edge);

ManagedAccountList list_accounts(Snapshot& snapshot, const Viewer& viewer, const ListAccounts& request);
/// Errors: not_found.
ManagedAccount get_account(Snapshot& snapshot, const Viewer& viewer, const GetAccount& request);

/// Errors: invalid_request (a login that is none, or no login at all), conflict (`$.email` or
/// `$.personnel_number` is somebody's already; other content under this client_id), not_found (department).
/// A retry returns what the first try made. Emits person.changed.
ManagedAccount create_account(Transaction& tx, const Viewer& viewer, const CreateAccount& request);

/// Errors: those of create_account, not_found, stale_version, forbidden (the own role), last_owner (a guest owns
/// nothing, and the person is some group's last owner). Emits person.changed. When the department or the role changed: also
/// access.revoked on every stream that the person loses by it, member.changed in each group where they become a
/// guest, and access.changed on their own stream.
ManagedAccount edit_account(Transaction& tx, const Viewer& viewer, const EditAccount& request);

/// Errors: not_found.
SessionList list_account_sessions(Snapshot& snapshot, const Viewer& viewer,
                                  const ListAccountSessions& request);
/// Errors: not_found. Emits session.ended on the person's stream.
NoContent end_account_session(Transaction& tx, const Viewer& viewer, const EndAccountSession& request);

}  // namespace plein::features
