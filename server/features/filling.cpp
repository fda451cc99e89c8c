#include "server/features/filling.hpp"

#include "server/features/admission.hpp"
#include "server/features/throttle.hpp"
#include "storage/filling.hpp"

#include <algorithm>
#include <set>

namespace plein::features {

namespace asio = boost::asio;

namespace {

using storage::Candidate;
using storage::GroupAccess;

FillingOutcome outcome_of(const Candidate& candidate) {
    if (candidate.is_in) return FillingOutcome::already_in;
    if (candidate.person.suspended) return FillingOutcome::suspended;
    if (candidate.role == Role::guest) return FillingOutcome::guest_only;
    return FillingOutcome::joins;
}

FillingPlan plan_of_department(const std::vector<Candidate>& candidates) {
    if (candidates.size() > limits::people_at_once) throw Refusal{ErrorCode::conflict, "department"};
    FillingPlan plan;
    for (const Candidate& each : candidates) {
        plan.lines.push_back({"", outcome_of(each), each.person.id});
        plan.people.push_back(each.person);
    }
    return plan;
}

FillingPlan plan_of_entries(const std::vector<std::string>& entries,
                            const std::vector<std::optional<Candidate>>& candidates) {
    FillingPlan plan;
    std::set<PersonId> named;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& each = candidates[i];
        if (!each) {
            plan.lines.push_back({entries[i], FillingOutcome::unknown, std::nullopt});
            continue;
        }
        const bool is_first = named.insert(each->person.id).second;
        plan.lines.push_back(
            {entries[i], is_first ? outcome_of(*each) : FillingOutcome::doubled, each->person.id});
        if (is_first) plan.people.push_back(each->person);
    }
    return plan;
}

/// Errors: too_many_requests.
asio::awaitable<FillingPlan> plan_braked(Edge& edge, const net::Handler<PlanFilling>& plan, net::Call& call,
                                         PlanFilling request) {
    if (request.entries) {
        auto work = as_viewer(edge, call, [](Transaction& tx, const Viewer& viewer) {
            return brake(tx, brakes_for_lists_of(viewer.person));
        });
        const auto wait = co_await edge.database.commit(std::string{}, std::move(work));
        if (wait > 0) throw too_many_requests(wait, "$.entries");
    }
    co_return co_await plan(call, std::move(request));
}

}  // namespace

void add_filling_routes(net::Router& routes, Edge& edge) {
    routes.bind<PlanFilling>([&edge, plan = read(edge, plan_filling)](net::Call& call, PlanFilling request) {
        return plan_braked(edge, plan, call, std::move(request));
    });
    routes.bind<AddMembers>(commit(edge, add_members, queue_by_group));
}

FillingPlan plan_filling(Snapshot& snapshot, const Viewer& viewer, const PlanFilling& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_owner(group);
    if (request.department.has_value() == request.entries.has_value())
        throw Refusal{ErrorCode::invalid_request, "$.department", "either a department or entries"};
    if (request.department) {
        // One more than may join tells that there are too many.
        const auto limit = static_cast<std::int64_t>(limits::people_at_once) + 1;
        return plan_of_department(
            storage::select_department_candidates(snapshot, group, *request.department, limit));
    }
    std::vector<std::string> entries;
    for (const auto& entry : request.entries->items)
        entries.push_back(entry.value);
    return plan_of_entries(entries, storage::select_candidates_of(snapshot, group, entries));
}

MembersAdded add_members(Transaction& tx, const Viewer& viewer, const AddMembers& request) {
    const GroupAccess group = to_owned(tx, viewer, request.group);
    std::vector<PersonId> ids = request.people.items;
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto candidates = storage::lock_candidates(tx, group, ids);
    if (candidates.size() != ids.size()) throw Refusal{ErrorCode::not_found, "people"};
    for (const Candidate& each : candidates) {
        const FillingOutcome outcome = outcome_of(each);
        if (outcome == FillingOutcome::suspended) throw Refusal{ErrorCode::not_found, "people"};
        if (outcome == FillingOutcome::guest_only) throw Refusal{ErrorCode::conflict, "people"};
    }
    const auto members = storage::insert_members(tx, group, ids);
    // Up to 500 people hear on streams of their own, far more than any other act tells. It is rare, an owner's alone, and
    // each of them has to see the group at once; half of it would be worse than a commit of half a second.
    if (!members.empty()) tell_admitted(tx, group, members, true);
    return {static_cast<std::int32_t>(members.size())};
}

}  // namespace plein::features
