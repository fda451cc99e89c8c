// Tabs as their owners shape them: who may, what it does, and exactly who hears what.
#include "tests/support/tab_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

TEST_F(TabChanges, AnOwnerAddsATabBehindTheOthers) {
    const TabId made = create("Agenda");
    EXPECT_THAT(news(), ElementsAre(group + " tabs.changed"));
    EXPECT_THAT(order_for(town.colleague), ElementsAre("General", "With guests", "Announcements", "Agenda"));
    post(town.colleague, made);
    EXPECT_THAT(news(), ElementsAre(group + " post.created"));
}

TEST_F(TabChanges, ATabForGuestsIsToldToEachGuest) {
    create("Agenda", TabAudience::guests);
    EXPECT_THAT(news(), UnorderedElementsAre(testing::EndsWith(" tab.changed"), group + " tabs.changed",
                                             guest + " access.changed"));
    EXPECT_THAT(order_for(town.guest), ElementsAre("With guests", "Agenda"));
}

TEST_F(TabChanges, NobodyButAnOwnerAddsOrOrders) {
    for (const PersonId who : {town.moderator, town.member, town.colleague, town.guest}) {
        EXPECT_EQ(refused(who, create_tab, creating("Mine")), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, order_tabs, OrderTabs{town.group, {}}), ErrorCode::forbidden);
    }
    for (const PersonId who : {town.stranger, town.administrator}) {
        EXPECT_EQ(refused(who, create_tab, creating("Mine")), ErrorCode::not_found);
        EXPECT_EQ(refused(who, order_tabs, OrderTabs{town.group, {}}), ErrorCode::not_found);
    }
}

TEST_F(TabChanges, RepeatingACreateMakesOneTab) {
    const CreateTab request = creating("Agenda");
    const auto first = act(town.owner, create_tab, request);
    const auto second = act(town.owner, create_tab, request);
    EXPECT_EQ(first.id, second.id);
    CreateTab other = request;
    other.name = {"Something else"};
    EXPECT_EQ(refused(town.owner, create_tab, other), ErrorCode::conflict);
    EXPECT_THAT(order_for(town.colleague), ElementsAre("General", "With guests", "Announcements", "Agenda"));
}

TEST_F(TabChanges, NoneIsGivenTheNameOfAnotherThatOneReads) {
    const TabId agenda = create("Agenda");
    EXPECT_EQ(refused(town.owner, create_tab, creating("ÁGENDA")), ErrorCode::conflict);
    EXPECT_EQ(refused(town.owner, edit_tab, EditTab{.tab = town.general, .name = {"agenda"}}),
              ErrorCode::conflict);
    act(town.owner, edit_tab, EditTab{.tab = agenda, .name = {"AGENDA"}});  // its own
    archive(town.owner, agenda);
    create("Agenda");
    act(town.owner, restore_tab, RestoreTab{agenda});
}

TEST_F(TabChanges, ANameTellsNothingOfATabThatOneDoesNotRead) {
    const TabId hidden = create("Among ourselves", TabAudience::department);
    ASSERT_FALSE(sees(town.owner, hidden));
    create("Among ourselves");
}

TEST_F(TabChanges, AnOwnerMakesATabForAnotherDepartmentAndDoesNotReadIt) {
    const TabId made = create("Among ourselves", TabAudience::department);
    EXPECT_FALSE(sees(town.owner, made));
    EXPECT_TRUE(sees(town.colleague, made));
    EXPECT_EQ(refused(town.owner, edit_tab, EditTab{.tab = made, .name = {"Mine"}}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, archive_tab, ArchiveTab{made}), ErrorCode::not_found);
}

TEST_F(TabChanges, AGroupHasAtMostFortyOpenTabs) {
    for (std::size_t i = 4; i < limits::tabs; ++i)
        create("Tab " + std::to_string(i));
    EXPECT_EQ(refused(town.owner, create_tab, creating("One more")), ErrorCode::full);
    archive(town.owner, town.general);
    create("One more");
    EXPECT_EQ(refused(town.owner, restore_tab, RestoreTab{town.general}), ErrorCode::full);
}

TEST_F(TabChanges, WhatATabCannotBeIsSaid) {
    CreateTab request = creating("Agenda");
    request.audience = TabAudience::department;
    EXPECT_EQ(refused(town.owner, create_tab, request), ErrorCode::invalid_request);
    request.department = DepartmentId{9999};
    EXPECT_EQ(refused(town.owner, create_tab, request), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, create_tab, creating("  ")), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.owner, create_tab, creating("\u00A0\u200B")), ErrorCode::invalid_request);
    EXPECT_EQ(tab_of(town.owner, create(" two\nlines ")).name, "two lines");
}

