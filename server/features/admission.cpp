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
    std::vector<std::string> streams(members.size(), group.stream());
    for (const Member& member : members)
        streams.push_back(stream_of(member.person));
    if (somebody_waited) {
        for (const PersonId owner : storage::select_owners_to_tell(tx, group.group())) {
            // Whoever comes in as an owner reads the whole group anyway.
            if (std::ranges::find(members, owner, &Member::person) == members.end())
                streams.push_back(stream_of(owner));
        }
    }
    const RequestsChanged changed{group.group(), storage::select_pending_requests(tx, group.group())};
    const auto positions = tx.publish_on(std::move(streams));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i < members.size())
            tx.emit(positions[i], MemberAdded{members[i]});
        else if (i < 2 * members.size())
            tx.emit(positions[i], GroupJoined{group.group()});
        else
            tx.emit(positions[i], changed);
    }
}

void tell_standing(Transaction& tx, GroupId group, PersonId person, GroupStanding standing) {
    std::vector<std::string> streams{stream_of(person)};
    for (const PersonId owner : storage::select_owners_to_tell(tx, group))
        streams.push_back(stream_of(owner));
    const RequestsChanged changed{group, storage::select_pending_requests(tx, group)};
    const auto positions = tx.publish_on(std::move(streams));
    tx.emit(positions.front(), StandingChanged{group, standing});
    for (std::size_t i = 1; i < positions.size(); ++i)
        tx.emit(positions[i], changed);
}

}  // namespace plein::features
