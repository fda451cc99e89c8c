/// What somebody proposes, and how far it has come. The idea itself is a post.
#pragma once

#include "protocol/described.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein {

/// `heard`: somebody who decides on it has read it. `under_review`: they are finding out. `planned`: it will be done.
/// `done` and `declined` end it, until somebody who decides comes back to it.
enum class IdeaStatus { heard, under_review, planned, done, declined };
PLEIN_DESCRIBE_ENUM(IdeaStatus, heard, under_review, planned, done, declined)

/// Somebody who may decide gave it a status, and says why or what comes next. `by` may no longer decide on it.
struct IdeaStep {
    IdeaStatus status = IdeaStatus::heard;
    PersonId by;
    std::string note;
    Timestamp at;
};
PLEIN_DESCRIBE(IdeaStep, status, by, note, at);

/// `version` grows with each change; clients ignore an older one.
struct Idea {
    std::int64_t version = 1;
    std::optional<DepartmentId> department;     // that decides on it; else those who look after the tab
    std::optional<ServiceId> service;           // of that department, when the idea is about it
    std::optional<IdeaStatus> status;           // none: nobody has heard it yet
    std::int32_t votes = 0;                     // people who want it too
    JsonOf<std::vector<IdeaStep>> steps{"[]"};  // the first one first; the last one has `status`
};
PLEIN_DESCRIBE(Idea, version, department, service, status, votes, steps);

}  // namespace plein
