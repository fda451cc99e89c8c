/// Groups, and how far each person has read their tabs.
#pragma once

#include "protocol/group_changes.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

Group select_group(Reader& reader, const GroupAccess& access);

/// How far the viewer has read each of these tabs, with the unread counted up to 100. In the order of `tabs`.
std::vector<Reading> select_readings(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs);
Reading select_reading(Reader& reader, const Viewer& viewer, const TabAccess& tab);
/// Moves the position forward; returns false when it was that far already.
bool update_reading(Transaction& tx, const Viewer& viewer, const TabAccess& tab, Timestamp read_until);

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
