/// People: who they are, and the directory.
#pragma once

#include "protocol/people.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_people_routes(net::Router& routes, Edge& edge);

/// Those of the ids that the viewer may see: colleagues see everyone, guests those who speak where they may
/// listen.
PersonList list_people(Snapshot& snapshot, const Viewer& viewer, const ListPeople& request);

/// Everyone who can sign in, page by page. Errors: forbidden (guests), invalid_request (limit, after).
PersonPage browse_people(Snapshot& snapshot, const Viewer& viewer, const BrowsePeople& request);

/// After anything that changes a `Person`, or makes one: emits person.changed, and leaves nothing of who they were
/// before in the log.
void tell_of(Transaction& tx, PersonId person);
/// What the organisation sees of them is the same: whoever shows more of them, a profile, reads it anew.
void tell_again(Transaction& tx, PersonId person);

/// The same of many. Of more than `limits::people_told_singly` it emits one people.changed instead.
void tell_of(Transaction& tx, const std::vector<PersonId>& people);

}  // namespace plein::features
