/// Posts in their other language.
#pragma once

#include "protocol/posts.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>

namespace plein::storage {

/// Keeps how it read before. Nothing when the post's text has changed since the version that was translated.
std::optional<Post> update_translation(Transaction& tx, const TabAccess& tab, const TranslatePost& request,
                                       const JsonOf<MarkdownTree>& blocks);

/// The same; nothing of a post that has none.
std::optional<Post> delete_translation(Transaction& tx, const TabAccess& tab, PostId post);

}  // namespace plein::storage
