#include "server/features/praising.hpp"

#include "server/features/acquaintances.hpp"

#include <algorithm>
#include <set>

namespace plein::features {

void check_praise(storage::Transaction& tx, const storage::Viewer& writer, const storage::TabAccess& tab,
                  const CreatePost& request) {
    if (!request.praise) return;
    const auto& people = request.praise->people.items;
    const std::set<PersonId> unique{people.begin(), people.end()};
    if (unique.empty() || unique.size() < people.size() || unique.contains(writer.person))
        throw Refusal{ErrorCode::invalid_request, "$.praise.people", "others, each once"};
    const auto known = known_people(tx, writer, storage::ReadableTabs{tab}, people);
    const auto is_there = [](const Person& each) { return !each.suspended; };
    if (static_cast<std::size_t>(std::ranges::count_if(known, is_there)) < people.size())
        throw Refusal{ErrorCode::not_found, "praise"};
}

}  // namespace plein::features
