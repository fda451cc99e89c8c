/// The directory of groups, and who waits at their doors. (Table: memberships that are not active.)
#pragma once

#include "protocol/invitations.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Closed groups by name, keyset on (name, id) after `after`; `limit` + 1 rows tell whether there are more. Their names
/// are no closed content to people of the organisation.
struct DirectoryKey {
    std::string name;
    GroupId group;
};
std::vector<DirectoryEntry> select_directory(Snapshot& snapshot, const Viewer& viewer,
                                             const std::optional<std::string>& search,
                                             const std::optional<DirectoryKey>& after, std::int64_t limit);
GroupSign select_sign(Reader& reader, const DoorAccess& door);

/// The viewer's own requests and invitations, newest first; at most 200.
std::vector<OwnStanding> select_standings(Snapshot& snapshot, const Viewer& viewer);
/// The viewer's declined requests with what owners said, newest first; at most 50.
std::vector<DeclinedRequest> select_declined(Snapshot& snapshot, const Viewer& viewer);
void upsert_declined(Transaction& tx, const GroupAccess& access, PersonId person, const std::string& word);
void delete_declined(Transaction& tx, GroupId group, const Viewer& viewer);
std::int64_t select_open_request_count(Reader& reader, const Viewer& viewer);

/// Returns false when the same request stands already.
bool upsert_request(Transaction& tx, const DoorAccess& door, const std::string& note);

/// Those below return false when nobody waits so.
bool delete_request(Transaction& tx, GroupId group, const Viewer& viewer);
bool delete_request(Transaction& tx, const GroupAccess& access, PersonId person);
bool delete_invitation(Transaction& tx, GroupId group, const Viewer& viewer);
bool delete_invitation(Transaction& tx, const GroupAccess& access, PersonId person);

/// Returns false when the same invitation stands already. A request of the person becomes an invitation.
bool upsert_invitation(Transaction& tx, const GroupAccess& access, const Viewer& inviter, PersonId person,
                       GroupRole role);
std::int64_t select_open_invitation_count(Reader& reader, const GroupAccess& access);

/// What the person is to the group.
GroupStanding select_group_standing(Reader& reader, const GroupAccess& access, PersonId person);
GroupStanding select_group_standing(Reader& reader, GroupId group, const Viewer& viewer);

/// Requests to join: how many; and the first 100, oldest first.
std::int32_t select_pending_requests(Reader& reader, GroupId group);
std::vector<JoinRequest> select_join_requests(Reader& reader, const GroupAccess& access);
/// Newest first; at most 200.
std::vector<Invitation> select_invitations(Reader& reader, const GroupAccess& access);

/// Takes the turn of `lock_members` in every group that the person is in, in the order of their ids: no tab comes to one
/// of them before the commit. Call it before anything else of that person is locked. The person's own writes lock theirs
/// first, and may wait for one of these groups: PostgreSQL then ends one of the two, which runs again.
void lock_members_of(Transaction& tx, PersonId person);
void lock_members_of(Transaction& tx, const std::vector<PersonId>& people);
/// Ends what the person has handed out: open invitations and links, of one group or of all. Returns who was invited.
struct EndedWaiting {
    GroupId group;
    PersonId person;
};
PLEIN_DESCRIBE(EndedWaiting, group, person);
std::vector<EndedWaiting> delete_offers_of(Transaction& tx, PersonId inviter, std::optional<GroupId> group);

/// Ends what waits at the group's door: those who asked, those who are invited, or (nothing said) all of them.
std::vector<EndedWaiting> delete_waiting(Transaction& tx, const GroupAccess& access,
                                         std::optional<GroupStanding> standing);

}  // namespace plein::storage
