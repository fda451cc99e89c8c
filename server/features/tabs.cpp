#include "server/features/tabs.hpp"

#include "protocol/limits.hpp"
#include "server/access/rules.hpp"
#include "server/features/merging.hpp"
#include "server/features/shown_text.hpp"
#include "server/features/tab_events.hpp"
#include "storage/creations.hpp"
#include "storage/departments.hpp"
#include "storage/members.hpp"
#include "storage/tab_rights.hpp"
#include "storage/tabs.hpp"

#include <algorithm>
#include <map>

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::ReadableTabs;
using storage::TabAccess;

/// Errors: invalid_request (an audience without its department), not_found (no such department, or an archived one that the
/// tab does not have already).
template <class R>
void check_shape(Transaction& tx, const R& request, std::optional<DepartmentId> before = {}) {
    if (request.audience == TabAudience::department && !request.department)
        throw Refusal{ErrorCode::invalid_request, "$.department"};
    if (request.department && !storage::lock_open_department(tx, *request.department, before))
        throw Refusal{ErrorCode::not_found, "department"};
}

/// Errors: full.
void check_room(Transaction& tx, const GroupAccess& group) {
    if (storage::select_tab_counts(tx, group).open >= static_cast<std::int64_t>(limits::tabs))
        throw Refusal{ErrorCode::full, "tab"};
}

/// Two tabs that one cannot tell apart are a mistake, unless the second is out of the viewer's sight: that would tell that it
/// is there. Errors: conflict.
void check_name(Transaction& tx, const Viewer& viewer, const GroupAccess& group, const std::string& name,
                std::optional<TabId> own = {}) {
    if (storage::is_name_taken(tx, access::to_tabs(tx, viewer, group), name, own))
        throw Refusal{ErrorCode::conflict, "name"};
}

Tab edited(Tab tab, const EditTab& request) {
    tab.name = one_line(request.name.value, "$.name");
    tab.department = request.department;
    tab.audience = request.audience;
    tab.posting = request.posting;
    tab.default_mark = request.default_mark;
    tab.stream = access::stream_of(tab);
    return tab;
}

/// The ids of `readable` in the order asked for. Errors: not_found (one that the viewer does not read), stale_version
/// (one that changed, or that was not named), invalid_request (one that is named twice).
std::vector<TabId> wanted_order(const ReadableTabs& readable, const OrderTabs& request) {
    std::map<TabId, std::int32_t> left;
    for (const TabAccess& access : readable.tabs())
        left[access.tab().id] = access.tab().version;
    std::vector<TabId> order;
    for (const KnownTab& known : request.tabs.items) {
        if (std::ranges::find(order, known.tab) != order.end())
            throw Refusal{ErrorCode::invalid_request, "$.tabs"};
        const auto found = left.find(known.tab);
        if (found == left.end()) throw Refusal{ErrorCode::not_found, "tabs"};
        if (found->second != known.version) throw Refusal{ErrorCode::stale_version, "tabs"};
        left.erase(found);
        order.push_back(known.tab);
    }
    if (!left.empty()) throw Refusal{ErrorCode::stale_version, "tabs"};
    return order;
}

/// Positions from 1 in the new order: the viewer's tabs take the viewer's places, the others stay in theirs.
std::map<TabId, std::int32_t> new_positions(const std::vector<Tab>& all, const std::vector<TabId>& order) {
    std::map<TabId, std::int32_t> positions;
    auto next = order.begin();
    std::int32_t position = 0;
    for (const Tab& tab : all) {
        const bool is_named = std::ranges::find(order, tab.id) != order.end();
        positions[is_named ? *next++ : tab.id] = ++position;
    }
    return positions;
}

}  // namespace

void add_tab_routes(net::Router& routes, Edge& edge) {
    routes.bind<CreateTab>(commit(edge, create_tab, queue_by_group));
    routes.bind<EditTab>(commit(edge, edit_tab));
    routes.bind<OrderTabs>(commit(edge, order_tabs, queue_by_group));
    routes.bind<ArchiveTab>(commit(edge, archive_tab));
    routes.bind<RestoreTab>(commit(edge, restore_tab));
    routes.bind<ListArchivedTabs>(read(edge, list_archived_tabs));
    routes.bind<GetReaders>(read(edge, get_readers));
}

