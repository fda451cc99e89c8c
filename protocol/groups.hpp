/// Groups: what they are for, what they look like, and their tabs as one member sees them.
#pragma once

#include "protocol/tabs.hpp"

namespace plein {

/// `closed`: listed by name. `secret`: not listed.
enum class GroupVisibility { closed, secret };
PLEIN_DESCRIBE_ENUM(GroupVisibility, closed, secret)

enum class GroupRole { owner, moderator, member, guest };
PLEIN_DESCRIBE_ENUM(GroupRole, owner, moderator, member, guest)

/// `work`: people ask to join. `interest`: the personal side (running, food); it admits at once and its tabs are
/// personal by default.
enum class GroupKind { work, interest };
PLEIN_DESCRIBE_ENUM(GroupKind, work, interest)

/// Names of tints; each client has its own light and dark values for them.
enum class GroupColour { teal, blue, violet, plum, brick, amber, moss, slate };
PLEIN_DESCRIBE_ENUM(GroupColour, teal, blue, violet, plum, brick, amber, moss, slate)

/// The pattern of the cover, in the group's colour: how a square is paved.
enum class GroupCover { stretcher, herringbone, fan, waves };
PLEIN_DESCRIBE_ENUM(GroupCover, stretcher, herringbone, fan, waves)

/// What all members and guests of the group may know of it.
struct Group {
    GroupId id;
    std::int32_t version = 1;
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
    GroupKind kind = GroupKind::work;
    GroupColour colour = GroupColour::teal;
    GroupCover cover = GroupCover::stretcher;
    std::optional<Date> review_on;  // when its owners look at the purpose again
};
PLEIN_DESCRIBE(Group, id, version, name, purpose, visibility, kind, colour, cover, review_on);

/// A group as one member sees it: only the tabs that this member may read, in order.
struct GroupView {
    Group group;
    GroupRole role = GroupRole::member;
    std::optional<std::int32_t> member_count;      // absent for guests
    std::optional<std::int32_t> pending_requests;  // people who ask to join; for owners
    std::optional<std::int32_t> held;              // posts that wait for approval; for owners and moderators
    std::optional<Timestamp> emergency_until;  // somebody is in by emergency access until then; for owners
    std::optional<Timestamp> until;            // the person is in by emergency access until then
    bool archived = false;                     // nobody posts: emergency access reads it
    std::vector<TabView> tabs;
};
PLEIN_DESCRIBE(GroupView, group, role, member_count, pending_requests, held, emergency_until, until, archived,
               tabs);

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
