#include "tests/support/feature_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

class Posts : public FeatureTest {};

TEST_F(Posts, APostStandsOnTopOfItsTabAndOnTheGroupsStream) {
    post(town.owner, town.general, "older");
    const Post made = post(town.member, town.general, "newer");
    EXPECT_EQ(made.author, town.member);
    EXPECT_EQ(made.version, 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    group_stream(town.group) + " post.created"));
    const PostPage page = look(town.colleague, list_posts, ListPosts{town.general});
    EXPECT_THAT(bodies(page), ElementsAre("newer", "older"));
    EXPECT_THAT(streams(page.cursors), ElementsAre(group_stream(town.group), user_stream(town.colleague)));
}

TEST_F(Posts, TheAnswerIsWhatOthersRead) {
    const Post made = post(town.member, town.opened, "**twelve** places \\o/");
    ASSERT_TRUE(made.side);
    const PostPage page = look(town.colleague, list_posts, ListPosts{town.opened});
    EXPECT_EQ(to_json(page.items.at(0).post), to_json(made));
}

TEST_F(Posts, NoneStandsInATabOfAnotherGroup) {
    post(town.member, town.general, "here");
    EXPECT_THROW(
        run_sql(test_database, "UPDATE posts SET group_id = " + std::to_string(town.elsewhere.value)),
        pqxx::foreign_key_violation);
}

TEST_F(Posts, PagesLeadThroughTheWholeFeedOnceEach) {
    for (int i = 1; i <= 5; ++i)
        post(town.member, i % 2 ? town.general : town.opened, std::to_string(i));
    ListGroupPosts request{.group = town.group, .limit = 2};
    std::vector<std::string> all;
    for (;;) {
        const PostPage page = look(town.member, list_group_posts, request);
        for (const auto& body : bodies(page))
            all.push_back(body);
        if (!page.next) break;
        request.before = Text<limits::cursor>{*page.next};
    }
    EXPECT_THAT(all, ElementsAre("5", "4", "3", "2", "1"));
}

TEST_F(Posts, APageOfAnInventedCursorOrSizeIsRefused) {
    const auto listed = [&](ListPosts request) { return refused(town.member, list_posts, request); };
    EXPECT_EQ(listed({.tab = town.general, .before = Text<limits::cursor>{"yesterday"}}),
              ErrorCode::invalid_request);
    EXPECT_EQ(listed({.tab = town.general, .limit = 0}), ErrorCode::invalid_request);
    EXPECT_EQ(listed({.tab = town.general, .limit = 101}), ErrorCode::invalid_request);
}

TEST_F(Posts, ARetryReturnsWhatTheFirstTryMade) {
    const auto request = posting(town.general, "once", 7);
    const Post first = act(town.member, create_post, request);
    const Post again = act(town.member, create_post, request);
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(again.published_at, first.published_at);
    EXPECT_EQ(news().size(), 1u);
}

TEST_F(Posts, ARetryReturnsTheEditedPostAndIsNoConflict) {
    const auto request = posting(town.general, "first", 7);
    const Post first = act(town.member, create_post, request);
    edit(town.member, first, "second");
    EXPECT_EQ(act(town.member, create_post, request).body, "second");
}

TEST_F(Posts, OtherContentUnderTheSameClientIdIsAConflict) {
    act(town.member, create_post, posting(town.general, "one", 7));
    EXPECT_EQ(refused(town.member, create_post, posting(town.general, "other", 7)), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, create_post, posting(town.opened, "one", 7)), ErrorCode::conflict);
    auto other_mark = posting(town.general, "one", 7);
    other_mark.mark = Mark::personal;
    EXPECT_EQ(refused(town.member, create_post, other_mark), ErrorCode::conflict);
}

TEST_F(Posts, TheSameClientIdOfSomebodyElseIsAnotherPost) {
    const Post one = act(town.member, create_post, posting(town.general, "mine", 7));
    const Post two = act(town.colleague, create_post, posting(town.general, "mine too", 7));
    EXPECT_NE(one.id, two.id);
}

