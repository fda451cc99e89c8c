// Tabs that get other readers: what each stream hears, who is cut off, and who reads from then on.
#include "tests/support/tab_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

constexpr Readers all_readers[] = {Readers::members, Readers::transport, Readers::warehouse, Readers::guests};

TEST_F(TabChanges, AHeadWhoIsAGuestHereChangesNothing) {
    set_role(town.owner, town.colleague, GroupRole::guest);
    act(town.owner, edit_tab, for_readers(tab_of(town.owner, town.announcements), Readers::guests));
    ASSERT_TRUE(sees(town.colleague, town.announcements));
    EXPECT_EQ(refused(town.colleague, edit_tab, editing(tab_of(town.owner, town.announcements))),
              ErrorCode::forbidden);
    EXPECT_EQ(refused(town.colleague, archive_tab, ArchiveTab{town.announcements}), ErrorCode::forbidden);
}

/// From every audience to every other one: what each stream hears, who is cut off, and who reads afterwards.
TEST_F(TabChanges, FromEveryAudienceToEveryOtherOne) {
    const auto own = general;
    const auto reads = [](Readers readers, Readers audience) {
        return audience == Readers::guests || audience == readers ||
               (audience == Readers::members && readers != Readers::guests);
    };
    for (const Readers from : all_readers) {
        for (const Readers to : all_readers) {
            if (from == to) continue;
            SCOPED_TRACE(static_cast<int>(from) * 10 + static_cast<int>(to));
            const PersonId before = from == Readers::warehouse ? town.other_owner : town.owner;
            // Owners put it where it begins; of a department's tab only one who works there can.
            act(town.owner, edit_tab, for_readers(tab_of(town.owner, town.general), from));
            const Post made = post(before, town.general, "said among the first");
            news();
            act(before, edit_tab, for_readers(tab_of(before, town.general), to));

            std::vector<std::string> expected;
            expected.push_back((from == Readers::members ? group : own) + " tab.removed");
            if (to != Readers::members) expected.push_back(own + " tab.changed");
            expected.push_back(group + " tabs.changed");
            if (from == Readers::guests || to == Readers::guests)
                expected.push_back(guest + " access.changed");
            EXPECT_EQ(news(), expected);

            for (const auto& [who, as] : {std::pair{town.owner, Readers::transport},
                                          {town.member, Readers::transport},
                                          {town.colleague, Readers::warehouse},
                                          {town.other_owner, Readers::warehouse},
                                          {town.guest, Readers::guests}}) {
                EXPECT_EQ(sees(who, town.general), reads(as, to)) << "person " << who.value;
                const auto found = refused(who, get_post, GetPost{made.id});
                EXPECT_EQ(!found.has_value(), reads(as, to)) << "person " << who.value;
            }
            if (from == Readers::members) {
                const auto on_group =
                    run_sql(test_database, "SELECT count(*) FROM events WHERE stream = '" + group +
                                               "' AND payload LIKE '%among the first%'");
                EXPECT_EQ(on_group[0][0].as<int>(), 0) << "the group's log still holds it";
            }
            const PersonId after = to == Readers::warehouse ? town.other_owner : town.owner;
            act(after, edit_tab, for_readers(tab_of(after, town.general), Readers::members));
        }
    }
}

TEST_F(TabChanges, OnlyAStreamOfItsOwnEndsForEveryone) {
    act(town.owner, edit_tab, for_readers(tab_of(town.owner, town.general), Readers::transport));
    EXPECT_THAT(revoked(everyone), IsEmpty());
    act(town.owner, edit_tab, for_readers(tab_of(town.owner, town.general), Readers::guests));
    EXPECT_THAT(revoked(everyone), ElementsAre(general));
    act(town.owner, edit_tab, for_readers(tab_of(town.owner, town.general), Readers::members));
    EXPECT_THAT(revoked(everyone), ElementsAre(general));
    archive(town.owner, town.opened);
    EXPECT_THAT(revoked(everyone), ElementsAre(tab_stream(town.opened)));
}

TEST_F(TabChanges, AnotherDepartmentOfATabThatAllMembersReadIsNoChangeOfReaders) {
    EditTab request = editing(tab_of(town.owner, town.general));
    request.department = town.warehouse;
    act(town.owner, edit_tab, request);
    EXPECT_THAT(news(), ElementsAre(group + " tab.changed"));
}

TEST_F(TabChanges, SayHowManyPeopleEachAudienceIs) {
    act(town.administrator, suspend_person, SuspendPerson{town.moderator});
    const auto readers = look(town.member, get_readers, GetReaders{town.group});
    EXPECT_EQ(readers.members, 4);
    EXPECT_EQ(readers.guests, 1);
    ASSERT_EQ(readers.departments.size(), 2u);
    EXPECT_EQ(readers.departments[0].department, town.transport);
    EXPECT_EQ(readers.departments[0].members, 2);
    EXPECT_EQ(readers.departments[1].members, 2);
    EXPECT_EQ(refused(town.guest, get_readers, GetReaders{town.group}), ErrorCode::forbidden);
}

/// Whichever came first: where the member could read the tab when the removal came, its stream ends for them.
TEST_F(TabChanges, WhoIsRemovedWhileATabChangesHandsLosesTheStreamThatItIsOn) {
    const auto other_node = open();
    token_of(town.owner);
    token_of(town.other_owner);
    const auto number = [&](const std::string& sql) { return run_sql(test_database, sql)[0][0].as<int>(); };
    const auto last = [&](const std::string& type) {
        return number("SELECT max(seq) FROM events WHERE stream = '" + group + "' AND type = '" + type + "'");
    };
    const auto endings = [&] {
        return number("SELECT count(*) FROM events WHERE stream = '" + general +
                      "' AND type = 'access.revoked'");
    };
    for (int i = 0; i < 10; ++i) {
        const bool opens = i % 2 == 0;
        const auto request =
            for_readers(tab_of(town.owner, town.general), opens ? Readers::guests : Readers::members);
        const int before = endings();
        auto change =
            std::async(std::launch::async, [&] { act_on(*other_node, town.owner, edit_tab, request); });
        remove(town.other_owner, town.member);
        change.get();
        const bool removed_last = last("member.removed") > last("tabs.changed");
        EXPECT_EQ(endings() - before, opens == removed_last ? 1 : 0);
        set_role(town.owner, town.member, GroupRole::member);
    }
    EXPECT_EQ(database->figures().retries + other_node->figures().retries, 0u);
}

}  // namespace
}  // namespace plein::test
