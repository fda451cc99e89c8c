/// What `access/` reads to decide: facts about a person and a group. They are no proofs and open
/// nothing. What a write may stand on locks its rows `FOR SHARE` in a write transaction, so that a proof holds
/// until the commit; what takes a `Snapshot&`, or says so, locks nothing.
#pragma once

#include "protocol/joining.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// An active person with a living session.
struct SignedInRow {
    PersonId person;
    SessionId session;
    Role role = Role::employee;
    std::optional<DepartmentId> department;
};
PLEIN_DESCRIBE(SignedInRow, person, session, role, department);
std::optional<SignedInRow> select_signed_in(Reader& reader, const std::string& token_hash);
/// The same of several, each in the place of its token.
std::vector<std::optional<SignedInRow>> select_signed_in(Reader& reader,
                                                         const std::vector<std::string>& token_hashes);

/// The active person of this secret address for calendars; there is no session.
std::optional<SignedInRow> select_calendar_owner(Reader& reader, const std::string& token_hash);

/// The active person of this id, whose work is done for them; there is no session.
std::optional<SignedInRow> select_author(Transaction& tx, PersonId person);

/// Those of these people who are active, by id.
struct ActiveRow {
    PersonId person;
    std::optional<DepartmentId> department;
};
PLEIN_DESCRIBE(ActiveRow, person, department);
std::vector<ActiveRow> select_active(Reader& reader, const std::vector<PersonId>& people);

/// Locks the account behind the session, if there is one, against every other write that stands on it.
void lock_account_of(Transaction& tx, const std::string& token_hash);

/// Those who may change other people's accounts take turns, on all nodes; nobody else waits or makes anybody wait.
void lock_administration_for(Transaction& tx, const std::string& token_hash);

/// The person's role in the group, when the membership is active and the group is not archived (unless the membership is
/// emergency access, which reads it all the same).
std::optional<GroupRole> select_group_role(Reader& reader, GroupId group, PersonId person);
/// The same of several pairs, each in its place.
std::vector<std::optional<GroupRole>> select_group_role(Snapshot& snapshot,
                                                        const std::vector<GroupId>& groups,
                                                        const std::vector<PersonId>& people);

/// The person's groups that are not archived (or that emergency access opens), by name. Locks nothing.
struct GroupRoleRow {
    GroupId group;
    GroupRole role = GroupRole::guest;
};
PLEIN_DESCRIBE(GroupRoleRow, group, role);
std::vector<GroupRoleRow> select_group_roles(Reader& reader, PersonId person);

/// Archived groups that the person owns, by name. Locks nothing.
std::vector<GroupId> select_archived_groups_of(Reader& reader, PersonId owner);
/// Whether the person owns this group, and it is archived.
bool owns_archived_group(Transaction& tx, GroupId group, PersonId person);

/// Waits for every write that stands on the group, and lets none begin before the commit: what archives it, and what
/// brings it back. False when there is no such group.
bool lock_group(Transaction& tx, GroupId group);

/// A group that is not archived, as somebody finds its door. Locks nothing: in a write, `lock_members` stands before it.
struct DoorRow {
    GroupVisibility visibility = GroupVisibility::secret;
    GroupKind kind = GroupKind::work;
    GroupStanding standing = GroupStanding::none;
    std::optional<GroupRole> invited_as;  // as long as the inviter is an active owner
};
PLEIN_DESCRIBE(DoorRow, visibility, kind, standing, invited_as);
std::optional<DoorRow> select_door(Reader& reader, GroupId group, PersonId person);

/// Where a link leads, while it is open: not expired or used up, its group not archived, its maker an active owner.
/// Locks nothing, as above.
std::optional<GroupId> select_group_of_link(Reader& reader, const std::string& token_hash);

/// Whether the person heads the department: as its head, or as a deputy. Nothing: as neither.
enum class Headship { head, deputy };
std::optional<Headship> select_headship(Reader& reader, DepartmentId department, PersonId person);

/// How somebody who looks stands to a person; nothing when there is no such person. Locks nothing. A group is
/// shared when the one who looks is a full member of it: guests do not know who else is in.
struct AcquaintanceRow {
    bool shares_group = false;
};
std::optional<AcquaintanceRow> select_acquaintance(Snapshot& snapshot, PersonId viewer, PersonId person);

}  // namespace plein::storage
