#include "server/features/profiles.hpp"

#include "server/features/people.hpp"
#include "storage/people.hpp"
#include "storage/profiles.hpp"

namespace plein::features {

void add_profile_routes(net::Router& routes, Edge& edge) {
    routes.bind<GetProfile>(read(edge, get_profile));
    routes.bind<GetOwnProfile>(read(edge, get_own_profile));
    routes.bind<SetProfile>(commit<access::identify_alone>(edge, set_profile));
}

Profile get_profile(Snapshot& snapshot, const Viewer& viewer, const GetProfile& request) {
    const auto access = access::to_profile(snapshot, viewer, request.person);
    Profile profile = storage::select_profile(snapshot, access);
    profile.person = storage::select_people(snapshot, {request.person}).front();
    if (request.person != viewer.person)
        profile.groups = storage::select_shared_groups(snapshot, viewer, access);
    return profile;
}

OwnProfile get_own_profile(Snapshot& snapshot, const Viewer& viewer, const GetOwnProfile&) {
    return storage::select_own_profile(snapshot, viewer);
}

OwnProfile set_profile(Transaction& tx, const Viewer& viewer, const SetProfile& request) {
    if (!storage::update_profile(tx, viewer, request)) throw Refusal{ErrorCode::stale_version, "version"};
    if (storage::update_colour(tx, viewer, request.colour))
        tell_of(tx, viewer.person);
    else
        tell_again(tx, viewer.person);
    return storage::select_own_profile(tx, viewer);
}

}  // namespace plein::features
