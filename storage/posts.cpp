#include "storage/posts.hpp"

#include "protocol/json_writer.hpp"
#include "storage/move_stream.hpp"
#include "storage/read_posts.hpp"
#include "storage/tab_rights.hpp"

namespace plein::storage {

namespace {

const NamedSql select_post_sql{"select_post", "SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
     WHERE id = $2 AND tab_id = $1)sql"};

// FOR UPDATE: two edits of one post wait for each other; the second then finds its version stale.
const NamedSql lock_post_sql{"lock_post", "SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
     WHERE id = $2 AND tab_id = $1
       FOR UPDATE)sql"};

const NamedSql select_published_at_sql{"select_published_at", R"sql(
    SELECT published_at
      FROM posts
     WHERE id = $2 AND tab_id = $1 AND state IN ('visible', 'hidden', 'removed', 'deleted')
       AND NOT EXISTS (SELECT FROM schedules WHERE post_id = $2 AND state = 'cancelled')
       AND NOT EXISTS (SELECT FROM questions WHERE post_id = $2 AND confidential))sql"};

// Tells a retry from other content under its `client_id`. What is asked of nobody leaves no trace in it.
#define PLEIN_DIGEST(TAB, DETAIL, MARK, BODY)                                                   \
    "sha256(convert_to(concat_ws('|', " TAB "::bigint, " DETAIL "::text, " MARK "::text, " BODY \
    "::text), 'UTF8'))"

// Of a new post: it translates what the post says now.
#define PLEIN_TRANSLATION_OF(LANGUAGE, BODY) \
    "CASE WHEN " LANGUAGE " IS NOT NULL THEN " PLEIN_TEXT_DIGEST(BODY) " END"

const NamedSql select_retried_sql{"select_retried", "SELECT " PLEIN_POST_COLUMNS R"sql(
           , client_digest = )sql" PLEIN_DIGEST("$3", "$6", "$4", "$5") R"sql(
      FROM posts
     WHERE author_id = $1 AND client_id = $2)sql"};

#define PLEIN_INSERT_POST                                                               \
    "INSERT INTO posts (group_id, tab_id, author_id, client_id, client_digest, "        \
    "                   kind, mark, body, blocks, praised, published_at, state, side, " \
    "                   translation_language, translation_body, translation_blocks, translation_of) "
// One statement for all, since this is what everyone waits for. What is there already takes no place, and no row tells so;
// a row without a post means that somebody made it meanwhile. The streams are locked in the order of their names. Text does
// not come back: whoever publishes has it.
const NamedSql publish_posts_sql{"publish_posts", R"sql(
    WITH asked AS (
        SELECT asked.*, count(*) OVER (PARTITION BY stream ORDER BY place DESC) - 1 AS follow
          FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                      $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                      $15::text[])
               WITH ORDINALITY AS asked (group_id, tab_id, author_id, client_id, mark, body, blocks,
                                         department_id, stream, kind, detail, praised, language, translation,
                                         translated, place)
         WHERE NOT EXISTS (SELECT FROM posts
                            WHERE posts.author_id = asked.author_id AND posts.client_id = asked.client_id)
    ), moved AS (
        INSERT INTO streams AS stream (name, seq, last_at)
        SELECT stream, count(*), date_trunc('milliseconds', clock_timestamp())
          FROM asked
         GROUP BY stream
         ORDER BY stream
            )sql" PLEIN_MOVE_STREAM R"sql(
     RETURNING name, seq, last_at
    ), post AS ()sql" PLEIN_INSERT_POST R"sql(
        SELECT group_id, tab_id, author_id, client_id, )sql" PLEIN_DIGEST("tab_id", "detail", "mark",
                                                                          "body") R"sql(,
               kind, mark, body, blocks, praised::bigint[], moved.last_at, 'visible', departments.side,
               language, translation, translated, )sql" PLEIN_TRANSLATION_OF("language", "body") R"sql(
          FROM asked
          JOIN moved ON moved.name = asked.stream
          LEFT JOIN departments ON departments.id = asked.department_id
         ORDER BY place
            ON CONFLICT (author_id, client_id) DO NOTHING
     RETURNING id, side, author_id, client_id)
    SELECT asked.place, moved.seq - asked.follow AS seq, moved.last_at, post.id, post.side
      FROM asked
      JOIN moved ON moved.name = asked.stream
      LEFT JOIN post ON post.author_id = asked.author_id AND post.client_id = asked.client_id)sql"};

