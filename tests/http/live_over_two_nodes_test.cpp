// The live channel over two nodes: what is heard on both, and who hears no more, whichever node it happened on.
#include "tests/support/live_fixture.hpp"
#include "tests/support/storage_fixture.hpp"

#include <algorithm>

namespace plein::test {
namespace {

/// Two nodes, one I/O thread each: what the member's own connection hears there, everyone's has been told.
struct Nodes {
    bool redis;
    friend void PrintTo(const Nodes& nodes, std::ostream* out) {
        *out << (nodes.redis ? "WithRedis" : "WithoutRedis");
    }
};

class LiveOverTwoNodes : public LiveTest, public testing::WithParamInterface<Nodes> {
protected:
    LiveOverTwoNodes()
        : LiveTest({.nodes = 2,
                    .redis = GetParam().redis,
                    .settings = {{"PLEIN_SERVER_THREADS", "1"}, {"PLEIN_JOBS_INTERVAL_SECONDS", "1"}}}) {}

    void edit_account(PersonId person, DepartmentId department, Role role) {
        Device administrator = plein.device(town.administrator);
        const ManagedAccount now = administrator.ask(GetAccount{person});
        EditAccount request{.person = person, .version = now.version, .name = {now.person.name}};
        request.email = Text<limits::email, 3>{*now.email};
        request.department = department;
        request.role = role;
        administrator.ask(request);
    }

    /// To the department Transport alone.
    void narrow(TabId tab) {
        plein.device(town.owner)
            .ask(EditTab{.tab = tab,
                         .name = {"Narrowed"},
                         .department = town.transport,
                         .audience = TabAudience::department});
    }

