/// What people do with an idea: vote for it, take that back, see who voted, send it to whom it concerns, decide on it.
#pragma once

#include "protocol/ideas.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_idea_routes(net::Router& routes, Edge& edge);

/// Errors of all: not_found (no such idea for this viewer).
/// Errors: conflict about `idea` (it is done or declined). Emits idea.changed, and idea.wanted on the viewer's own stream;
/// nothing when nothing changes.
Idea vote_for_idea(Transaction& tx, const Viewer& viewer, const VoteForIdea& request);
/// Errors: as above. Emits the same.
Idea withdraw_idea_vote(Transaction& tx, const Viewer& viewer, const WithdrawIdeaVote& request);
IdeaVoteList list_idea_votes(Snapshot& snapshot, const Viewer& viewer, const ListIdeaVotes& request);
/// Errors: forbidden, invalid_request about `$.target` (nobody), not_found about `idea` (no such addressee). Emits idea.changed.
Idea route_idea(Transaction& tx, const Viewer& viewer, const RouteIdea& request);
/// Errors: forbidden, invalid_request about `$.note` (blank), conflict about `status` (it has that one), full (so often).
/// Emits idea.changed; who proposed it and who voted hear of it a little later.
Idea decide_idea(Transaction& tx, const Viewer& viewer, const DecideIdea& request);
/// Errors: not_found about `department`, forbidden (guests of the organisation).
PostPage list_ideas(Snapshot& snapshot, const Viewer& viewer, const ListIdeas& request);

/// Tells the next ones who voted, and before them its author, that an idea has another status; returns how many it went
/// through. Call again while that is `told_at_once`.
std::int64_t tell_next_voters(Transaction& tx, PostId post);

}  // namespace plein::features
