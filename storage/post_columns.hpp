/// The columns of a post, in the order of `Post`.
#pragma once

#define PLEIN_POST_COLUMNS                                                                              \
    "posts.id, posts.group_id, posts.tab_id, posts.author_id, posts.kind, posts.version, posts.state, " \
    "posts.mark, "                                                                                      \
    "posts.body, posts.blocks, posts.published_at, posts.edited_at, posts.side, posts.pinned_at, "      \
    "posts.lock_reason, posts.praised "
