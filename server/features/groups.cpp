#include "server/features/groups.hpp"

#include "server/access/rules.hpp"
#include "storage/groups.hpp"
#include "storage/held.hpp"
#include "storage/readings.hpp"

#include <map>

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::ReadableTabs;
using storage::TabAccess;

GroupView view_of(Snapshot& snapshot, const GroupAccess& access, storage::CountedGroup counted) {
    GroupView view;
    view.group = std::move(counted.group);
    view.role = access.role();
    view.until = counted.until;
    view.archived = counted.archived;
    if (access.full_member()) {
        view.member_count = counted.members;
        snapshot.touch(access.stream());
    }
    if (access::moderates(access.role())) {
        view.held = 0;  // those of each tab are added
        snapshot.touch(moderators_stream_of(access.group()));
    }
    if (access.owner()) {
        view.pending_requests = counted.requests;
        view.emergency_until = counted.emergency_until;
    }
    return view;
}

std::vector<GroupView> views_of(Snapshot& snapshot, const Viewer& viewer,
                                const std::vector<GroupAccess>& groups) {
    std::vector<GroupView> views;
    auto counted = storage::select_counted_groups(snapshot, viewer, groups);
    for (std::size_t i = 0; i < groups.size(); ++i)
        views.push_back(view_of(snapshot, groups[i], std::move(counted[i])));
    return views;
}

void add_tabs(Snapshot& snapshot, const Viewer& viewer, const ReadableTabs& tabs,
              const std::map<GroupId, GroupView*>& views) {
    const auto readings = storage::select_readings(snapshot, viewer, tabs);
    auto own = storage::select_own_held_counts(snapshot, viewer, tabs);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const TabAccess& tab = tabs.tabs()[i];
        views.at(tab.tab().group)
            ->tabs.push_back({.tab = tab.tab(),
                              .reading = readings[i],
                              .may_post = tab.may_post(),
                              .may_manage = tab.may_manage(),
                              .needs_approval = tab.needs_approval(),
                              .own_held = own[tab.tab().id].waiting,
                              .own_declined = own[tab.tab().id].declined});
        snapshot.touch(tab.stream());
    }
    const auto moderated = access::to_moderated(tabs);
    auto held = storage::select_held_counts(snapshot, moderated);
    for (const TabAccess& tab : moderated.tabs())
        *views.at(tab.tab().group)->held += held[tab.tab().id];
}

}  // namespace

void add_group_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListGroups>(read(edge, list_groups));
    routes.bind<GetGroup>(read(edge, get_group));
}

GroupList list_groups(Snapshot& snapshot, const Viewer& viewer, const ListGroups&) {
    GroupList list{views_of(snapshot, viewer, access::to_groups(snapshot, viewer)), {}};
    std::map<GroupId, GroupView*> views;
    for (GroupView& view : list.items)
        views[view.group.id] = &view;
    add_tabs(snapshot, viewer, access::to_all_tabs(snapshot, viewer), views);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

GroupAnswer get_group(Snapshot& snapshot, const Viewer& viewer, const GetGroup& request) {
    const GroupAccess access = access::to_group(snapshot, viewer, request.group);
    GroupAnswer answer{std::move(views_of(snapshot, viewer, {access}).front()), {}};
    add_tabs(snapshot, viewer, access::to_tabs(snapshot, viewer, access), {{request.group, &answer.view}});
    snapshot.touch(viewer.stream());
    answer.cursors = snapshot.cursors();
    return answer;
}

}  // namespace plein::features
