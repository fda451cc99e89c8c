#include "server/features/members.hpp"

#include "server/access/rules.hpp"
#include "server/features/admission.hpp"
#include "server/features/offers.hpp"
#include "server/features/pages.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using storage::GroupAccess;

/// With the owners' rows locked: at least one other owner stays. Errors: last_owner.
void check_another_owner(Transaction& tx, const GroupAccess& group, PersonId leaving) {
    const auto owners = storage::select_owners(tx, group);
    if (owners.size() == 1 && owners.front() == leaving) throw Refusal{ErrorCode::last_owner, "person"};
}

}  // namespace

void tell_departure(Transaction& tx, const std::vector<std::string>& streams, GroupId group,
                    PersonId person) {
    for (const std::string& stream : streams) {
        if (stream == stream_of(group))
            tx.tell(stream, MemberRemoved{group, person});
        else
            tx.tell(stream, AccessRevoked{person});
    }
    tx.tell(stream_of(person), GroupLeft{group});
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
    tx.tell(group.stream(), MemberChanged{member});
    if (request.role == GroupRole::guest) {
        for (const std::string& stream : access::streams_of(tx, group))
            tx.tell(stream, AccessRevoked{request.person});
    } else if (access::moderates(before->role) && !access::moderates(request.role)) {
        tx.tell(moderators_stream_of(request.group), AccessRevoked{request.person});
    }
    tx.tell(stream_of(request.person), GroupJoined{request.group});
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
    tell_departure(tx, access::streams_of(tx, group), request.group, request.person);
    if (member->role == GroupRole::owner) end_offers(tx, request.person, request.group);
    return {};
}

}  // namespace plein::features
