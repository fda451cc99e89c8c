/// Emergency access: memberships of administrators that end by themselves, and the record of them.
#pragma once

#include "protocol/emergency.hpp"
#include "protocol/members.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// What was asked, and until when it opened the group; nothing when there was none.
struct EmergencyRow {
    std::int64_t id = 0;
    GroupId group;
    PersonId person;
    std::string reason;
    Timestamp at;
    std::optional<Timestamp> until;
};
PLEIN_DESCRIBE(EmergencyRow, id, group, person, reason, at, until);

EmergencyRow insert_emergency_access(Transaction& tx, const Viewer& viewer, GroupId group,
                                     const std::string& reason, std::optional<Timestamp> until);
/// The viewer's own.
EmergencyRow select_emergency_access(Reader& reader, const Viewer& viewer, std::int64_t id);
/// The latest of the group, newest first.
std::vector<EmergencyAccess> select_emergency_accesses(Reader& reader, const GroupAccess& access,
                                                       std::int64_t limit);

/// Whether the person is in the group, archived or not. Call `lock_members` before.
bool is_member(Transaction& tx, const SystemAccess& system, GroupId group, PersonId person);
Member insert_emergency_member(Transaction& tx, const SystemAccess& system, GroupId group, PersonId person,
                               Timestamp until);

/// Memberships that have ended but still stand; at most `limit`. Locks nothing.
struct EndedMembership {
    GroupId group;
    PersonId person;
};
PLEIN_DESCRIBE(EndedMembership, group, person);
std::vector<EndedMembership> select_ended_memberships(Reader& reader, const SystemAccess& system,
                                                      std::int64_t limit);
/// False when it does not stand any more, or was given a longer life.
bool delete_ended_membership(Transaction& tx, const SystemAccess& system, const EndedMembership& ended);

}  // namespace plein::storage
