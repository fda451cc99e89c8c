/// What `access/` reads to decide: facts about a person, a group and a tab. They are no proofs and open
/// nothing. In a write transaction every function locks what it read `FOR SHARE`, so that a proof holds until
/// the commit.
#pragma once

#include "protocol/groups.hpp"
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

/// The person's role in the group, when the membership is active.
std::optional<GroupRole> select_group_role(Reader& reader, GroupId group, PersonId person);

/// The person's groups, by name. Locks nothing.
struct GroupRoleRow {
    GroupId group;
    GroupRole role = GroupRole::guest;
};
PLEIN_DESCRIBE(GroupRoleRow, group, role);
std::vector<GroupRoleRow> select_group_roles(Reader& reader, PersonId person);

/// A tab beside the rights of one member of its group. `Tab::stream` is still empty: access decides it.
struct TabRightsRow {
    Tab tab;
    GroupRole role = GroupRole::guest;
    bool heads_tab_department = false;
};
std::optional<TabRightsRow> select_tab_rights(Reader& reader, TabId tab, PersonId person);

/// All tabs of the person's groups, or of one of them, in the order of the screen. Locks nothing.
std::vector<TabRightsRow> select_all_tab_rights(Reader& reader, PersonId person,
                                                std::optional<GroupId> group);

/// In which tab a post is; whether anybody may know is not decided here.
std::optional<TabId> select_tab_of(Reader& reader, PostId post);

}  // namespace plein::storage
