/// Invitations: an owner asks somebody in, who accepts or declines. (ADR 0020)
#pragma once

#include "protocol/joining.hpp"

namespace plein {

struct Invitation {
    GroupId group;
    PersonId person;
    GroupRole role = GroupRole::member;
    PersonId inviter;
    Timestamp since;
};
PLEIN_DESCRIBE(Invitation, group, person, role, inviter, since);

struct InvitationList {
    std::vector<Invitation> items;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(InvitationList, items, people, cursors);

struct ListInvitations {
    GroupId group;

    using Response = InvitationList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/groups/{group}/invitations",
                                       "The group's open invitations, newest first (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListInvitations, group);

/// As a member or moderator; people from outside as a guest. Whoever asked to join comes in at once. Errors: conflict, for
/// another role; full, with too many open invitations.
struct SetInvitation {
    GroupId group;
    PersonId person;
    GroupRole role = GroupRole::member;

    using Response = StandingAnswer;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/groups/{group}/invitations/{person}",
                                       "Invites a person (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(SetInvitation, group, person, role);

/// Answers `member` when the person was faster.
struct WithdrawInvitation {
    GroupId group;
    PersonId person;

    using Response = StandingAnswer;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/groups/{group}/invitations/{person}",
                                       "Withdraws an invitation (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(WithdrawInvitation, group, person);

struct AcceptInvitation {
    GroupId group;

    using Response = StandingAnswer;
    static constexpr Endpoint endpoint{Method::put, "/api/me/invitations/{group}", "Accepts an invitation.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(AcceptInvitation, group);

/// Answers `member` for a group that the person is in, `none` for any other.
struct DeclineInvitation {
    GroupId group;

    using Response = StandingAnswer;
    static constexpr Endpoint endpoint{Method::delete_, "/api/me/invitations/{group}",
                                       "Declines an invitation.", Audience::signed_in};
};
PLEIN_DESCRIBE(DeclineInvitation, group);

}  // namespace plein