    /// Somebody's screens, one on each node, that follow the stream.
    std::vector<LiveClient> screens(PersonId person, const std::string& stream) {
        std::vector<LiveClient> both;
        for (std::size_t node = 0; node < plein.size(); ++node)
            both.push_back(follower(person, stream, node));
        return both;
    }
};

TEST_P(LiveOverTwoNodes, WhatIsPostedOnOneIsSeenOnBoth) {
    auto watching = screens(town.member, group);
    post(town.owner, town.general, "from the first", 0);
    post(town.owner, town.general, "from the second", 1);
    for (LiveClient& screen : watching) {
        until_words(screen, "from the first");
        until_words(screen, "from the second");
    }
}

TEST_P(LiveOverTwoNodes, WhoWasRemovedHearsNothingThatCommitsAfterTheRemoval) {
    auto out = screens(town.member, group);
    auto limited = screens(town.member, tab_stream(town.transport_tab));
    auto in = screens(town.owner, group);
    plein.device(town.owner, 0).ask(RemoveMember{town.group, town.member});
    post(town.other_owner, town.general, "words after the removal", 1);
    post(town.owner, town.transport_tab, "words among drivers", 0);
    auto drivers = screens(town.owner, tab_stream(town.transport_tab));
    post(town.owner, town.transport_tab, "more words among drivers", 1);
    for (LiveClient& screen : in)
        until_words(screen, "words after the removal");
    for (LiveClient& screen : drivers)
        until_words(screen, "more words among drivers");
    for (auto* lost : {&out, &limited}) {
        for (LiveClient& screen : *lost) {
            screen.catch_up();
            EXPECT_FALSE(has_heard(screen, "words")) << "node " << &screen - lost->data();
            EXPECT_TRUE(has_heard(screen, R"("lost")"));
        }
    }
}

TEST_P(LiveOverTwoNodes, WhatIsHeldIsToldToThoseWhoDecideAsLongAsTheyDo) {
    const std::string moderators = moderators_stream_of(town.group);
    CreateTab proposals{.group = town.group, .client_id = {}, .name = {"Proposals"}};
    proposals.posting = PostingRule::approval;
    const TabId tab = plein.device(town.owner).ask(proposals).id;
    auto deciding = screens(town.moderator, moderators);
    auto watching = screens(town.colleague, group);
    auto own = screens(town.member, user_stream(town.member));
    for (LiveClient& screen : watching) {
        screen.subscribe(moderators);
        screen.until_type("refused", moderators);
    }
    const PostId first = post(town.member, tab, "kumquat", 0);
    for (LiveClient& screen : deciding)
        screen.until_type("held.changed", moderators);
    for (LiveClient& screen : own)
        screen.until_type("held.changed", user_stream(town.member));

    plein.device(town.owner, 0).ask(SetMember{town.group, town.moderator, GroupRole::member});
    for (LiveClient& screen : deciding) {
        screen.until_type("lost", moderators);
        screen.subscribe(moderators);
        screen.until_type("refused", moderators);
    }
    post(town.member, tab, "quince", 1);
    plein.device(town.owner, 1).ask(ApproveHeldPost{first});
    for (LiveClient& screen : watching) {
        until_words(screen, "kumquat");
        EXPECT_FALSE(has_heard(screen, "held"));
        EXPECT_FALSE(has_heard(screen, "quince"));
    }
    for (LiveClient& screen : deciding) {
        screen.catch_up();
        const auto told = [](const LiveLine& line) { return line.type == "held.changed"; };
        EXPECT_EQ(std::ranges::count_if(screen.heard(), told), 1);
    }
}

TEST_P(LiveOverTwoNodes, WhoWasRemovedComesBackWithAnOldCursorToNothing) {
    std::string cursor;
    {
        LiveClient client = follower(town.member, group);
        cursor = client.heard().back().cursor;
    }
    post(town.owner, town.general, "words before the removal");
    plein.device(town.owner, 0).ask(RemoveMember{town.group, town.member});
    for (std::size_t node = 0; node < 2; ++node) {
        LiveClient client = plein.live(town.member, node);
        client.subscribe(group, cursor);
        client.until_type("refused", group);
        EXPECT_FALSE(has_heard(client, "words"));
        EXPECT_EQ(plein.device(town.member, node).send(GetGroup{town.group}).status, 404u);
    }
}

TEST_P(LiveOverTwoNodes, WhoCameBackIntoTheGroupReadsAfreshInsteadOfTheTimeBetween) {
    std::string cursor;
    {
        LiveClient client = follower(town.member, group);
        cursor = client.heard().back().cursor;
    }
    Device owner = plein.device(town.owner);
    owner.ask(RemoveMember{town.group, town.member});
    owner.ask(SetMember{town.group, town.member, GroupRole::member});
    LiveClient client = plein.live(town.member, 1);
    client.subscribe(group, cursor);
    client.until_type("resync", group);
}

TEST_P(LiveOverTwoNodes, SuspensionClosesEveryConnectionOnEveryNode) {
    auto lost = screens(town.member, group);
    auto watching = screens(town.owner, group);
    plein.device(town.administrator, 0).ask(SuspendPerson{town.member});
    post(town.owner, town.general, "words after the suspension", 1);
    for (LiveClient& screen : watching)
        until_words(screen, "words after the suspension");
    for (LiveClient& screen : lost) {
        EXPECT_EQ(screen.until_closed(), policy_violation);
        EXPECT_FALSE(has_heard(screen, "words"));
    }
    for (std::size_t node = 0; node < 2; ++node)
        EXPECT_EQ(plein.device(town.member, node).send(GetMe{}).status, 401u);
}

TEST_P(LiveOverTwoNodes, WhoBecomesAGuestHearsTheMembersNoMore) {
    auto lost = screens(town.member, group);
    auto watching = screens(town.owner, group);
    plein.device(town.owner, 0).ask(SetMember{town.group, town.member, GroupRole::guest});
    post(town.owner, town.general, "words among members", 1);
    for (LiveClient& screen : watching)
        until_words(screen, "words among members");
    for (LiveClient& screen : lost) {
        screen.catch_up();
        EXPECT_FALSE(has_heard(screen, "words"));
        screen.subscribe(tab_stream(town.opened));
        screen.until_type("subscribed", tab_stream(town.opened));
    }
}

TEST_P(LiveOverTwoNodes, WhoMovedHearsNothingMoreOfTheOldDepartment) {
    const std::string drivers = tab_stream(town.transport_tab);
    auto lost = screens(town.member, drivers);
    auto still_in = screens(town.member, group);
    auto watching = screens(town.owner, drivers);
    edit_account(town.member, town.warehouse, Role::employee);
    post(town.owner, town.transport_tab, "words among drivers", 1);
    post(town.owner, town.general, "for everyone", 1);
    for (LiveClient& screen : watching)
        until_words(screen, "words among drivers");
    for (LiveClient& screen : still_in)
        until_words(screen, "for everyone");
    for (LiveClient& screen : lost) {
        until_words(screen, "access.changed");
        screen.catch_up();
        EXPECT_FALSE(has_heard(screen, "words"));
        screen.subscribe(drivers);
        screen.until_type("refused", drivers);
    }
}

TEST_P(LiveOverTwoNodes, WhoBecomesAGuestOfTheOrganisationHearsTheMembersNoMore) {
    auto lost = screens(town.member, group);
    auto watching = screens(town.owner, group);
    edit_account(town.member, town.transport, Role::guest);
    post(town.owner, town.general, "words among members", 1);
    for (LiveClient& screen : watching) {
        until_words(screen, "words among members");
        EXPECT_TRUE(has_heard(screen, "member.changed"));
    }
    for (LiveClient& screen : lost) {
        screen.catch_up();
        EXPECT_FALSE(has_heard(screen, "words"));
        screen.subscribe(tab_stream(town.opened));
        screen.until_type("subscribed", tab_stream(town.opened));
    }
}

TEST_P(LiveOverTwoNodes, WhoIsOutsideANarrowerAudienceHearsNothingOfItFromThenOn) {
    auto lost = screens(town.colleague, group);
    post(town.owner, town.general, "words for all", 1);
    for (LiveClient& screen : lost)
        until_words(screen, "words for all");
    narrow(town.general);
    auto watching = screens(town.owner, tab_stream(town.general));
    post(town.owner, town.general, "words among drivers", 1);
    for (LiveClient& screen : watching)
        until_words(screen, "words among drivers");
    plein.device(town.owner).ask(SetMember{town.group, town.newcomer, GroupRole::member});
    for (LiveClient& screen : lost) {
        screen.until_type("tab.removed", group);
        screen.until_type("member.added", group);
        EXPECT_FALSE(has_heard(screen, "words among drivers"));
        screen.subscribe(tab_stream(town.general));
        screen.until_type("refused", tab_stream(town.general));
    }
}

TEST_P(LiveOverTwoNodes, AnOldCursorBringsNothingOfATabThatWasNarrowed) {
    std::string cursor;
    {
        LiveClient client = follower(town.colleague, group);
        cursor = client.heard().back().cursor;
    }
    post(town.owner, town.general, "words for all");
    narrow(town.general);
    for (std::size_t node = 0; node < 2; ++node) {
        LiveClient client = plein.live(town.colleague, node);
        client.subscribe(group, cursor);
        client.until_type("tab.removed", group);
        EXPECT_FALSE(has_heard(client, "words"));
    }
}

TEST_P(LiveOverTwoNodes, ATabThatClosesToGuestsEndsForThemAndGoesOnForOthersAnew) {
    auto guests = screens(town.guest, tab_stream(town.opened));
    const std::string cursor = guests.front().heard().back().cursor;
    auto own = screens(town.guest, user_stream(town.guest));
    narrow(town.opened);
    post(town.owner, town.opened, "words among drivers", 1);
    for (LiveClient& screen : guests) {
        screen.until_type("lost", tab_stream(town.opened));
        screen.catch_up();
        EXPECT_FALSE(has_heard(screen, "words"));
        screen.subscribe(tab_stream(town.opened), cursor);
        screen.until_type("refused", tab_stream(town.opened));
    }
    for (LiveClient& screen : own)
        screen.until_type("access.changed", user_stream(town.guest));
    LiveClient driver = plein.live(town.member, 1);
    driver.subscribe(tab_stream(town.opened), cursor);
    driver.until_type("resync", tab_stream(town.opened));
}

TEST_P(LiveOverTwoNodes, AnArchiveEndsTheGroupOnEveryScreen) {
    auto members = screens(town.member, group);
    auto drivers = screens(town.member, tab_stream(town.transport_tab));
    auto guests = screens(town.guest, tab_stream(town.opened));
    plein.device(town.owner, 0).ask(ArchiveGroup{town.group});
    for (auto* all : {&members, &drivers, &guests}) {
        for (LiveClient& screen : *all) {
            screen.until_type("group.archived");
            screen.until_type("lost");
            screen.subscribe(group);
            screen.until_type("refused", group);
        }
    }
    for (std::size_t node = 0; node < plein.size(); ++node) {
        for (const PersonId who : {town.owner, town.member, town.guest})
            EXPECT_EQ(plein.device(who, node).send(GetGroup{town.group}).status, 404u);
    }
}

TEST_P(LiveOverTwoNodes, ARestoredGroupIsReadAfreshAndHeardAgain) {
    std::string cursor;
    {
        LiveClient client = follower(town.member, group);
        cursor = client.heard().back().cursor;
    }
    LiveClient screen = follower(town.member, group, 1);
    plein.device(town.owner, 0).ask(ArchiveGroup{town.group});
    screen.until_type("lost", group);
    plein.device(town.owner, 1).ask(RestoreGroup{town.group});
    screen.until_type("access.changed", user_stream(town.member));
    screen.subscribe(group, cursor);
    screen.until_type("resync", group);
    screen.subscribe(group);
    screen.until_type("subscribed", group);
    post(town.owner, town.general, "back again", 0);
    until_words(screen, "back again");
}

TEST_P(LiveOverTwoNodes, EmergencyAccessEndsOnOpenConnections) {
    const PersonId who = town.administrator;
    LiveClient owner = follower(town.owner, group, 1);
    BreakGlass request{.group = town.group, .reason = {"somebody is in danger"}};
    plein.device(who, 0).ask(request);
    owner.until_type("emergency.opened", user_stream(town.owner));
    auto lost = screens(who, group);
    run_sql(plein.database(),
            "UPDATE memberships SET until = now() - interval '1 second' WHERE until > now()");
    for (std::size_t node = 0; node < plein.size(); ++node)
        EXPECT_EQ(plein.device(who, node).send(GetGroup{town.group}).status, 404u);
    for (LiveClient& screen : lost)
        screen.until_type("lost", group);
    post(town.owner, town.general, "words after the end", 1);
    until_words(owner, "words after the end");
    for (LiveClient& screen : lost) {
        screen.catch_up();
        EXPECT_FALSE(has_heard(screen, "words after"));
    }
}

TEST_P(LiveOverTwoNodes, StrangersHearNothingOfAGroupTheyAreNotIn) {
    auto strangers = screens(town.stranger, group_stream(town.elsewhere));
    auto watching = screens(town.owner, group);
    const PostId made = post(town.owner, town.general, "words");
    plein.device(town.owner).ask(DeletePost{made});
    plein.device(town.owner).ask(SetMember{town.group, town.newcomer, GroupRole::member});
    plein.device(town.owner).ask(EditGroup{town.group, 1, {.name = {"Another name"}}});
    for (LiveClient& screen : watching)
        screen.until_type("group.changed", group);
    for (LiveClient& screen : strangers) {
        screen.catch_up();
        EXPECT_FALSE(has_heard(screen, group + "\""));
    }
}

TEST_P(LiveOverTwoNodes, ADeadNodesClientsResumeOnTheOther) {
    LiveClient client = follower(town.member, group, 0);
    const std::string cursor = client.heard().back().cursor;
    plein.node(0).kill();
    EXPECT_EQ(client.until_closed(), 0u);
    post(town.owner, town.general, "meanwhile", 1);
    LiveClient again = plein.live(town.member, 1);
    again.subscribe(group, cursor);
    until_words(again, "meanwhile");
    plein.node(0).start();
    LiveClient back = plein.live(town.member, 0);
    back.subscribe(group, cursor);
    until_words(back, "meanwhile");
}

INSTANTIATE_TEST_SUITE_P(, LiveOverTwoNodes, testing::Values(Nodes{true}, Nodes{false}),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace plein::test
