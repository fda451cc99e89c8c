/// How people come into a group: the directory of closed groups, and requests to join.
#pragma once

#include "protocol/members.hpp"

namespace plein {

/// What a person is to a group.
enum class GroupStanding { none, requested, invited, member };
PLEIN_DESCRIBE_ENUM(GroupStanding, none, requested, invited, member)

/// What stands on a group's door: all that people outside may know of it.
struct GroupSign {
    GroupId group;
    std::string name;
    GroupKind kind = GroupKind::work;
    GroupColour colour = GroupColour::teal;
    GroupCover cover = GroupCover::stretcher;
};
PLEIN_DESCRIBE(GroupSign, group, name, kind, colour, cover);

struct DirectoryEntry {
    GroupSign sign;
    GroupStanding standing = GroupStanding::none;
    bool own_department =
        false;  // it has a tab, which all its members read, of the department where the person works
};
PLEIN_DESCRIBE(DirectoryEntry, sign, standing, own_department);

struct Directory {
    std::vector<DirectoryEntry> items;
    std::optional<std::string> next;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(Directory, items, next, cursors);

/// Secret groups never stand in it, not even for their members. People from outside the organisation do not browse.
struct ListDirectory {
    std::optional<Text<limits::search, 1>> search;  // the name contains it
    std::optional<Text<limits::cursor>> after;
    std::optional<std::int32_t> limit;  // 1..100, default 100

    static constexpr Right needs = Right::browse_groups;
    using Response = Directory;
    static constexpr Endpoint endpoint{Method::get, "/api/groups/directory", "The closed groups, by name.",
                                       Audience::signed_in, ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListDirectory, search, after, limit);

/// A group that one asked to join or is invited to.
struct OwnStanding {
    GroupSign sign;
    GroupStanding standing = GroupStanding::none;
    Timestamp since;
    std::optional<std::string> note;  // requested: one's own words
    std::optional<GroupRole> role;    // invited: as what
    std::optional<PersonId> inviter;  // invited: by whom
};
PLEIN_DESCRIBE(OwnStanding, sign, standing, since, note, role, inviter);

/// A request that was declined; it stays until the person puts it away or asks again.
struct DeclinedRequest {
    GroupSign sign;
    std::string word;  // of the owner who declined it; may be empty
    Timestamp at;
};
PLEIN_DESCRIBE(DeclinedRequest, sign, word, at);

struct OwnStandings {
    std::vector<OwnStanding> items;
    std::vector<DeclinedRequest> declined;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(OwnStandings, items, declined, people, cursors);

struct ListStandings {
    using Response = OwnStandings;
    static constexpr Endpoint endpoint{Method::get, "/api/me/standings",
                                       "The person's open requests and invitations, newest first.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListStandings);

struct StandingAnswer {
    GroupStanding standing = GroupStanding::none;
};
PLEIN_DESCRIBE(StandingAnswer, standing);

/// An interest group admits at once, and so does any group that has invited the person. Asking again changes the
/// note. Errors: full, with too many open requests.
struct AskToJoin {
    GroupId group;
    std::optional<Text<limits::note>> note;

    using Response = StandingAnswer;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/groups/{group}/request", "Asks to join a group.",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::full};
};
PLEIN_DESCRIBE(AskToJoin, group, note);

/// Answers `member` when an owner was faster, `none` for any group without a request of this person.
struct WithdrawRequest {
    GroupId group;

    using Response = StandingAnswer;
    static constexpr Endpoint endpoint{Method::delete_, "/api/groups/{group}/request",
                                       "Withdraws one's own request to join.", Audience::signed_in};
};
PLEIN_DESCRIBE(WithdrawRequest, group);

struct JoinRequest {
    GroupId group;
    PersonId person;
    std::string note;
    Timestamp since;
};
PLEIN_DESCRIBE(JoinRequest, group, person, note, since);

struct JoinRequestList {
    std::vector<JoinRequest> items;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(JoinRequestList, items, people, cursors);

/// The first 100: whoever decides on one makes room for the next.
struct ListJoinRequests {
    GroupId group;

    using Response = JoinRequestList;
    static constexpr Endpoint endpoint{
        Method::get,         "/api/groups/{group}/requests", "Who asks to join, oldest first (owners).",
        Audience::signed_in, ErrorCode::not_found,           ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListJoinRequests, group);

struct ApproveRequest {
    GroupId group;
    PersonId person;

    using Response = Member;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/groups/{group}/requests/{person}",
                                       "Lets in who asked to join (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(ApproveRequest, group, person);

/// Errors: conflict, when another owner has let the person in.
struct DeclineRequest {
    GroupId group;
    PersonId person;
    Text<limits::note> word;  // to the person

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/groups/{group}/requests/{person}",
                                       "Declines a request to join (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(DeclineRequest, group, person, word);

struct DismissDeclined {
    GroupId group;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/me/declined/{group}",
                                       "Puts away what an owner said to a declined request.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE(DismissDeclined, group);

}  // namespace plein
