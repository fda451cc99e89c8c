/// Emergency access (break-glass): an administrator enters a group with a reason, for a while, in its owners' sight.
#pragma once

#include "protocol/emergency.hpp"
#include "server/features/edge.hpp"
#include "storage/emergency.hpp"

#include <chrono>

namespace plein::features {

inline constexpr std::chrono::hours emergency_lifetime{1};

void add_emergency_routes(net::Router& routes, Edge& edge);

/// Puts the reason on record; the record has no end when there is no such group, and then this opened nothing. Errors:
/// forbidden (not the right), invalid_request (no reason), conflict (the person is in the group, or other content under
/// this client_id). Emits member.added on the group's stream, group.joined on the person's, emergency.opened on each
/// owner's, and requests.changed there when the person had waited at the door. A retry returns what the first put on record.
storage::EmergencyRow break_glass(Transaction& tx, const Viewer& viewer, const BreakGlass& request);

/// Errors: not_found, forbidden (not an owner).
EmergencyAccessList list_emergency_accesses(Snapshot& snapshot, const Viewer& viewer,
                                            const ListEmergencyAccesses& request);

/// Ends one that has run out, with the revocation of every removal; false when somebody else did.
bool end_emergency_access(Transaction& tx, const storage::EndedMembership& ended);

}  // namespace plein::features
