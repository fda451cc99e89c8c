/// Letting people in, whatever the way they came: what is checked, and who hears of it. The caller has taken the turn of
/// `storage::lock_members`.
#pragma once

#include "protocol/joining.hpp"
#include "server/access/access.hpp"

#include <vector>

namespace plein::features {

/// Takes that turn and proves that the viewer owns the group. Errors: not_found, forbidden (not an owner).
[[nodiscard]] storage::GroupAccess to_owned(storage::Transaction& tx, const storage::Viewer& viewer,
                                            GroupId id);

/// Errors: not_found (nobody, or suspended), conflict (a guest of the organisation can only be a guest in a group).
void check_may_become(storage::Transaction& tx, PersonId person, GroupRole role);

/// An owner lets in somebody who is not a member. Errors: as above. Emits as `tell_admitted`.
Member admit(storage::Transaction& tx, const storage::GroupAccess& group, PersonId person, GroupRole role);

/// The viewer comes in as what the door admits. Emits as `tell_admitted`.
void come_in(storage::Transaction& tx, const storage::Viewer& viewer, const storage::DoorAccess& door);

/// Emits member.added on the group's stream and group.joined on the person's, for each; requests.changed to the owners when
/// somebody had waited at the door.
void tell_admitted(storage::Transaction& tx, const storage::GroupAccess& group,
                   const std::vector<Member>& members, bool somebody_waited);

/// Emits standing.changed to the person and requests.changed to the owners.
void tell_standing(storage::Transaction& tx, GroupId group, PersonId person, GroupStanding standing);

}  // namespace plein::features
