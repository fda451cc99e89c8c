#include "server/features/invitations.hpp"

#include "server/features/admission.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using storage::DoorAccess;
using storage::GroupAccess;
}  // namespace

void add_invitation_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListInvitations>(read(edge, list_invitations));
    routes.bind<SetInvitation>(commit(edge, set_invitation, queue_by_group));
    routes.bind<WithdrawInvitation>(commit(edge, withdraw_invitation, queue_by_group));
    routes.bind<AcceptInvitation>(commit(edge, accept_invitation, queue_by_group));
    routes.bind<DeclineInvitation>(commit(edge, decline_invitation, queue_by_group));
}

InvitationList list_invitations(Snapshot& snapshot, const Viewer& viewer, const ListInvitations& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_owner(group);
    InvitationList list{.items = storage::select_invitations(snapshot, group), .people = {}, .cursors = {}};
    std::vector<PersonId> people;
    for (const Invitation& each : list.items)
        people.insert(people.end(), {each.person, each.inviter});
    list.people = storage::select_people(snapshot, people);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

StandingAnswer set_invitation(Transaction& tx, const Viewer& viewer, const SetInvitation& request) {
    const GroupAccess group = to_owned(tx, viewer, request.group);
    if (request.role == GroupRole::owner) throw Refusal{ErrorCode::conflict, "role"};
    check_may_become(tx, request.person, request.role);
    const GroupStanding before = storage::select_group_standing(tx, group, request.person);
    if (before == GroupStanding::member) return {before};
    if (before == GroupStanding::requested) {
        admit(tx, group, request.person, request.role);
        return {GroupStanding::member};
    }
    if (before == GroupStanding::none &&
        storage::select_open_invitation_count(tx, group) >= std::int64_t{limits::open_invitations})
        throw Refusal{ErrorCode::full, "group"};
    if (storage::upsert_invitation(tx, group, viewer, request.person, request.role))
        tell_standing(tx, request.group, request.person, GroupStanding::invited);
    return {GroupStanding::invited};
}

StandingAnswer withdraw_invitation(Transaction& tx, const Viewer& viewer, const WithdrawInvitation& request) {
    const GroupAccess group = to_owned(tx, viewer, request.group);
    if (storage::delete_invitation(tx, group, request.person))
        tell_standing(tx, request.group, request.person, GroupStanding::none);
    return {storage::select_group_standing(tx, group, request.person)};
}

StandingAnswer accept_invitation(Transaction& tx, const Viewer& viewer, const AcceptInvitation& request) {
    storage::lock_members(tx, request.group);
    const DoorAccess door = access::to_door(tx, viewer, request.group);
    if (door.standing() == GroupStanding::member) return {GroupStanding::member};
    if (door.standing() != GroupStanding::invited || !door.admits_as())
        throw Refusal{ErrorCode::not_found, "group"};
    come_in(tx, viewer, door);
    return {GroupStanding::member};
}

StandingAnswer decline_invitation(Transaction& tx, const Viewer& viewer, const DeclineInvitation& request) {
    storage::lock_members(tx, request.group);
    if (storage::delete_invitation(tx, request.group, viewer))
        tell_standing(tx, request.group, viewer.person, GroupStanding::none);
    return {storage::select_group_standing(tx, request.group, viewer)};
}

}  // namespace plein::features
