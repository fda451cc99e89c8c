#include "server/features/members.hpp"

#include "server/features/admission.hpp"
#include "server/features/offers.hpp"
#include "server/features/pages.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using storage::GroupAccess;

/// Tells everyone on these streams' hubs that the person reads no further, and the person that something
/// changed.
template <class Own>
void emit_revocations(Transaction& tx, const std::vector<storage::Position>& positions, PersonId person,
                      const std::string& group_stream, const Own& own) {
    for (const auto& at : positions) {
        if (at.stream == stream_of(person))
            tx.emit(at, own);
        else if (at.stream != group_stream)
            tx.emit(at, AccessRevoked{person});
    }
}

const storage::Position& position_on(const std::vector<storage::Position>& positions,
                                     const std::string& stream) {
    for (const auto& at : positions) {
        if (at.stream == stream) return at;
    }
    throw std::logic_error{"no position was taken on " + stream};
}

/// With the owners' rows locked: at least one other owner stays. Errors: last_owner.
void check_another_owner(Transaction& tx, const GroupAccess& group, PersonId leaving) {
    const auto owners = storage::select_owners(tx, group);
    if (owners.size() == 1 && owners.front() == leaving) throw Refusal{ErrorCode::last_owner, "person"};
}

}  // namespace

void emit_departure(Transaction& tx, std::vector<std::string> streams, GroupId group, PersonId person) {
    streams.push_back(stream_of(person));
    const auto positions = tx.publish_on(std::move(streams));
    tx.emit(position_on(positions, stream_of(group)), MemberRemoved{group, person});
    emit_revocations(tx, positions, person, stream_of(group), GroupLeft{group});
}

void add_member_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListMembers>(read(edge, list_members));
    routes.bind<ListCandidates>(read(edge, list_candidates));
    routes.bind<SetMember>(commit(edge, set_member, queue_by_group));
    routes.bind<RemoveMember>(commit(edge, remove_member, queue_by_group));
}

MemberList list_members(Snapshot& snapshot, const Viewer& viewer, const ListMembers& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_full_member(group);
    const auto limit = static_cast<std::size_t>(page_limit(request.limit, limits::page_items));
    const auto after = request.after ? std::optional{member_key(request.after->value)} : std::nullopt;
    storage::MemberFilter filter{.role = request.role, .department = request.department};
    if (request.search) filter.search = request.search->value;
    auto rows = storage::select_members(snapshot, group, filter, after, static_cast<std::int64_t>(limit) + 1);

    MemberList list;
    if (rows.size() > limit) {
        rows.resize(limit);
        list.next = to_cursor(storage::MemberKey{rows.back().person.name, rows.back().person.id});
    }
    for (auto& row : rows) {
        list.items.push_back(row.member);
        list.people.push_back(std::move(row.person));
    }
    snapshot.touch(group.stream());
    list.cursors = snapshot.cursors();
    return list;
}

PersonList list_candidates(Snapshot& snapshot, const Viewer& viewer, const ListCandidates& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_owner(group);
    return {storage::select_candidates(snapshot, group, request.search.value)};
}

Member set_member(Transaction& tx, const Viewer& viewer, const SetMember& request) {
    storage::lock_members(tx, request.group);
    const GroupAccess group = access::to_group(tx, viewer, request.group);
    access::check_owner(group);
    const auto before = storage::select_member(tx, group, request.person);
    if (!before) return admit(tx, group, request.person, request.role);
    check_may_become(tx, request.person, request.role);
    if (request.role != GroupRole::owner) check_another_owner(tx, group, request.person);
    if (before->role == request.role && !before->until) return *before;

    const Member member = storage::upsert_member(tx, group, request.person, request.role);
    const bool loses_streams = request.role == GroupRole::guest;
    std::vector<std::string> streams{group.stream()};
    if (loses_streams) streams = access::streams_of(tx, group);
    streams.push_back(stream_of(request.person));
    const auto positions = tx.publish_on(std::move(streams));
    tx.emit(position_on(positions, group.stream()), MemberChanged{member});
    emit_revocations(tx, positions, request.person, group.stream(), GroupJoined{request.group});
    if (loses_streams) tx.emit(tx.publish_on(group.stream()), AccessRevoked{request.person});
    if (before->role == GroupRole::owner) end_offers(tx, request.person, request.group);
    return member;
}

NoContent remove_member(Transaction& tx, const Viewer& viewer, const RemoveMember& request) {
    storage::lock_members(tx, request.group);
    const GroupAccess group = access::to_group(tx, viewer, request.group);
    if (request.person != viewer.person) access::check_owner(group);
    check_another_owner(tx, group, request.person);
    const auto member = storage::select_member(tx, group, request.person);
    if (!member) throw Refusal{ErrorCode::not_found, "person"};

    storage::delete_member(tx, group, request.person);
    emit_departure(tx, access::streams_of(tx, group), request.group, request.person);
    if (member->role == GroupRole::owner) end_offers(tx, request.person, request.group);
    return {};
}

}  // namespace plein::features
