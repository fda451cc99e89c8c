#include "tests/support/feature_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Home : public FeatureTest {
protected:
    std::vector<std::string> unread(PersonId who, std::optional<Side> side = std::nullopt) {
        return bodies(look(who, list_home_posts, ListHomePosts{.unread = true, .side = side}));
    }
    std::vector<std::string> read_before(PersonId who, std::optional<Side> side = std::nullopt) {
        return bodies(look(who, list_home_posts, ListHomePosts{.unread = false, .side = side}));
    }
    Reading follow(PersonId who, TabId tab, Following following) {
        return act(who, set_following, SetFollowing{tab, following});
    }
    Following following(PersonId who, TabId tab) {
        for (const TabView& view : look(who, get_group, GetGroup{town.group}).view.tabs) {
            if (view.tab.id == tab) return view.reading.following;
        }
        throw std::logic_error{"a tab that this person does not read"};
    }
    void read_up_to(PersonId who, const Post& post) { act(who, mark_read, MarkRead{post.tab, post.id}); }
    void make_interest_group() {
        run_sql(test_database,
                "UPDATE groups SET kind = 'interest' WHERE id = " + std::to_string(town.group.value));
    }
    void move(PersonId who, DepartmentId department) {
        run_sql(test_database, "UPDATE people SET department_id = " + std::to_string(department.value) +
                                   " WHERE id = " + std::to_string(who.value));
    }
};

TEST_F(Home, ShowsGeneralAndTheOwnDepartmentToWhoHasNotChosen) {
    post(town.owner, town.general, "for all");
    post(town.owner, town.announcements, "of the warehouse");
    EXPECT_THAT(unread(town.colleague), ElementsAre("of the warehouse", "for all"));
    EXPECT_THAT(unread(town.member), ElementsAre("for all"));
}

TEST_F(Home, FollowsWhoMovesToAnotherDepartment) {
    post(town.owner, town.announcements, "of the warehouse");
    move(town.member, town.warehouse);
    EXPECT_THAT(unread(town.member), ElementsAre("of the warehouse"));
    EXPECT_EQ(following(town.member, town.announcements), Following::followed);
}

TEST_F(Home, KeepsAChoiceWhoeverMoves) {
    follow(town.colleague, town.announcements, Following::unfollowed);
    move(town.colleague, town.transport);
    move(town.colleague, town.warehouse);
    EXPECT_EQ(following(town.colleague, town.announcements), Following::unfollowed);
}

TEST_F(Home, ShowsEveryTabOfAnInterestGroup) {
    post(town.owner, town.announcements, "of the warehouse");
    make_interest_group();
    EXPECT_THAT(unread(town.member), ElementsAre("of the warehouse"));
}

TEST_F(Home, ShowsAGuestWhatWasOpened) {
    post(town.owner, town.general, "among ourselves");
    post(town.owner, town.opened, "for guests too");
    EXPECT_THAT(unread(town.guest), ElementsAre("for guests too"));
}

TEST_F(Home, ShowsNothingOfATabThatIsMutedOrNotFollowed) {
    post(town.owner, town.general, "for all");
    for (const Following choice : {Following::muted, Following::unfollowed}) {
        EXPECT_EQ(follow(town.member, town.general, choice).following, choice);
        EXPECT_THAT(unread(town.member), IsEmpty());
        EXPECT_THAT(read_before(town.member), IsEmpty());
    }
    follow(town.member, town.general, Following::followed);
    EXPECT_THAT(unread(town.member), ElementsAre("for all"));
}

TEST_F(Home, AChoiceIsToldToTheOwnDevicesOnlyAndOnce) {
    const Reading muted = follow(town.member, town.general, Following::muted);
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " tab.followed"));
    EXPECT_EQ(follow(town.member, town.general, Following::muted).version, muted.version);
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(following(town.owner, town.general), Following::followed);
}

TEST_F(Home, AChoiceLeavesWhatWasReadAndReadingLeavesTheChoice) {
    const Post first = post(town.owner, town.general);
    read_up_to(town.member, first);
    EXPECT_EQ(follow(town.member, town.general, Following::muted).unread, 0);
    const Reading later =
        act(town.member, mark_read, MarkRead{town.general, post(town.owner, town.general).id});
    EXPECT_EQ(later.following, Following::muted);
}

TEST_F(Home, MayBeChosenBeforeAnythingWasRead) {
    post(town.owner, town.general);
    const Reading muted = follow(town.member, town.general, Following::muted);
    EXPECT_FALSE(muted.read_until);
    EXPECT_EQ(muted.unread, 1);
}

TEST_F(Home, NobodyChoosesForATabOutOfSight) {
    EXPECT_EQ(refused(town.colleague, set_following, SetFollowing{town.transport_tab, Following::followed}),
              ErrorCode::not_found);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Home, ShowsNothingMoreOfAGroupThatOneLeft) {
    follow(town.member, town.general, Following::followed);
    post(town.owner, town.general, "after");
    remove(town.owner, town.member);
    EXPECT_THAT(unread(town.member), IsEmpty());
}

TEST_F(Home, PartsWhatIsUnreadFromWhatWasRead) {
    const Post first = post(town.owner, town.general, "first");
    post(town.other_owner, town.general, "second");
    read_up_to(town.member, first);
    EXPECT_THAT(unread(town.member), ElementsAre("second"));
    EXPECT_THAT(read_before(town.member), ElementsAre("first"));
}

