/// Reactions: chosen at once, counted a few times a second.
///
/// Whoever reacts writes a row of their own and waits for nobody; how many there are is counted afterwards, once for all
/// who reacted meanwhile, and that count is what readers see and hear of. So a thousand reactions a second to one post are
/// a few events a second for its readers.   (ADR 32)
#pragma once

#include "protocol/reactions.hpp"
#include "server/features/joint.hpp"
#include "storage/reactions.hpp"

namespace plein::features {

void add_reaction_routes(net::Router& routes, Edge& edge);

/// Errors: not_found (no such post or comment for this viewer). Emits reaction.set on the person's own stream.
std::vector<Outcome<SetReaction>> set_reactions(Transaction& tx,
                                                const std::vector<Asked<SetReaction>>& asked);
/// The same of one.
NoContent set_reaction(Transaction& tx, const Viewer& viewer, const SetReaction& request);

/// Errors: not_found.
ReactorList list_reactors(Snapshot& snapshot, const Viewer& viewer, const ListReactors& request);

/// Counts what changed since the last count, at most so many changes of it, and emits reactions.counted for each post or
/// comment. Returns how many changes that were.
std::int64_t count_reactions(Transaction& tx, std::int64_t limit);

ReactionsCounted reactions_counted(const storage::Subject& subject, const Tab& tab, Reactions reactions);

}  // namespace plein::features
