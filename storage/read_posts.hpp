/// Posts beside what is below them; for repositories that select posts.
#pragma once

#include "storage/kind_columns.hpp"
#include "storage/post_columns.hpp"

/// As `read_posts` takes them: the posts that FEED selects, in this order. `post` is the row of FEED, which may have more
/// columns behind those of a post.
#define PLEIN_READ_POSTS(FEED, ORDER)                                                                \
    "SELECT post.*, coalesce(threads.comments, 0) AS comments, coalesce(threads.version, 0), "       \
    "       threads.active_at, coalesce(counted.counts, '[]'), coalesce(counted.version, "           \
    "0), " PLEIN_KIND_COLUMNS "  FROM (" FEED                                                        \
    "       ) AS post "                                                                              \
    "  LEFT JOIN threads ON threads.post_id = post.id "                                              \
    "  LEFT JOIN reaction_counts AS counted ON counted.post_id = post.id AND counted.comment_id IS " \
    "NULL " PLEIN_JOIN_KINDS("post") " ORDER BY " ORDER

namespace plein::storage {

/// Thread, reactions and kinds begin at the column `comments`.
std::vector<ReadPost> read_posts(const pqxx::result& rows);

}  // namespace plein::storage
