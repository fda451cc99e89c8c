#include "server/demo/organisation.hpp"

#include "server/demo/act_as.hpp"
#include "server/features/members.hpp"
#include "storage/accounts.hpp"
#include "storage/departments.hpp"
#include "storage/groups.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

#include <stdexcept>

namespace plein::demo {

namespace {

using storage::Transaction;
using storage::Viewer;

template <class Value>
const Value& find(const std::map<std::string, Value>& known, const std::string& name) {
    const auto found = known.find(name);
    if (found == known.end()) throw std::runtime_error{"the story does not introduce \"" + name + "\""};
    return found->second;
}

storage::SystemAccess system_access() { return access::as_system("plein demo"); }

}  // namespace

Organisation::Organisation(Transaction& tx, const Story& story, const std::string& password_hash) {
    for (const StoryDepartment& department : story.departments)
        add_department(tx, department, password_hash);
    for (const StoryGroup& group : story.groups)
        add_group(tx, group);
}

PersonId Organisation::person(const std::string& key) const { return find(people_, key); }

const Tab& Organisation::tab(const std::string& place) const { return find(tabs_, place); }

void Organisation::add_department(Transaction& tx, const StoryDepartment& department,
                                  const std::string& password_hash) {
    Department& made = departments_[department.name];
    made.id = storage::insert_department(tx, system_access(), department.name, department.side);
    for (const StoryPerson& person : department.people) {
        const storage::NewPerson row{.name = person.name,
                                     .title = person.title,
                                     .email = person.email,
                                     .personnel_number = person.personnel_number,
                                     .department = made.id,
                                     .role = person.role,
                                     .language = person.language,
                                     .password_hash = password_hash,
                                     .welcomed = person.welcomed};
        const PersonId id = storage::insert_person(tx, system_access(), row);
        people_[person.key] = id;
        made.people.push_back(id);
        in_order_.push_back(id);
    }
    for (const auto& head : department.heads) {
        storage::insert_department_head(tx, system_access(), made.id, person(head));
    }
}

void Organisation::add_group(Transaction& tx, const StoryGroup& group) {
    const GroupId id =
        storage::insert_group(tx, system_access(), {group.name, group.purpose, group.visibility});
    storage::insert_member(tx, system_access(), id, person(group.owners.at(0)), GroupRole::owner);
    add_tabs(tx, group, id);
    add_members(tx, group, id);
}

void Organisation::add_tabs(Transaction& tx, const StoryGroup& group, GroupId id) {
    std::int32_t position = 0;
    for (const StoryTab& story : group.tabs) {
        storage::NewTab row{.name = story.name,
                            .audience = story.audience,
                            .posting = story.posting,
                            .default_mark = story.default_mark,
                            .position = position++};
        if (story.department) row.department = find(departments_, *story.department).id;
        Tab& tab = tabs_[group.name + " / " + story.name];
        tab.id = storage::insert_tab(tx, system_access(), id, row);
        tab.default_mark = row.default_mark;
    }
}

void Organisation::add_members(Transaction& tx, const StoryGroup& group, GroupId id) {
    std::map<PersonId, GroupRole> roles;
    for (const auto& name : group.departments) {
        for (const PersonId person : find(departments_, name).people)
            roles[person] = GroupRole::member;
    }
    const auto name_all = [&](const std::vector<std::string>& keys, GroupRole role) {
        for (const auto& key : keys)
            roles[person(key)] = role;
    };
    name_all(group.members, GroupRole::member);
    name_all(group.moderators, GroupRole::moderator);
    name_all(group.guests, GroupRole::guest);
    name_all(group.owners, GroupRole::owner);

    act_as(tx, person(group.owners.front()), [&](const Viewer& owner) {
        for (const auto& [person, role] : roles)
            features::set_member(tx, owner, {id, person, role});
        return true;
    });
}

}  // namespace plein::demo
