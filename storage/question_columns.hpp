/// The columns of a question, in the order of `Question`.
#pragma once

#define PLEIN_QUESTION_COLUMNS                                                                         \
    "questions.version, "                                                                              \
    "CASE WHEN questions.answer_id IS NULL AND questions.department_id IS NULL THEN 'asked' "          \
    "     WHEN questions.answer_id IS NULL THEN 'routed' "                                             \
    "     WHEN questions.accepted THEN 'accepted' "                                                    \
    "     ELSE 'answered' END, "                                                                       \
    "questions.department_id, questions.service_id, questions.picked_up_by, questions.answer_before, " \
    "questions.answer_id, questions.reopened, questions.confidential "
