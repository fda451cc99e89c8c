#include "server/features/group_changes.hpp"

#include "server/features/admission.hpp"
#include "server/features/days.hpp"
#include "server/features/members.hpp"
#include "server/features/offers.hpp"
#include "server/features/shown_text.hpp"
#include "storage/accounts.hpp"
#include "storage/creations.hpp"
#include "storage/departments.hpp"
#include "storage/groups.hpp"
#include "storage/members.hpp"
#include "storage/rights.hpp"
#include "storage/tabs.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using storage::GroupAccess;

storage::NewGroup group_of(const GroupForm& form) {
    return {.name = one_line(form.name.value, "$.form.name"),
            .purpose = trimmed(form.purpose.value),
            .visibility = form.visibility,
            .kind = form.kind,
            .colour = form.colour,
            .cover = form.cover,
            .review_on = form.review_on};
}

/// A day that has passed. Errors: invalid_request.
void check_review(Transaction& tx, const std::optional<Date>& review_on,
                  const std::optional<Date>& before = {}) {
    if (review_on && review_on != before && has_passed(*review_on, tx.now()))
        throw Refusal{ErrorCode::invalid_request, "$.form.review_on"};
}

/// General, in the language of whoever begins the group, and the departments in the order that was asked. Errors:
/// invalid_request, not_found.
std::vector<storage::NewTab> tabs_of(Transaction& tx, const Viewer& viewer, const CreateGroup& request) {
    const bool is_dutch = storage::select_preferences(tx, viewer).language == Language::nl;
    std::vector<storage::NewTab> tabs{{.name = is_dutch ? "Algemeen" : "General"}};
    const auto departments = storage::select_departments(tx);
    for (const DepartmentId id : request.departments.items) {
        if (std::ranges::count(request.departments.items, id) > 1)
            throw Refusal{ErrorCode::invalid_request, "$.departments"};
        const auto found = std::ranges::find(departments, id, &Department::id);
        if (found == departments.end() || !storage::lock_open_department(tx, id, std::nullopt))
            throw Refusal{ErrorCode::not_found, "departments"};
        tabs.push_back({.name = found->name, .department = id});
    }
    std::int32_t position = 0;
    for (storage::NewTab& tab : tabs) {
        tab.position = position++;
        if (request.form.kind == GroupKind::interest) tab.default_mark = Mark::personal;
    }
    return tabs;
}

/// In the order of their ids: two who name each other lock their accounts alike.
std::vector<PersonId> other_owners(const Viewer& viewer, const CreateGroup& request) {
    std::vector<PersonId> owners = request.owners.items;
    std::ranges::sort(owners);
    const auto doubles = std::ranges::unique(owners);
    owners.erase(doubles.begin(), doubles.end());
    std::erase(owners, viewer.person);
    return owners;
}

/// Tells each of them on the own stream to read the groups afresh.
void tell_access_changed(Transaction& tx, const std::vector<PersonId>& people) {
    for (const PersonId person : people)
        tx.tell(stream_of(person), AccessChanged{person});
}

}  // namespace

void add_group_change_routes(net::Router& routes, Edge& edge) {
    routes.bind<CreateGroup>(commit(edge, create_group));
    routes.bind<EditGroup>(commit(edge, edit_group, queue_by_group));
    // In no queue: their lock would meet the writes that wait for it in one transaction.
    routes.bind<ArchiveGroup>(commit(edge, archive_group));
    routes.bind<RestoreGroup>(commit(edge, restore_group));
    routes.bind<ListArchivedGroups>(read(edge, list_archived_groups));
}

Group create_group(Transaction& tx, const Viewer& viewer, const CreateGroup& request) {
    access::check(viewer, Right::create_groups);
    if (const auto made =
            storage::insert_creation(tx, viewer, request.client_id, storage::content_of(request)))
        return storage::select_group(tx, access::to_group(tx, viewer, GroupId{*made}));

    check_review(tx, request.form.review_on);
    const auto tabs = tabs_of(tx, viewer, request);
    const auto owners = other_owners(viewer, request);
    for (const PersonId owner : owners)
        check_may_become(tx, owner, GroupRole::owner);
    const auto system = access::as_system("a group begins with its owner");
    const GroupId id = storage::insert_group(tx, system, group_of(request.form));
    storage::insert_member(tx, system, id, viewer.person, GroupRole::owner);
    storage::update_creation(tx, viewer, request.client_id, id.value);

    const GroupAccess group = access::to_group(tx, viewer, id);
    for (const storage::NewTab& tab : tabs)
        storage::insert_tab(tx, group, tab);
    tx.tell(viewer.stream(), GroupJoined{id});
    for (const PersonId owner : owners) {
        storage::upsert_member(tx, group, owner, GroupRole::owner);
        tx.tell(stream_of(owner), GroupJoined{id});
    }
    return storage::select_group(tx, group);
}

Group edit_group(Transaction& tx, const Viewer& viewer, const EditGroup& request) {
    storage::lock_members(tx, request.group);
    const GroupAccess access = access::to_group(tx, viewer, request.group);
    access::check_owner(access);
    const Group before = storage::select_group(tx, access);
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    check_review(tx, request.form.review_on, before.review_on);
    const auto group = storage::update_group(tx, access, request.version, group_of(request.form));
    if (!group) throw Refusal{ErrorCode::stale_version, "version"};
    tx.tell(access.stream(), GroupChanged{*group});
    tell_access_changed(tx, storage::select_people_aside(tx, access));
    if (group->visibility == GroupVisibility::secret) end_requests(tx, access);
    return *group;
}

NoContent archive_group(Transaction& tx, const Viewer& viewer, const ArchiveGroup& request) {
    storage::lock_group(tx, request.group);
    if (access::to_archived_group(tx, viewer, request.group)) return {};
    const GroupAccess access = access::to_group(tx, viewer, request.group);
    access::check_owner(access);
    storage::update_archived(tx, access);
    for (const std::string& stream : access::streams_of(tx, access))
        tx.tell(stream, GroupArchived{request.group});
    tell_access_changed(tx, storage::select_people_aside(tx, access));
    end_waiting(tx, access);
    return {};
}

/// As many events as the group has people, in one transaction: a rare act, and each of them finds it at once.
NoContent restore_group(Transaction& tx, const Viewer& viewer, const RestoreGroup& request) {
    storage::lock_group(tx, request.group);
    const auto archived = access::to_archived_group(tx, viewer, request.group);
    if (!archived) {
        if (access::to_group(tx, viewer, request.group).owner()) return {};
        throw Refusal{ErrorCode::not_found, "group"};
    }
    storage::update_restored(tx, *archived);
    const auto system = access::as_system("everyone finds the group again");
    tell_access_changed(tx, storage::select_people_of_group(tx, system, request.group));
    return {};
}

ArchivedGroupList list_archived_groups(Snapshot& snapshot, const Viewer& viewer, const ListArchivedGroups&) {
    ArchivedGroupList list;
    for (const auto& access : access::to_archived_groups(snapshot, viewer))
        list.items.push_back(storage::select_archived_group(snapshot, access));
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

}  // namespace plein::features
