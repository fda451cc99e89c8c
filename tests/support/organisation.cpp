#include "tests/support/organisation.hpp"

#include "server/access/access.hpp"
#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/departments.hpp"
#include "storage/groups.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"
#include "storage/tabs.hpp"

namespace plein::test {
namespace {

using storage::Transaction;

/// Writes the organisation within one transaction.
class Founding {
public:
    Founding(Transaction& tx, const std::string& password_hash) : tx_(tx), password_hash_(password_hash) {}

    Organisation found() {
        Organisation made;
        made.transport = storage::insert_department(tx_, system_, "Transport", Side::ssc);
        made.warehouse = storage::insert_department(tx_, system_, "Warehouse", Side::business);
        made.owner = person("owner", made.transport);
        made.other_owner = person("other_owner", made.warehouse);
        made.moderator = person("moderator", made.warehouse);
        made.member = person("member", made.transport);
        made.colleague = person("colleague", made.warehouse);
        made.guest = person("guest", std::nullopt, Role::guest);
        made.stranger = person("stranger", made.transport);
        made.newcomer = person("newcomer", made.warehouse);
        made.administrator = person("administrator", made.warehouse, Role::administrator);
        EditDepartment heads{
            .department = made.warehouse, .version = 1, .name = {"Warehouse"}, .side = Side::business};
        heads.heads = {{made.colleague}};
        storage::update_department(tx_, heads);
        found_group(made);
        made.elsewhere = storage::insert_group(tx_, system_, {"Elsewhere", "Of others"});
        made.elsewhere_general = storage::insert_tab(tx_, system_, made.elsewhere, {"General"});
        storage::insert_member(tx_, system_, made.elsewhere, made.stranger, GroupRole::owner);
        return made;
    }

private:
    PersonId person(const std::string& name, std::optional<DepartmentId> department,
                    Role role = Role::employee) {
        storage::NewPerson person{.name = name, .email = name + "@example.org", .department = department};
        person.role = role;
        if (!password_hash_.empty()) person.password_hash = password_hash_;
        return storage::insert_person(tx_, system_, person);
    }

    TabId tab(const Organisation& made, storage::NewTab tab) {
        tab.position = ++position_;
        return storage::insert_tab(tx_, system_, made.group, tab);
    }

    void found_group(Organisation& made) {
        made.group = storage::insert_group(tx_, system_, {"Group", "A closed group"});
        made.general = tab(made, {"General"});
        made.transport_tab = tab(made, {"Transport", made.transport, TabAudience::department});
        made.opened = tab(made, {"With guests", std::nullopt, TabAudience::guests});
        made.announcements =
            tab(made, {"Announcements", made.warehouse, TabAudience::members, PostingRule::owners});
        const auto join = [&](PersonId person, GroupRole role) {
            storage::insert_member(tx_, system_, made.group, person, role);
        };
        join(made.owner, GroupRole::owner);
        join(made.other_owner, GroupRole::owner);
        join(made.moderator, GroupRole::moderator);
        join(made.member, GroupRole::member);
        join(made.colleague, GroupRole::member);
        join(made.guest, GroupRole::guest);
    }

    Transaction& tx_;
    const std::string& password_hash_;
    storage::SystemAccess system_ = access::as_system("a test's organisation");
    std::int32_t position_ = 0;
};

}  // namespace

Organisation found_organisation(storage::Database& database, const std::string& password_hash) {
    return database.commit_now([&](Transaction& tx) { return Founding{tx, password_hash}.found(); });
}

std::string begin_session(storage::Database& database, PersonId person) {
    const std::string token = features::make_token();
    database.commit_now([&](Transaction& tx) {
        return storage::insert_session(tx, person, access::hash_token(token), "a test");
    });
    return token;
}

std::string group_stream(GroupId group) { return "group:" + std::to_string(group.value); }
std::string tab_stream(TabId tab) { return "tab:" + std::to_string(tab.value); }
std::string user_stream(PersonId person) { return "user:" + std::to_string(person.value); }

}  // namespace plein::test
