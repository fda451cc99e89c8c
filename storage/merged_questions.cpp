#include "storage/merged_questions.hpp"

#include "storage/question_columns.hpp"
#include "storage/read_posts.hpp"

namespace plein::storage {

namespace {

const NamedSql select_merged_into_sql{"select_merged_into", R"sql(
    SELECT merged_into FROM questions WHERE post_id = $1 AND merged_into IS NOT NULL)sql"};

const NamedSql select_equal_posts_sql{"select_equal_posts", R"sql(
    SELECT merged_into FROM questions WHERE post_id = $1 AND merged_into IS NOT NULL
     UNION ALL
    SELECT post_id FROM questions WHERE merged_into = $1)sql"};

const NamedSql lock_answering_question_sql{"lock_answering_question", R"sql(
    SELECT FROM questions
     WHERE post_id = (SELECT merged_into FROM questions WHERE post_id = $1)
       FOR NO KEY UPDATE)sql"};

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

// What was answered by it before goes along: whatever is merged is merged into one that stands by itself.
const NamedSql update_merged_into_sql{"update_merged_into", R"sql(
    UPDATE questions
       SET merged_into = $2,
           own_answer_before = CASE WHEN merged_into IS NULL THEN answer_before ELSE own_answer_before END
     WHERE post_id = $1 OR merged_into = $1)sql"};

const NamedSql update_promise_of_merged_sql{"update_promise_of_merged", R"sql(
    UPDATE questions
       SET version = questions.version + 1,
           answer_before = CASE WHEN questions.answer_id IS NULL
                                THEN least(questions.answer_before, merged.own_answer_before)
                                ELSE questions.answer_before END,
           overdue_told = CASE WHEN questions.answer_id IS NULL
                                AND merged.own_answer_before < coalesce(questions.answer_before, 'infinity')
                               THEN merged.overdue_told ELSE questions.overdue_told END
      FROM questions AS merged
     WHERE questions.post_id = $1 AND merged.post_id = $2
 RETURNING )sql" PLEIN_QUESTION_COLUMNS};

// An answer of its own, which a node of the version before may have marked, is none any more.
const NamedSql update_merged_sql{"update_merged", R"sql(
    WITH held AS (
        SELECT post_id FROM questions WHERE merged_into = $1 ORDER BY post_id FOR NO KEY UPDATE)
    UPDATE questions
       SET version = questions.version + 1, department_id = other.department_id, service_id = other.service_id,
           picked_up_by = other.picked_up_by, answer_before = other.answer_before,
           answer_id = NULL, answered_at = NULL, merged_answer_id = other.answer_id, accepted = other.accepted
      FROM held, questions AS other
     WHERE questions.post_id = held.post_id AND other.post_id = $1
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

const NamedSql select_own_clock_sql{"select_own_clock", R"sql(
    SELECT questions.own_answer_before, coalesce(questions.reopened_at, posts.published_at),
           questions.department_id, questions.service_id
      FROM questions
      JOIN posts ON posts.id = questions.post_id
     WHERE questions.post_id = $1)sql"};

const NamedSql update_unmerged_sql{"update_unmerged", R"sql(
    UPDATE questions
       SET version = questions.version + 1, merged_into = NULL, merged_answer_id = NULL, own_answer_before = NULL,
           answer_id = NULL, answered_at = NULL, accepted = false, picked_up_by = NULL, answer_before = $2
     WHERE post_id = $1
 RETURNING )sql" PLEIN_QUESTION_COLUMNS};

const NamedSql update_counted_sql{"update_counted", R"sql(
    UPDATE questions SET version = questions.version + 1 WHERE post_id = $1
 RETURNING )sql" PLEIN_QUESTION_COLUMNS};

// So many are compared, of each text the beginning.
#define PLEIN_LAST_OF_DEPARTMENT                                      \
    "SELECT questions.post_id FROM questions "                        \
    " WHERE questions.department_id = $6 AND questions.post_id <> $2" \
    " ORDER BY questions.post_id DESC LIMIT 500"
#define PLEIN_LAST_OF_TABS                                                           \
    "SELECT latest.id FROM unnest($1::bigint[]) AS tab (id) "                        \
    " CROSS JOIN LATERAL (SELECT posts.id FROM posts "                               \
    "                      WHERE posts.tab_id = tab.id AND posts.kind = 'question' " \
    "                        AND posts.state = 'visible' AND posts.id <> $2 "        \
    "                      ORDER BY posts.id DESC LIMIT 500) AS latest ORDER BY latest.id DESC LIMIT 500"

// Of what is asked each word counts, whichever stands there; of what is looked for each word has to. Each is looked up by
// its id: no feed of a year is read for a few questions.
#define PLEIN_SELECT_EQUAL(LAST)                                                                     \
    PLEIN_READ_POSTS(                                                                                \
        "SELECT " PLEIN_POST_COLUMNS                                                                 \
        ", found.likeness "                                                                          \
        "  FROM (SELECT each.id, ts_rank(said.words, wanted.words, 1) AS likeness "                  \
        "          FROM (" LAST                                                                      \
        ") AS last (id) "                                                                            \
        "         CROSS JOIN LATERAL (SELECT id, tab_id, state, body, published_at "                 \
        "                               FROM posts WHERE posts.id = last.id LIMIT 1) AS each "       \
        "          JOIN questions AS asked ON asked.post_id = each.id "                              \
        "         CROSS JOIN (SELECT CASE WHEN $3::text IS NULL "                                    \
        "                         THEN replace(plainto_tsquery('dutch', left(body, 2000))::text, "   \
        "                                      ' & ', ' | ')::tsquery "                              \
        "                         ELSE plainto_tsquery('dutch', $3) END AS words "                   \
        "                       FROM posts WHERE id = $2) AS wanted "                                \
        "         CROSS JOIN LATERAL (SELECT to_tsvector('dutch', left(each.body, 2000)) AS words) " \
        "                            AS said "                                                       \
        "         WHERE each.state = 'visible' AND each.tab_id = ANY($1::bigint[]) "                 \
        "           AND each.published_at >= $4 AND asked.merged_into IS NULL "                      \
        "           AND NOT asked.confidential AND said.words @@ wanted.words "                      \
        "         ORDER BY likeness DESC, each.id DESC LIMIT $5) AS found "                          \
        "  JOIN posts ON posts.id = found.id",                                                       \
        "post.likeness DESC, post.id DESC")

const NamedSql select_equal_of_department_sql{"select_equal_of_department",
                                              PLEIN_SELECT_EQUAL(PLEIN_LAST_OF_DEPARTMENT)};
const NamedSql select_equal_of_tabs_sql{"select_equal_of_tabs", PLEIN_SELECT_EQUAL(PLEIN_LAST_OF_TABS)};

}  // namespace

std::optional<PostId> select_merged_into(Reader& reader, PostId post) {
    const auto rows = reader.query(select_merged_into_sql, post);
    if (rows.empty()) return std::nullopt;
    return value_of<PostId>(rows[0][0]);
}

std::vector<PostId> select_equal_posts(Reader& reader, PostId post) {
    return values_of<PostId>(reader.query(select_equal_posts_sql, post));
}

void lock_answering_question(Transaction& tx, const SystemAccess&, PostId post) {
    tx.query(lock_answering_question_sql, post);
}

std::vector<MergedQuestion> select_merged(Reader& reader, const SystemAccess&, PostId into) {
    return rows_as<MergedQuestion>(reader.query(select_merged_sql, into));
}

std::vector<MergedPair> select_pairs_across(Reader& reader, const SystemAccess&, TabId tab) {
    return rows_as<MergedPair>(reader.query(select_pairs_across_sql, tab));
}

Question update_merged_into(Transaction& tx, const PostAccess& post, const PostAccess& into) {
    tx.execute(update_merged_into_sql, post.post(), into.post());
    return row_as<Question>(tx.query(update_promise_of_merged_sql, into.post(), post.post())[0]);
}

std::vector<ChangedQuestion> update_merged(Transaction& tx, const SystemAccess&, PostId into) {
    return changed_questions(tx.query(update_merged_sql, into));
}

OwnClock select_own_clock(Transaction& tx, const SystemAccess&, PostId post) {
    return row_as<OwnClock>(tx.query(select_own_clock_sql, post)[0]);
}

Question update_unmerged(Transaction& tx, const SystemAccess&, PostId post,
                         std::optional<Timestamp> answer_before) {
    return row_as<Question>(tx.query(update_unmerged_sql, post, answer_before)[0]);
}

Question update_counted(Transaction& tx, const SystemAccess&, PostId post) {
    return row_as<Question>(tx.query(update_counted_sql, post)[0]);
}

std::vector<ReadPost> select_equal_questions(Reader& reader, const ReadableTabs& tabs, const PostAccess& post,
                                             std::optional<DepartmentId> department,
                                             const std::optional<std::string>& search, Timestamp since,
                                             std::int64_t limit) {
    return read_posts(
        department ? reader.query(select_equal_of_department_sql, tabs.ids(), post.post(), search, since,
                                  limit, *department)
                   : reader.query(select_equal_of_tabs_sql, tabs.ids(), post.post(), search, since, limit));
}

}  // namespace plein::storage
