#include "storage/question_clock.hpp"

#include "storage/question_columns.hpp"

namespace plein::storage {

namespace {

const NamedSql select_answer_times_sql{"select_answer_times", R"sql(
    SELECT coalesce(questions.reopened_at, posts.published_at), questions.answered_at
      FROM questions
      JOIN posts ON posts.id = questions.post_id
     WHERE questions.department_id = $1 AND questions.answer_id IS NOT NULL AND questions.answered_at >= $2
       AND posts.state = 'visible' AND posts.mark = 'work'
     ORDER BY questions.answered_at DESC
     LIMIT $3)sql"};

const NamedSql select_overdue_questions_sql{"select_overdue_questions", R"sql(
    SELECT questions.post_id
      FROM questions
      JOIN posts ON posts.id = questions.post_id
     WHERE questions.answer_id IS NULL AND NOT questions.overdue_told AND questions.answer_before <= now()
       AND questions.merged_into IS NULL AND posts.state IN ('visible', 'confidential')
     ORDER BY questions.answer_before
     LIMIT $1)sql"};

const NamedSql take_overdue_question_sql{"take_overdue_question", R"sql(
    UPDATE questions
       SET overdue_told = true
      FROM posts
     WHERE questions.post_id = $1 AND posts.id = questions.post_id AND posts.state IN ('visible', 'confidential')
       AND questions.answer_id IS NULL AND NOT questions.overdue_told AND questions.answer_before <= $2
       AND questions.merged_into IS NULL
 RETURNING posts.tab_id, posts.group_id, posts.author_id, questions.department_id, questions.service_id,
           questions.picked_up_by)sql"};

const NamedSql accept_settled_answers_sql{"accept_settled_answers", R"sql(
    UPDATE questions
       SET accepted = true, version = questions.version + 1
     WHERE post_id IN (SELECT settled.post_id
                         FROM questions AS settled
                         JOIN posts ON posts.id = settled.post_id
                        WHERE settled.answer_id IS NOT NULL AND NOT settled.accepted AND settled.answered_at <= $1
                          AND posts.state IN ('visible', 'confidential')
                          AND NOT EXISTS (SELECT FROM comments
                                           WHERE comments.post_id = settled.post_id
                                             AND comments.state = 'visible' AND comments.published_at > $1)
                        ORDER BY settled.answered_at
                        LIMIT $2
                          FOR NO KEY UPDATE OF settled SKIP LOCKED)
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

}  // namespace

std::vector<AnswerTime> select_answer_times(Reader& reader, DepartmentId department, Timestamp since,
                                            std::int64_t limit) {
    return rows_as<AnswerTime>(reader.query(select_answer_times_sql, department, since, limit));
}

std::vector<PostId> select_overdue_questions(Reader& reader, const SystemAccess&, std::int64_t limit) {
    std::vector<PostId> posts;
    for (const auto& row : reader.query(select_overdue_questions_sql, limit))
        posts.push_back(value_of<PostId>(row[0]));
    return posts;
}

std::optional<OverdueQuestion> take_overdue_question(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(take_overdue_question_sql, post, tx.now());
    if (rows.empty()) return std::nullopt;
    return row_as<OverdueQuestion>(rows[0]);
}

std::vector<ChangedQuestion> accept_settled_answers(Transaction& tx, const SystemAccess&, Timestamp since,
                                                    std::int64_t limit) {
    return changed_questions(tx.query(accept_settled_answers_sql, since, limit));
}

}  // namespace plein::storage
