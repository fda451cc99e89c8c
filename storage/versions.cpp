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

}  // namespace

std::vector<EarlierVersion> select_post_versions(Reader& reader, const PostAccess& post, std::int64_t limit) {
    return rows_as<EarlierVersion>(reader.query(select_post_versions_sql, post.post(), limit));
}

std::vector<EarlierVersion> select_comment_versions(Reader& reader, const PostAccess& post, CommentId comment,
                                                    std::int64_t limit) {
    return rows_as<EarlierVersion>(reader.query(select_comment_versions_sql, post.post(), comment, limit));
}

}  // namespace plein::storage
