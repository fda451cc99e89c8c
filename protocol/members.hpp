/// Who is in a group.
#pragma once

#include "protocol/groups.hpp"

namespace plein {

struct Member {
    GroupId group;
    PersonId person;
    GroupRole role = GroupRole::member;
    std::int32_t version = 1;
    Timestamp since;
    std::optional<Timestamp> until;  // emergency access of an administrator, which ends then
};
PLEIN_DESCRIBE(Member, group, person, role, version, since, until);

struct MemberList {
    std::vector<Member> items;
    std::optional<std::string> next;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(MemberList, items, next, people, cursors);

/// Full members see who the members are; guests do not.
struct ListMembers {
    GroupId group;
    std::optional<Text<limits::cursor>> after;
    std::optional<std::int32_t> limit;              // 1..100, default 100
    std::optional<Text<limits::search, 1>> search;  // the name contains it
    std::optional<GroupRole> role;
    std::optional<DepartmentId> department;

    using Response = MemberList;
    static constexpr Endpoint endpoint{
        Method::get,         "/api/groups/{group}/members", "Members of a group, by name.",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListMembers, group, after, limit, search, role, department);

/// People an owner could add: not members yet, name or e-mail address contains `search`; at most 20.
struct ListCandidates {
    GroupId group;
    Text<limits::search, 1> search;

    using Response = PersonList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/groups/{group}/candidates",
                                       "People whom an owner could add to the group.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListCandidates, group, search);

/// Adds a person, or changes the role of one who is in. External people can only be guests.
struct SetMember {
    GroupId group;
    PersonId person;
    GroupRole role = GroupRole::member;

    using Response = Member;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/groups/{group}/members/{person}",
                                       "Adds a member or changes a member's role (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::last_owner,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(SetMember, group, person, role);

/// An owner removes anyone; a member removes himself (leaves). Takes effect at once, on open connections too.
struct RemoveMember {
    GroupId group;
    PersonId person;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/groups/{group}/members/{person}",
                                       "Removes a member (owners), or leaves the group (oneself).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::last_owner};
};
PLEIN_DESCRIBE(RemoveMember, group, person);

}  // namespace plein
