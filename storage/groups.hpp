/// Groups, tabs, memberships and reading positions.
#pragma once

#include "protocol/groups.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

Group select_group(Reader& reader, const GroupAccess& access);
std::int32_t select_member_count(Reader& reader, const GroupAccess& access);

/// How far the viewer has read each of these tabs, with the unread counted up to 100. In the order of `tabs`.
std::vector<Reading> select_readings(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs);
Reading select_reading(Reader& reader, const Viewer& viewer, const TabAccess& tab);
/// Moves the position forward; returns false when it was that far already.
bool update_reading(Transaction& tx, const Viewer& viewer, const TabAccess& tab, Timestamp read_until);

/// Members by name, keyset on (name, id) after `after`; `limit` + 1 rows tell whether there are more.
struct MemberKey {
    std::string name;
    PersonId person;
};
struct MemberRow {
    Member member;
    Person person;
};
std::vector<MemberRow> select_members(Reader& reader, const GroupAccess& access,
                                      const std::optional<MemberKey>& after, std::int64_t limit);
/// The active membership; locked FOR UPDATE in a write.
std::optional<Member> select_member(Reader& reader, const GroupAccess& access, PersonId person);
/// Owners of the group; in a write their rows are locked, so that the last one cannot leave twice.
std::vector<PersonId> select_owners(Reader& reader, const GroupAccess& access);
Member upsert_member(Transaction& tx, const GroupAccess& access, PersonId person, GroupRole role);
void delete_member(Transaction& tx, const GroupAccess& access, PersonId person);

/// Streams of the group's tabs that have an audience of their own ("tab:31").
std::vector<std::string> select_tab_streams(Reader& reader, const GroupAccess& access);

struct NewGroup {
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
};
struct NewTab {
    std::string name;
    std::optional<DepartmentId> department;
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
    std::int32_t position = 0;
};
GroupId insert_group(Transaction& tx, const SystemAccess& system, const NewGroup& group);
TabId insert_tab(Transaction& tx, const SystemAccess& system, GroupId group, const NewTab& tab);
void insert_member(Transaction& tx, const SystemAccess& system, GroupId group, PersonId person,
                   GroupRole role);

}  // namespace plein::storage