const NamedSql insert_post_sql{"insert_post", PLEIN_INSERT_POST R"sql(
    VALUES ($1, $2, $3, $4, )sql" PLEIN_DIGEST("$2", "$11", "$5",
                                               "$6") R"sql(, $10, $5, $6, $7, $12::bigint[], $8, $13,
            (SELECT side FROM departments WHERE id = $9), $14, $15, $16, )sql" PLEIN_TRANSLATION_OF("$14::"
                                                                                                    "text",
                                                                                                    "$6::"
                                                                                                    "text") R"sql()
        ON CONFLICT (author_id, client_id) DO NOTHING
 RETURNING )sql" PLEIN_POST_COLUMNS};

// Nothing where the text has changed since the version that was edited; what else changed meanwhile is no matter. How it
// read before stays for its readers.
const NamedSql update_post_sql{"update_post", R"sql(
    WITH replaced AS (
        INSERT INTO post_versions (post_id, blocks, since, until)
        SELECT id, blocks, coalesce(text_since, edited_at, published_at), $6
          FROM posts
         WHERE id = $2 AND tab_id = $1 AND body <> $3 AND $7 BETWEEN text_version AND version)
    UPDATE posts
       SET body = $3, blocks = $4, mark = $5, version = version + 1,
           text_version = CASE WHEN body = $3 AND mark = $5 THEN text_version ELSE version + 1 END,
           edited_at = CASE WHEN body = $3 THEN edited_at ELSE $6 END,
           text_since = CASE WHEN body = $3 THEN text_since END
     WHERE id = $2 AND tab_id = $1 AND $7 BETWEEN text_version AND version
 RETURNING )sql" PLEIN_POST_COLUMNS};

const NamedSql update_deleted_sql{"update_deleted", R"sql(
    UPDATE posts
       SET state = 'deleted', version = version + 1, purge_after = $3, pinned_at = NULL
     WHERE id = $2 AND tab_id = $1
 RETURNING )sql" PLEIN_POST_COLUMNS};

const NamedSql update_restored_sql{"update_restored", R"sql(
    UPDATE posts
       SET state = CASE WHEN EXISTS (SELECT FROM questions WHERE post_id = posts.id AND confidential)
                        THEN 'confidential' ELSE 'visible' END,
           version = version + 1, purge_after = NULL
     WHERE id = $2 AND tab_id = $1 AND state = 'deleted' AND purge_after > $3
 RETURNING )sql" PLEIN_POST_COLUMNS};

// Its thread says where it is as well, for feeds in the order of activity.
const NamedSql update_moved_sql{"update_moved", R"sql(
    WITH followed AS (
        UPDATE threads SET tab_id = $3 WHERE post_id = $1)
    UPDATE posts
       SET group_id = $4, tab_id = $3, pinned_at = NULL, version = version + 1
     WHERE id = $1 AND tab_id = $2
 RETURNING )sql" PLEIN_POST_COLUMNS};

// The row stays: it answers a late retry of its create, and its id is never given to another post. What was said below it
// goes with its text, as does its translation, by a trigger.
const NamedSql purge_posts_sql{"purge_posts", R"sql(
    WITH purged AS (
        UPDATE posts
           SET body = '', blocks = '[]', praised = NULL, purge_after = NULL
         WHERE id IN (SELECT id FROM posts
                       WHERE purge_after <= now() AND state = 'deleted'
                       LIMIT $1
                         FOR UPDATE SKIP LOCKED)
     RETURNING id
    ), silenced AS (
        UPDATE comments SET body = '', blocks = '[]' FROM purged WHERE comments.post_id = purged.id
    ), unliked AS (
        DELETE FROM reactions USING purged WHERE reactions.post_id = purged.id
    ), uncounted AS (
        DELETE FROM reaction_counts USING purged WHERE reaction_counts.post_id = purged.id
    ), unkept AS (
        DELETE FROM bookmarks USING purged WHERE bookmarks.post_id = purged.id
    ), unwritten AS (
        DELETE FROM post_versions USING purged WHERE post_versions.post_id = purged.id
    ), untold AS (
        DELETE FROM notifications USING purged WHERE notifications.post_id = purged.id
    ), unheard AS (
        DELETE FROM untold_posts USING purged WHERE untold_posts.post_id = purged.id
    ), unasked AS (
        UPDATE questions SET reopened = NULL FROM purged WHERE questions.post_id = purged.id
    ), uncast AS (
        DELETE FROM votes USING purged WHERE votes.post_id = purged.id
    ), unoffered AS (
        UPDATE polls SET options = '{}', votes = '{}' FROM purged WHERE polls.post_id = purged.id
    ), unconfirmed AS (
        DELETE FROM confirmations USING purged WHERE confirmations.post_id = purged.id
    ), unannounced AS (
        UPDATE news SET affects = '[]', awaits = '{}', told_up_to = NULL FROM purged WHERE news.post_id = purged.id
    ), unwanted AS (
        DELETE FROM idea_votes USING purged WHERE idea_votes.post_id = purged.id
    ), undecided AS (
        UPDATE ideas SET steps = '[]', told_up_to = NULL FROM purged WHERE ideas.post_id = purged.id
    ), unattended AS (
        DELETE FROM attendances USING purged WHERE attendances.post_id = purged.id
    ), unplanned AS (
        UPDATE calendar_events
           SET place = '', cancel_reason = left(cancel_reason, 0), coming = 0, maybe = 0, told_up_to = NULL
          FROM purged
         WHERE calendar_events.post_id = purged.id
    ), unsaid AS (
        DELETE FROM comment_versions USING comments, purged
         WHERE comment_versions.comment_id = comments.id AND comments.post_id = purged.id
    )
    SELECT id FROM purged)sql"};

