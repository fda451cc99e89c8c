/// The clock of questions: how fast departments answer, who is told when they do not, and when an answer is accepted by
/// silence.
#pragma once

#include "protocol/questions.hpp"
#include "server/access/access.hpp"

namespace plein::features {

AnswerTimes get_answer_times(storage::Snapshot& snapshot, const storage::Viewer& viewer,
                             const GetAnswerTimes& request);

/// Tells who answers for a question, and the heads and deputies of its department, that the moment of the promise has gone by;
/// once, whichever node comes first. Returns how many heard of it.
std::int64_t tell_overdue(storage::Transaction& tx, PostId post);

/// Accepts answers that nobody came back to for a week, at most `limit`, and emits question.changed. Returns how many.
std::int64_t accept_settled_answers(storage::Transaction& tx, std::int64_t limit);

}  // namespace plein::features
