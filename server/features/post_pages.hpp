/// Pages of posts, as one viewer sees them.
#pragma once

#include "server/features/edge.hpp"
#include "server/features/pages.hpp"
#include "server/features/post_views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::features {

/// What is the same for all readers of a page.
struct SharedPage {
    SharedPosts posts;
    std::optional<std::string> next;
};
/// `posts` has one more than the page holds where there is a next one; a page in the order of the feed.
SharedPage shared_page(Reader& reader, const storage::ReadableTabs& tabs,
                       std::vector<storage::ReadPost> posts, std::size_t limit,
                       FeedOrder order = FeedOrder::newest);

/// `tabs`: where the posts were read. Its cursors are those of all streams that the snapshot touched, and of the viewer's.
PostPage to_page(Snapshot& snapshot, const Viewer& viewer, const storage::ReadableTabs& tabs,
                 SharedPage shared);

/// A page as `request` asks for it, with `limit` and `before`; `select` gives the posts before a place, at most so many.
/// Errors: invalid_request.
template <class R, class Select>
PostPage page_of(Snapshot& snapshot, const Viewer& viewer, const storage::ReadableTabs& tabs,
                 const R& request, FeedOrder order, const Select& select) {
    const auto limit = page_limit(request.limit, default_page);
    const auto key = request.before ? std::optional{feed_key(request.before->value, order)} : std::nullopt;
    return to_page(
        snapshot, viewer, tabs,
        shared_page(snapshot, tabs, select(key, limit + 1), static_cast<std::size_t>(limit), order));
}

}  // namespace plein::features
