#include "server/features/people.hpp"

#include "server/features/pages.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

constexpr std::int32_t people_page = 50;

std::string subject_of(PersonId person) { return "person:" + std::to_string(person.value); }

}  // namespace

void add_people_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListPeople>(read(edge, list_people));
    routes.bind<BrowsePeople>(read(edge, browse_people));
}

PersonList list_people(Snapshot& snapshot, const Viewer& viewer, const ListPeople& request) {
    if (access::has(viewer.role, Right::browse_people))
        return {storage::select_people(snapshot, request.ids.items)};
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    return {storage::select_people_met(snapshot, viewer, tabs, request.ids.items)};
}

PersonPage browse_people(Snapshot& snapshot, const Viewer& viewer, const BrowsePeople& request) {
    access::check(viewer, Right::browse_people);
    const auto limit = static_cast<std::size_t>(page_limit(request.limit, people_page));
    const auto after = request.after ? member_key(request.after->value) : storage::MemberKey{};
    const storage::DirectoryFilter filter{request.search ? request.search->value : std::string{},
                                          request.side, request.department};
    PersonPage page;
    page.items = storage::select_directory(snapshot, filter, after, static_cast<std::int64_t>(limit) + 1);
    if (page.items.size() > limit) {
        page.items.resize(limit);
        page.next = to_cursor(storage::MemberKey{page.items.back().name, page.items.back().id});
    }
    snapshot.touch(organisation_stream);
    page.cursors = snapshot.cursors();
    return page;
}

void tell_of(Transaction& tx, PersonId person) {
    const Person now = storage::update_person_version(tx, person);
    tx.redact(subject_of(person));
    tx.tell(organisation_stream, PersonChanged{now}, subject_of(person));
}

void tell_again(Transaction& tx, PersonId person) {
    tx.tell(organisation_stream, PersonChanged{storage::select_people(tx, {person}).front()},
            subject_of(person));
}

void tell_of(Transaction& tx, const std::vector<PersonId>& people) {
    const std::vector<Person> now = storage::update_person_versions(tx, people);
    std::vector<std::string> subjects;
    for (const Person& person : now)
        subjects.push_back(subject_of(person.id));
    tx.redact(subjects);
    if (now.size() > limits::people_told_singly) {
        tx.tell(organisation_stream, PeopleChanged{static_cast<std::int32_t>(now.size())});
        return;
    }
    for (std::size_t i = 0; i < now.size(); ++i)
        tx.tell(organisation_stream, PersonChanged{now[i]}, subjects[i]);
}

}  // namespace plein::features
