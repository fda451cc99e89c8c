/// Posts that are pinned on top of their tab, or closed for comments.
#pragma once

#include "storage/posts.hpp"

namespace plein::storage {

/// The last one that was pinned first.
std::vector<ReadPost> select_pinned(Reader& reader, const TabAccess& tab);
std::int64_t select_pinned_count(Reader& reader, const TabAccess& tab);

/// Whether nobody comments on it any more. In a write it stays so until the commit: the proof holds the post's row.
bool are_comments_closed(Reader& reader, const PostAccess& post);

/// These return the post with its new version.
Post update_pinned(Transaction& tx, const TabAccess& tab, PostId post, std::optional<Timestamp> pinned_at);
Post update_lock(Transaction& tx, const TabAccess& tab, PostId post,
                 const std::optional<std::string>& reason);

}  // namespace plein::storage
