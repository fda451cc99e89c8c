#include "storage/pins.hpp"

#include "storage/read_posts.hpp"

namespace plein::storage {

namespace {

const NamedSql select_pinned_sql{"select_pinned", PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
     WHERE tab_id = $1 AND state = 'visible' AND pinned_at IS NOT NULL)sql",
                                                                   "post.pinned_at DESC, post.id DESC")};

const NamedSql select_pinned_count_sql{"select_pinned_count", R"sql(
    SELECT count(*) FROM posts WHERE tab_id = $1 AND state = 'visible' AND pinned_at IS NOT NULL)sql"};

const NamedSql select_comments_closed{"select_comments_closed", R"sql(
    SELECT lock_reason IS NOT NULL FROM posts WHERE id = $1)sql"};

const NamedSql update_pinned_sql{"update_pinned", R"sql(
    UPDATE posts SET pinned_at = $3, version = version + 1 WHERE id = $2 AND tab_id = $1
 RETURNING )sql" PLEIN_POST_COLUMNS};

const NamedSql update_lock_sql{"update_lock", R"sql(
    UPDATE posts SET lock_reason = $3, version = version + 1 WHERE id = $2 AND tab_id = $1
 RETURNING )sql" PLEIN_POST_COLUMNS};

}  // namespace

std::vector<ReadPost> select_pinned(Reader& reader, const TabAccess& tab) {
    return read_posts(reader.query(select_pinned_sql, tab.tab().id));
}

std::int64_t select_pinned_count(Reader& reader, const TabAccess& tab) {
    return value_of<std::int64_t>(reader.query(select_pinned_count_sql, tab.tab().id)[0][0]);
}

bool are_comments_closed(Reader& reader, const PostAccess& post) {
    return value_of<bool>(reader.query(select_comments_closed, post.post())[0][0]);
}

Post update_pinned(Transaction& tx, const TabAccess& tab, PostId post, std::optional<Timestamp> pinned_at) {
    return row_as<Post>(tx.query(update_pinned_sql, tab.tab().id, post, pinned_at)[0]);
}

Post update_lock(Transaction& tx, const TabAccess& tab, PostId post,
                 const std::optional<std::string>& reason) {
    return row_as<Post>(tx.query(update_lock_sql, tab.tab().id, post, reason)[0]);
}

}  // namespace plein::storage
