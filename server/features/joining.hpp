/// The directory of closed groups, and requests to join. Those who change who is in a group, or who waits, take turns
/// (`storage::lock_members`): of two who decide on one request at once, one was first and the other finds it decided.
#pragma once

#include "protocol/joining.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_joining_routes(net::Router& routes, Edge& edge);

/// Errors: forbidden (people from outside the organisation).
Directory list_directory(Snapshot& snapshot, const Viewer& viewer, const ListDirectory& request);
OwnStandings list_standings(Snapshot& snapshot, const Viewer& viewer, const ListStandings& request);

/// Errors: not_found (unknown, archived or secret), full (of open requests). Emits standing.changed to the person
/// and requests.changed to the owners, or what `admission.hpp` says when the person is let in.
StandingAnswer ask_to_join(Transaction& tx, const Viewer& viewer, const AskToJoin& request);
/// Emits as above, when there was a request.
StandingAnswer withdraw_request(Transaction& tx, const Viewer& viewer, const WithdrawRequest& request);

/// Errors: not_found, forbidden (not an owner).
JoinRequestList list_join_requests(Snapshot& snapshot, const Viewer& viewer, const ListJoinRequests& request);
/// Who is in already stays as they are. Errors: not_found (also: nobody asks, or no longer), forbidden (not an owner),
/// conflict (a guest of the organisation). Emits as `admission.hpp` says.
Member approve_request(Transaction& tx, const Viewer& viewer, const ApproveRequest& request);
/// Errors: not_found, forbidden (not an owner), conflict (let in meanwhile). Emits as `ask_to_join`.
NoContent decline_request(Transaction& tx, const Viewer& viewer, const DeclineRequest& request);
NoContent dismiss_declined(Transaction& tx, const Viewer& viewer, const DismissDeclined& request);

}  // namespace plein::features
