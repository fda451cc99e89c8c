/// What people do with a poll: vote, take a vote back, see who voted, close it.
#pragma once

#include "protocol/polls.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_poll_routes(net::Router& routes, Edge& edge);

/// Errors of all: not_found (no such poll for this viewer).
/// Errors: conflict about `poll` (closed) and about `vote` (final), invalid_request. Emits poll.changed, and vote.set on the
/// viewer's own stream; of an anonymous poll nothing.
Poll cast_vote(Transaction& tx, const Viewer& viewer, const CastVote& request);
/// Errors: conflict, as above. Emits the same.
Poll withdraw_vote(Transaction& tx, const Viewer& viewer, const WithdrawVote& request);
/// Errors: forbidden (neither its author nor one who looks after the tab). Emits poll.changed.
Poll close_poll(Transaction& tx, const Viewer& viewer, const ClosePoll& request);
/// Errors: forbidden (anonymous, or how it stands is not for the viewer yet).
VoteList list_votes(Snapshot& snapshot, const Viewer& viewer, const ListVotes& request);

/// Closes polls whose time has come, at most so many, and emits poll.changed for each. Returns how many.
std::int64_t close_due_polls(Transaction& tx, std::int64_t limit);

}  // namespace plein::features
