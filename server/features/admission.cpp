#include "server/features/admission.hpp"

#include "storage/joining.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using storage::DoorAccess;
using storage::GroupAccess;
using storage::Transaction;

void check_may_become(const std::optional<storage::PersonStanding>& person, GroupRole role) {
    if (!person || person->suspended) throw Refusal{ErrorCode::not_found, "person"};
    if (person->role == Role::guest && role != GroupRole::guest) throw Refusal{ErrorCode::conflict, "role"};
}

}  // namespace

GroupAccess to_owned(Transaction& tx, const storage::Viewer& viewer, GroupId id) {
    storage::lock_members(tx, id);
    const GroupAccess group = access::to_group(tx, viewer, id);
    access::check_owner(group);
    return group;
}

void check_may_become(Transaction& tx, PersonId person, GroupRole role) {
    check_may_become(storage::select_standing(tx, person), role);
}

Member admit(Transaction& tx, const GroupAccess& group, PersonId person, GroupRole role) {
    check_may_become(tx, person, role);
    const bool waited = storage::select_group_standing(tx, group, person) != GroupStanding::none;
    const Member member = storage::upsert_member(tx, group, person, role);
    tell_admitted(tx, group, {member}, waited);
    return member;
}

void come_in(Transaction& tx, const storage::Viewer& viewer, const DoorAccess& door) {
    const Member member = storage::insert_member(tx, door);
    // From here on the viewer is in, and proves it as everyone does.
    const GroupAccess group = access::to_group(tx, viewer, door.group());
    tell_admitted(tx, group, {member}, door.standing() != GroupStanding::none);
}

void tell_admitted(Transaction& tx, const GroupAccess& group, const std::vector<Member>& members,
                   bool somebody_waited) {
    for (const Member& member : members) {
        tx.tell(group.stream(), MemberAdded{member});
        tx.tell(stream_of(member.person), GroupJoined{group.group()});
    }
    if (!somebody_waited) return;
    const RequestsChanged changed{group.group(), storage::select_pending_requests(tx, group.group())};
    for (const PersonId owner : storage::select_owners_to_tell(tx, group.group())) {
        // Whoever comes in as an owner reads the whole group anyway.
        if (std::ranges::find(members, owner, &Member::person) == members.end())
            tx.tell(stream_of(owner), changed);
    }
}

void tell_standing(Transaction& tx, GroupId group, PersonId person, GroupStanding standing) {
    tx.tell(stream_of(person), StandingChanged{group, standing});
    const RequestsChanged changed{group, storage::select_pending_requests(tx, group)};
    for (const PersonId owner : storage::select_owners_to_tell(tx, group))
        tx.tell(stream_of(owner), changed);
}

}  // namespace plein::features
