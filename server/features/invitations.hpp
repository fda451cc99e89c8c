/// Invitations of owners, and what the invited make of them. (ADR 0020)
#pragma once

#include "protocol/invitations.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_invitation_routes(net::Router& routes, Edge& edge);

/// Errors: not_found, forbidden (not an owner).
InvitationList list_invitations(Snapshot& snapshot, const Viewer& viewer, const ListInvitations& request);
/// Who asked to join comes in at once. Errors: not_found (also: nobody, or suspended), forbidden (not an owner), conflict (as
/// an owner; a guest of the organisation as anything else than a guest), full (of open ones). Emits standing.changed to the
/// person and requests.changed to the owners, or what `admission.hpp` says.
StandingAnswer set_invitation(Transaction& tx, const Viewer& viewer, const SetInvitation& request);
/// Errors: not_found, forbidden (not an owner). Emits as above.
StandingAnswer withdraw_invitation(Transaction& tx, const Viewer& viewer, const WithdrawInvitation& request);

/// Errors: not_found (no invitation, withdrawn, or its inviter is no active owner any more). Emits as `admission.hpp` says.
StandingAnswer accept_invitation(Transaction& tx, const Viewer& viewer, const AcceptInvitation& request);
/// Emits standing.changed to the person and requests.changed to the owners, when there was an invitation.
StandingAnswer decline_invitation(Transaction& tx, const Viewer& viewer, const DeclineInvitation& request);

}  // namespace plein::features