TEST_F(TabChanges, ATabKeepsADepartmentThatWasArchivedButGetsNone) {
    run_sql(test_database, "UPDATE departments SET archived = true WHERE name = 'Warehouse'");
    EXPECT_EQ(refused(town.owner, create_tab, creating("Agenda", TabAudience::department)),
              ErrorCode::not_found);
    EditTab request = editing(tab_of(town.owner, town.announcements));
    request.name = {"Still there"};
    EXPECT_EQ(act(town.owner, edit_tab, request).name, "Still there");
}

TEST_F(TabChanges, ARenameIsToldWhereTheTabSpeaksAndTheLogForgetsTheOldName) {
    EditTab request = editing(tab_of(town.owner, town.general));
    request.name = {"A first name"};
    act(town.owner, edit_tab, request);
    request = editing(tab_of(town.owner, town.general));
    request.name = {"A second name"};
    act(town.owner, edit_tab, request);
    EXPECT_THAT(news(), ElementsAre(group + " tab.changed", group + " tab.changed"));
    EXPECT_EQ(log_lines_with("A first name"), 0);
    EXPECT_EQ(log_lines_with("A second name"), 1);
    request = editing(tab_of(town.member, town.transport_tab));
    request.name = {"Drivers"};
    act(town.owner, edit_tab, request);
    EXPECT_THAT(news(), ElementsAre(tab_stream(town.transport_tab) + " tab.changed"));
}

