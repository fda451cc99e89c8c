/// Link previews: what a page outside says of itself, fetched by the server for those who read the post that links to it.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"

#include <optional>
#include <string>

namespace plein {

/// Plain text, as the page has it, shortened.
struct LinkPreview {
    std::string url;
    std::string site;  // its host, as one reads it
    std::string title;
    std::optional<std::string> description;
    bool has_image = false;
};
PLEIN_DESCRIBE(LinkPreview, url, site, title, description, has_image);

struct LinkPreviewAnswer {
    std::optional<LinkPreview> preview;
};
PLEIN_DESCRIBE(LinkPreviewAnswer, preview);

/// Of the first page outside that the post links to. None where it links to none, where the page says nothing of itself or
/// cannot be fetched, and where previews are switched off.
struct GetLinkPreview {
    PostId post;

    using Response = LinkPreviewAnswer;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/preview",
                                       "What the page that a post links to says of itself.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetLinkPreview, post);

/// The picture of that preview, from this server.
struct GetLinkPreviewImage {
    PostId post;

    using Response = Picture;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/preview/image",
                                       "The picture of a preview.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetLinkPreviewImage, post);

}  // namespace plein
