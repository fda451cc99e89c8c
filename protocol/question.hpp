/// What a question asks, of whom, and what became of it. The question itself is a post.
#pragma once

#include "protocol/addressee.hpp"
#include "protocol/limits.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <string>

namespace plein {

/// `asked` of nobody yet; `routed` to a department; `answered` by a comment that was marked; `accepted` by who asked, or
/// because nobody came back to it for a week.
enum class QuestionState { asked, routed, answered, accepted };
PLEIN_DESCRIBE_ENUM(QuestionState, asked, routed, answered, accepted)

/// `version` grows with each change; clients ignore an older one.
struct Question {
    std::int64_t version = 1;
    QuestionState state = QuestionState::asked;
    std::optional<DepartmentId> department;
    std::optional<ServiceId> service;
    std::optional<PersonId> picked_up_by;
    std::optional<Timestamp>
        answer_before;  // what the department promises; nothing where it promises nothing
    std::optional<CommentId> answer;
    std::optional<std::string> reopened;  // why, when who asked has opened it again
    bool confidential = false;            // read by who asked and by the desk alone
    std::optional<PostId> merged_into;    // the equal question that is answered in its place
    std::int32_t merged = 0;              // questions that this one answers as well
};
PLEIN_DESCRIBE(Question, version, state, department, service, picked_up_by, answer_before, answer, reopened,
               confidential, merged_into, merged);

}  // namespace plein
