/// People from a CSV file: what it would do, and doing it. All of it takes the right `manage_people`; without it every
/// function refuses with forbidden, before it looks at the file.
#pragma once

#include "protocol/people_import.hpp"
#include "server/features/edge.hpp"

#include <chrono>

namespace plein::features {

/// 20,000 rows take seconds; this is for a slow machine under load, and below the minute after which proxies give up.
inline constexpr std::chrono::seconds import_deadline{50};

void add_people_import_routes(net::Router& routes, Edge& edge);

/// What is wrong with a row or with the file stands in the plan, at its line.
ImportPlan plan_import(Snapshot& snapshot, const Viewer& viewer, const PlanImport& request);

/// All or nothing. Errors: conflict (`$.fingerprint`: by now something else would happen than was shown, or a row is
/// wrong). Emits as `change_places` says: person.changed or people.changed, and for whoever moved to another department
/// access.revoked on every stream that they lose and access.changed on their own.
ImportDone apply_import(Transaction& tx, const Viewer& viewer, const ApplyImport& request);

}  // namespace plein::features
