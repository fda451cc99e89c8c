/// Earlier versions of what was edited: whoever reads a post or a comment may read what it said before.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// How it read until `until`.
struct EarlierVersion {
    JsonOf<MarkdownTree> blocks;
    Timestamp since;
    Timestamp until;
};
PLEIN_DESCRIBE(EarlierVersion, blocks, since, until);

/// The last one first, at most 100.
struct EarlierVersions {
    std::vector<EarlierVersion> items;
};
PLEIN_DESCRIBE(EarlierVersions, items);

struct ListPostVersions {
    PostId post;

    using Response = EarlierVersions;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/versions",
                                       "What a post said before it was edited.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListPostVersions, post);

struct ListCommentVersions {
    CommentId comment;

    using Response = EarlierVersions;
    static constexpr Endpoint endpoint{Method::get, "/api/comments/{comment}/versions",
                                       "What a comment said before it was edited.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListCommentVersions, comment);

}  // namespace plein
