#include "server/features/joining.hpp"

#include "server/features/admission.hpp"
#include "server/features/notifying.hpp"
#include "server/features/pages.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using storage::DoorAccess;
using storage::GroupAccess;

}  // namespace

void add_joining_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListDirectory>(read(edge, list_directory));
    routes.bind<ListStandings>(read(edge, list_standings));
    routes.bind<AskToJoin>(commit(edge, ask_to_join, queue_by_group));
    routes.bind<WithdrawRequest>(commit(edge, withdraw_request, queue_by_group));
    routes.bind<ListJoinRequests>(read(edge, list_join_requests));
    routes.bind<ApproveRequest>(commit(edge, approve_request, queue_by_group));
    routes.bind<DeclineRequest>(commit(edge, decline_request, queue_by_group));
    routes.bind<DismissDeclined>(commit(edge, dismiss_declined));
}

Directory list_directory(Snapshot& snapshot, const Viewer& viewer, const ListDirectory& request) {
    access::check(viewer, Right::browse_groups);
    const auto limit = static_cast<std::size_t>(page_limit(request.limit, limits::page_items));
    const auto after = request.after ? std::optional{directory_key(request.after->value)} : std::nullopt;
    const auto search = request.search ? std::optional{request.search->value} : std::nullopt;
    Directory page;
    page.items =
        storage::select_directory(snapshot, viewer, search, after, static_cast<std::int64_t>(limit) + 1);
    if (page.items.size() > limit) {
        page.items.resize(limit);
        const GroupSign& last = page.items.back().sign;
        page.next = to_cursor(storage::DirectoryKey{last.name, last.group});
    }
    snapshot.touch(viewer.stream());
    page.cursors = snapshot.cursors();
    return page;
}

OwnStandings list_standings(Snapshot& snapshot, const Viewer& viewer, const ListStandings&) {
    OwnStandings own;
    own.items = storage::select_standings(snapshot, viewer);
    std::vector<PersonId> inviters;
    for (const OwnStanding& each : own.items) {
        if (each.inviter) inviters.push_back(*each.inviter);
    }
    own.declined = storage::select_declined(snapshot, viewer);
    own.people = storage::select_people(snapshot, inviters);
    snapshot.touch(viewer.stream());
    own.cursors = snapshot.cursors();
    return own;
}

StandingAnswer ask_to_join(Transaction& tx, const Viewer& viewer, const AskToJoin& request) {
    storage::lock_members(tx, request.group);
    const DoorAccess door = access::to_door(tx, viewer, request.group);
    if (door.standing() == GroupStanding::member) return {GroupStanding::member};
    storage::delete_declined(tx, request.group, viewer);
    if (door.admits_as()) {
        come_in(tx, viewer, door);
        return {GroupStanding::member};
    }
    const bool is_new = door.standing() == GroupStanding::none;
    if (is_new && storage::select_open_request_count(tx, viewer) >= std::int64_t{limits::open_requests})
        throw Refusal{ErrorCode::full, "group"};
    if (storage::upsert_request(tx, door, request.note ? request.note->value : "")) {
        tell_standing(tx, request.group, viewer.person, GroupStanding::requested);
        std::vector<Notice> owners;
        concern(owners, NotificationKind::asked_to_join, storage::select_owners_to_tell(tx, request.group));
        notify(tx, {request.group, std::nullopt, std::nullopt, viewer.person}, owners);
    }
    return {GroupStanding::requested};
}

StandingAnswer withdraw_request(Transaction& tx, const Viewer& viewer, const WithdrawRequest& request) {
    storage::lock_members(tx, request.group);
    if (storage::delete_request(tx, request.group, viewer))
        tell_standing(tx, request.group, viewer.person, GroupStanding::none);
    return {storage::select_group_standing(tx, request.group, viewer)};
}

JoinRequestList list_join_requests(Snapshot& snapshot, const Viewer& viewer,
                                   const ListJoinRequests& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_owner(group);
    JoinRequestList list{
        .items = storage::select_join_requests(snapshot, group), .people = {}, .cursors = {}};
    std::vector<PersonId> people;
    for (const JoinRequest& each : list.items)
        people.push_back(each.person);
    list.people = storage::select_people(snapshot, people);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

Member approve_request(Transaction& tx, const Viewer& viewer, const ApproveRequest& request) {
    const GroupAccess group = to_owned(tx, viewer, request.group);
    if (const auto member = storage::select_member(tx, group, request.person)) return *member;
    if (storage::select_group_standing(tx, group, request.person) != GroupStanding::requested)
        throw Refusal{ErrorCode::not_found, "person"};
    notify(tx, {request.group, std::nullopt, std::nullopt, viewer.person},
           {{NotificationKind::admitted, request.person}});
    return admit(tx, group, request.person, GroupRole::member);
}

NoContent decline_request(Transaction& tx, const Viewer& viewer, const DeclineRequest& request) {
    const GroupAccess group = to_owned(tx, viewer, request.group);
    if (storage::delete_request(tx, group, request.person)) {
        storage::upsert_declined(tx, group, request.person, request.word.value);
        tell_standing(tx, request.group, request.person, GroupStanding::none);
    } else if (storage::select_group_standing(tx, group, request.person) == GroupStanding::member) {
        throw Refusal{ErrorCode::conflict, "person"};
    }
    return {};
}

NoContent dismiss_declined(Transaction& tx, const Viewer& viewer, const DismissDeclined& request) {
    storage::delete_declined(tx, request.group, viewer);
    return {};
}

}  // namespace plein::features