TEST_F(Posts, ARetryAfterLossOfAccessFindsNothing) {
    const auto request = posting(town.general, "mine", 7);
    act(town.member, create_post, request);
    remove(town.owner, town.member);
    EXPECT_EQ(refused(town.member, create_post, request), ErrorCode::not_found);
}

TEST_F(Posts, ARetryAfterDeletionReturnsATombstoneWithoutText) {
    const auto request = posting(town.general, "gone", 7);
    const Post made = act(town.member, create_post, request);
    act(town.member, delete_post, DeletePost{made.id});
    const Post tombstone = act(town.member, create_post, request);
    EXPECT_EQ(tombstone.id, made.id);
    EXPECT_EQ(tombstone.state, PostState::deleted);
    EXPECT_EQ(tombstone.body, "");
    EXPECT_EQ(tombstone.blocks.text, "[]");
    EXPECT_EQ(refused(town.colleague, get_post, GetPost{made.id}), ErrorCode::not_found);
}

TEST_F(Posts, OneClientIdOnTwoNodesAtOnceMakesOnePost) {
    const auto other_node = open();
    for (std::uint8_t id = 1; id <= 20; ++id) {
        const auto request = posting(town.general, "from both", id);
        const auto create = [&](storage::Database& node) {
            return std::async(std::launch::async,
                              [&] { return act_on(node, town.member, create_post, request).id; });
        };
        auto here = create(*database);
        auto there = create(*other_node);
        EXPECT_EQ(here.get(), there.get());
    }
    EXPECT_EQ(news().size(), 20u);
    EXPECT_EQ(look(town.member, list_posts, ListPosts{.tab = town.general, .limit = 100}).items.size(), 20u);
}

TEST_F(Posts, PublicationTimesFollowTheOrderOfTheStream) {
    const auto other_node = open();
    token_of(town.member);
    token_of(town.colleague);
    std::vector<std::future<Post>> posts;
    for (int i = 0; i < 20; ++i) {
        auto& node = i % 2 ? *database : *other_node;
        const PersonId author = i % 3 ? town.member : town.colleague;
        const auto request = posting(town.general, std::to_string(i));
        posts.push_back(std::async(std::launch::async, [this, &node, author, request] {
            return act_on(node, author, create_post, request);
        }));
    }
    for (auto& each : posts)
        each.wait();
    const auto unordered = run_sql(test_database, R"sql(
        SELECT count(*) FROM events AS a JOIN events AS b ON a.stream = b.stream AND a.seq < b.seq
         WHERE (a.payload::json -> 'post' ->> 'published_at') > (b.payload::json -> 'post' ->> 'published_at'))sql");
    EXPECT_EQ(unordered[0][0].as<int>(), 0);
}

