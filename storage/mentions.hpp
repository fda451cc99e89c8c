/// Whom somebody can be offered to name.
#pragma once

#include "protocol/ids.hpp"
#include "protocol/people.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <vector>

namespace plein::storage {

/// Active members of the tab's group, without the viewer, of whose name or title words begin with all that is typed; names
/// that begin with it first. Whether they read the tab is not decided here.
std::vector<Person> select_members_by_name(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                           const std::string& typed, std::int64_t limit);
/// The active people who wrote the last posts of the tab, without the viewer, the last one first.
std::vector<Person> select_last_authors(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                        std::int64_t limit);
/// Open departments that have a head or deputy, by name.
std::vector<DepartmentId> select_departments_by_name(Reader& reader, const std::string& typed,
                                                     std::int64_t limit);

}  // namespace plein::storage
