/// A small organisation in a test's own database; who is who is in the names.
///
/// One closed group with four tabs: General, one for the department Transport only, one opened to guests, and
/// announcements by owners. A second group is the stranger's, so that everyone sees something.
#pragma once

#include "protocol/groups.hpp"
#include "storage/database.hpp"

#include <string>

namespace plein::test {

struct Organisation {
    DepartmentId transport;
    DepartmentId warehouse;

    PersonId owner;          // Transport
    PersonId other_owner;    // Warehouse
    PersonId moderator;      // of the group; Warehouse
    PersonId member;         // Transport
    PersonId colleague;      // a member of Warehouse, who heads it
    PersonId guest;          // an external person
    PersonId stranger;       // an employee who is not in the group
    PersonId newcomer;       // another one
    PersonId administrator;  // of the organisation; not in the group

    GroupId group;
    TabId general;
    TabId transport_tab;
    TabId opened;
    TabId announcements;  // of Warehouse: owners and its head post

    GroupId elsewhere;
    TabId elsewhere_general;
};

/// E-mail addresses are `owner@example.org` and so on; `password_hash` is everybody's.
Organisation found_organisation(storage::Database& database, const std::string& password_hash = {});

/// Begins a session without a password; returns its token.
std::string begin_session(storage::Database& database, PersonId person);

[[nodiscard]] std::string group_stream(GroupId group);
[[nodiscard]] std::string tab_stream(TabId tab);
[[nodiscard]] std::string user_stream(PersonId person);

}  // namespace plein::test
