/// Whom somebody may know by name.
#pragma once

#include "server/access/access.hpp"
#include "storage/people.hpp"

#include <vector>

namespace plein::features {

/// Of these people: colleagues know each other; a guest knows who spoke in these tabs, where the guest reads.
std::vector<Person> known_people(storage::Reader& reader, const storage::Viewer& viewer,
                                 const storage::ReadableTabs& tabs, const std::vector<PersonId>& ids);

/// The same by id, wherever they meet. Ids that nobody has may be among them.
std::vector<PersonId> known_ids(storage::Snapshot& snapshot, const storage::Viewer& viewer,
                                const std::vector<PersonId>& ids);

}  // namespace plein::features
