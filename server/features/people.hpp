/// People.
#pragma once

#include "protocol/people.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_people_routes(net::Router& routes, Edge& edge);

/// Those of the ids that the viewer may see: colleagues see everyone, guests those who speak where they may
/// listen.
PersonList list_people(Snapshot& snapshot, const Viewer& viewer, const ListPeople& request);

}  // namespace plein::features
