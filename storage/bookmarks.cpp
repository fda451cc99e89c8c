#include "storage/bookmarks.hpp"

#include "storage/read_posts.hpp"

namespace plein::storage {

namespace {

// Along bookmarks_in_order; what is out of sight is passed over.
const NamedSql select_bookmarks_sql{"select_bookmarks",
                                    PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(, bookmarks.kept_at
      FROM bookmarks
      JOIN posts ON posts.id = bookmarks.post_id
     WHERE bookmarks.person_id = $1 AND (bookmarks.kept_at, bookmarks.post_id) < ($3, $4::bigint)
       AND posts.tab_id = ANY($2::bigint[]) AND posts.state = 'visible'
     ORDER BY bookmarks.kept_at DESC, bookmarks.post_id DESC
     LIMIT $5)sql",
                                                     "post.kept_at DESC, post.id DESC")};

const NamedSql select_bookmark_count_sql{"select_bookmark_count", R"sql(
    SELECT count(*) FROM bookmarks WHERE person_id = $1)sql"};

const NamedSql insert_bookmark_sql{"insert_bookmark", R"sql(
    INSERT INTO bookmarks (person_id, post_id, kept_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING)sql"};

const NamedSql delete_bookmark_sql{"delete_bookmark", R"sql(
    DELETE FROM bookmarks WHERE person_id = $1 AND post_id = $2)sql"};

}  // namespace

std::vector<KeptPost> select_bookmarks(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                       const std::optional<FeedKey>& before, std::int64_t limit) {
    const FeedKey key = before.value_or(top_of_feed);
    const auto rows = reader.query(select_bookmarks_sql, viewer.person, tabs.ids(), key.at, key.post, limit);
    auto posts = read_posts(rows);
    std::vector<KeptPost> kept;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const auto row = rows[static_cast<pqxx::result::size_type>(i)];
        kept.push_back({std::move(posts[i]), value_of<Timestamp>(row["kept_at"])});
    }
    return kept;
}

std::int64_t select_bookmark_count(Reader& reader, const Viewer& viewer) {
    return value_of<std::int64_t>(reader.query(select_bookmark_count_sql, viewer.person)[0][0]);
}

bool insert_bookmark(Transaction& tx, const Viewer& viewer, const PostAccess& post) {
    return tx.query(insert_bookmark_sql, viewer.person, post.post(), tx.now()).affected_rows() > 0;
}

bool delete_bookmark(Transaction& tx, const Viewer& viewer, PostId post) {
    return tx.query(delete_bookmark_sql, viewer.person, post).affected_rows() > 0;
}

}  // namespace plein::storage
