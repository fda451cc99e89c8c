/// Who is in a group.
#pragma once

#include "protocol/members.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Emergency access that has ended stands here until its removal is told: events and answers then agree.

/// Members by name, keyset on (name, id) after `after`; `limit` + 1 rows tell whether there are more.
struct MemberKey {
    std::string name;
    PersonId person;
};
struct MemberRow {
    Member member;
    Person person;
};
/// What is not there lets everyone pass. `search` is text inside the name, never a pattern.
struct MemberFilter {
    std::optional<std::string> search;
    std::optional<GroupRole> role;
    std::optional<DepartmentId> department;
};
std::vector<MemberRow> select_members(Reader& reader, const GroupAccess& access, const MemberFilter& filter,
                                      const std::optional<MemberKey>& after, std::int64_t limit);
/// Everyone who is in the group or waits at its door: whom to tell. Call `lock_members` before.
std::vector<PersonId> select_people_of_group(Reader& reader, const SystemAccess& system, GroupId group);
/// Those whom the group's own stream does not tell everything: guests and those who wait at the door, who do not read it,
/// and emergency access, which goes on when an archive ends it.
std::vector<PersonId> select_people_aside(Reader& reader, const GroupAccess& access);
/// The active membership; locked FOR UPDATE in a write.
std::optional<Member> select_member(Reader& reader, const GroupAccess& access, PersonId person);
/// Owners of the group, as those whom an event tells. Locks nothing: with `lock_members` before it they stay the same.
std::vector<PersonId> select_owners_to_tell(Reader& reader, GroupId group);
/// Owners of the group; in a write their rows are locked, so that the last one cannot leave twice.
std::vector<PersonId> select_owners(Reader& reader, const GroupAccess& access);
/// The active owners and moderators.
std::vector<PersonId> select_moderators(Reader& reader, const GroupAccess& access);

/// Those who change a group's members, or who reads its tabs, take turns, on all nodes. Call it before the proof, which
/// shares the viewer's own membership with others. False when there is no such group.
bool lock_members(Transaction& tx, GroupId group);
/// The viewer comes in, as what the door admits. Throws std::bad_optional_access when it admits nobody: a fault of ours.
Member insert_member(Transaction& tx, const DoorAccess& door);
/// A member for good, whatever the person was before.
Member upsert_member(Transaction& tx, const GroupAccess& access, PersonId person, GroupRole role);
void delete_member(Transaction& tx, const GroupAccess& access, PersonId person);
/// For whoever becomes a guest of the organisation: the groups that the person owns (their rows are locked, so that the
/// other owners cannot leave meanwhile), all memberships changed (the active ones, as they are now), and whether one of
/// `groups` has no owner left.
std::vector<GroupId> select_owned_groups(Transaction& tx, const SystemAccess& system, PersonId person);
std::vector<Member> update_roles_to_guest(Transaction& tx, const SystemAccess& system, PersonId person);
/// For whoever may not break the glass any more: what is open ends now; the job that removes what has run out does the
/// rest.
void update_emergencies_ended(Transaction& tx, const SystemAccess& system, PersonId person);
bool select_ownerless(Transaction& tx, const SystemAccess& system, const std::vector<GroupId>& groups);
void insert_member(Transaction& tx, const SystemAccess& system, GroupId group, PersonId person,
                   GroupRole role);

}  // namespace plein::storage
