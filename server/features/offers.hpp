/// What ends by itself: the offers of an owner who is none any more, and all that waits at a door that is gone. (ADR 0020)
#pragma once

#include "server/access/access.hpp"

#include <optional>

namespace plein::features {

/// Ends the open invitations and links of an owner, in one group or in all: the owner lost the role, left, or is suspended.
/// Emits standing.changed to those who were invited.
void end_offers(storage::Transaction& tx, PersonId owner, std::optional<GroupId> group);

/// Ends the requests to join a group that becomes secret. Emits standing.changed to those who asked and requests.changed to
/// the owners.
void end_requests(storage::Transaction& tx, const storage::GroupAccess& group);

/// Ends requests, invitations and links of a group that is archived. Emits standing.changed to those who waited.
void end_waiting(storage::Transaction& tx, const storage::GroupAccess& group);

}  // namespace plein::features
