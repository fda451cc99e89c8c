/// The clock of questions: how long answers took, and what nobody did in time.
#pragma once

#include "storage/proofs.hpp"
#include "storage/questions.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

struct AnswerTime {
    Timestamp asked_at;  // or opened again
    Timestamp answered_at;
};
PLEIN_DESCRIBE(AnswerTime, asked_at, answered_at);
/// Of the last questions about work that the department answered since then, whoever may read them; at most `limit`.
std::vector<AnswerTime> select_answer_times(Reader& reader, DepartmentId department, Timestamp since,
                                            std::int64_t limit);

/// Visible and open past what was promised, and nobody was told yet; the oldest first. Not what another one answers.
std::vector<PostId> select_overdue_questions(Reader& reader, const SystemAccess& system, std::int64_t limit);

struct OverdueQuestion {
    TabId tab;
    GroupId group;
    PersonId author;
    std::optional<DepartmentId> department;
    std::optional<ServiceId> service;
    std::optional<PersonId> picked_up_by;
};
PLEIN_DESCRIBE(OverdueQuestion, tab, group, author, department, service, picked_up_by);
/// Notes that it is told. Nothing where it no longer is as above.
std::optional<OverdueQuestion> take_overdue_question(Transaction& tx, const SystemAccess& system,
                                                     PostId post);

/// Accepts visible answers that nobody came back to since that moment, by a comment or in another way; at most `limit`.
/// Another node that does the same has others.
std::vector<ChangedQuestion> accept_settled_answers(Transaction& tx, const SystemAccess& system,
                                                    Timestamp since, std::int64_t limit);

}  // namespace plein::storage
