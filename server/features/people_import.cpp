#include "server/features/people_import.hpp"

#include "server/features/import_plan.hpp"
#include "server/features/standing.hpp"
#include "storage/joining.hpp"

#include <algorithm>
#include <set>

namespace plein::features {

namespace asio = boost::asio;

namespace {

using storage::AccountsAccess;

/// Errors: not_signed_in, forbidden.
asio::awaitable<void> may_send(Edge& edge, net::Call& call) {
    auto work = [token = token_hash_of(call)](Snapshot& snapshot) {
        access::to_accounts(access::identify(snapshot, token));
    };
    co_await edge.database.read(std::move(work));
}

std::vector<access::Move> moves_of(const std::vector<Change>& changes) {
    std::vector<access::Move> moves;
    for (const auto& [after, department_before] : changes) {
        if (after.details.department != department_before)
            moves.push_back({after.person, department_before, after.details.department});
    }
    return moves;
}

/// Holds what the plan stands on. Errors: conflict, when it has changed since it was read.
void hold(Transaction& tx, const AccountsAccess& accounts, const Import& import) {
    std::vector<PersonId> people;
    std::set<DepartmentId> departments;
    for (const Change& change : import.changed) {
        people.push_back(change.after.person);
        if (change.after.details.department) departments.insert(*change.after.details.department);
    }
    for (const auto& person : import.added) {
        if (person.department) departments.insert(*person.department);
    }
    std::vector<PersonId> movers;
    for (const access::Move& move : moves_of(import.changed))
        movers.push_back(move.person);
    // Before the people, as everyone does who changes members: no tab opens to them meanwhile.
    storage::lock_members_of(tx, movers);
    const auto versions = storage::lock_versions(tx, accounts, people);
    const bool is_as_read = std::ranges::all_of(import.changed, [&](const Change& change) {
        const auto found = versions.find(change.after.person);
        return found != versions.end() && found->second == change.after.version;
    });
    if (!is_as_read || !storage::lock_open_departments(tx, {departments.begin(), departments.end()}))
        throw Refusal{ErrorCode::conflict, "$.fingerprint"};
}

std::vector<storage::KnownAccount> accounts_of(const std::vector<Change>& changes) {
    std::vector<storage::KnownAccount> accounts;
    for (const Change& change : changes)
        accounts.push_back(change.after);
    return accounts;
}

}  // namespace

void add_people_import_routes(net::Router& routes, Edge& edge) {
    const auto may = [&edge](net::Call& call) { return may_send(edge, call); };
    routes.bind<PlanImport>(read(edge, plan_import, import_deadline), may);
    routes.bind<ApplyImport>(
        commit<access::identify_in_turn>(edge, apply_import, no_queue<ApplyImport>, import_deadline), may);
}

ImportPlan plan_import(Snapshot& snapshot, const Viewer& viewer, const PlanImport& request) {
    return plan_of(snapshot, access::to_accounts(viewer), request.file.value).plan;
}

ImportDone apply_import(Transaction& tx, const Viewer& viewer, const ApplyImport& request) {
    const AccountsAccess accounts = access::to_accounts(viewer);
    const Import import = plan_of(tx, accounts, request.file.value);
    if (import.plan.fingerprint != request.fingerprint.value)
        throw Refusal{ErrorCode::conflict, "$.fingerprint"};
    hold(tx, accounts, import);
    std::vector<PersonId> people = storage::insert_accounts(tx, accounts, import.added);
    ImportDone done{import.plan.added, import.plan.changed, {}};
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!import.added[i].email) done.without_email.push_back(people[i]);
    }
    storage::update_accounts(tx, accounts, accounts_of(import.changed));
    for (const Change& change : import.changed)
        people.push_back(change.after.person);
    change_places(tx, people, moves_of(import.changed));
    return done;
}

}  // namespace plein::features
