/// Groups: what they are for, what they look like, and those that are archived.
#pragma once

#include "protocol/group_changes.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

Group select_group(Reader& reader, const GroupAccess& access);

struct CountedGroup {
    Group group;
    std::int32_t members = 0;
    std::int32_t requests = 0;                 // people who ask to join
    std::optional<Timestamp> emergency_until;  // the latest end of a membership that ends by itself
    std::optional<Timestamp> until;            // of the viewer's
    bool archived = false;
};
/// In the order of the proofs.
std::vector<CountedGroup> select_counted_groups(Reader& reader, const Viewer& viewer,
                                                const std::vector<GroupAccess>& groups);

struct NewGroup {
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
    GroupKind kind = GroupKind::work;
    GroupColour colour = GroupColour::teal;
    GroupCover cover = GroupCover::stretcher;
    std::optional<Date> review_on;
};
/// Errors: conflict (another closed group has this name).
GroupId insert_group(Transaction& tx, const SystemAccess& system, const NewGroup& group);
/// Nothing when the version is another one by now. Errors: conflict (another closed group has this name).
std::optional<Group> update_group(Transaction& tx, const GroupAccess& access, std::int32_t version,
                                  const NewGroup& group);

/// Both behind `lock_group`.
void update_archived(Transaction& tx, const GroupAccess& access);
void update_restored(Transaction& tx, const ArchivedGroupAccess& access);
ArchivedGroup select_archived_group(Reader& reader, const ArchivedGroupAccess& access);

}  // namespace plein::storage
