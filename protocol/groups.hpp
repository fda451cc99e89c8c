/// Groups, their department tabs, and how far one has read them.
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

/// Who reads a tab: all full members; full members who work in its department, and not even the group's owners
/// besides (ADR 0007); all full members and guests.
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

}  // namespace plein
