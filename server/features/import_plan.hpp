/// What a file of people would do, looked up and compared: the heart of the dry run, and of the run.
#pragma once

#include "protocol/people_import.hpp"
#include "storage/people_import.hpp"

#include <string_view>
#include <vector>

namespace plein::features {

struct Change {
    storage::KnownAccount after;  // in the version that it had before
    std::optional<DepartmentId> department_before;
};

struct Import {
    ImportPlan plan;
    std::vector<AccountDetails> added;
    std::vector<Change> changed;
};

/// The personnel number finds a person, else the e-mail address does; a number that nobody has yet goes to the one with
/// that address when they have none.
Import plan_of(storage::Reader& reader, const storage::AccountsAccess& accounts, std::string_view file);

}  // namespace plein::features
