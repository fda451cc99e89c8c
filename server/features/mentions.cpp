#include "server/features/mentions.hpp"

#include "server/features/acquaintances.hpp"
#include "server/features/shown_text.hpp"
#include "storage/departments.hpp"
#include "storage/mentions.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using storage::TabAccess;

/// So many are looked through for those who read the tab.
constexpr std::int64_t most_looked_through = 200;

std::vector<PersonId> ids_of(const std::vector<Person>& people) {
    std::vector<PersonId> ids;
    for (const Person& person : people)
        ids.push_back(person.id);
    return ids;
}

/// Those of them who read the tab, in their order; for guests those only whom they met there.
std::vector<Person> offered(Snapshot& snapshot, const Viewer& viewer, const TabAccess& tab,
                            std::vector<Person> people) {
    const auto readers = access::readers_among(snapshot, tab, ids_of(people));
    const auto known = ids_of(known_people(snapshot, viewer, storage::ReadableTabs{tab}, readers));
    std::erase_if(people, [&](const Person& each) { return std::ranges::count(known, each.id) == 0; });
    if (people.size() > limits::mention_choices) people.resize(limits::mention_choices);
    return people;
}

std::vector<Department> departments_named(Snapshot& snapshot, const std::string& typed) {
    const auto found = storage::select_departments_by_name(snapshot, typed, limits::mention_choices);
    if (found.empty()) return {};
    auto departments = storage::select_departments(snapshot);
    std::erase_if(departments,
                  [&](const Department& each) { return std::ranges::count(found, each.id) == 0; });
    return departments;
}

}  // namespace

void add_mention_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListMentionChoices>(read(edge, list_mention_choices));
}

MentionChoices list_mention_choices(Snapshot& snapshot, const Viewer& viewer,
                                    const ListMentionChoices& request) {
    const TabAccess tab = access::to_tab(snapshot, viewer, request.tab);
    const std::string typed = trimmed(request.search ? request.search->value : "");
    if (typed.empty()) {
        return {offered(snapshot, viewer, tab,
                        storage::select_last_authors(snapshot, viewer, tab, most_looked_through)),
                {}};
    }
    MentionChoices choices;
    choices.people =
        offered(snapshot, viewer, tab,
                storage::select_members_by_name(snapshot, viewer, tab, typed, most_looked_through));
    if (access::has(viewer.role, Right::browse_people))
        choices.departments = departments_named(snapshot, typed);
    return choices;
}

}  // namespace plein::features
