/// Pages of lists: `limit` and the opaque keyset cursors.
#pragma once

#include "protocol/limits.hpp"
#include "protocol/time.hpp"
#include "storage/comments.hpp"
#include "storage/feeds.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"

#include <optional>
#include <string>

namespace plein::features {

/// Posts and comments, where nothing is asked.
inline constexpr std::int32_t default_page = 20;

/// Errors: invalid_request, outside 1..100.
std::int64_t page_limit(std::optional<std::int32_t> asked, std::int32_t otherwise);

std::string to_cursor(const storage::FeedKey& key, FeedOrder order = FeedOrder::newest);
std::string to_cursor(const storage::CommentKey& key);
std::string to_cursor(const storage::MemberKey& key);
std::string to_cursor(const storage::DirectoryKey& key);

/// Errors: invalid_request, for a text that no answer of ours has said, or one in another order.
storage::FeedKey feed_key(const std::string& cursor, FeedOrder order = FeedOrder::newest);
storage::CommentKey comment_key(const std::string& cursor);
storage::MemberKey member_key(const std::string& cursor);
storage::DirectoryKey directory_key(const std::string& cursor);

}  // namespace plein::features
