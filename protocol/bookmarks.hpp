/// Bookmarks: posts that one wants to find again. Nobody else knows of them.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// The last one that was kept first, as far as the viewer may still read them.
struct ListBookmarks {
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;  // 1..100, default 20

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/me/bookmarks",
                                       "The posts that the person has kept.", Audience::signed_in};
};
PLEIN_DESCRIBE(ListBookmarks, before, limit);

/// Keeping twice is no error. Errors: full, with 1,000 of them.
struct KeepPost {
    PostId post;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,         "/api/posts/{post}/bookmark", "Keeps a post.",
                                       Audience::signed_in, ErrorCode::not_found,         ErrorCode::full};
};
PLEIN_DESCRIBE(KeepPost, post);

/// Also of a post that is out of sight by now.
struct DropPost {
    PostId post;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/posts/{post}/bookmark",
                                       "Keeps a post no longer.", Audience::signed_in};
};
PLEIN_DESCRIBE(DropPost, post);

}  // namespace plein
