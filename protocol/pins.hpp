/// What those who look after a tab do with its posts: pin some on top, and close their comments.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// The pinned posts of a tab, the last one that was pinned first; all of them, at most 10.
struct ListPinnedPosts {
    TabId tab;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/tabs/{tab}/pins", "The pinned posts of a tab.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListPinnedPosts, tab);

/// Owners and moderators of the group, and heads of the tab's department. Pinning twice is no error. Errors: full, with ten
/// of them.
struct PinPost {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/posts/{post}/pin", "Pins a post on top of its tab.",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::forbidden,
        ErrorCode::full};
};
PLEIN_DESCRIBE(PinPost, post);

struct UnpinPost {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::delete_,     "/api/posts/{post}/pin", "Takes a post off the top.",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::forbidden};
};
PLEIN_DESCRIBE(UnpinPost, post);

/// Nobody comments on it any more; all read why. By owners and moderators of the group, and heads of the tab's department.
struct LockPost {
    PostId post;
    Text<limits::lock_reason, 1> reason;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/posts/{post}/lock", "Closes the comments of a post, with a reason.",
        Audience::signed_in, ErrorCode::not_found,     ErrorCode::forbidden};
};
PLEIN_DESCRIBE(LockPost, post, reason);

struct UnlockPost {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::delete_,     "/api/posts/{post}/lock", "Opens the comments again.",
        Audience::signed_in, ErrorCode::not_found,     ErrorCode::forbidden};
};
PLEIN_DESCRIBE(UnlockPost, post);

}  // namespace plein
