/// What an owner has handed out: open invitations and links. They stand on the owner's right to let people in. (ADR 0020)
#pragma once

#include "storage/transaction.hpp"

#include <optional>

namespace plein::features {

/// Ends them, in one group or in all: the owner lost the role, left, or is suspended. Emits standing.changed to those who
/// were invited.
void end_offers(storage::Transaction& tx, PersonId owner, std::optional<GroupId> group);

}  // namespace plein::features
