/// The columns of a question, in the order of `Question`.
#pragma once

// Of a merged one what the other says is copied; only its answer stands in a column of its own, since an answer is below the
// question that it is of.
#define PLEIN_QUESTION_ANSWER "coalesce(questions.merged_answer_id, questions.answer_id)"

#define PLEIN_QUESTION_COLUMNS                                                \
    "questions.version, "                                                     \
    "CASE WHEN " PLEIN_QUESTION_ANSWER                                        \
    " IS NULL AND questions.department_id IS NULL THEN 'asked' "              \
    "     WHEN " PLEIN_QUESTION_ANSWER                                        \
    " IS NULL THEN 'routed' "                                                 \
    "     WHEN questions.accepted THEN 'accepted' "                           \
    "     ELSE 'answered' END, "                                              \
    "questions.department_id, questions.service_id, questions.picked_up_by, " \
    "questions.answer_before, " PLEIN_QUESTION_ANSWER                         \
    ", questions.reopened, questions.confidential, questions.merged_into, "   \
    "(SELECT count(*) FROM questions AS equal WHERE equal.merged_into = questions.post_id) "
