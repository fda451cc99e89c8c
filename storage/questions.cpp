#include "storage/questions.hpp"

#include "storage/question_columns.hpp"
#include "storage/read_posts.hpp"

#include <map>

namespace plein::storage {

namespace {

const NamedSql insert_questions_sql{"insert_questions", R"sql(
    INSERT INTO questions (post_id, department_id, service_id, answer_before)
    SELECT post_id, department_id, service_id, answer_before
      FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::timestamptz[])
           AS asked (post_id, department_id, service_id, answer_before)
 RETURNING )sql" PLEIN_QUESTION_COLUMNS ", questions.post_id"};

#define PLEIN_SELECT_QUESTION                       \
    "SELECT " PLEIN_QUESTION_COLUMNS                \
    "  FROM questions "                             \
    "  JOIN posts ON posts.id = questions.post_id " \
    " WHERE questions.post_id = $2 AND posts.tab_id = $1 "

const NamedSql select_question_sql{"select_question", PLEIN_SELECT_QUESTION};

// FOR NO KEY UPDATE: two who change one question wait for each other.
const NamedSql lock_question_sql{"lock_question", PLEIN_SELECT_QUESTION "FOR NO KEY UPDATE OF questions"};

const NamedSql update_question_sql{"update_question", R"sql(
    UPDATE questions
       SET version = questions.version + 1, department_id = $3, service_id = $4, picked_up_by = $5,
           answer_before = $6, answer_id = $7, accepted = $8, reopened = $9,
           answered_at = CASE WHEN $7::bigint IS NULL THEN NULL
                              WHEN questions.answer_id IS NULL THEN $10
                              ELSE questions.answered_at END,
           reopened_at = CASE WHEN $9::text IS NOT NULL AND questions.reopened IS NULL THEN $10
                              ELSE questions.reopened_at END,
           overdue_told = questions.overdue_told AND questions.answer_before IS NOT DISTINCT FROM $6
      FROM posts
     WHERE questions.post_id = $2 AND posts.id = $2 AND posts.tab_id = $1
 RETURNING )sql" PLEIN_QUESTION_COLUMNS};

// Those with a promise first: nulls come last.
const NamedSql select_open_questions_sql{
    "select_open_questions", PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM questions AS asked
      JOIN posts ON posts.id = asked.post_id
     WHERE asked.department_id = $2 AND asked.answer_id IS NULL
       AND posts.state = 'visible' AND posts.tab_id = ANY($1::bigint[])
     ORDER BY asked.answer_before, posts.published_at, posts.id
     LIMIT $3)sql",
                                              "questions.answer_before, post.published_at, post.id")};

}  // namespace

std::vector<Question> insert_questions(Transaction& tx, const std::vector<NewQuestion>& questions) {
    const auto rows =
        tx.query(insert_questions_sql, column_of(questions, &NewQuestion::post),
                 column_of(questions, [](const NewQuestion& each) { return each.target.department; }),
                 column_of(questions, [](const NewQuestion& each) { return each.target.service; }),
                 column_of(questions, &NewQuestion::answer_before));
    std::map<PostId, Question> made;
    for (const auto& row : rows)
        made.emplace(value_of<PostId>(row.back()), row_as<Question>(row));
    return column_of(questions, [&](const NewQuestion& each) { return made.at(each.post); });
}

std::optional<Question> select_question(Reader& reader, const PostAccess& post) {
    return select_question(reader, post.tab(), post.post());
}

std::optional<Question> select_question(Reader& reader, const TabAccess& tab, PostId post) {
    const auto rows =
        reader.query(reader.writing() ? lock_question_sql : select_question_sql, tab.tab().id, post);
    if (rows.empty()) return std::nullopt;
    return row_as<Question>(rows[0]);
}

Question update_question(Transaction& tx, const TabAccess& tab, PostId post, const Question& question) {
    return row_as<Question>(tx.query(update_question_sql, tab.tab().id, post, question.department,
                                     question.service, question.picked_up_by, question.answer_before,
                                     question.answer, question.state == QuestionState::accepted,
                                     question.reopened, tx.now())[0]);
}

std::vector<ReadPost> select_open_questions(Reader& reader, const ReadableTabs& tabs, DepartmentId department,
                                            std::int64_t limit) {
    return read_posts(reader.query(select_open_questions_sql, tabs.ids(), department, limit));
}

}  // namespace plein::storage
