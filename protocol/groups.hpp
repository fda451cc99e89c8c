/// Groups, their department tabs and their members.
#pragma once

#include "protocol/people.hpp"
#include "protocol/streams.hpp"
#include "protocol/time.hpp"

namespace plein {

/// `closed`: listed by name. `secret`: not listed.
enum class GroupVisibility { closed, secret };
PLEIN_DESCRIBE_ENUM(GroupVisibility, closed, secret)

enum class GroupRole { owner, moderator, member, guest };
PLEIN_DESCRIBE_ENUM(GroupRole, owner, moderator, member, guest)

/// Who reads a tab: all full members; only members of its department (and the owners); all full members and
/// guests.
enum class TabAudience { members, department, guests };
PLEIN_DESCRIBE_ENUM(TabAudience, members, department, guests)

/// Who posts in a tab. `owners`: group owners and heads of the tab's department.
enum class PostingRule { everyone, owners };
PLEIN_DESCRIBE_ENUM(PostingRule, everyone, owners)

/// Whom a post speaks for.
enum class Mark { work, personal };
PLEIN_DESCRIBE_ENUM(Mark, work, personal)

struct Tab {
    TabId id;
    GroupId group;
    std::int32_t version = 1;
    std::string name;
    std::optional<DepartmentId> department;  // none: General
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
    std::int32_t position = 0;
    std::string stream;  // where its events come: the group's stream, or its own when its audience differs
};
PLEIN_DESCRIBE(Tab, id, group, version, name, department, audience, posting, default_mark, position, stream);

/// How far this person has read a tab. `version` grows with each change; an older one is ignored.
struct Reading {
    TabId tab;
    std::int64_t version = 0;
    std::optional<Timestamp> read_until;  // posts by others after this moment are unread; none: everything is
    std::int32_t unread = 0;              // counted up to 100
};
PLEIN_DESCRIBE(Reading, tab, version, read_until, unread);

struct TabView {
    Tab tab;
    Reading reading;
    bool may_post = false;
};
PLEIN_DESCRIBE(TabView, tab, reading, may_post);

struct Group {
    GroupId id;
    std::int32_t version = 1;
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
};
PLEIN_DESCRIBE(Group, id, version, name, purpose, visibility);

/// A group as one member sees it: only the tabs that this member may read, in order.
struct GroupView {
    Group group;
    GroupRole role = GroupRole::member;
    std::optional<std::int32_t> member_count;  // absent for guests
    std::vector<TabView> tabs;
};
PLEIN_DESCRIBE(GroupView, group, role, member_count, tabs);

struct GroupList {
    std::vector<GroupView> items;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(GroupList, items, cursors);

struct ListGroups {
    using Response = GroupList;
    static constexpr Endpoint endpoint{Method::get, "/api/groups",
                                       "The groups that the person is in, with their tabs.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListGroups);

struct GroupAnswer {
    GroupView view;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(GroupAnswer, view, cursors);

struct GetGroup {
    GroupId group;

    using Response = GroupAnswer;
    static constexpr Endpoint endpoint{Method::get, "/api/groups/{group}", "One group with its tabs.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetGroup, group);

struct Member {
    GroupId group;
    PersonId person;
    GroupRole role = GroupRole::member;
    std::int32_t version = 1;
    Timestamp since;
};
PLEIN_DESCRIBE(Member, group, person, role, version, since);

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
    std::optional<std::int32_t> limit;  // 1..100, default 100

    using Response = MemberList;
    static constexpr Endpoint endpoint{
        Method::get,         "/api/groups/{group}/members", "Members of a group, by name.",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListMembers, group, after, limit);

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
