#include "server/features/acquaintances.hpp"

namespace plein::features {

std::vector<Person> known_people(storage::Reader& reader, const storage::Viewer& viewer,
                                 const storage::ReadableTabs& tabs, const std::vector<PersonId>& ids) {
    if (ids.empty()) return {};
    if (access::has(viewer.role, Right::browse_people)) return storage::select_people(reader, ids);
    return storage::select_people_met(reader, viewer, tabs, ids);
}

}  // namespace plein::features
