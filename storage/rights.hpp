/// What `access/` reads to decide: facts about a person, a group and a tab. They are no proofs and open
/// nothing. What a write may stand on locks its rows `FOR SHARE` in a write transaction, so that a proof holds
/// until the commit; what takes a `Snapshot&`, or says so, locks nothing.
#pragma once

#include "protocol/groups.hpp"
#include "storage/transaction.hpp"

#include <map>
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

/// Locks the account behind the session, if there is one, against every other write that stands on it.
void lock_account_of(Transaction& tx, const std::string& token_hash);

/// The person's role in the group, when the membership is active and the group is not archived.
std::optional<GroupRole> select_group_role(Reader& reader, GroupId group, PersonId person);

/// The person's groups that are not archived, by name. Locks nothing.
struct GroupRoleRow {
    GroupId group;
    GroupRole role = GroupRole::guest;
};
PLEIN_DESCRIBE(GroupRoleRow, group, role);
std::vector<GroupRoleRow> select_group_roles(Reader& reader, PersonId person);

/// A tab beside the rights of one member of its group; archived ones are not there. `Tab::stream` is still empty: access decides it.
struct TabRightsRow {
    Tab tab;
    GroupRole role = GroupRole::guest;
    bool heads_tab_department = false;
    GroupKind kind = GroupKind::work;
};
std::optional<TabRightsRow> select_tab_rights(Reader& reader, TabId tab, PersonId person);

/// All tabs of the person's groups, or of one of them, in the order of the screen.
std::vector<TabRightsRow> select_all_tab_rights(Snapshot& snapshot, PersonId person,
                                                std::optional<GroupId> group);

/// What the person has chosen, of any tab there ever was.
std::map<TabId, Following> select_chosen_followings(Reader& reader, PersonId person);

/// All tabs of the group that are not archived, without their streams. Locks nothing: of a tab that is new nobody loses anything.
std::vector<Tab> select_tabs(Reader& reader, GroupId group);

/// In which tab a post is; locks nothing. Whether anybody may know is not decided here.
std::optional<TabId> select_tab_of(Reader& reader, PostId post);

}  // namespace plein::storage
