/// What posts and comments have to do with questions: where one goes, what its department promises, and who hears of it.
#pragma once

#include "protocol/events.hpp"
#include "server/access/access.hpp"
#include "storage/questions.hpp"

#include <optional>

namespace plein::features {

/// Whom a question or an idea is for: the department of the service, the department, or where neither is named that of the
/// tab. It is open, and stays so until the commit; nobody, where the tab's own is not. Errors: not_found about `field`,
/// forbidden (a guest names a service).
Addressee addressee_of(storage::Transaction& tx, const storage::Viewer& viewer, const storage::TabAccess& tab,
                       const Addressee& wanted, const char* field);

/// Until when the department promises an answer to what is asked at this moment; nothing where it promises nothing.
std::optional<Timestamp> promise_of(storage::Transaction& tx, const Addressee& target, Timestamp asked_at);

/// Emits question.changed.
void tell_question(storage::Transaction& tx, const storage::TabAccess& tab, PostId post,
                   const Question& question);

/// The same, to who reads the post: of a confidential one desk.changed.
void tell_question(storage::Transaction& tx, const storage::PostAccess& post, const Question& question);

/// What was held as a question is read from this moment on; for nobody yet, where its department is no more.
void open_question(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post);

/// The comment is gone; a question that it answered is open again. What is merged with that is held (`hold_equals`).
void forget_answer(storage::Transaction& tx, const storage::PostAccess& post, CommentId comment);

}  // namespace plein::features
