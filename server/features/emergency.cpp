#include "server/features/emergency.hpp"

#include "server/features/members.hpp"
#include "server/features/shown_text.hpp"
#include "storage/creations.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace asio = boost::asio;

namespace {

constexpr std::int64_t latest = 100;

std::string reason_of(const BreakGlass& request) {
    std::string reason = trimmed(request.reason.value);
    if (reason.size() < limits::reason_min) throw Refusal{ErrorCode::invalid_request, "$.reason"};
    return reason;
}

/// Errors: conflict, for whoever is in the group. An emergency access that has run out is ended first.
void check_is_outside(Transaction& tx, const storage::SystemAccess& system, GroupId group, PersonId person) {
    if (end_emergency_access(tx, {group, person})) return;
    if (storage::is_member(tx, system, group, person)) throw Refusal{ErrorCode::conflict, "group"};
}

/// The person is in; everyone who is in sees it, and each owner is told: also that somebody waits no longer at the door,
/// when the person did.
void tell_opened(Transaction& tx, const Member& member, const std::vector<PersonId>& owners,
                 bool had_waited) {
    const RequestsChanged requests{member.group, storage::select_pending_requests(tx, member.group)};
    tx.tell(stream_of(member.group), MemberAdded{member});
    tx.tell(stream_of(member.person), GroupJoined{member.group});
    for (const PersonId owner : owners) {
        tx.tell(stream_of(owner), EmergencyOpened{member.group, member.person, *member.until});
        if (had_waited) tx.tell(stream_of(owner), requests);
    }
}

/// The record is kept either way; only then the answer tells whether there is such a group.
asio::awaitable<EmergencyAccess> open(Edge& edge, net::Call& call, BreakGlass request) {
    auto work = as_viewer(edge, call, [request = std::move(request)](Transaction& tx, const Viewer& viewer) {
        return break_glass(tx, viewer, request);
    });
    const auto row = co_await edge.database.commit(std::string{}, std::move(work));
    if (!row.until) throw Refusal{ErrorCode::not_found, "group"};
    co_return EmergencyAccess{row.group, row.person, row.reason, row.at, *row.until, true};
}

}  // namespace

void add_emergency_routes(net::Router& routes, Edge& edge) {
    routes.bind<BreakGlass>(
        [&edge](net::Call& call, BreakGlass request) { return open(edge, call, std::move(request)); });
    routes.bind<ListEmergencyAccesses>(read(edge, list_emergency_accesses));
}

storage::EmergencyRow break_glass(Transaction& tx, const Viewer& viewer, const BreakGlass& request) {
    access::check(viewer, Right::break_glass);
    const std::string reason = reason_of(request);
    const auto earlier =
        storage::insert_creation(tx, viewer, request.client_id, storage::content_of(request));
    if (earlier) return storage::select_emergency_access(tx, viewer, *earlier);

    const auto system = access::as_system("emergency access");
    const bool is_there = storage::lock_members(tx, request.group);
    const auto until = is_there ? std::optional{tx.now() + emergency_lifetime} : std::nullopt;
    if (is_there) check_is_outside(tx, system, request.group, viewer.person);
    auto row = storage::insert_emergency_access(tx, viewer, request.group, reason, until);
    storage::update_creation(tx, viewer, request.client_id, row.id);
    if (!is_there) return row;

    const bool had_waited = storage::select_group_standing(tx, request.group, viewer) != GroupStanding::none;
    const Member member = storage::insert_emergency_member(tx, system, request.group, viewer.person, *until);
    tell_opened(tx, member, storage::select_owners_to_tell(tx, request.group), had_waited);
    return row;
}

EmergencyAccessList list_emergency_accesses(Snapshot& snapshot, const Viewer& viewer,
                                            const ListEmergencyAccesses& request) {
    const auto group = access::to_group(snapshot, viewer, request.group);
    access::check_owner(group);
    EmergencyAccessList list{storage::select_emergency_accesses(snapshot, group, latest), {}, {}};
    std::vector<PersonId> people;
    for (const EmergencyAccess& each : list.items)
        people.push_back(each.person);
    list.people = storage::select_people(snapshot, people);
    snapshot.touch(viewer.stream());
    list.cursors = snapshot.cursors();
    return list;
}

bool end_emergency_access(Transaction& tx, const storage::EndedMembership& ended) {
    const auto system = access::as_system("emergency access has run out");
    storage::lock_members(tx, ended.group);
    if (!storage::delete_ended_membership(tx, system, ended)) return false;
    tell_departure(tx, access::streams_of(tx, system, ended.group), ended.group, ended.person);
    return true;
}

}  // namespace plein::features
