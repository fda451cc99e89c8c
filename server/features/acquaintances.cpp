#include "server/features/acquaintances.hpp"

namespace plein::features {

std::vector<Person> known_people(storage::Reader& reader, const storage::Viewer& viewer,
                                 const storage::ReadableTabs& tabs, const std::vector<PersonId>& ids) {
    if (ids.empty()) return {};
    if (access::has(viewer.role, Right::browse_people)) return storage::select_people(reader, ids);
    return storage::select_people_met(reader, viewer, tabs, ids);
}

std::vector<PersonId> known_ids(storage::Snapshot& snapshot, const storage::Viewer& viewer,
                                const std::vector<PersonId>& ids) {
    if (ids.empty() || access::has(viewer.role, Right::browse_people)) return ids;
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    return storage::column_of(storage::select_people_met(snapshot, viewer, tabs, ids), &Person::id);
}

}  // namespace plein::features
