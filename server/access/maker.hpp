/// Makes the proofs; included by the .cpp files of server/access, by tests of storage and by nothing else (a test looks).
#pragma once

#include "storage/proofs.hpp"

#include <string>
#include <utility>

namespace plein::access {

struct Maker {
    static storage::Viewer viewer(PersonId person, SessionId session, Role role,
                                  std::optional<DepartmentId> department) {
        storage::Viewer viewer;
        viewer.person = person;
        viewer.session = session;
        viewer.role = role;
        viewer.department = department;
        return viewer;
    }

    static storage::GroupAccess group(GroupId group, GroupRole role) {
        storage::GroupAccess access;
        access.group_ = group;
        access.role_ = role;
        return access;
    }

    static storage::DoorAccess door(GroupId group, PersonId person, GroupStanding standing,
                                    std::optional<GroupRole> admits_as) {
        storage::DoorAccess access;
        access.group_ = group;
        access.person_ = person;
        access.standing_ = standing;
        access.admits_as_ = admits_as;
        return access;
    }

    static storage::LinkAccess link(const storage::DoorAccess& door) { return storage::LinkAccess{door}; }

    static storage::ArchivedGroupAccess archived(GroupId group) {
        storage::ArchivedGroupAccess access;
        access.group_ = group;
        return access;
    }

    static storage::TabAccess tab(storage::GroupAccess group, Tab tab, bool may_post, bool may_manage,
                                  bool needs_approval, Following by_default) {
        return {group, std::move(tab), may_post, may_manage, needs_approval, by_default};
    }

    static storage::PostAccess post(storage::TabAccess tab, PostId post, PersonId author) {
        std::string stream = tab.stream();
        return {std::move(tab), post, author, std::move(stream), std::nullopt};
    }

    /// `stream`: where the viewer hears of it.
    static storage::PostAccess confidential(storage::TabAccess tab, PostId post, PersonId author,
                                            std::string stream, const storage::Desk& desk) {
        tab.tab_.stream = desk_stream_of(desk.department);
        return {std::move(tab), post, author, std::move(stream), desk};
    }

    static storage::Desks desks(PersonId person, std::vector<DepartmentId> departments) {
        storage::Desks access;
        access.person_ = person;
        access.departments_ = std::move(departments);
        return access;
    }

    static storage::ModeratedTabAccess moderated(const storage::TabAccess& tab) {
        return storage::ModeratedTabAccess{tab};
    }

    static storage::ModeratedTabs moderated(std::vector<storage::TabAccess> moderated) {
        return storage::ModeratedTabs{tabs(std::move(moderated))};
    }

    static storage::ArchivedTabAccess archived_tab(storage::GroupAccess group, Tab tab,
                                                   Timestamp archived_at) {
        return {group, std::move(tab), archived_at};
    }

    static storage::ReadableTabs tabs(std::vector<storage::TabAccess> tabs) {
        storage::ReadableTabs readable;
        readable.tabs_ = std::move(tabs);
        return readable;
    }

    static storage::ProfileAccess profile(PersonId person, std::vector<ProfileAudience> open) {
        storage::ProfileAccess access;
        access.person_ = person;
        access.open_ = std::move(open);
        return access;
    }

    static storage::StreamAccess stream(std::string name) {
        storage::StreamAccess access;
        access.stream_ = std::move(name);
        return access;
    }

    static storage::AccountsAccess accounts(PersonId manager) {
        storage::AccountsAccess access;
        access.manager_ = manager;
        return access;
    }

    static storage::SystemAccess system(std::string reason) {
        storage::SystemAccess access;
        access.reason_ = std::move(reason);
        return access;
    }
};

}  // namespace plein::access
