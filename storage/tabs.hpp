/// The tabs of a group, as those who manage them shape them.
#pragma once

#include "protocol/tabs.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Waits for all who post in the tab or change who reads what in its group, and makes them wait. Call it before the
/// proof, which shares these rows with others. Of a tab that is not there nothing is locked.
void lock_tab(Transaction& tx, TabId tab);

struct NewTab {
    std::string name;
    std::optional<DepartmentId> department;
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
    std::int32_t position = 0;
};
TabId insert_tab(Transaction& tx, const SystemAccess& system, GroupId group, const NewTab& tab);
/// Behind all others, whatever `position` says. Returns its id and place.
Tab insert_tab(Transaction& tx, const GroupAccess& access, const NewTab& tab);

/// All but its place, group and version, which this returns.
std::int32_t update_tab(Transaction& tx, const TabAccess& access, const Tab& tab);
/// Of any tab of the group, whether or not the viewer reads it. Returns the new version.
std::int32_t update_position(Transaction& tx, const GroupAccess& access, TabId tab, std::int32_t position);
void update_archived(Transaction& tx, const TabAccess& access);
/// Returns the new version.
std::int32_t update_restored(Transaction& tx, const ArchivedTabAccess& access);

struct TabCounts {
    std::int64_t open = 0;
    std::int64_t archived = 0;
};
PLEIN_DESCRIBE(TabCounts, open, archived);
TabCounts select_tab_counts(Reader& reader, const GroupAccess& access);

/// Whether one of these tabs, other than `own`, has this name, whatever the case of its letters and their accents.
bool is_name_taken(Transaction& tx, const ReadableTabs& tabs, const std::string& name,
                   std::optional<TabId> own);

/// The guests of the group.
std::vector<PersonId> select_guests(Reader& reader, const GroupAccess& access);

/// How many active people with an active membership work in each department, full members and guests apart.
struct ReadersRow {
    std::optional<DepartmentId> department;
    bool guests = false;
    std::int32_t people = 0;
};
PLEIN_DESCRIBE(ReadersRow, department, guests, people);
std::vector<ReadersRow> select_readers(Reader& reader, const GroupAccess& access);

}  // namespace plein::storage
