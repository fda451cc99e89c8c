#include "tests/support/feature_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Tabs : public FeatureTest {};

TEST_F(Tabs, AMemberSeesThoseOfAllMembersAndOfTheOwnDepartment) {
    const auto tabs = [&](PersonId who) {
        return tab_names(look(who, get_group, GetGroup{town.group}).view);
    };
    EXPECT_THAT(tabs(town.member), ElementsAre("General", "Transport", "With guests", "Announcements"));
    EXPECT_THAT(tabs(town.colleague), ElementsAre("General", "With guests", "Announcements"));
    EXPECT_THAT(tabs(town.guest), ElementsAre("With guests"));
}

TEST_F(Tabs, ALimitedTabDoesNotExistForOthers) {
    const Post made = post(town.member, town.transport_tab, "among drivers");
    for (const PersonId other :
         {town.colleague, town.moderator, town.other_owner, town.guest, town.stranger}) {
        EXPECT_EQ(refused(other, list_posts, ListPosts{town.transport_tab}), ErrorCode::not_found);
        EXPECT_EQ(refused(other, get_post, GetPost{made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(other, create_post, posting(town.transport_tab, "hello")), ErrorCode::not_found);
        EXPECT_EQ(refused(other, mark_read, MarkRead{town.transport_tab, made.id}), ErrorCode::not_found);
    }
    EXPECT_THAT(bodies(look(town.colleague, list_group_posts, ListGroupPosts{town.group})), IsEmpty());
    EXPECT_THAT(bodies(look(town.colleague, list_home_posts, ListHomePosts{.unread = true})), IsEmpty());
    EXPECT_THAT(bodies(look(town.owner, list_home_posts, ListHomePosts{.unread = true})),
                ElementsAre("among drivers"));
}

TEST_F(Tabs, ALimitedTabIsInNoCountAndNoCursorOfOthers) {
    post(town.member, town.transport_tab);
    const GroupAnswer group = look(town.colleague, get_group, GetGroup{town.group});
    for (const TabView& tab : group.view.tabs)
        EXPECT_EQ(tab.reading.unread, 0) << tab.tab.name;
    EXPECT_THAT(streams(group.cursors), testing::Not(testing::Contains(tab_stream(town.transport_tab))));
    const auto feed = look(town.colleague, list_group_posts, ListGroupPosts{town.group});
    EXPECT_THAT(streams(feed.cursors), UnorderedElementsAre(group_stream(town.group), tab_stream(town.opened),
                                                            user_stream(town.colleague)));
}

TEST_F(Tabs, ATabWithAnAudienceOfItsOwnSpeaksOnAStreamOfItsOwn) {
    post(town.member, town.transport_tab);
    post(town.member, town.opened);
    post(town.member, town.general);
    EXPECT_THAT(news(), ElementsAre(tab_stream(town.transport_tab) + " post.created",
                                    tab_stream(town.opened) + " post.created",
                                    group_stream(town.group) + " post.created"));
}

TEST_F(Tabs, AGuestReadsAndWritesInTheOpenedTabAlone) {
    post(town.member, town.general, "among ourselves");
    const Post answer = post(town.guest, town.opened, "from outside");
    EXPECT_EQ(answer.author, town.guest);
    EXPECT_THAT(bodies(look(town.guest, list_group_posts, ListGroupPosts{town.group})),
                ElementsAre("from outside"));
    EXPECT_THAT(bodies(look(town.guest, list_home_posts, ListHomePosts{})), ElementsAre("from outside"));
    EXPECT_EQ(refused(town.guest, create_post, posting(town.general, "hello")), ErrorCode::not_found);
}

TEST_F(Tabs, AGuestLearnsNeitherWhoTheMembersAreNorHowMany) {
    const GroupAnswer group = look(town.guest, get_group, GetGroup{town.group});
    EXPECT_FALSE(group.view.member_count);
    EXPECT_THAT(streams(group.cursors),
                UnorderedElementsAre(user_stream(town.guest), tab_stream(town.opened)));
    EXPECT_EQ(refused(town.guest, list_members, ListMembers{town.group}), ErrorCode::forbidden);
}

TEST_F(Tabs, AGuestSeesThePeopleWhoSpokeInTheOpenedTabAndNoOthers) {
    post(town.member, town.opened);
    post(town.colleague, town.general);
    ListPeople everyone;
    for (const PersonId person : {town.owner, town.member, town.colleague, town.guest, town.stranger})
        everyone.ids.items.push_back(person);
    std::vector<std::string> names;
    for (const Person& person : look(town.guest, list_people, everyone).items)
        names.push_back(person.name);
    EXPECT_THAT(names, UnorderedElementsAre("member", "guest"));
    EXPECT_EQ(look(town.member, list_people, everyone).items.size(), 5u);
}

}  // namespace
}  // namespace plein::test
