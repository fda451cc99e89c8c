/// Who wants to hear of each new post of a tab. Publishing does not wait for them: a job tells them, a few at a time.
#pragma once

#include "server/access/access.hpp"

#include <vector>

namespace plein::features {

/// Tells the next of those who listen where the post is; returns how many it went through. Call again while that is
/// `told_at_once`. Whatever publishes a post, or brings it to another tab, says so with `storage::insert_untold_posts`.
std::int64_t tell_next_listeners(storage::Transaction& tx, PostId post);

}  // namespace plein::features
