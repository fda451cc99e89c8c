// The table of rights: what no role may have, and what everyone keeps.
#include "protocol/enum_names.hpp"
#include "server/access/roles.hpp"

#include <gmock/gmock.h>

namespace plein::access {
namespace {

using testing::IsEmpty;

TEST(AccessRoles, GuestsHaveNoRightAtAll) { EXPECT_THAT(rights_of(Role::guest), IsEmpty()); }

TEST(AccessRoles, OnlyAdministratorsManageAndBreakTheGlass) {
    for (const auto& role : names_of<Role>) {
        for (const Right right : {Right::manage_people, Right::manage_departments, Right::break_glass})
            EXPECT_EQ(has(role.value, right), role.value == Role::administrator) << role.name;
    }
}

TEST(AccessRoles, EveryoneOfTheOrganisationLooksAroundAndBeginsGroups) {
    for (const auto& role : names_of<Role>) {
        for (const Right right : {Right::browse_people, Right::browse_groups, Right::create_groups})
            EXPECT_EQ(has(role.value, right), role.value != Role::guest) << role.name;
    }
}

}  // namespace
}  // namespace plein::access
