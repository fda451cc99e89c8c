#include "storage/merged_questions.hpp"

#include "storage/question_columns.hpp"
#include "storage/read_posts.hpp"

namespace plein::storage {

namespace {

const NamedSql select_merged_into_sql{"select_merged_into", R"sql(
    SELECT merged_into FROM questions WHERE post_id = $1 AND merged_into IS NOT NULL)sql"};

// The few rows of these posts are looked up; a condition on what they were merged into would have all merged ones read.
const NamedSql select_equal_posts_sql{"select_equal_posts", R"sql(
    SELECT unnest(array_remove(ARRAY(SELECT merged_into FROM questions WHERE post_id = ANY($1::bigint[])), NULL))
     UNION
    SELECT post_id FROM questions WHERE merged_into IS NOT NULL AND merged_into = ANY($1::bigint[]))sql"};

const NamedSql lock_answering_questions_sql{"lock_answering_questions", R"sql(
    SELECT FROM questions
     WHERE post_id = ANY(ARRAY(SELECT merged_into
                                 FROM questions
                                WHERE post_id = ANY($1::bigint[])))
     ORDER BY post_id
       FOR NO KEY UPDATE)sql"};

const NamedSql count_merged_sql{"count_merged", R"sql(
    SELECT count(*) FROM questions WHERE merged_into IS NOT NULL AND merged_into = ANY($1::bigint[]))sql"};

const NamedSql select_merged_sql{"select_merged", R"sql(
    SELECT posts.id, posts.tab_id, posts.group_id, posts.author_id
      FROM questions
      JOIN posts ON posts.id = questions.post_id
     WHERE questions.merged_into = $1 AND posts.state = 'visible'
     ORDER BY posts.id)sql"};

// From either side, so that each has its index.
const NamedSql select_pairs_across_sql{"select_pairs_across", R"sql(
    SELECT asked.post_id, asked.merged_into
      FROM posts
      JOIN questions AS asked ON asked.post_id = posts.id
      JOIN posts AS other ON other.id = asked.merged_into
     WHERE posts.tab_id = $1 AND posts.kind = 'question' AND posts.state = 'visible' AND other.tab_id <> $1
     UNION ALL
    SELECT asked.post_id, asked.merged_into
      FROM posts
      JOIN questions AS asked ON asked.merged_into = posts.id
      JOIN posts AS other ON other.id = asked.post_id
     WHERE posts.tab_id = $1 AND posts.kind = 'question' AND posts.state = 'visible' AND other.tab_id <> $1)sql"};

// As long as nothing else is merged with it, what it promises is what was promised to it.
const NamedSql update_own_promises_sql{"update_own_promises", R"sql(
    UPDATE questions
       SET own_answer_before = answer_before
     WHERE post_id = ANY($1::bigint[]) AND merged_into IS NULL
       AND NOT EXISTS (SELECT FROM questions AS equal WHERE equal.merged_into = questions.post_id))sql"};

// What was answered by it before goes along: whatever is merged is merged into one that stands by itself.
const NamedSql update_merged_into_sql{"update_merged_into", R"sql(
    UPDATE questions SET merged_into = $2 WHERE post_id = $1 OR merged_into = $1)sql"};

const NamedSql update_promise_of_merged_sql{"update_promise_of_merged", R"sql(
    UPDATE questions
       SET version = questions.version + 1,
           answer_before = CASE WHEN questions.answer_id IS NULL
                                THEN least(questions.answer_before, merged.answer_before)
                                ELSE questions.answer_before END,
           overdue_told = CASE WHEN questions.answer_id IS NULL
                                AND merged.answer_before < coalesce(questions.answer_before, 'infinity')
                               THEN merged.overdue_told ELSE questions.overdue_told END
      FROM questions AS merged
     WHERE questions.post_id = $1 AND merged.post_id = $2
 RETURNING )sql" PLEIN_QUESTION_COLUMNS};

const NamedSql update_promised_anew_sql{"update_promised_anew", R"sql(
    UPDATE questions SET own_answer_before = $2, overdue_told = false WHERE merged_into = $1)sql"};

// An answer of its own, which a node of the version before may have marked, is none any more.
const NamedSql update_merged_sql{"update_merged", R"sql(
    WITH held AS (
        SELECT post_id, merged_into
          FROM questions
         WHERE merged_into IS NOT NULL AND merged_into = ANY($1::bigint[])
         ORDER BY post_id
           FOR NO KEY UPDATE)
    UPDATE questions
       SET version = questions.version + 1, department_id = other.department_id, service_id = other.service_id,
           picked_up_by = other.picked_up_by, answer_before = other.answer_before,
           answer_id = NULL, answered_at = NULL, merged_answer_id = other.answer_id, accepted = other.accepted
      FROM held
      JOIN questions AS other ON other.post_id = held.merged_into
     WHERE questions.post_id = held.post_id
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

const NamedSql lock_own_clocks_sql{"lock_own_clocks", R"sql(
    SELECT post_id, own_answer_before, department_id, service_id
      FROM questions
     WHERE post_id = ANY($1::bigint[]) AND merged_into IS NOT NULL
     ORDER BY post_id
       FOR NO KEY UPDATE)sql"};

const NamedSql update_unmerged_sql{"update_unmerged", R"sql(
    UPDATE questions
       SET version = questions.version + 1, merged_into = NULL, merged_answer_id = NULL, own_answer_before = NULL,
           answer_id = NULL, answered_at = NULL, accepted = false, picked_up_by = NULL, to_part = false,
           answer_before = alone.answer_before, department_id = alone.department_id, service_id = alone.service_id
      FROM unnest($1::bigint[], $2::timestamptz[], $3::bigint[], $4::bigint[])
           AS alone (post_id, answer_before, department_id, service_id)
     WHERE questions.post_id = alone.post_id
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

// What brought its promise forward may have gone; nothing that goes brings it forward. Who was told that another moment
// went by is told of this one.
const NamedSql update_less_merged_sql{"update_less_merged", R"sql(
    UPDATE questions
       SET version = questions.version + 1, answer_before = left_over.answer_before,
           overdue_told = questions.overdue_told
                      AND questions.answer_before IS NOT DISTINCT FROM left_over.answer_before
      FROM (SELECT promised.post_id,
                   CASE WHEN promised.earliest IS NOT NULL AND promised.answer_before IS NOT NULL
                        THEN greatest(promised.answer_before, promised.earliest) END AS answer_before
              FROM (SELECT other.post_id, other.answer_before,
                           least(other.own_answer_before,
                                 (SELECT min(merged.own_answer_before)
                                    FROM questions AS merged
                                   WHERE merged.merged_into = other.post_id)) AS earliest
                      FROM questions AS other
                     WHERE other.post_id = ANY($1::bigint[])) AS promised) AS left_over
     WHERE questions.post_id = left_over.post_id
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

const NamedSql update_promises_of_merged_sql{"update_promises_of_merged", R"sql(
    UPDATE questions
       SET version = questions.version + 1, answer_before = other.answer_before
      FROM questions AS other
     WHERE questions.merged_into IS NOT NULL AND questions.merged_into = ANY($1::bigint[])
       AND other.post_id = questions.merged_into AND questions.answer_before IS DISTINCT FROM other.answer_before
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

const NamedSql select_lost_questions_sql{"select_lost_questions", R"sql(
    SELECT post_id FROM questions WHERE to_part AND merged_into IS NOT NULL ORDER BY post_id LIMIT $1)sql"};

const NamedSql select_lost_from_sql{"select_lost_from", R"sql(
    SELECT merged_into FROM questions WHERE post_id = $1 AND to_part AND merged_into IS NOT NULL)sql"};

// So many are compared, of each text the beginning. Only what is in reach: of a department that is asked in many groups the
// last ones stand elsewhere.
#define PLEIN_LAST_ASKED                                                             \
    "SELECT latest.id FROM unnest($1::bigint[]) AS tab (id) "                        \
    " CROSS JOIN LATERAL (SELECT posts.id FROM posts "                               \
    "                      WHERE posts.tab_id = tab.id AND posts.kind = 'question' " \
    "                        AND posts.state = 'visible' AND posts.id <> $2 "        \
    "                      ORDER BY posts.id DESC LIMIT 500) AS latest "             \
    "  JOIN questions ON questions.post_id = latest.id "                             \
    "   AND ($6::bigint IS NULL OR questions.department_id = $6) "                   \
    " ORDER BY latest.id DESC LIMIT 500"

// Of what is asked each word counts, whichever stands there; of what is looked for each word has to. Each is looked up by
// its id: no feed of a year is read for a few questions.
const NamedSql select_equal_questions_sql{
    "select_equal_questions",
    PLEIN_READ_POSTS(
        "SELECT " PLEIN_POST_COLUMNS ", found.likeness "
        "  FROM (SELECT each.id, ts_rank(said.words, wanted.words, 1) AS likeness "
        "          FROM (" PLEIN_LAST_ASKED ") AS last (id) "
        "         CROSS JOIN LATERAL (SELECT id, tab_id, state, body, published_at "
        "                               FROM posts WHERE posts.id = last.id LIMIT 1) AS each "
        "          JOIN questions AS asked ON asked.post_id = each.id "
        "         CROSS JOIN (SELECT CASE WHEN $3::text IS NULL "
        "                         THEN replace(plainto_tsquery('dutch', left(body, 2000))::text, "
        "                                      ' & ', ' | ')::tsquery "
        "                         ELSE plainto_tsquery('dutch', $3) END AS words "
        "                       FROM posts WHERE id = $2) AS wanted "
        "         CROSS JOIN LATERAL (SELECT to_tsvector('dutch', left(each.body, 2000)) AS words) "
        "                            AS said "
        "         WHERE each.state = 'visible' AND each.tab_id = ANY($1::bigint[]) "
        "           AND each.published_at >= $4 AND asked.merged_into IS NULL "
        "           AND NOT asked.confidential AND said.words @@ wanted.words "
        "         ORDER BY likeness DESC, each.id DESC LIMIT $5) AS found "
        "  JOIN posts ON posts.id = found.id",
        "post.likeness DESC, post.id DESC")};

}  // namespace

std::optional<PostId> select_merged_into(Reader& reader, PostId post) {
    const auto rows = reader.query(select_merged_into_sql, post);
    if (rows.empty()) return std::nullopt;
    return value_of<PostId>(rows[0][0]);
}

std::vector<PostId> select_equal_posts(Reader& reader, const std::vector<PostId>& posts) {
    return values_of<PostId>(reader.query(select_equal_posts_sql, posts));
}

void lock_answering_questions(Transaction& tx, const SystemAccess&, const std::vector<PostId>& posts) {
    tx.query(lock_answering_questions_sql, posts);
}

std::int64_t count_merged(Reader& reader, const PostAccess& post, const PostAccess& into) {
    return value_of<std::int64_t>(
        reader.query(count_merged_sql, std::vector{post.post(), into.post()})[0][0]);
}

std::vector<MergedQuestion> select_merged(Reader& reader, const SystemAccess&, PostId into) {
    return rows_as<MergedQuestion>(reader.query(select_merged_sql, into));
}

std::vector<MergedPair> select_pairs_across(Reader& reader, const SystemAccess&, TabId tab) {
    return rows_as<MergedPair>(reader.query(select_pairs_across_sql, tab));
}

Question update_merged_into(Transaction& tx, const PostAccess& post, const PostAccess& into) {
    tx.execute(update_own_promises_sql, std::vector{post.post(), into.post()});
    tx.execute(update_merged_into_sql, post.post(), into.post());
    return row_as<Question>(tx.query(update_promise_of_merged_sql, into.post(), post.post())[0]);
}

void update_promised_anew(Transaction& tx, const PostAccess& into, std::optional<Timestamp> answer_before) {
    tx.execute(update_promised_anew_sql, into.post(), answer_before);
}

std::vector<ChangedQuestion> update_merged(Transaction& tx, const SystemAccess&,
                                           const std::vector<PostId>& into) {
    return changed_questions(tx.query(update_merged_sql, into));
}

std::vector<OwnClock> lock_own_clocks(Transaction& tx, const SystemAccess&,
                                      const std::vector<PostId>& posts) {
    return rows_as<OwnClock>(tx.query(lock_own_clocks_sql, posts));
}

std::vector<ChangedQuestion> update_unmerged(Transaction& tx, const SystemAccess&,
                                             const std::vector<OwnClock>& alone) {
    return changed_questions(tx.query(
        update_unmerged_sql, column_of(alone, &OwnClock::post), column_of(alone, &OwnClock::answer_before),
        column_of(alone, &OwnClock::department), column_of(alone, &OwnClock::service)));
}

std::vector<ChangedQuestion> update_less_merged(Transaction& tx, const SystemAccess&,
                                                const std::vector<PostId>& into) {
    auto changed = changed_questions(tx.query(update_less_merged_sql, into));
    for (ChangedQuestion& each : changed_questions(tx.query(update_promises_of_merged_sql, into)))
        changed.push_back(std::move(each));
    return changed;
}

std::vector<PostId> select_lost_questions(Reader& reader, const SystemAccess&, std::int64_t limit) {
    return values_of<PostId>(reader.query(select_lost_questions_sql, limit));
}

std::optional<PostId> select_lost_from(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(select_lost_from_sql, post);
    if (rows.empty()) return std::nullopt;
    return value_of<PostId>(rows[0][0]);
}

std::vector<ReadPost> select_equal_questions(Reader& reader, const ReadableTabs& tabs, const PostAccess& post,
                                             std::optional<DepartmentId> department,
                                             const std::optional<std::string>& search, Timestamp since,
                                             std::int64_t limit) {
    return read_posts(
        reader.query(select_equal_questions_sql, tabs.ids(), post.post(), search, since, limit, department));
}

}  // namespace plein::storage
