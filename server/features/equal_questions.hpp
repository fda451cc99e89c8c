/// Equal questions: one of them answers the others too.
#pragma once

#include "protocol/questions.hpp"
#include "server/features/post_pages.hpp"

namespace plein::features {

/// Errors: not_found about `post` and `into`, forbidden; conflict about `into` (merged itself, of another department,
/// confidential, `post` itself, or it answers too many), `audience` (who reads `post` may not read it), `post` (answered, or
/// confidential) and `merged` (into another one). Emits question.changed for each of those that change. Merged into it
/// already: nothing changes.
Question merge_question(Transaction& tx, const Viewer& viewer, const MergeQuestion& request);
/// Errors: not_found, forbidden.
Question unmerge_question(Transaction& tx, const Viewer& viewer, const UnmergeQuestion& request);
/// Errors: not_found, forbidden.
PostPage list_equal_questions(Snapshot& snapshot, const Viewer& viewer, const ListEqualQuestions& request);

}  // namespace plein::features
