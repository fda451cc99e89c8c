#include "storage/questions.hpp"

#include "storage/question_columns.hpp"
#include "storage/read_posts.hpp"

#include <limits>
#include <map>

namespace plein::storage {

namespace {

const NamedSql insert_questions_sql{"insert_questions", R"sql(
    INSERT INTO questions (post_id, department_id, service_id, answer_before, confidential)
    SELECT post_id, department_id, service_id, answer_before, confidential
      FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::timestamptz[], $5::boolean[])
           AS asked (post_id, department_id, service_id, answer_before, confidential)
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

// Whether a confidential question is the person's own, for their desk or about their service. `asked` is its row, `services`
// that of the service.
#define PLEIN_IS_FOR(PERSON, DESKS)                                      \
    " (posts.author_id = " PERSON " OR asked.department_id = ANY(" DESKS \
    "::bigint[]) OR "                                                    \
    "services.owner_id = " PERSON ") "

// The last one that was written first.
const NamedSql select_own_questions_sql{"select_own_questions",
                                        PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM posts
     WHERE author_id = $2 AND kind = 'question' AND state IN ('visible', 'confidential')
       AND tab_id = ANY($1::bigint[]) AND id < $3
     ORDER BY id DESC
     LIMIT $4)sql",
                                                         "post.id DESC")};

// Of each desk and of each service the last ones, and of those the last.
#define PLEIN_ASKED_OF(COLUMN, OF)                                                                    \
    "SELECT asked.post_id "                                                                           \
    "  FROM (" OF                                                                                     \
    ") AS asked_of (id) "                                                                             \
    " CROSS JOIN LATERAL ( "                                                                          \
    "        SELECT questions.post_id "                                                               \
    "          FROM questions "                                                                       \
    "          JOIN posts ON posts.id = questions.post_id "                                           \
    "         WHERE questions." COLUMN                                                                \
    " = asked_of.id AND questions.post_id < $3 "                                                      \
    "           AND posts.state IN ('visible', 'confidential') AND posts.tab_id = ANY($1::bigint[]) " \
    "         ORDER BY questions.post_id DESC "                                                       \
    "         LIMIT $4) AS asked "

const NamedSql select_desk_questions_sql{
    "select_desk_questions",
    PLEIN_READ_POSTS(
        "SELECT post.* FROM (SELECT each.post_id FROM ( "               //
        PLEIN_ASKED_OF("department_id", "SELECT unnest($5::bigint[])")  //
        " UNION " PLEIN_ASKED_OF(
            "service_id",
            "SELECT id FROM services WHERE owner_id = $2 AND NOT removed") ") AS each ORDER BY each.post_id "
                                                                           "DESC LIMIT $4) AS asked "
                                                                           "CROSS JOIN LATERAL "
                                                                           "(SELECT " PLEIN_POST_COLUMNS
                                                                           " FROM posts WHERE id = "
                                                                           "asked.post_id LIMIT 1) AS post",
        "post.id DESC")};

constexpr PostId behind_all{std::numeric_limits<std::int64_t>::max()};

// Those with a promise first: nulls come last.
const NamedSql select_open_questions_sql{
    "select_open_questions", PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS R"sql(
      FROM questions AS asked
      JOIN posts ON posts.id = asked.post_id
      LEFT JOIN services ON services.id = asked.service_id AND NOT services.removed
     WHERE asked.department_id = $2 AND asked.answer_id IS NULL AND asked.merged_into IS NULL
       AND posts.tab_id = ANY($1::bigint[])
       AND (posts.state = 'visible' OR posts.state = 'confidential' AND)sql" PLEIN_IS_FOR("$4", "$5") R"sql()
     ORDER BY asked.answer_before, posts.published_at, posts.id
     LIMIT $3)sql",
                                              "questions.answer_before, post.published_at, post.id")};

}  // namespace

std::vector<Question> insert_questions(Transaction& tx, const std::vector<NewQuestion>& questions) {
    const auto rows = tx.query(
        insert_questions_sql, column_of(questions, &NewQuestion::post),
        column_of(questions, [](const NewQuestion& each) { return each.target.department; }),
        column_of(questions, [](const NewQuestion& each) { return each.target.service; }),
        column_of(questions, &NewQuestion::answer_before), column_of(questions, &NewQuestion::confidential));
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

std::vector<ChangedQuestion> changed_questions(const pqxx::result& rows) {
    std::vector<ChangedQuestion> changed;
    for (const auto& row : rows)
        changed.push_back({value_of<PostId>(row.back()), row_as<Question>(row)});
    return changed;
}

std::vector<ReadPost> select_open_questions(Reader& reader, const ReadableTabs& tabs, const Desks& desks,
                                            DepartmentId department, std::int64_t limit) {
    return read_posts(reader.query(select_open_questions_sql, tabs.ids(), department, limit, desks.person(),
                                   desks.departments()));
}

std::vector<ReadPost> select_own_questions(Reader& reader, const ReadableTabs& tabs, const Desks& desks,
                                           std::optional<PostId> before, std::int64_t limit) {
    return read_posts(reader.query(select_own_questions_sql, tabs.ids(), desks.person(),
                                   before.value_or(behind_all), limit));
}

std::vector<ReadPost> select_desk_questions(Reader& reader, const ReadableTabs& tabs, const Desks& desks,
                                            std::optional<PostId> before, std::int64_t limit) {
    return read_posts(reader.query(select_desk_questions_sql, tabs.ids(), desks.person(),
                                   before.value_or(behind_all), limit, desks.departments()));
}

}  // namespace plein::storage
