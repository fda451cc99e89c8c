/// Previews of the pages outside that posts link to (ADR 0046).
///
/// Nothing of the database is held while a page is fetched: what is kept is read, somebody looks, and it is read again with
/// the rights that the viewer has then.
#pragma once

#include "protocol/link_previews.hpp"
#include "server/features/edge.hpp"
#include "storage/link_previews.hpp"

#include <optional>
#include <string>

namespace plein::features {

void add_link_preview_routes(net::Router& routes, Edge& edge);

/// `token`: the hash of the viewer's. Answers within some six seconds. Errors: not_found.
boost::asio::awaitable<LinkPreviewAnswer> get_link_preview(Edge& edge, std::string token, PostId post);

/// What the viewer asks about, and what is known of it.
struct AskedPreview {
    PersonId person;
    std::string url;  // empty: the post leads to no page outside
    std::optional<storage::KeptPreview> kept;
};
/// Errors: not_found.
AskedPreview ask_link_preview(Snapshot& snapshot, const Viewer& viewer, PostId post,
                              const Organisation& organisation);

/// Errors: not_found, also where there is no picture.
Picture get_link_preview_image(Snapshot& snapshot, const Viewer& viewer, const GetLinkPreviewImage& request,
                               const Organisation& organisation);

/// The first page outside that a text leads to; empty for none. `own_address`: where Plein itself is.
std::string first_link_outside(const JsonOf<MarkdownTree>& blocks, const std::string& own_address);

/// How many remain when nobody has asked for long; returns how many went.
std::int64_t forget_old_previews(Transaction& tx, std::int64_t limit);

}  // namespace plein::features
