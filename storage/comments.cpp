#include "storage/comments.hpp"

#include <algorithm>

namespace plein::storage {

namespace {

// As `read_comment` takes them. A post may move: where it is stands with the post.
#define PLEIN_COMMENTS                                                                         \
    "SELECT comments.id, comments.post_id, posts.tab_id, posts.group_id, comments.author_id, " \
    "       comments.version, comments.state, comments.body, comments.blocks, "                \
    "       comments.quote_id, quoted.author_id, comments.published_at, comments.edited_at, "  \
    "       coalesce(counted.counts, '[]'), coalesce(counted.version, 0) "                     \
    "  FROM comments "                                                                         \
    "  JOIN posts ON posts.id = comments.post_id "                                             \
    "  LEFT JOIN comments AS quoted ON quoted.id = comments.quote_id "                         \
    "  LEFT JOIN reaction_counts AS counted "                                                  \
    "         ON counted.post_id = comments.post_id AND counted.comment_id = comments.id "

// Keyset on (published_at, id): stable while people comment. Newest first; whoever reads them turns them round.
const NamedSql select_thread_page{"select_thread_page", PLEIN_COMMENTS R"sql(
     WHERE comments.post_id = $1 AND comments.state = 'visible'
       AND (comments.published_at, comments.id) < ($2, $3::bigint)
     ORDER BY comments.published_at DESC, comments.id DESC
     LIMIT $4)sql"};

// The newest of each post from comments_of_post: the cost grows with the posts, never with their comments.
const NamedSql select_latest_comments_sql{"select_latest_comments", R"sql(
    WITH latest AS (
        SELECT comment.id
          FROM posts
         CROSS JOIN LATERAL (
                SELECT id FROM comments
                 WHERE post_id = posts.id AND state = 'visible'
                 ORDER BY published_at DESC, id DESC
                 LIMIT $3) AS comment
         WHERE posts.id = ANY($2::bigint[]) AND posts.tab_id = ANY($1::bigint[])
    ) )sql" PLEIN_COMMENTS R"sql(
     WHERE comments.id IN (SELECT id FROM latest)
     ORDER BY comments.post_id, comments.published_at, comments.id)sql"};

const NamedSql select_comments_by_id{"select_comments_by_id", PLEIN_COMMENTS R"sql(
     WHERE comments.id = ANY($2::bigint[]) AND comments.state = 'visible' AND posts.tab_id = ANY($1::bigint[])
     ORDER BY comments.id)sql"};

const NamedSql select_comment_sql{"select_comment", PLEIN_COMMENTS R"sql(
     WHERE comments.id = $2 AND comments.post_id = $1)sql"};

// FOR NO KEY UPDATE: two edits of one comment wait for each other, and the second then finds its version stale. A reply
// that quotes it does not wait: it holds the thread, which a deletion is about to lock.
const NamedSql lock_comment_sql{"lock_comment", PLEIN_COMMENTS R"sql(
     WHERE comments.id = $2 AND comments.post_id = $1
       FOR NO KEY UPDATE OF comments)sql"};

#define PLEIN_COMMENT_DIGEST(POST, QUOTE, BODY)                                                \
    "sha256(convert_to(concat_ws('|', " POST "::bigint, coalesce(" QUOTE "::bigint, 0), " BODY \
    "::text), 'UTF8'))"

// Tells a retry from other content under its `client_id`, and from a comment on another post.
const NamedSql select_retried_comment{"select_retried_comment", R"sql(
    SELECT id, post_id = $3 AND client_digest = )sql" PLEIN_COMMENT_DIGEST("$3", "$4", "$5") R"sql(
      FROM comments
     WHERE author_id = $1 AND client_id = $2)sql"};

const NamedSql insert_comment_sql{"insert_comment", R"sql(
    INSERT INTO comments (post_id, author_id, client_id, client_digest, quote_id, body, blocks, published_at)
    VALUES ($1, $2, $3, )sql" PLEIN_COMMENT_DIGEST("$1", "$4", "$5") R"sql(, $4, $5, $6, $7)
        ON CONFLICT (author_id, client_id) DO NOTHING
 RETURNING id)sql"};

const NamedSql update_comment_sql{"update_comment", R"sql(
    WITH replaced AS (
        INSERT INTO comment_versions (comment_id, blocks, since, until)
        SELECT id, blocks, coalesce(edited_at, published_at), $5
          FROM comments
         WHERE id = $2 AND post_id = $1 AND body <> $3)
    UPDATE comments
       SET body = $3, blocks = $4, version = version + 1, edited_at = $5
     WHERE id = $2 AND post_id = $1)sql"};

const NamedSql update_comment_deleted{"update_comment_deleted", R"sql(
    UPDATE comments
       SET state = 'deleted', version = version + 1, purge_after = $3
     WHERE id = $2 AND post_id = $1)sql"};

const NamedSql update_comment_restored{"update_comment_restored", R"sql(
    UPDATE comments
       SET state = 'visible', version = version + 1, purge_after = NULL
     WHERE id = $2 AND post_id = $1 AND state = 'deleted' AND purge_after > $3)sql"};

const NamedSql update_thread_sql{"update_thread", R"sql(
    INSERT INTO threads (post_id, tab_id, comments) VALUES ($1, $3, greatest($2, 0))
        ON CONFLICT (post_id) DO UPDATE
       SET tab_id = excluded.tab_id, comments = threads.comments + $2, version = threads.version + 1
 RETURNING comments, version, active_at)sql"};

// Behind the lock that the one above took: what others have said by then is seen, and nobody says more.
const NamedSql update_active_sql{"update_active", R"sql(
    UPDATE threads SET active_at = $2 WHERE post_id = $1)sql"};

const NamedSql update_active_again_sql{"update_active_again", R"sql(
    UPDATE threads
       SET active_at = (SELECT max(published_at) FROM comments WHERE post_id = $1 AND state = 'visible')
     WHERE post_id = $1
 RETURNING comments, version, active_at)sql"};

const NamedSql select_thread_sql{"select_thread", R"sql(
    SELECT comments, version, active_at FROM threads WHERE post_id = $1)sql"};

const NamedSql select_comment_ids_sql{"select_comment_ids", R"sql(
    SELECT comments.id
      FROM comments
      JOIN posts ON posts.id = comments.post_id
     WHERE comments.post_id = $2 AND posts.tab_id = $1)sql"};

const NamedSql has_comments_of_others_sql{"has_comments_of_others", R"sql(
    SELECT FROM comments
      JOIN posts ON posts.id = comments.post_id
     WHERE comments.post_id = $2 AND posts.tab_id = $1 AND comments.author_id <> posts.author_id
       AND (comments.state <> 'deleted' OR comments.purge_after IS NOT NULL)
     LIMIT 1)sql"};

// The row stays: it answers a late retry of its create, and whoever replied to it still did.
const NamedSql purge_comments_sql{"purge_comments", R"sql(
    WITH purged AS (
        UPDATE comments
           SET body = '', blocks = '[]', purge_after = NULL
         WHERE id IN (SELECT id FROM comments
                       WHERE purge_after <= now() AND state = 'deleted'
                       LIMIT $1
                         FOR UPDATE SKIP LOCKED)
     RETURNING id, post_id
    ), unliked AS (
        DELETE FROM reactions USING purged
         WHERE reactions.post_id = purged.post_id AND reactions.comment_id = purged.id
    ), uncounted AS (
        DELETE FROM reaction_counts USING purged
         WHERE reaction_counts.post_id = purged.post_id AND reaction_counts.comment_id = purged.id
    ), untold AS (
        DELETE FROM notifications USING purged
         WHERE notifications.post_id = purged.post_id AND notifications.comment_id = purged.id
    ), unwritten AS (
        DELETE FROM comment_versions USING purged WHERE comment_versions.comment_id = purged.id
    )
    SELECT id FROM purged)sql"};

constexpr CommentKey last{Timestamp{std::chrono::sys_days{std::chrono::year{9999} / 1 / 1}}, {0}};

Comment read_comment(const pqxx::row& row) {
    Comment comment;
    comment.id = value_of<CommentId>(row[0]);
    comment.post = value_of<PostId>(row[1]);
    comment.tab = value_of<TabId>(row[2]);
    comment.group = value_of<GroupId>(row[3]);
    comment.author = value_of<PersonId>(row[4]);
    comment.version = value_of<std::int32_t>(row[5]);
    comment.state = value_of<CommentState>(row[6]);
    comment.body = value_of<std::string>(row[7]);
    comment.blocks = value_of<JsonOf<MarkdownTree>>(row[8]);
    if (!row[9].is_null()) comment.quote = {value_of<CommentId>(row[9]), value_of<PersonId>(row[10])};
    comment.published_at = value_of<Timestamp>(row[11]);
    comment.edited_at = value_of<std::optional<Timestamp>>(row[12]);
    return comment;
}

std::vector<ReadComment> read_comments(const pqxx::result& rows) {
    std::vector<ReadComment> comments;
    for (const auto& row : rows) {
        comments.push_back(
            {read_comment(row),
             {value_of<JsonOf<std::vector<ReactionCount>>>(row[13]), value_of<std::int64_t>(row[14])}});
    }
    return comments;
}

/// What is left of a deleted comment: ids, version and state.
Comment tombstone(Comment comment) {
    comment.body.clear();
    comment.blocks.text = "[]";
    return comment;
}

}  // namespace

std::vector<ReadComment> select_comments(Reader& reader, const PostAccess& post,
                                         const std::optional<CommentKey>& before, std::int64_t limit) {
    const CommentKey key = before.value_or(last);
    auto comments =
        read_comments(reader.query(select_thread_page, post.post(), key.published_at, key.comment, limit));
    std::ranges::reverse(comments);
    return comments;
}

std::vector<ReadComment> select_latest_comments(Reader& reader, const ReadableTabs& tabs,
                                                const std::vector<PostId>& posts) {
    return read_comments(
        reader.query(select_latest_comments_sql, tabs.ids(), posts, std::int64_t{limits::latest_comments}));
}

std::vector<ReadComment> select_comments(Reader& reader, const ReadableTabs& tabs,
                                         const std::vector<CommentId>& comments) {
    if (comments.empty()) return {};
    return read_comments(reader.query(select_comments_by_id, tabs.ids(), comments));
}

std::optional<Comment> select_comment(Reader& reader, const PostAccess& post, CommentId comment) {
    const auto rows =
        reader.query(reader.writing() ? lock_comment_sql : select_comment_sql, post.post(), comment);
    if (rows.empty()) return std::nullopt;
    return read_comment(rows[0]);
}

std::optional<Comment> select_retried(Reader& reader, const Viewer& viewer, const PostAccess& post,
                                      const CreateComment& request) {
    const auto rows = reader.query(select_retried_comment, viewer.person, request.client_id, post.post(),
                                   request.quote, request.body);
    if (rows.empty()) return std::nullopt;
    if (!value_of<bool>(rows[0][1])) throw Refusal{ErrorCode::conflict, "client_id"};
    auto comment = select_comment(reader, post, value_of<CommentId>(rows[0][0]));
    return comment->state == CommentState::deleted ? tombstone(std::move(*comment)) : std::move(comment);
}

Comment insert_comment(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                       const CreateComment& request, JsonOf<MarkdownTree> blocks, const Position& at) {
    const auto rows = tx.query(insert_comment_sql, post.post(), viewer.person, request.client_id,
                               request.quote, request.body, blocks.text, at.at);
    // Another node made it since the statement's snapshot: run again and find it.
    if (rows.empty()) throw pqxx::serialization_failure{"client_id was taken by a concurrent try"};
    return *select_comment(tx, post, value_of<CommentId>(rows[0][0]));
}

Comment update_comment(Transaction& tx, const PostAccess& post, const EditComment& request,
                       JsonOf<MarkdownTree> blocks) {
    tx.execute(update_comment_sql, post.post(), request.comment, request.body, blocks.text, tx.now());
    return *select_comment(tx, post, request.comment);
}

Comment update_deleted(Transaction& tx, const PostAccess& post, CommentId comment, Timestamp purge_after) {
    tx.execute(update_comment_deleted, post.post(), comment, purge_after);
    return *select_comment(tx, post, comment);
}

std::optional<Comment> update_restored(Transaction& tx, const PostAccess& post, CommentId comment) {
    if (tx.query(update_comment_restored, post.post(), comment, tx.now()).affected_rows() == 0)
        return std::nullopt;
    return select_comment(tx, post, comment);
}

Thread update_thread(Transaction& tx, const PostAccess& post, std::int32_t more) {
    return row_as<Thread>(tx.query(update_thread_sql, post.post(), more, post.tab().tab().id)[0]);
}

Thread update_active(Transaction& tx, const PostAccess& post, Thread thread, Timestamp at) {
    thread.active_at = std::max(thread.active_at, std::optional{at});
    tx.execute(update_active_sql, post.post(), thread.active_at);
    return thread;
}

Thread update_active_again(Transaction& tx, const PostAccess& post) {
    return row_as<Thread>(tx.query(update_active_again_sql, post.post())[0]);
}

Thread select_thread(Reader& reader, const PostAccess& post) {
    const auto rows = reader.query(select_thread_sql, post.post());
    return rows.empty() ? Thread{} : row_as<Thread>(rows[0]);
}

std::vector<CommentId> select_comment_ids(Reader& reader, const TabAccess& tab, PostId post) {
    std::vector<CommentId> ids;
    for (const auto& row : reader.query(select_comment_ids_sql, tab.tab().id, post))
        ids.push_back(value_of<CommentId>(row[0]));
    return ids;
}

bool has_comments_of_others(Transaction& tx, const TabAccess& tab, const Post& post) {
    return !tx.query(has_comments_of_others_sql, tab.tab().id, post.id).empty();
}

std::int64_t purge_comments(Transaction& tx, const SystemAccess&, std::int64_t limit) {
    return tx.query(purge_comments_sql, limit).affected_rows();
}

}  // namespace plein::storage
