#include "server/features/departments.hpp"

#include "server/features/department_tree.hpp"
#include "server/features/opening_hours.hpp"
#include "server/features/shown_text.hpp"
#include "storage/creations.hpp"
#include "storage/departments.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <iterator>

namespace plein::features {

namespace {

using access::Management;

/// What a guest reads of it.
Department for_guests(const Department& department) {
    Department known;
    known.id = department.id;
    known.version = department.version;
    known.name = department.name;
    known.side = department.side;
    return known;
}

Department told(Transaction& tx, Department department) {
    tx.tell(organisation_stream, DepartmentChanged{department});
    return department;
}

/// Heads and deputies, in the order of their ids.
std::vector<PersonId> leaders_of(const Department& department) {
    std::vector<PersonId> all = department.heads;
    all.insert(all.end(), department.deputies.begin(), department.deputies.end());
    std::ranges::sort(all);
    return all;
}

std::vector<PersonId> gone_from_desk(Transaction& tx, const Department& before, const Department& after) {
    std::vector<PersonId> gone;
    std::ranges::set_difference(leaders_of(before), leaders_of(after), std::back_inserter(gone));
    return access::gone_from_desk(tx, access::as_system("heads that changed"), after.id, gone);
}

/// Who leads the department may post and manage where others may not: those who came or went read their groups afresh.
Department told(Transaction& tx, const Department& before, Department after) {
    std::vector<PersonId> changed;
    std::ranges::set_symmetric_difference(leaders_of(before), leaders_of(after), std::back_inserter(changed));
    tx.tell(organisation_stream, DepartmentChanged{after});
    for (const PersonId person : changed)
        tx.tell(stream_of(person), AccessChanged{person});
    for (const PersonId person : gone_from_desk(tx, before, after))
        tx.tell(desk_stream_of(after.id), AccessRevoked{person});
    return after;
}

Department find(Transaction& tx, DepartmentId id) {
    auto department = storage::select_department(tx, id);
    if (!department) throw Refusal{ErrorCode::not_found, "department"};
    return std::move(*department);
}

std::vector<PersonId> sorted(std::vector<PersonId> people) {
    std::ranges::sort(people);
    return people;
}

/// Errors: invalid_request.
void check_answer_hours(const std::optional<std::int32_t>& hours) {
    if (hours && (*hours < 1 || *hours > std::int32_t{limits::answer_hours}))
        throw Refusal{ErrorCode::invalid_request, "$.answer_hours", "1 to 200"};
}

/// Errors: forbidden, named after what a head may not change.
void check_part(const Department& before, const EditDepartment& request) {
    const auto refuse_if = [](bool changed, const char* field) {
        if (changed) throw Refusal{ErrorCode::forbidden, field};
    };
    refuse_if(request.name.value != before.name, "name");
    refuse_if(request.side != before.side, "side");
    refuse_if(request.parent != before.parent, "parent");
    refuse_if(sorted(request.heads.items) != before.heads, "heads");
    refuse_if(request.partner != before.partner, "partner");
}

/// Everyone has an account that is not a guest's, and stands in the list once. Whoever was in already stays: a
/// suspension does not stand in the way of other changes. Errors: conflict.
void check_heads(Transaction& tx, const std::vector<PersonId>& chosen, const std::vector<PersonId>& before,
                 const char* field) {
    const auto people = sorted(chosen);
    if (std::ranges::adjacent_find(people) != people.end()) throw Refusal{ErrorCode::conflict, field};
    for (const PersonId person : people) {
        if (std::ranges::binary_search(before, person)) continue;
        const auto standing = storage::select_standing(tx, person);
        if (!standing || standing->suspended || standing->role == Role::guest)
            throw Refusal{ErrorCode::conflict, field};
    }
}

void check_partner(Transaction& tx, const EditDepartment& request, const Department& before) {
    if (!request.partner) return;
    if (request.side != Side::business) throw Refusal{ErrorCode::conflict, "partner"};
    if (request.partner != before.partner && storage::select_side_of(tx, *request.partner) != Side::ssc)
        throw Refusal{ErrorCode::conflict, "partner"};
}

}  // namespace

void add_department_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListDepartments>(read(edge, list_departments));
    routes.bind<CreateDepartment>(commit(edge, create_department, queue_by_organisation));
    routes.bind<EditDepartment>(commit(edge, edit_department, queue_by_organisation));
    routes.bind<ArchiveDepartment>(commit(edge, archive_department, queue_by_organisation));
    routes.bind<RestoreDepartment>(commit(edge, restore_department, queue_by_organisation));
}