const NamedSql select_read_post_sql{"select_read_post", PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
     WHERE id = $2 AND tab_id = $1)sql",
                                                                         "post.id")};

std::optional<Post> first_post(const pqxx::result& rows) {
    if (rows.empty()) return std::nullopt;
    return row_as<Post>(rows[0]);
}

/// Another node made it since the statement's snapshot: run again and find it.
pqxx::serialization_failure taken_meanwhile() {
    return pqxx::serialization_failure{"client_id was taken by a concurrent try"};
}

PostKind kind_of(const CreatePost& request) {
    if (request.question) return PostKind::question;
    if (request.praise) return PostKind::praise;
    if (request.news) return PostKind::news;
    if (request.idea) return PostKind::idea;
    if (request.event) return PostKind::event;
    return request.poll ? PostKind::poll : PostKind::update;
}

/// Whom it thanks, as PostgreSQL reads an array.
std::optional<std::string> praised_of(const CreatePost& request) {
    return request.praise ? std::optional{to_sql(request.praise->people.items)} : std::nullopt;
}

std::string digits_of(const Addressee& addressee) {
    const auto digits = [](const auto& id) { return id ? std::to_string(id->value) : std::string{}; };
    return digits(addressee.department) + ":" + digits(addressee.service);
}

/// Whom it asks or thanks, or what it lets people choose or asks of them.
std::optional<std::string> kind_detail_of(const CreatePost& request) {
    if (request.poll) return "poll:" + to_json(*request.poll);
    if (request.praise) return "praise:" + to_json(*request.praise);
    if (request.news) return "news:" + to_json(*request.news);
    if (request.idea) return "idea:" + digits_of(*request.idea);
    if (request.event) return "event:" + to_json(*request.event);
    if (request.question)
        return (request.confidential.value_or(false) ? "confidential:" : "question:") +
               digits_of(*request.question);
    return std::nullopt;
}

/// The same, when it is published, and what it says in the other language, for the digest; no other part of one looks like
/// them.
std::optional<std::string> detail_of(const CreatePost& request) {
    auto detail = kind_detail_of(request);
    if (request.publish_at) detail = detail.value_or("") + "|at:" + to_string(*request.publish_at);
    if (request.translation) detail = detail.value_or("") + "|translation:" + to_json(*request.translation);
    return detail;
}

std::optional<Language> language_of(const CreatePost& request) {
    return request.translation ? std::optional{request.translation->language} : std::nullopt;
}

std::optional<std::string> translation_of(const CreatePost& request) {
    return request.translation ? std::optional{request.translation->body.value} : std::nullopt;
}

std::optional<std::string> translated_of(const NewText& text) {
    return text.translation ? std::optional{text.translation->text} : std::nullopt;
}

Post made_of(const NewPost& made, PostId id, Timestamp published_at, std::optional<Side> side) {
    Post post{.id = id,
              .group = made.tab->group().group(),
              .tab = made.tab->tab().id,
              .author = made.author->person,
              .kind = kind_of(*made.request),
              .mark = made.request->mark,
              .body = made.request->body.value,
              .published_at = published_at,
              .side = side};
    if (made.request->praise) post.praised = made.request->praise->people.items;
    post.blocks = made.text.blocks;
    if (made.text.translation)
        post.translation = Translation{made.request->translation->language,
                                       made.request->translation->body.value, *made.text.translation, false};
    return post;
}

/// What is left of a deleted post: ids, version and state.
Post tombstone(Post post) {
    post.body.clear();
    post.blocks.text = "[]";
    post.praised.reset();
    post.translation.reset();
    return post;
}

}  // namespace

ReadPost select_read_post(Reader& reader, const PostAccess& post) {
    return std::move(
        read_posts(reader.query(select_read_post_sql, post.tab().tab().id, post.post())).front());
}

