/// What posts and comments said before they were edited.
#pragma once

#include "protocol/versions.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace plein::storage {

/// The last one first, at most `limit`.
std::vector<EarlierVersion> select_post_versions(Reader& reader, const PostAccess& post, std::int64_t limit);
std::vector<EarlierVersion> select_comment_versions(Reader& reader, const PostAccess& post, CommentId comment,
                                                    std::int64_t limit);

/// Of a post and of all comments below it.
void delete_versions(Transaction& tx, const TabAccess& tab, PostId post);

}  // namespace plein::storage
