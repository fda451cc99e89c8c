#include "tests/support/account_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

class Suspension : public AccountTest {};

TEST_F(Suspension, EndsSessionsAndAccessEverywhereAtOnce) {
    Device phone = device_at("10.0.0.1");
    const Me me = sign_in(phone, "member@example.org");
    news();
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_FALSE(is_signed_in(phone));
    bool session_ended = false;
    std::vector<std::string> lost;
    for (const auto& event : published.events()) {
        session_ended |= event.ends == me.session;
        if (event.revokes == town.member) lost.push_back(event.stream);
    }
    EXPECT_TRUE(session_ended);
    EXPECT_THAT(lost, testing::IsSupersetOf({group_stream(town.group), tab_stream(town.transport_tab),
                                             tab_stream(town.opened), user_stream(town.member),
                                             std::string{organisation_stream}}));
}

TEST_F(Suspension, IsLiftedWithGroupsAndPostsAsTheyWere) {
    post(town.member, town.general);
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    act(town.administrator, reinstate_person, ReinstatePerson{town.member});
    Device phone = device_at("10.0.0.1");
    sign_in(phone, "member@example.org");
    EXPECT_TRUE(is_signed_in(phone));
    EXPECT_EQ(look(town.owner, list_posts, ListPosts{town.general}).items.size(), 1u);
}

TEST_F(Suspension, IsForAdministratorsAndNotForThemselves) {
    for (const PersonId who : {town.owner, town.moderator, town.member, town.guest, town.stranger}) {
        EXPECT_EQ(refused(who, suspend_person, SuspendPerson{town.colleague}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, reinstate_person, ReinstatePerson{town.colleague}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.administrator, suspend_person, SuspendPerson{town.administrator}),
              ErrorCode::forbidden);
    EXPECT_EQ(refused(town.administrator, suspend_person, SuspendPerson{PersonId{9999}}),
              ErrorCode::not_found);
}

/// They gather behind a lock, so that all have passed their checks when the first one goes on.
TEST_F(Suspension, ByManyAtOnceHappensOnceAndLocksNobodyUp) {
    token_of(town.administrator);
    HeldLock held{test_database,
                  "SELECT FROM people WHERE id = " + std::to_string(town.member.value) + " FOR SHARE"};
    std::vector<std::future<void>> pages;
    for (int i = 0; i < 2; ++i) {
        pages.push_back(std::async(std::launch::async, [this] {
            act(town.administrator, suspend_person, SuspendPerson{town.member});
        }));
    }
    held.await_waiters(2);
    held.release();
    for (auto& page : pages)
        page.get();
    EXPECT_EQ(database->figures().retries, 0u);
    EXPECT_EQ(revoked(town.member).size(), 7u);
}

TEST_F(Suspension, TwiceIsNoErrorAndNoEvent) {
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    news();
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_THAT(news(), IsEmpty());
}

class People : public FeatureTest {};

TEST_F(People, UnknownIdsAreLeftOut) {
    ListPeople request{.ids = {{town.member, PersonId{9999}}}};
    const auto people = look(town.stranger, list_people, request).items;
    ASSERT_EQ(people.size(), 1u);
    EXPECT_EQ(people[0].id, town.member);
}

}  // namespace
}  // namespace plein::test
