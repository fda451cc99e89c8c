/// Invitation links: whoever has one comes in, until it is used up, expired or revoked. (ADR 0020)
#pragma once

#include "protocol/joining.hpp"

namespace plein {

struct InvitationLink {
    LinkId id;
    GroupId group;
    PersonId maker;
    Timestamp created_at;
    Timestamp expires_at;
    std::int32_t used = 0;
    std::int32_t uses = 1;
};
PLEIN_DESCRIBE(InvitationLink, id, group, maker, created_at, expires_at, used, uses);

struct LinkList {
    std::vector<InvitationLink> items;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(LinkList, items, people);

struct ListLinks {
    GroupId group;

    using Response = LinkList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/groups/{group}/links",
                                       "The group's open invitation links, newest first (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListLinks, group);

/// 43 characters of URL-safe base64; the server keeps only its hash, so nobody reads it a second time.
struct NewLink {
    InvitationLink link;
    std::string token;
};
PLEIN_DESCRIBE(NewLink, link, token);

/// A repeat answers the same link with a new token: the first one was lost with its answer. Errors: full, with too
/// many open links.
struct CreateLink {
    Uuid client_id;
    GroupId group;
    std::int32_t days = 7;   // 1..30
    std::int32_t uses = 10;  // 1..500

    using Response = NewLink;
    static constexpr Endpoint endpoint{Method::post,
                                       "/api/groups/{group}/links",
                                       "Makes an invitation link (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(CreateLink, client_id, group, days, uses);

struct RevokeLink {
    GroupId group;
    LinkId link;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/groups/{group}/links/{link}",
                                       "Revokes an invitation link (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(RevokeLink, group, link);

/// What whoever has the link may know before coming in.
struct LinkView {
    GroupSign sign;
    std::string purpose;
    GroupStanding standing = GroupStanding::none;
    GroupRole role = GroupRole::member;  // as what the person would come in
};
PLEIN_DESCRIBE(LinkView, sign, purpose, standing, role);

/// The token travels in the body: addresses end up in logs. Used up, expired, revoked and unknown are one answer.
struct LookAtLink {
    Secret<43, 43> token;

    using Response = LinkView;
    static constexpr Endpoint endpoint{Method::post, "/api/links/view",
                                       "The group to which an invitation link leads.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(LookAtLink, token);

struct LinkFollowed {
    GroupId group;
};
PLEIN_DESCRIBE(LinkFollowed, group);

/// Comes in; people from outside as a guest. Whoever is in already uses nothing up.
struct FollowLink {
    Secret<43, 43> token;

    using Response = LinkFollowed;
    static constexpr Endpoint endpoint{Method::post, "/api/links/follow",
                                       "Joins a group by its invitation link.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(FollowLink, token);

}  // namespace plein
