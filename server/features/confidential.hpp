/// Confidential questions: only who asks and the desk read them (ADR 39).
#pragma once

#include "protocol/questions.hpp"
#include "server/access/access.hpp"

namespace plein::features {

inline bool is_confidential(const CreatePost& request) { return request.confidential.value_or(false); }

/// Asks the desk of a department, and nobody else. Errors: as of `CreatePost`.
Post ask_desk(storage::Transaction& tx, const storage::Viewer& viewer, const storage::TabAccess& tab,
              const CreatePost& request);

PostPage list_questions(storage::Snapshot& snapshot, const storage::Viewer& viewer,
                        const ListQuestions& request);

}  // namespace plein::features