TEST_F(Posts, OnlyTheAuthorEditsAndDeletes) {
    const Post made = post(town.member, town.general);
    for (const PersonId other : {town.owner, town.moderator, town.colleague}) {
        EXPECT_EQ(refused(other, edit_post, EditPost{.post = made.id, .body = {"mine now"}}),
                  ErrorCode::forbidden);
        EXPECT_EQ(refused(other, delete_post, DeletePost{made.id}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.stranger, edit_post, EditPost{.post = made.id, .body = {"mine now"}}),
              ErrorCode::not_found);
    EXPECT_EQ(look(town.member, get_post, GetPost{made.id}).view.post.body, "words");
}

TEST_F(Posts, AnEditOfAnOlderVersionIsStaleAndChangesNothing) {
    const Post made = post(town.member, town.general, "first");
    edit(town.member, made, "second");
    EditPost stale{.post = made.id, .version = made.version, .body = {"third"}};
    EXPECT_EQ(refused(town.member, edit_post, stale), ErrorCode::stale_version);
    const Post now = look(town.member, get_post, GetPost{made.id}).view.post;
    EXPECT_EQ(now.body, "second");
    EXPECT_EQ(now.version, 2);
    EXPECT_TRUE(now.edited_at);
}

TEST_F(Posts, TheLogForgetsWhatAnEditOrDeletionTookOut) {
    const Post made = post(town.member, town.general, "regretted");
    edit(town.member, made, "improved");
    EXPECT_EQ(log_lines_with("regretted"), 0);
    EXPECT_EQ(log_lines_with("improved"), 1);
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_EQ(log_lines_with("improved"), 0);
    EXPECT_EQ(log_lines_with("redacted") + log_lines_with("subject"), 2);
}

TEST_F(Posts, ADeletionSaysIdsOnly) {
    const Post made = post(town.member, town.general, "secret words");
    act(town.member, delete_post, DeletePost{made.id});
    const auto last = published.events().back();
    EXPECT_EQ(last.line.find("secret"), std::string::npos);
    EXPECT_EQ(last.line.find("body"), std::string::npos);
}

TEST_F(Posts, DeletingTwiceIsNoErrorAndNoEvent) {
    const Post made = post(town.member, town.general);
    act(town.member, delete_post, DeletePost{made.id});
    news();
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Posts, ADeletionIsTakenBackWithinTheWindowWithTheWholePost) {
    const Post made = post(town.member, town.general, "back again");
    act(town.member, delete_post, DeletePost{made.id});
    const Post back = act(town.member, restore_post, RestorePost{made.id});
    EXPECT_EQ(back.body, "back again");
    EXPECT_EQ(back.version, 3);
    EXPECT_THAT(bodies(look(town.colleague, list_posts, ListPosts{town.general})), ElementsAre("back again"));
    EXPECT_NE(published.events().back().line.find("back again"), std::string::npos);
}

TEST_F(Posts, ADeletionStandsAfterTheWindowAndForOthers) {
    const Post made = post(town.member, town.general);
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_EQ(refused(town.owner, restore_post, RestorePost{made.id}), ErrorCode::not_found);
    run_sql(test_database, "UPDATE posts SET purge_after = now() - interval '1 second'");
    EXPECT_EQ(refused(town.member, restore_post, RestorePost{made.id}), ErrorCode::not_found);
}

TEST_F(Posts, APostingRuleLetsOwnersAndHeadsSpeakAndEveryoneRead) {
    for (const PersonId speaker : {town.owner, town.other_owner, town.colleague})
        post(speaker, town.announcements);
    for (const PersonId listener : {town.member, town.moderator}) {
        EXPECT_EQ(refused(listener, create_post, posting(town.announcements, "me too")),
                  ErrorCode::forbidden);
        EXPECT_EQ(look(listener, list_posts, ListPosts{town.announcements}).items.size(), 3u);
    }
}

TEST_F(Posts, HomeShowsAllOwnGroupsAndNoOther) {
    post(town.stranger, town.elsewhere_general, "elsewhere");
    post(town.member, town.general, "here");
    EXPECT_THAT(bodies(look(town.member, list_home_posts, ListHomePosts{})), ElementsAre("here"));
    EXPECT_THAT(bodies(look(town.stranger, list_home_posts, ListHomePosts{})), ElementsAre("elsewhere"));
    EXPECT_THAT(bodies(look(town.administrator, list_home_posts, ListHomePosts{})), IsEmpty());
}

TEST_F(Posts, OfBlanksAloneAreRefusedWhereverTheyAreWritten) {
    for (const TabId tab : {town.general, town.opened})
        EXPECT_EQ(refused(town.member, create_post, posting(tab, " \n\t ")), ErrorCode::invalid_request);
    const Post made = post(town.member, town.general);
    EXPECT_EQ(refused(town.member, edit_post, EditPost{.post = made.id, .body = {"  "}}),
              ErrorCode::invalid_request);
}

}  // namespace
}  // namespace plein::test
