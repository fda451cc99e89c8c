#include "server/features/groups.hpp"

#include "storage/groups.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"
#include "storage/readings.hpp"

#include <map>

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::ReadableTabs;
using storage::TabAccess;

GroupView view_of(Snapshot& snapshot, const GroupAccess& access) {
    GroupView view;
    view.group = storage::select_group(snapshot, access);
    view.role = access.role();
    if (access.full_member()) {
        view.member_count = storage::select_member_count(snapshot, access);
        snapshot.touch(access.stream());
    }
    if (access.owner()) view.pending_requests = storage::select_pending_requests(snapshot, access.group());
    return view;
}

void add_tabs(Snapshot& snapshot, const Viewer& viewer, const ReadableTabs& tabs,
              const std::map<GroupId, GroupView*>& views) {
    const auto readings = storage::select_readings(snapshot, viewer, tabs);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const TabAccess& tab = tabs.tabs()[i];
        views.at(tab.tab().group)->tabs.push_back({tab.tab(), readings[i], tab.may_post(), tab.may_manage()});
        snapshot.touch(tab.stream());
    }
}

}  // namespace

void add_group_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListGroups>(read(edge, list_groups));
    routes.bind<GetGroup>(read(edge, get_group));
}

GroupList list_groups(Snapshot& snapshot, const Viewer& viewer, const ListGroups&) {
    GroupList list;
    for (const GroupAccess& access : access::to_groups(snapshot, viewer)) {
        list.items.push_back(view_of(snapshot, access));
    }
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
    GroupAnswer answer{view_of(snapshot, access), {}};
    add_tabs(snapshot, viewer, access::to_tabs(snapshot, viewer, access), {{request.group, &answer.view}});
    snapshot.touch(viewer.stream());
    answer.cursors = snapshot.cursors();
    return answer;
}

}  // namespace plein::features
