#include "storage/demo.hpp"

namespace plein::storage {

namespace {

const NamedSql update_moments_sql{"update_moments", R"sql(
      WITH held AS (UPDATE holds SET since = $2 WHERE post_id = $1)
    UPDATE posts SET published_at = $2, edited_at = $3 WHERE id = $1)sql"};

const NamedSql update_comment_moments{"update_comment_moments", R"sql(
    UPDATE comments SET published_at = $2, edited_at = $3 WHERE id = $1)sql"};

const NamedSql update_news_moments_sql{"update_news_moments", R"sql(
      WITH confirmed AS (
        UPDATE confirmations SET at = least(now(), $2::timestamptz + person_id * interval '47 minutes')
         WHERE post_id = $1)
    UPDATE news SET since = $2, told_up_to = NULL WHERE post_id = $1)sql"};

const NamedSql update_idea_moments_sql{"update_idea_moments", R"sql(
      WITH wanted AS (
        UPDATE idea_votes SET at = least(now(), $2::timestamptz + person_id * interval '47 minutes')
         WHERE post_id = $1)
    UPDATE ideas SET told_up_to = NULL WHERE post_id = $1)sql"};

const NamedSql update_event_moments_sql{"update_event_moments", R"sql(
      WITH answered AS (
        UPDATE attendances SET at = least(now(), $4::timestamptz + person_id * interval '47 minutes')
         WHERE post_id = $1)
    UPDATE calendar_events SET begins = $2, ends = $3 WHERE post_id = $1)sql"};

const NamedSql update_answer_moments_sql{"update_answer_moments", R"sql(
    UPDATE questions
       SET answered_at = comments.published_at
      FROM comments
     WHERE comments.id = questions.answer_id)sql"};

const NamedSql update_thread_moments_sql{"update_thread_moments", R"sql(
    UPDATE threads
       SET active_at = (SELECT max(published_at)
                          FROM comments
                         WHERE comments.post_id = threads.post_id AND comments.state = 'visible'))sql"};

const NamedSql update_notification_moments_sql{"update_notification_moments", R"sql(
    UPDATE notifications
       SET at = coalesce((SELECT published_at FROM comments WHERE comments.id = notifications.comment_id),
                         (SELECT published_at FROM posts WHERE posts.id = notifications.post_id), at))sql"};

const NamedSql update_notifications_read_sql{"update_notifications_read", R"sql(
    UPDATE notifications SET read_at = now() WHERE person_id = $1 AND read_at IS NULL AND at <= $2)sql"};

const NamedSql update_people_began{"update_people_began", "UPDATE people SET created_at = $1"};
const NamedSql update_groups_began{"update_groups_began", "UPDATE groups SET created_at = $1"};
const NamedSql update_memberships_began{"update_memberships_began", "UPDATE memberships SET since = $1"};

}  // namespace

void update_moments(Transaction& tx, const SystemAccess&, PostId post, Timestamp published_at,
                    std::optional<Timestamp> edited_at) {
    tx.query(update_moments_sql, post, published_at, edited_at);
    tx.redact("post:" + std::to_string(post.value));
}

void update_moments(Transaction& tx, const SystemAccess&, CommentId comment, Timestamp published_at,
                    std::optional<Timestamp> edited_at) {
    tx.query(update_comment_moments, comment, published_at, edited_at);
    tx.redact("comment:" + std::to_string(comment.value));
}

void update_answer_moments(Transaction& tx, const SystemAccess&) { tx.query(update_answer_moments_sql); }

void update_thread_moments(Transaction& tx, const SystemAccess&) { tx.query(update_thread_moments_sql); }

void update_news_moments(Transaction& tx, const SystemAccess&, PostId post, Timestamp published_at) {
    tx.query(update_news_moments_sql, post, published_at);
    tx.redact("news:" + std::to_string(post.value));
}

void update_idea_moments(Transaction& tx, const SystemAccess&, PostId post, Timestamp published_at) {
    tx.query(update_idea_moments_sql, post, published_at);
    tx.redact("idea:" + std::to_string(post.value));
}

void update_event_moments(Transaction& tx, const SystemAccess&, PostId post, Timestamp begins, Timestamp ends,
                          Timestamp published_at) {
    tx.query(update_event_moments_sql, post, begins, ends, published_at);
    tx.redact("event:" + std::to_string(post.value));
}

void update_notification_moments(Transaction& tx, const SystemAccess&) {
    tx.query(update_notification_moments_sql);
}

void update_notifications_read(Transaction& tx, const SystemAccess&, PersonId person, Timestamp until) {
    tx.query(update_notifications_read_sql, person, until);
}

void update_beginnings(Transaction& tx, const SystemAccess&, Timestamp began) {
    tx.query(update_people_began, began);
    tx.query(update_groups_began, began);
    tx.query(update_memberships_began, began);
}

}  // namespace plein::storage
