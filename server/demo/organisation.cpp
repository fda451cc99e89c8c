#include "server/demo/organisation.hpp"

#include "server/demo/act_as.hpp"
#include "server/features/departments.hpp"
#include "server/features/holidays.hpp"
#include "server/features/members.hpp"
#include "server/features/profiles.hpp"
#include "server/features/services.hpp"
#include "storage/accounts.hpp"
#include "storage/departments.hpp"
#include "storage/groups.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"
#include "storage/tabs.hpp"

#include <algorithm>
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

/// This year's and the next one's, in order: whenever the demo is loaded, there is one to come.
std::vector<Holiday> holidays_from(Timestamp now, const std::vector<StoryHoliday>& each_year) {
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    std::vector<Holiday> holidays;
    for (const auto year : {today.year(), today.year() + std::chrono::years{1}}) {
        for (const StoryHoliday& holiday : each_year) {
            const auto day = parse_date(std::to_string(static_cast<int>(year)) + "-" + holiday.day);
            holidays.push_back({day.value(), {holiday.name}});
        }
    }
    return holidays;
}

storage::NewGroup row_of(const StoryGroup& group, Date today) {
    storage::NewGroup row{.name = group.name,
                          .purpose = group.purpose,
                          .visibility = group.visibility,
                          .kind = group.kind,
                          .colour = group.colour,
                          .cover = group.cover};
    if (group.review_in) row.review_on = today + std::chrono::weeks{*group.review_in};
    return row;
}

storage::SystemAccess system_access() { return access::as_system("plein demo"); }

}  // namespace

Organisation::Organisation(Transaction& tx, const Story& story, const std::string& password_hash) {
    for (const StoryDepartment& department : story.departments)
        add_department(tx, department, password_hash);
    if (administrator_) fill_departments(tx, story);
    for (const StoryProfile& profile : story.profiles)
        add_profile(tx, profile);
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
        if (person.role == Role::administrator) administrator_ = id;
    }
}

/// As an administrator of the story does it, once everyone has an account.
void Organisation::fill_departments(Transaction& tx, const Story& story) {
    act_as(tx, administrator_.value(), [&](const Viewer& administrator) {
        const auto ids = [&](const std::vector<std::string>& keys) {
            std::vector<PersonId> people;
            for (const auto& key : keys)
                people.push_back(person(key));
            return people;
        };
        for (const StoryDepartment& department : story.departments) {
            EditDepartment edit{.department = find(departments_, department.name).id,
                                .name = {department.name},
                                .side = department.side};
            edit.heads = {ids(department.heads)};
            const auto desk = std::ranges::find(story.desks, department.name, &StoryDesk::department);
            if (desk != story.desks.end()) {
                edit.description = {desk->description};
                edit.deputies = {ids(desk->deputies)};
                edit.hours = {desk->hours};
                edit.answer_hours = desk->answer_hours;
                if (desk->parent) edit.parent = find(departments_, *desk->parent).id;
                if (desk->partner) edit.partner = person(*desk->partner);
            }
            features::edit_department(tx, administrator, edit);
        }
        for (const StoryDesk& desk : story.desks)
            add_services(tx, administrator, desk);
        features::set_holidays(tx, administrator, {1, {holidays_from(tx.now(), story.holidays)}});
        return true;
    });
}

Addressee Organisation::target(const std::string& name) const {
    if (name.empty()) return {};
    if (const auto service = services_.find(name); service != services_.end())
        return {.service = service->second};
    return {.department = find(departments_, name).id};
}

void Organisation::add_services(Transaction& tx, const Viewer& administrator, const StoryDesk& desk) {
    for (const StoryService& story : desk.services) {
        CreateService request{.kind = story.kind,
                              .name = {story.name},
                              .department = find(departments_, desk.department).id,
                              .owner = person(story.owner),
                              .description = {story.description}};
        request.client_id.bytes = {static_cast<std::uint8_t>(services_.size() + 1)};
        services_.emplace(story.name, features::create_service(tx, administrator, request).id);
    }
}

void Organisation::add_profile(Transaction& tx, const StoryProfile& story) {
    act_as(tx, person(story.person),
           [&](const Viewer& self) { return features::set_profile(tx, self, story.profile); });
}

void Organisation::add_group(Transaction& tx, const StoryGroup& group) {
    const GroupId id = storage::insert_group(tx, system_access(),
                                             row_of(group, std::chrono::floor<std::chrono::days>(tx.now())));
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
