#include "storage/translations.hpp"

#include "storage/post_columns.hpp"

namespace plein::storage {

namespace {

// As an edit of the post (update_post), whose own text stays: since when that reads as it does is kept. The same words again
// say that they still hold.
const NamedSql update_translation_sql{"update_translation", R"sql(
    WITH replaced AS (
        INSERT INTO post_versions (post_id, blocks, since, until)
        SELECT id, translation_blocks, coalesce(translated_at, published_at), $6
          FROM posts
         WHERE id = $2 AND tab_id = $1 AND (translation_language, translation_body) <> ($3, $4)
           AND $7 BETWEEN text_version AND version
    ), place AS (
        SELECT id, coalesce((translation_language, translation_body) = ($3, $4), false) AS same
          FROM posts
         WHERE id = $2 AND tab_id = $1)
    UPDATE posts
       SET translation_language = $3, translation_body = $4, translation_blocks = $5,
           translation_of = )sql" PLEIN_TEXT_DIGEST("body") R"sql(, version = version + 1,
           text_version = CASE WHEN same THEN text_version ELSE version + 1 END,
           text_since = CASE WHEN same THEN text_since ELSE coalesce(text_since, edited_at, published_at) END,
           translated_at = CASE WHEN same THEN translated_at ELSE $6 END,
           edited_at = CASE WHEN same THEN edited_at ELSE $6 END
      FROM place
     WHERE posts.id = place.id AND posts.tab_id = $1 AND $7 BETWEEN text_version AND version
 RETURNING )sql" PLEIN_POST_COLUMNS};

const NamedSql delete_translation_sql{"delete_translation", R"sql(
    WITH replaced AS (
        INSERT INTO post_versions (post_id, blocks, since, until)
        SELECT id, translation_blocks, coalesce(translated_at, published_at), $3
          FROM posts
         WHERE id = $2 AND tab_id = $1 AND translation_language IS NOT NULL)
    UPDATE posts
       SET translation_language = NULL, translation_body = NULL, translation_blocks = NULL, translation_of = NULL,
           translated_at = NULL, version = version + 1, text_version = version + 1,
           text_since = coalesce(text_since, edited_at, published_at), edited_at = $3
     WHERE id = $2 AND tab_id = $1 AND translation_language IS NOT NULL
 RETURNING )sql" PLEIN_POST_COLUMNS};

std::optional<Post> first_post(const pqxx::result& rows) {
    if (rows.empty()) return std::nullopt;
    return row_as<Post>(rows[0]);
}

}  // namespace

std::optional<Post> update_translation(Transaction& tx, const TabAccess& tab, const TranslatePost& request,
                                       const JsonOf<MarkdownTree>& blocks) {
    return first_post(tx.query(update_translation_sql, tab.tab().id, request.post, request.language,
                               request.body, blocks.text, tx.now(), request.version));
}

std::optional<Post> delete_translation(Transaction& tx, const TabAccess& tab, PostId post) {
    return first_post(tx.query(delete_translation_sql, tab.tab().id, post, tx.now()));
}

}  // namespace plein::storage