CreatedTab create_tab(Transaction& tx, const Viewer& viewer, const CreateTab& request) {
    storage::lock_members(tx, request.group);
    const GroupAccess group = access::to_group(tx, viewer, request.group);
    access::check_owner(group);
    check_shape(tx, request);
    const auto content = storage::content_of(request);
    if (const auto earlier = storage::insert_creation(tx, viewer, request.client_id, content))
        return {TabId{*earlier}};
    check_room(tx, group);
    const std::string name = one_line(request.name.value, "$.name");
    check_name(tx, viewer, group, name);
    Tab tab = storage::insert_tab(tx, group,
                                  {.name = name,
                                   .department = request.department,
                                   .audience = request.audience,
                                   .posting = request.posting,
                                   .default_mark = request.default_mark});
    tab.stream = access::stream_of(tab);
    storage::update_creation(tx, viewer, request.client_id, tab.id.value);
    tell_readers_changed(tx, group, std::nullopt, tab);
    return {tab.id};
}

Tab edit_tab(Transaction& tx, const Viewer& viewer, const EditTab& request) {
    storage::lock_tab(tx, request.tab);
    const TabAccess access = access::to_tab(tx, viewer, request.tab);
    access::check_may_manage(access);
    const Tab& before = access.tab();
    check_shape(tx, request, before.department);
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    Tab after = edited(before, request);
    if (to_json(after) == to_json(before)) return before;
    if (after.name != before.name) check_name(tx, viewer, access.group(), after.name, after.id);
    after.version = storage::update_tab(tx, access, after);
    if (access::same_readers(before, after))
        tell_changed(tx, {after});
    else
        tell_readers_changed(tx, access.group(), before, after);
    if (!access::same_readers(before, after)) part_where_out_of_sight(tx, request.tab);
    return after;
}

TabList order_tabs(Transaction& tx, const Viewer& viewer, const OrderTabs& request) {
    storage::lock_members(tx, request.group);
    const GroupAccess group = access::to_group(tx, viewer, request.group);
    access::check_owner(group);
    const auto order = wanted_order(access::to_tabs(tx, viewer, group), request);
    auto tabs = storage::select_tabs(tx, request.group);
    const auto positions = new_positions(tabs, order);

    std::vector<Tab> moved;
    std::ranges::sort(tabs, {}, &Tab::id);  // as all who lock several
    for (Tab& tab : tabs) {
        tab.stream = access::stream_of(tab);
        if (tab.position == positions.at(tab.id)) continue;
        tab.position = positions.at(tab.id);
        tab.version = storage::update_position(tx, group, tab.id, tab.position);
        moved.push_back(tab);
    }
    tell_changed(tx, moved);
    TabList list;
    for (const TabId id : order)
        list.items.push_back(*std::ranges::find(tabs, id, &Tab::id));
    return list;
}

NoContent archive_tab(Transaction& tx, const Viewer& viewer, const ArchiveTab& request) {
    storage::lock_tab(tx, request.tab);
    if (access::find_archived_tab(tx, viewer, request.tab)) return {};
    const TabAccess access = access::to_tab(tx, viewer, request.tab);
    access::check_may_manage(access);
    const auto counts = storage::select_tab_counts(tx, access.group());
    if (counts.open == 1) throw Refusal{ErrorCode::last_tab, "tab"};
    if (counts.archived >= static_cast<std::int64_t>(limits::archived_tabs))
        throw Refusal{ErrorCode::full, "tab"};
    storage::update_archived(tx, access);
    tell_readers_changed(tx, access.group(), access.tab(), std::nullopt);
    part_where_out_of_sight(tx, request.tab);
    return {};
}

NoContent restore_tab(Transaction& tx, const Viewer& viewer, const RestoreTab& request) {
    storage::lock_tab(tx, request.tab);
    const auto archived = access::find_archived_tab(tx, viewer, request.tab);
    if (!archived) {
        access::check_may_manage(access::to_tab(tx, viewer, request.tab));
        return {};  // it is open already
    }
    storage::lock_members(tx, archived->group().group());
    check_room(tx, archived->group());
    Tab tab = archived->tab();
    tab.version = storage::update_restored(tx, *archived);
    tell_readers_changed(tx, archived->group(), std::nullopt, tab);
    return {};
}

ArchivedTabList list_archived_tabs(Snapshot& snapshot, const Viewer& viewer,
                                   const ListArchivedTabs& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_full_member(group);
    ArchivedTabList list;
    for (const auto& access : access::to_archived_tabs(snapshot, viewer, group))
        list.items.push_back({access.tab(), access.archived_at()});
    return list;
}

Readers get_readers(Snapshot& snapshot, const Viewer& viewer, const GetReaders& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_full_member(group);
    Readers readers;
    for (const auto& row : storage::select_readers(snapshot, group)) {
        (row.guests ? readers.guests : readers.members) += row.people;
        if (row.department && !row.guests) readers.departments.push_back({*row.department, row.people});
    }
    return readers;
}

}  // namespace plein::features
