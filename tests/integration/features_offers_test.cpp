// What ends by itself: offers of an owner who is none any more, and what waits at a door that is gone.
#include "server/features/group_changes.hpp"
#include "server/features/standing.hpp"
#include "tests/support/joining_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class WhatWaits : public JoiningTest {
protected:
    WhatWaits() {
        ask(town.stranger, town.group);
        invite(town.owner, town.group, town.newcomer);
        CreateLink request{.group = town.group};
        request.client_id.bytes = {1};
        token = act(town.owner, create_link, request).token;
        news();
    }

    EditGroup edited(GroupVisibility visibility) {
        EditGroup request{.group = town.group};
        request.form = {.name = {"Group"}, .purpose = {"A closed group"}, .visibility = visibility};
        return request;
    }

    std::string token;
};

TEST_F(WhatWaits, EndsWithAGroupThatIsArchived) {
    act(town.owner, archive_group, ArchiveGroup{town.group});
    EXPECT_THAT(news(), testing::IsSupersetOf({user_stream(town.stranger) + " standing.changed",
                                               user_stream(town.newcomer) + " standing.changed"}));
    act(town.owner, restore_group, RestoreGroup{town.group});
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    EXPECT_THAT(standings(town.newcomer), IsEmpty());
    EXPECT_EQ(pending(town.owner), 0);
    EXPECT_EQ(refused(town.newcomer, accept_invitation, AcceptInvitation{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.newcomer, follow_link, FollowLink{{token}}), ErrorCode::not_found);
}

TEST_F(WhatWaits, EndsAsFarAsItIsARequestWhenTheGroupBecomesSecret) {
    act(town.owner, edit_group, edited(GroupVisibility::secret));
    EXPECT_THAT(news(), testing::IsSupersetOf({user_stream(town.stranger) + " standing.changed",
                                               user_stream(town.owner) + " requests.changed"}));
    EXPECT_THAT(standings(town.stranger), IsEmpty());
    EXPECT_EQ(pending(town.owner), 0);
    EXPECT_EQ(accept(town.newcomer, town.group), S::member);
    act(town.stranger, follow_link, FollowLink{{token}});
    EXPECT_EQ(role_of(town.stranger), GroupRole::member);
}

TEST_F(WhatWaits, StaysWhenAGroupIsOnlyRenamed) {
    act(town.owner, edit_group, edited(GroupVisibility::closed));
    EXPECT_EQ(pending(town.owner), 1);
    EXPECT_EQ(standings(town.newcomer).size(), 1u);
}

TEST_F(WhatWaits, EndsWhenTheOwnerWhoOfferedItBecomesAGuestOfTheOrganisation) {
    invite(town.other_owner, town.group, town.newcomer);
    run_sql(test_database, "UPDATE people SET role = 'guest' WHERE name = 'other_owner'");
    database->commit_now([&](Transaction& tx) {
        change_standing(tx, town.other_owner, {town.warehouse, Role::employee},
                        {town.warehouse, Role::guest});
        return 0;
    });
    EXPECT_THAT(standings(town.newcomer), IsEmpty());
    EXPECT_EQ(standings(town.stranger).size(), 1u) << "a request is nobody's offer";
}

TEST_F(WhatWaits, LetsInWhoCameToBeFromOutsideAsAGuest) {
    run_sql(test_database, "UPDATE people SET role = 'guest' WHERE name = 'newcomer'");
    EXPECT_EQ(accept(town.newcomer, town.group), S::member);
    EXPECT_EQ(role_of(town.newcomer), GroupRole::guest);
}

}  // namespace
}  // namespace plein::test
