/// The people, departments, groups and tabs of the story, made in the database and found by the story's own names.
#pragma once

#include "server/demo/story.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <string>
#include <vector>

namespace plein::demo {

class Organisation {
public:
    /// Makes them. An administrator of the story, when it has one, tells who heads which department and what it does.
    /// A group's first owner is set as the system does it; the others are added by that owner.
    Organisation(storage::Transaction& tx, const Story& story, const std::string& password_hash);

    /// Errors: std::runtime_error, for a name that the story does not introduce.
    [[nodiscard]] PersonId person(const std::string& key) const;
    /// `place`: "group / tab".
    [[nodiscard]] const Tab& tab(const std::string& place) const;
    /// Of whom a question to a department or service of this name is asked; "" names nobody.
    [[nodiscard]] Addressee target(const std::string& name) const;
    [[nodiscard]] const std::map<std::string, Tab>& tabs() const { return tabs_; }
    /// In the order of the story.
    [[nodiscard]] const std::vector<PersonId>& people() const { return in_order_; }

private:
    void add_department(storage::Transaction& tx, const StoryDepartment& department,
                        const std::string& password_hash);
    void fill_departments(storage::Transaction& tx, const Story& story);
    void add_services(storage::Transaction& tx, const storage::Viewer& administrator, const StoryDesk& desk);
    void add_profile(storage::Transaction& tx, const StoryProfile& story);
    void add_group(storage::Transaction& tx, const StoryGroup& group);
    void add_tabs(storage::Transaction& tx, const StoryGroup& group, GroupId id);
    void add_members(storage::Transaction& tx, const StoryGroup& group, GroupId id);

    struct Department {
        DepartmentId id;
        std::vector<PersonId> people;
    };
    std::map<std::string, Department> departments_;
    std::map<std::string, PersonId> people_;
    std::vector<PersonId> in_order_;
    std::optional<PersonId> administrator_;
    std::map<std::string, ServiceId> services_;
    std::map<std::string, Tab> tabs_;
};

}  // namespace plein::demo
