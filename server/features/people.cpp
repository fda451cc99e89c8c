#include "server/features/people.hpp"

#include "storage/people.hpp"

namespace plein::features {

void add_people_routes(net::Router& routes, Edge& edge) { routes.bind<ListPeople>(read(edge, list_people)); }

PersonList list_people(Snapshot& snapshot, const Viewer& viewer, const ListPeople& request) {
    if (access::has(viewer.role, Right::browse_people))
        return {storage::select_people(snapshot, request.ids.items)};
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    return {storage::select_people_met(snapshot, viewer, tabs, request.ids.items)};
}

}  // namespace plein::features
