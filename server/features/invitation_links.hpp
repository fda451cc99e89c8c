/// Invitation links: made and revoked by owners, followed by whoever has one. (ADR 0020)
#pragma once

#include "protocol/invitation_links.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_link_routes(net::Router& routes, Edge& edge);

/// Errors: not_found, forbidden (not an owner).
LinkList list_links(Snapshot& snapshot, const Viewer& viewer, const ListLinks& request);
/// Errors: not_found, forbidden (not an owner), invalid_request (days, uses), full (of open links), conflict (other
/// content under the same client_id; a repeat after the link was revoked).
NewLink create_link(Transaction& tx, const Viewer& viewer, const CreateLink& request);
/// Errors: not_found (the group), forbidden (not an owner).
NoContent revoke_link(Transaction& tx, const Viewer& viewer, const RevokeLink& request);

/// Errors: not_found, for a link that is unknown, used up, expired, revoked, or whose maker is no active owner any more.
LinkView look_at_link(Snapshot& snapshot, const Viewer& viewer, const LookAtLink& request);
/// Errors: as above. Emits as `admission.hpp` says.
LinkFollowed follow_link(Transaction& tx, const Viewer& viewer, const FollowLink& request);

}  // namespace plein::features