DepartmentList list_departments(Snapshot& snapshot, const Viewer& viewer, const ListDepartments&) {
    DepartmentList list{storage::select_departments(snapshot), {}};
    if (viewer.role == Role::guest) {
        std::ranges::transform(list.items, list.items.begin(), for_guests);
        return list;
    }
    snapshot.touch(organisation_stream);
    list.cursors = snapshot.cursors();
    return list;
}

Department create_department(Transaction& tx, const Viewer& viewer, const CreateDepartment& request) {
    access::check(viewer, Right::manage_departments);
    storage::lock_organisation(tx);
    const auto earlier =
        storage::insert_creation(tx, viewer, request.client_id, storage::content_of(request));
    if (earlier) return find(tx, DepartmentId{*earlier});
    const auto all = storage::select_departments(tx);
    if (all.size() >= limits::departments) throw Refusal{ErrorCode::full, "department"};
    DepartmentTree{all}.check_parent(std::nullopt, request.parent);
    const DepartmentId made = storage::insert_department(tx, with_shown_name(request));
    storage::update_creation(tx, viewer, request.client_id, made.value);
    return told(tx, find(tx, made));
}

Department edit_department(Transaction& tx, const Viewer& viewer, const EditDepartment& request) {
    storage::lock_organisation(tx);
    const Department before = find(tx, request.department);
    const Management management = access::to_manage(tx, viewer, request.department);
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    if (management == Management::part) check_part(before, request);
    if (before.archived) throw Refusal{ErrorCode::conflict, "department"};
    check_hours(request.hours);
    check_answer_hours(request.answer_hours);
    check_heads(tx, request.heads.items, before.heads, "heads");
    check_heads(tx, request.deputies.items, before.deputies, "deputies");
    for (const PersonId head : request.heads.items) {
        if (std::ranges::count(request.deputies.items, head)) throw Refusal{ErrorCode::conflict, "deputies"};
    }
    check_partner(tx, request, before);
    if (request.parent != before.parent)
        DepartmentTree{storage::select_departments(tx)}.check_parent(request.department, request.parent);

    auto after = storage::update_department(tx, with_shown_name(request));
    if (!after) throw Refusal{ErrorCode::stale_version, "version"};
    return told(tx, before, std::move(*after));
}

Department archive_department(Transaction& tx, const Viewer& viewer, const ArchiveDepartment& request) {
    access::check(viewer, Right::manage_departments);
    storage::lock_organisation(tx);
    Department before = find(tx, request.department);
    if (before.archived) return before;
    if (auto use = storage::select_use_of(tx, request.department))
        throw Refusal{ErrorCode::conflict, std::move(*use)};
    return told(tx, storage::update_archived(tx, request.department, true));
}

Department restore_department(Transaction& tx, const Viewer& viewer, const RestoreDepartment& request) {
    access::check(viewer, Right::manage_departments);
    storage::lock_organisation(tx);
    Department before = find(tx, request.department);
    if (!before.archived) return before;
    if (before.parent && find(tx, *before.parent).archived) throw Refusal{ErrorCode::conflict, "parent"};
    return told(tx, storage::update_archived(tx, request.department, false));
}

}  // namespace plein::features