TEST_F(TabChanges, AnOlderVersionAndTheSameAgainChangeNothing) {
    EditTab request = editing(tab_of(town.owner, town.general));
    EXPECT_EQ(act(town.owner, edit_tab, request).version, request.version);
    request.name = {"Everyone"};
    act(town.owner, edit_tab, request);
    news();
    request.name = {"Nobody"};
    EXPECT_EQ(refused(town.other_owner, edit_tab, request), ErrorCode::stale_version);
    EXPECT_EQ(tab_of(town.owner, town.general).name, "Everyone");
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(TabChanges, OwnersAndTheHeadOfItsDepartmentChangeATabAndNobodyElse) {
    const auto request = [&] { return editing(tab_of(town.owner, town.announcements)); };
    for (const PersonId who : {town.moderator, town.member})
        EXPECT_EQ(refused(who, edit_tab, request()), ErrorCode::forbidden);
    for (const PersonId who : {town.guest, town.stranger, town.administrator})
        EXPECT_EQ(refused(who, edit_tab, request()), ErrorCode::not_found);
    EditTab by_head = request();
    by_head.name = {"Warehouse says"};
    EXPECT_EQ(act(town.colleague, edit_tab, by_head).name, "Warehouse says");
    EXPECT_EQ(refused(town.colleague, edit_tab, editing(tab_of(town.owner, town.general))),
              ErrorCode::forbidden)
        << "a tab of no department has no head";
    EXPECT_EQ(refused(town.colleague, edit_tab, EditTab{.tab = town.transport_tab, .name = {"Ours"}}),
              ErrorCode::not_found);
}

TEST_F(TabChanges, AnArchivedTabIsNowhereAndComesBackAsItWas) {
    const Post made = post(town.member, town.general, "before the archive");
    news();
    archive(town.owner, town.general);
    EXPECT_THAT(news(), ElementsAre(group + " tab.removed"));
    EXPECT_EQ(log_lines_with("before the archive"), 0);
    for (const PersonId who : {town.owner, town.member, town.guest}) {
        EXPECT_EQ(refused(who, list_posts, ListPosts{town.general}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, get_post, GetPost{made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, mark_read, MarkRead{town.general, made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, create_post, posting(town.general, "hello")), ErrorCode::not_found);
        EXPECT_EQ(refused(who, edit_tab, EditTab{.tab = town.general, .name = {"x"}}), ErrorCode::not_found);
    }
    EXPECT_EQ(refused(town.member, edit_post, EditPost{.post = made.id, .body = {"x"}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, delete_post, DeletePost{made.id}), ErrorCode::not_found);
    EXPECT_THAT(bodies(look(town.owner, list_group_posts, ListGroupPosts{town.group})), IsEmpty());
    EXPECT_THAT(bodies(look(town.owner, list_home_posts, ListHomePosts{})), IsEmpty());
    EXPECT_THAT(order_for(town.owner), Not(Contains("General")));

    restore(town.owner, town.general);
    EXPECT_THAT(news(), ElementsAre(group + " tabs.changed"));
    const auto view = look(town.owner, get_group, GetGroup{town.group}).view;
    EXPECT_EQ(view.tabs.front().tab.name, "General");
    EXPECT_EQ(view.tabs.front().reading.unread, 1);
    EXPECT_THAT(bodies(look(town.owner, list_posts, ListPosts{town.general})),
                ElementsAre("before the archive"));
}

TEST_F(TabChanges, ArchivingAndRestoringTwiceSayNothing) {
    archive(town.owner, town.general);
    news();
    archive(town.owner, town.general);
    EXPECT_THAT(news(), IsEmpty());
    restore(town.owner, town.general);
    news();
    restore(town.owner, town.general);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(TabChanges, GuestsHearOfTheArchiveOfTheirTab) {
    archive(town.owner, town.opened);
    EXPECT_THAT(news(),
                UnorderedElementsAre(tab_stream(town.opened) + " tab.removed", guest + " access.changed"));
    restore(town.owner, town.opened);
    EXPECT_THAT(news(), UnorderedElementsAre(tab_stream(town.opened) + " tab.changed",
                                             group + " tabs.changed", guest + " access.changed"));
}

TEST_F(TabChanges, OnlyThoseWhoManageATabArchiveAndRestoreIt) {
    for (const PersonId who : {town.moderator, town.member})
        EXPECT_EQ(refused(who, archive_tab, ArchiveTab{town.announcements}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.guest, archive_tab, ArchiveTab{town.announcements}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, restore_tab, RestoreTab{town.announcements}), ErrorCode::forbidden);
    archive(town.colleague, town.announcements);
    for (const PersonId who : {town.moderator, town.member, town.guest, town.stranger})
        EXPECT_EQ(refused(who, restore_tab, RestoreTab{town.announcements}), ErrorCode::not_found);
    restore(town.colleague, town.announcements);
}

TEST_F(TabChanges, ArchivedTabsAreListedForThoseWhoMayRestoreThem) {
    archive(town.owner, town.announcements);
    archive(town.owner, town.transport_tab);
    archive(town.owner, town.opened);
    const auto listed = [&](PersonId who) {
        std::vector<std::string> names;
        for (const ArchivedTab& each : look(who, list_archived_tabs, ListArchivedTabs{town.group}).items)
            names.push_back(each.tab.name);
        return names;
    };
    EXPECT_THAT(listed(town.owner), UnorderedElementsAre("Announcements", "Transport", "With guests"));
    EXPECT_THAT(listed(town.other_owner), UnorderedElementsAre("Announcements", "With guests"));
    EXPECT_THAT(listed(town.colleague), ElementsAre("Announcements"));
    EXPECT_THAT(listed(town.member), IsEmpty());
    EXPECT_EQ(refused(town.guest, list_archived_tabs, ListArchivedTabs{town.group}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.stranger, list_archived_tabs, ListArchivedTabs{town.group}), ErrorCode::not_found);
}

TEST_F(TabChanges, AGroupKeepsOneOpenTab) {
    archive(town.owner, town.transport_tab);
    archive(town.owner, town.opened);
    archive(town.owner, town.announcements);
    EXPECT_EQ(refused(town.owner, archive_tab, ArchiveTab{town.general}), ErrorCode::last_tab);
}

TEST_F(TabChanges, AreOrderedAroundTheOnesThatTheOwnerDoesNotSee) {
    act(town.other_owner, order_tabs,
        ordering(town.other_owner, {"Announcements", "General", "With guests"}));
    EXPECT_THAT(order_for(town.owner), ElementsAre("Announcements", "Transport", "General", "With guests"));
    EXPECT_THAT(news(), UnorderedElementsAre(group + " tab.changed", group + " tab.changed",
                                             tab_stream(town.opened) + " tab.changed"));
}

TEST_F(TabChanges, AnOrderOfWhatIsNoLongerSoIsRefused) {
    OrderTabs stale = ordering(town.owner, {"Announcements", "Transport", "General", "With guests"});
    OrderTabs short_of_one = stale;
    short_of_one.tabs.items.pop_back();
    EXPECT_EQ(refused(town.owner, order_tabs, short_of_one), ErrorCode::stale_version);
    OrderTabs twice = stale;
    twice.tabs.items.back() = twice.tabs.items.front();
    EXPECT_EQ(refused(town.owner, order_tabs, twice), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.other_owner, order_tabs, stale), ErrorCode::not_found);
    OrderTabs foreign = stale;
    foreign.tabs.items.back().tab = town.elsewhere_general;
    EXPECT_EQ(refused(town.owner, order_tabs, foreign), ErrorCode::not_found);
    create("Agenda");
    EXPECT_EQ(refused(town.owner, order_tabs, stale), ErrorCode::stale_version);
    EXPECT_THAT(order_for(town.owner),
                ElementsAre("General", "Transport", "With guests", "Announcements", "Agenda"));
}

TEST_F(TabChanges, SayWhoManagesThem) {
    const auto managed = [&](PersonId who) {
        std::vector<std::string> names;
        for (const TabView& view : look(who, get_group, GetGroup{town.group}).view.tabs) {
            if (view.may_manage) names.push_back(view.tab.name);
        }
        return names;
    };
    EXPECT_THAT(managed(town.owner), ElementsAre("General", "Transport", "With guests", "Announcements"));
    EXPECT_THAT(managed(town.colleague), ElementsAre("Announcements"));
    EXPECT_THAT(managed(town.moderator), IsEmpty());
}

}  // namespace
}  // namespace plein::test