TEST_F(Home, OwnPostsAreNeverUnreadAndComeWithThoseAroundThem) {
    post(town.member, town.general, "mine");
    EXPECT_THAT(read_before(town.member), ElementsAre("mine"));
    const Post answer = post(town.owner, town.general, "an answer");
    EXPECT_THAT(unread(town.member), ElementsAre("an answer"));
    EXPECT_THAT(read_before(town.member), IsEmpty());
    read_up_to(town.member, answer);
    EXPECT_THAT(read_before(town.member), ElementsAre("an answer", "mine"));
}

TEST_F(Home, ShowsOneSideAlone) {
    post(town.owner, town.general, "from the service center");
    const Post last = post(town.moderator, town.general, "from the business");
    post(town.guest, town.opened, "from outside");
    EXPECT_THAT(unread(town.colleague, Side::ssc), ElementsAre("from the service center"));
    EXPECT_THAT(unread(town.colleague, Side::business), ElementsAre("from the business"));
    EXPECT_THAT(unread(town.colleague).size(), 3u);
    read_up_to(town.colleague, last);
    EXPECT_THAT(read_before(town.colleague, Side::ssc), ElementsAre("from the service center"));
    EXPECT_THAT(read_before(town.colleague, Side::business), ElementsAre("from the business"));
}

TEST_F(Home, APostStaysOnTheSideWhereItWasWritten) {
    post(town.member, town.general, "while with transport");
    move(town.member, town.warehouse);
    post(town.member, town.general, "now with the warehouse");
    EXPECT_THAT(unread(town.colleague, Side::ssc), ElementsAre("while with transport"));
    EXPECT_THAT(unread(town.colleague, Side::business), ElementsAre("now with the warehouse"));
}

TEST_F(Home, TakesOfEachTabTheNewestOnlyAlsoOnLaterPages) {
    for (const char* body : {"1", "2", "3"})
        post(town.owner, town.general, body);
    for (const char* body : {"a", "b", "c"})
        post(town.owner, town.opened, body);
    ListHomePosts request{.unread = true, .per_tab = 2, .limit = 3};
    const PostPage page = look(town.member, list_home_posts, request);
    EXPECT_THAT(bodies(page), ElementsAre("c", "b", "3"));
    request.before = Text<limits::cursor>{page.next.value()};
    const PostPage rest = look(town.member, list_home_posts, request);
    EXPECT_THAT(bodies(rest), ElementsAre("2"));
    EXPECT_FALSE(rest.next);
}

TEST_F(Home, TurnsItsPagesWithoutMissingOrDoublingAnything) {
    for (int i = 0; i < 7; ++i)
        post(town.owner, i % 2 ? town.general : town.opened, std::to_string(i));
    std::vector<std::string> all;
    ListHomePosts request{.unread = true, .limit = 2};
    for (;;) {
        const PostPage page = look(town.member, list_home_posts, request);
        std::ranges::copy(bodies(page), std::back_inserter(all));
        if (!page.next) break;
        request.before = Text<limits::cursor>{*page.next};
    }
    EXPECT_THAT(all, ElementsAre("6", "5", "4", "3", "2", "1", "0"));
}

TEST_F(Home, RefusesASizeThatItDoesNotGive) {
    for (const std::int32_t per_tab : {0, -1, 21})
        EXPECT_EQ(refused(town.member, list_home_posts, ListHomePosts{.unread = true, .per_tab = per_tab}),
                  ErrorCode::invalid_request);
}

TEST_F(Home, FollowsTheStreamsOfItsTabsAndTheOwn) {
    follow(town.member, town.opened, Following::muted);
    const PostPage page = look(town.member, list_home_posts, ListHomePosts{.unread = true});
    EXPECT_THAT(streams(page.cursors),
                UnorderedElementsAre(group_stream(town.group), tab_stream(town.transport_tab),
                                     user_stream(town.member)));
}

TEST_F(Home, AgreesWithTheCountsOfTheTabs) {
    for (int i = 0; i < 5; ++i)
        post(town.owner, i % 2 ? town.general : town.transport_tab);
    std::size_t counted = 0;
    for (const TabView& tab : look(town.member, get_group, GetGroup{town.group}).view.tabs)
        counted += static_cast<std::size_t>(tab.reading.unread);
    EXPECT_EQ(unread(town.member).size(), counted);
}

class Welcome : public FeatureTest {
protected:
    bool is_welcomed(PersonId who) {
        return database->read_now([&, token = token_of(who)](Snapshot& snapshot) {
            return get_me(snapshot, access::identify(snapshot, token), {"Town"}).welcomed;
        });
    }
};

TEST_F(Welcome, AwaitsWhoeverIsNewAndIsDoneOnceForAllDevices) {
    EXPECT_FALSE(is_welcomed(town.newcomer));
    act(town.newcomer, finish_welcome, FinishWelcome{});
    act(town.newcomer, finish_welcome, FinishWelcome{});
    EXPECT_THAT(news(), ElementsAre(user_stream(town.newcomer) + " welcome.done"));
    EXPECT_TRUE(is_welcomed(town.newcomer));
    EXPECT_FALSE(is_welcomed(town.member));
}

}  // namespace
}  // namespace plein::test
