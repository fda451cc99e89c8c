/// Who is in a group.
#pragma once

#include "protocol/members.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_member_routes(net::Router& routes, Edge& edge);

/// Errors: not_found, forbidden (guests).
MemberList list_members(Snapshot& snapshot, const Viewer& viewer, const ListMembers& request);
/// Errors: not_found, forbidden (not an owner).
PersonList list_candidates(Snapshot& snapshot, const Viewer& viewer, const ListCandidates& request);

/// Adds a person or changes their role. Errors: not_found, forbidden (not an owner), conflict (an external
/// person can only be a guest), last_owner. Emits member.added or member.changed on the group's stream and
/// group.joined on the person's; whoever becomes a guest loses the streams of full members in the same
/// transaction. What an owner has handed out ends with the role.
Member set_member(Transaction& tx, const Viewer& viewer, const SetMember& request);

/// Errors: not_found, forbidden (not an owner, and not oneself), last_owner. Emits member.removed on the
/// group's stream, access.revoked on every tab stream of the group, group.left on the person's own. What an owner
/// has handed out ends with the role.
NoContent remove_member(Transaction& tx, const Viewer& viewer, const RemoveMember& request);

/// Tells that the person is out of the group, whose `streams` these are: nothing that commits later reaches them there.
void tell_departure(Transaction& tx, const std::vector<std::string>& streams, GroupId group, PersonId person);

}  // namespace plein::features
