/// Bookmarks: what one person keeps.
#pragma once

#include "storage/feeds.hpp"

namespace plein::storage {

/// A post beside when it was kept.
struct KeptPost {
    ReadPost read;
    Timestamp kept_at;
};

/// Those in these tabs that others can read, the last one that was kept first: those before `before`, whose moment is the
/// keeping's.
std::vector<KeptPost> select_bookmarks(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                       const std::optional<FeedKey>& before, std::int64_t limit);
std::int64_t select_bookmark_count(Reader& reader, const Viewer& viewer);

/// They return false when it was so already.
bool insert_bookmark(Transaction& tx, const Viewer& viewer, const PostAccess& post);
bool delete_bookmark(Transaction& tx, const Viewer& viewer, PostId post);

}  // namespace plein::storage