std::optional<Post> select_post(Reader& reader, const TabAccess& tab, PostId post) {
    auto found =
        first_post(reader.query(reader.writing() ? lock_post_sql : select_post_sql, tab.tab().id, post));
    if (!found && reader.writing() && select_tab_of(reader, post)) throw moved_meanwhile();
    return found;
}

std::optional<Timestamp> select_published_at(Reader& reader, const TabAccess& tab, PostId post) {
    const auto rows = reader.query(select_published_at_sql, tab.tab().id, post);
    if (rows.empty()) return std::nullopt;
    return value_of<Timestamp>(rows[0][0]);
}

std::optional<Post> select_retried(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                   const CreatePost& request) {
    const auto rows = reader.query(select_retried_sql, viewer.person, request.client_id, tab.tab().id,
                                   request.mark, request.body, detail_of(request));
    if (rows.empty()) return std::nullopt;
    const Post post = row_as<Post>(rows[0]);
    const bool same_content = value_of<bool>(rows[0].back());
    if (!same_content) throw Refusal{ErrorCode::conflict, "client_id"};
    return post.state == PostState::deleted ? tombstone(post) : post;
}

std::vector<std::optional<PublishedPost>> publish_posts(Transaction& tx, const std::vector<NewPost>& posts) {
    std::vector<std::optional<PublishedPost>> published(posts.size());
    if (posts.empty()) return published;
    const auto column = [&](auto value) { return column_of(posts, value); };
    const auto rows =
        tx.query(publish_posts_sql, column([](const NewPost& post) { return post.tab->group().group(); }),
                 column([](const NewPost& post) { return post.tab->tab().id; }),
                 column([](const NewPost& post) { return post.author->person; }),
                 column([](const NewPost& post) { return post.request->client_id; }),
                 column([](const NewPost& post) { return post.request->mark; }),
                 column([](const NewPost& post) { return post.request->body.value; }),
                 column([](const NewPost& post) { return post.text.blocks.text; }),
                 column([](const NewPost& post) { return post.author->department; }),
                 column([](const NewPost& post) { return post.tab->stream(); }),
                 column([](const NewPost& post) { return kind_of(*post.request); }),
                 column([](const NewPost& post) { return detail_of(*post.request); }),
                 column([](const NewPost& post) { return praised_of(*post.request); }),
                 column([](const NewPost& post) { return language_of(*post.request); }),
                 column([](const NewPost& post) { return translation_of(*post.request); }),
                 column([](const NewPost& post) { return translated_of(post.text); }));
    for (const auto& row : rows) {
        if (row[3].is_null()) throw taken_meanwhile();
        const std::size_t place = row[0].as<std::size_t>() - 1;
        const NewPost& made = posts.at(place);
        const Position at{made.tab->stream(), row[1].as<std::int64_t>(), value_of<Timestamp>(row[2])};
        published.at(place) = PublishedPost{
            at, made_of(made, value_of<PostId>(row[3]), at.at, value_of<std::optional<Side>>(row[4]))};
    }
    return published;
}

Post insert_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const CreatePost& request,
                 const NewText& text, PostState state) {
    const auto rows = tx.query(insert_post_sql, tab.group().group(), tab.tab().id, viewer.person,
                               request.client_id, request.mark, request.body, text.blocks.text, tx.now(),
                               viewer.department, kind_of(request), detail_of(request), praised_of(request),
                               state, language_of(request), translation_of(request), translated_of(text));
    if (rows.empty()) throw taken_meanwhile();
    return row_as<Post>(rows[0]);
}

std::optional<Post> update_post(Transaction& tx, const TabAccess& tab, const EditPost& request,
                                JsonOf<MarkdownTree> blocks) {
    return first_post(tx.query(update_post_sql, tab.tab().id, request.post, request.body, blocks.text,
                               request.mark, tx.now(), request.version));
}

Post update_deleted(Transaction& tx, const TabAccess& tab, PostId post, Timestamp purge_after) {
    return row_as<Post>(tx.query(update_deleted_sql, tab.tab().id, post, purge_after)[0]);
}

std::optional<Post> update_restored(Transaction& tx, const TabAccess& tab, PostId post) {
    return first_post(tx.query(update_restored_sql, tab.tab().id, post, tx.now()));
}

Post update_moved(Transaction& tx, const TabAccess& from, const TabAccess& to, PostId post) {
    return row_as<Post>(tx.query(update_moved_sql, post, from.tab().id, to.tab().id, to.group().group())[0]);
}

std::int64_t purge_posts(Transaction& tx, const SystemAccess&, std::int64_t limit) {
    return tx.query(purge_posts_sql, limit).affected_rows();
}

}  // namespace plein::storage
