/// What news asks of its readers, and what came of it. Title and text are a post.
#pragma once

#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein {

/// A department takes up what the news means for it. `by` may no longer answer for it.
struct Acknowledgement {
    PersonId by;
    std::string note;  // what the department does
    std::optional<Date> done_by;
    Timestamp at;
};
PLEIN_DESCRIBE(Acknowledgement, by, note, done_by, at);

struct AffectedDepartment {
    DepartmentId department;
    std::optional<Acknowledgement> acknowledgement;
};
PLEIN_DESCRIBE(AffectedDepartment, department, acknowledgement);

/// `version` grows with each change; clients ignore an older one.
struct News {
    std::int64_t version = 1;
    bool must_read = false;                                 // every reader is asked to confirm
    std::int32_t confirmed = 0;                             // readers who have
    std::optional<Timestamp> reminded_at;                   // since when those who had not were asked again
    JsonOf<std::vector<AffectedDepartment>> affects{"[]"};  // in the order of the author
};
PLEIN_DESCRIBE(News, version, must_read, confirmed, reminded_at, affects);

/// What its author asks for. No department twice.
struct NewNews {
    bool must_read = false;
    List<DepartmentId, limits::affected_departments> affects;
};
PLEIN_DESCRIBE(NewNews, must_read, affects);

}  // namespace plein
