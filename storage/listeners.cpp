#include "storage/listeners.hpp"

namespace plein::storage {

namespace {

const NamedSql insert_untold_posts_sql{"insert_untold_posts", R"sql(
    INSERT INTO untold_posts (post_id)
    SELECT posts.id
      FROM posts
     WHERE posts.id = ANY($1::bigint[])
       AND EXISTS (SELECT FROM readings WHERE readings.tab_id = posts.tab_id AND readings.every_post)
        ON CONFLICT (post_id) DO UPDATE SET told_up_to = 0)sql"};

// Whoever is asked to confirm news need not hear of it twice.
#define PLEIN_IS_TO_BE_TOLD    \
    "posts.state = 'visible' " \
    "AND NOT EXISTS (SELECT FROM news WHERE news.post_id = posts.id AND news.told_up_to IS NOT NULL) "

const NamedSql select_untold_posts_sql{"select_untold_posts", R"sql(
    SELECT untold_posts.post_id
      FROM untold_posts
      JOIN posts ON posts.id = untold_posts.post_id
     WHERE )sql" PLEIN_IS_TO_BE_TOLD R"sql(
     ORDER BY untold_posts.post_id
     LIMIT $1)sql"};

const NamedSql take_untold_post_sql{"take_untold_post", R"sql(
    SELECT posts.group_id, posts.tab_id, posts.author_id, untold_posts.told_up_to
      FROM untold_posts
      JOIN posts ON posts.id = untold_posts.post_id
     WHERE untold_posts.post_id = $1 AND )sql" PLEIN_IS_TO_BE_TOLD R"sql(
       FOR NO KEY UPDATE OF untold_posts SKIP LOCKED)sql"};

const NamedSql select_listeners_sql{"select_listeners", R"sql(
    SELECT readings.person_id
      FROM readings
     WHERE readings.tab_id = $1 AND readings.every_post AND readings.person_id > $2
       AND readings.following IS DISTINCT FROM 'muted'
       AND NOT EXISTS (SELECT FROM notifications
                        WHERE notifications.post_id = $3 AND notifications.person_id = readings.person_id)
     ORDER BY readings.person_id
     LIMIT $4)sql"};

const NamedSql update_post_told_sql{"update_post_told", R"sql(
    UPDATE untold_posts SET told_up_to = $2 WHERE post_id = $1)sql"};

const NamedSql delete_untold_post_sql{"delete_untold_post", R"sql(
    DELETE FROM untold_posts WHERE post_id = $1)sql"};

}  // namespace

void insert_untold_posts(Transaction& tx, const std::vector<PostId>& posts) {
    if (!posts.empty()) tx.execute(insert_untold_posts_sql, posts);
}

std::vector<PostId> select_untold_posts(Reader& reader, const SystemAccess&, std::int64_t limit) {
    return values_of<PostId>(reader.query(select_untold_posts_sql, limit));
}

std::optional<UntoldPost> take_untold_post(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(take_untold_post_sql, post);
    if (rows.empty()) return std::nullopt;
    return row_as<UntoldPost>(rows[0]);
}

std::vector<PersonId> select_listeners(Reader& reader, const SystemAccess&, PostId post,
                                       const UntoldPost& untold, std::int64_t limit) {
    return values_of<PersonId>(
        reader.query(select_listeners_sql, untold.tab, untold.told_up_to, post, limit));
}

void update_post_told(Transaction& tx, const SystemAccess&, PostId post, std::optional<PersonId> told_up_to) {
    if (told_up_to)
        tx.execute(update_post_told_sql, post, *told_up_to);
    else
        tx.execute(delete_untold_post_sql, post);
}

}  // namespace plein::storage
