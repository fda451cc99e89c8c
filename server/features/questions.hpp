/// What people do with a question: send it on, pick it up, mark its answer, open it again. Each emits question.changed when
/// something changed.
#pragma once

#include "protocol/questions.hpp"
#include "server/features/post_pages.hpp"

namespace plein::features {

void add_question_routes(net::Router& routes, Edge& edge);

/// Errors of all: not_found (no such question for this viewer), forbidden, conflict about `merged` (another one answers it).
/// Errors: not_found about `question`, invalid_request (nobody to send it to), conflict (answered).
Question route_question(Transaction& tx, const Viewer& viewer, const RouteQuestion& request);
/// Errors: conflict (answered).
Question pick_up_question(Transaction& tx, const Viewer& viewer, const PickUpQuestion& request);
Question put_down_question(Transaction& tx, const Viewer& viewer, const PutDownQuestion& request);
/// Errors: not_found about `comment`.
Question mark_answer(Transaction& tx, const Viewer& viewer, const MarkAnswer& request);
Question unmark_answer(Transaction& tx, const Viewer& viewer, const UnmarkAnswer& request);
/// Errors: invalid_request (blank reason), conflict (not answered).
Question reopen_question(Transaction& tx, const Viewer& viewer, const ReopenQuestion& request);

/// Errors: forbidden (a guest of the organisation), not_found.
PostPage list_open_questions(Snapshot& snapshot, const Viewer& viewer, const ListOpenQuestions& request);

}  // namespace plein::features
