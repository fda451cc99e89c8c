/// Topics that posts have.
#pragma once

#include "protocol/topics.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <vector>

namespace plein::storage {

/// Topics of visible posts in these tabs whose key begins with `begun`, a key too; most used first, then by name. Of each tab
/// the last `looked_at` times that a post has one are looked at.
std::vector<TopicChoice> select_topics(Reader& reader, const ReadableTabs& tabs, const std::string& begun,
                                       std::int64_t looked_at, std::int64_t limit);

}  // namespace plein::storage
