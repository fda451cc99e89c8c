/// What the live channel tells of a post as a whole: when it comes back, when it goes elsewhere, when it goes for good.
#pragma once

#include "server/access/access.hpp"

#include <string>
#include <vector>

namespace plein::features {

/// What the log of events calls a post, and all that is below it.
std::vector<std::string> subjects_of_all(storage::Transaction& tx, const storage::TabAccess& tab,
                                         PostId post);

/// A post is there that people may have talked about before. Emits post.created, and what readers see below it at first.
void tell_post_with_all(storage::Transaction& tx, const storage::PostAccess& access, const Post& post);

}  // namespace plein::features
