#include "storage/versions.hpp"

namespace plein::storage {

namespace {

const NamedSql select_post_versions_sql{"select_post_versions", R"sql(
    SELECT blocks, since, until
      FROM post_versions
     WHERE post_id = $1
     ORDER BY until DESC
     LIMIT $2)sql"};

const NamedSql select_comment_versions_sql{"select_comment_versions", R"sql(
    SELECT version.blocks, version.since, version.until
      FROM comments
      JOIN comment_versions AS version ON version.comment_id = comments.id
     WHERE comments.id = $2 AND comments.post_id = $1
     ORDER BY version.until DESC
     LIMIT $3)sql"};

const NamedSql delete_versions_sql{"delete_versions", R"sql(
    WITH unsaid AS (
        DELETE FROM comment_versions USING comments, posts
         WHERE comment_versions.comment_id = comments.id AND comments.post_id = $2 AND posts.id = $2
           AND posts.tab_id = $1)
    DELETE FROM post_versions USING posts
     WHERE post_versions.post_id = $2 AND posts.id = $2 AND posts.tab_id = $1)sql"};

}  // namespace

std::vector<EarlierVersion> select_post_versions(Reader& reader, const PostAccess& post, std::int64_t limit) {
    return rows_as<EarlierVersion>(reader.query(select_post_versions_sql, post.post(), limit));
}

std::vector<EarlierVersion> select_comment_versions(Reader& reader, const PostAccess& post, CommentId comment,
                                                    std::int64_t limit) {
    return rows_as<EarlierVersion>(reader.query(select_comment_versions_sql, post.post(), comment, limit));
}

void delete_versions(Transaction& tx, const TabAccess& tab, PostId post) {
    tx.query(delete_versions_sql, tab.tab().id, post);
}

}  // namespace plein::storage
