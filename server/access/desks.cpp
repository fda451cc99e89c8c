#include "server/access/desks.hpp"

#include "server/access/maker.hpp"
#include "server/access/rules.hpp"
#include "storage/departments.hpp"
#include "storage/desks.hpp"
#include "storage/rights.hpp"

#include <algorithm>

namespace plein::access {

namespace {

using storage::Desk;

DeskStanding standing_of(Reader& reader, const Viewer& viewer, PersonId author, const Desk& desk) {
    return {.asked_it = author == viewer.person,
            .works_there = viewer.department == desk.department,
            .heads_it = storage::select_headship(reader, desk.department, viewer.person).has_value(),
            .owns_service = desk.service_owner == viewer.person};
}

bool contains(const std::vector<PersonId>& people, PersonId person) {
    return std::ranges::find(people, person) != people.end();
}

std::vector<PersonId> readers_of_desk(Reader& reader, PersonId asker, const Desk& desk,
                                      const std::vector<PersonId>& people) {
    if (people.empty()) return {};
    const auto department = storage::select_department(reader, desk.department);
    std::vector<PersonId> readers;
    for (const auto& row : storage::select_active(reader, people)) {
        const DeskStanding who{
            .asked_it = row.person == asker,
            .works_there = row.department == desk.department,
            .heads_it = contains(department->heads, row.person) || contains(department->deputies, row.person),
            .owns_service = desk.service_owner == row.person};
        if (may_read_confidential(who)) readers.push_back(row.person);
    }
    return readers;
}

}  // namespace

void add_confidential(Reader& reader, const std::vector<PostOfViewer>& asked,
                      const std::vector<std::size_t>& out_of_sight,
                      const std::vector<std::optional<TabAccess>>& proofs,
                      std::vector<std::optional<PostAccess>>& access) {
    std::vector<PostId> posts;
    for (const std::size_t place : out_of_sight)
        posts.push_back(asked[place].post);
    const auto confidential = storage::select_confidential_posts(reader, posts);
    for (const std::size_t place : out_of_sight) {
        const auto& [post, viewer] = asked[place];
        const auto found = confidential.find(post);
        if (found == confidential.end() || found->second.tab != proofs[place]->tab().id) continue;
        const auto& [tab, author, desk] = found->second;
        const DeskStanding who = standing_of(reader, *viewer, author, desk);
        if (!may_read_confidential(who)) continue;
        const bool is_of_desk = who.works_there || who.heads_it;
        access[place] =
            Maker::confidential(*proofs[place], post, author,
                                is_of_desk ? desk_stream_of(desk.department) : viewer->stream(), desk);
    }
}

storage::Desks to_desks(Reader& reader, const Viewer& viewer) {
    std::vector<DepartmentId> departments;
    if (viewer.department) departments.push_back(*viewer.department);
    for (const auto& [person, department] : storage::select_headships(reader, {viewer.person})) {
        if (department != viewer.department) departments.push_back(department);
    }
    return Maker::desks(viewer.person, std::move(departments));
}

std::vector<PersonId> readers_among(Reader& reader, const PostAccess& post,
                                    const std::vector<PersonId>& people) {
    auto readers = readers_among(reader, post.tab(), people);
    return post.desk() ? readers_of_desk(reader, post.author(), *post.desk(), readers) : readers;
}

std::vector<PersonId> readers_among(Reader& reader, const SystemAccess& system, TabId tab, PostId post,
                                    const std::vector<PersonId>& people) {
    auto readers = readers_among(reader, system, tab, people);
    const auto confidential = storage::select_confidential_posts(reader, system, {post});
    if (confidential.empty()) return readers;
    const auto& row = confidential.begin()->second;
    return readers_of_desk(reader, row.author, row.desk, readers);
}

std::vector<PersonId> gone_from_desk(Reader& reader, const SystemAccess&, DepartmentId department,
                                     const std::vector<PersonId>& people) {
    std::vector<PersonId> gone;
    for (const auto& row : storage::select_active(reader, people)) {
        if (row.department != department) gone.push_back(row.person);
    }
    return gone;
}

}  // namespace plein::access
