/// People and departments; suspension.
#pragma once

#include "protocol/people.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_people_routes(net::Router& routes, Edge& edge);

DepartmentList list_departments(Snapshot& snapshot, const Viewer& viewer, const ListDepartments& request);

/// Those of the ids that the viewer may see: colleagues see everyone, guests those who speak where they may
/// listen.
PersonList list_people(Snapshot& snapshot, const Viewer& viewer, const ListPeople& request);

/// Ends all sessions and live connections at once. Errors: forbidden (not an administrator, or oneself),
/// not_found. Emits access.revoked on every stream of the person and session.ended on their own.
NoContent suspend_person(Transaction& tx, const Viewer& viewer, const SuspendPerson& request);
/// Errors: forbidden (not an administrator), not_found.
NoContent reinstate_person(Transaction& tx, const Viewer& viewer, const ReinstatePerson& request);

/// The act itself, for the command line as well. Errors: not_found.
void suspend(Transaction& tx, PersonId person);

}  // namespace plein::features
