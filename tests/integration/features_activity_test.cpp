// Feeds in the order of activity, and those of one mark.
#include "server/features/moving.hpp"
#include "tests/support/held_lock.hpp"
#include "tests/support/thread_fixture.hpp"

#include <algorithm>
#include <future>

namespace plein::test {
namespace {

using namespace features;

class Activity : public ThreadTest {
protected:
    PostPage page(PersonId who, TabId tab) {
        return look(who, list_posts, ListPosts{.tab = tab, .order = FeedOrder::activity});
    }
    std::vector<std::string> active(PersonId who, TabId tab) { return FeatureTest::bodies(page(who, tab)); }
    Comment say(PersonId who, const Post& below, const std::string& body = "words") {
        return act(who, create_comment, commenting(below.id, body));
    }
    Post of_mark(Mark mark, TabId tab, const std::string& body = "words") {
        CreatePost request = posting(tab, body);
        request.mark = mark;
        return act(town.owner, create_post, request);
    }

    /// All pages of so many, one after the other.
    template <class R, class List>
    std::vector<PostId> walk(PersonId who, List list, R request, std::int32_t limit) {
        std::vector<PostId> seen;
        request.limit = limit;
        for (;;) {
            const PostPage page = look<R>(who, list, request);
            for (const PostView& each : page.items)
                seen.push_back(each.post.id);
            if (!page.next) return seen;
            request.before = Text<limits::cursor>{*page.next};
        }
    }
    /// As the answers to the default order say that it should be.
    std::vector<PostId> expected(PersonId who, std::optional<Mark> mark = {}) {
        std::vector<std::pair<Timestamp, PostId>> all;
        ListGroupPosts request{.group = town.group, .limit = 100};
        for (const PostView& each : look(who, list_group_posts, request).items) {
            if (!mark || each.post.mark == *mark)
                all.emplace_back(each.thread.active_at.value_or(each.post.published_at), each.post.id);
        }
        std::ranges::sort(all, std::greater{});
        std::vector<PostId> posts;
        for (const auto& [at, post] : all)
            posts.push_back(post);
        return posts;
    }
};

TEST_F(Activity, WhatWasSaidLastComesFirst) {
    post(town.owner, town.general, "later");
    EXPECT_THAT(active(town.member, town.general), ElementsAre("later", "what it is about"));
    const Comment said = comment(town.member);
    EXPECT_THAT(active(town.member, town.general), ElementsAre("what it is about", "later"));
    EXPECT_EQ(view(town.member).thread.active_at, said.published_at);
    EXPECT_THAT(FeatureTest::bodies(look(town.member, list_posts, ListPosts{.tab = town.general})),
                ElementsAre("later", "what it is about"));
}

TEST_F(Activity, IsThatOfTheLastCommentThatIsThere) {
    post(town.owner, town.general, "later");
    const Comment first = comment(town.member, "first");
    post(town.owner, town.general, "last");
    const Comment second = comment(town.colleague, "second");
    erase(town.member, first);
    EXPECT_EQ(view(town.member).thread.active_at, second.published_at) << "another one than the last went";
    act(town.member, restore_comment, RestoreComment{first.id});
    EXPECT_EQ(view(town.member).thread.active_at, second.published_at);
    erase(town.colleague, second);
    EXPECT_EQ(view(town.member).thread.active_at, first.published_at);
    EXPECT_THAT(active(town.member, town.general), ElementsAre("last", "what it is about", "later"));
    erase(town.member, first);
    EXPECT_EQ(view(town.member).thread.active_at, std::nullopt);
    EXPECT_THAT(active(town.member, town.general), ElementsAre("last", "later", "what it is about"));
    act(town.colleague, restore_comment, RestoreComment{second.id});
    EXPECT_THAT(active(town.member, town.general), ElementsAre("what it is about", "last", "later"));
}

TEST_F(Activity, IsToldWithTheComment) {
    const Comment said = comment(town.member);
    const auto told = [&](const char* type) {
        return std::string{run_sql(test_database, "SELECT payload FROM events WHERE type = '" +
                                                      std::string{type} + "'")[0][0]
                               .c_str()};
    };
    EXPECT_THAT(told("comment.created"),
                testing::HasSubstr("\"active_at\":\"" + to_string(said.published_at) + "\""));
    erase(town.member, said);
    EXPECT_THAT(told("comment.deleted"), testing::Not(testing::HasSubstr("active_at")));
}

TEST_F(Activity, PagesLeadThroughAllOfItOnce) {
    std::vector<Post> posts{subject};
    for (int i = 0; i < 30; ++i)
        posts.push_back(of_mark(i % 3 == 0 ? Mark::personal : Mark::work,
                                i % 4 == 0 ? town.announcements : town.general));
    for (const int i : {3, 17, 8, 3, 25, 11, 29, 1, 8, 12, 4})
        say(town.member, posts[static_cast<std::size_t>(i)]);
    act(town.owner, delete_post, DeletePost{posts[11].id});
    const ListGroupPosts all{.group = town.group, .order = FeedOrder::activity};
    for (const int limit : {1, 2, 3, 7, 100})
        EXPECT_EQ(walk(town.member, list_group_posts, all, limit), expected(town.member)) << limit;
    ListGroupPosts personal = all;
    personal.mark = Mark::personal;
    for (const int limit : {1, 4})
        EXPECT_EQ(walk(town.member, list_group_posts, personal, limit),
                  expected(town.member, Mark::personal));
    auto in_general = expected(town.member);
    std::erase_if(in_general, [&](PostId id) {
        return look(town.member, get_post, GetPost{id}).view.post.tab != town.general;
    });
    EXPECT_EQ(walk(town.member, list_posts, ListPosts{.tab = town.general, .order = FeedOrder::activity}, 2),
              in_general);
}

TEST_F(Activity, ACursorLeadsOnInItsOwnOrderOnly) {
    post(town.owner, town.general);
    const auto next = [&](std::optional<FeedOrder> order) {
        return look(town.member, list_posts, ListPosts{.tab = town.general, .order = order, .limit = 1})
            .next.value();
    };
    const auto refusal = [&](std::optional<FeedOrder> order, const std::string& cursor) {
        return refused(
            town.member, list_posts,
            ListPosts{.tab = town.general, .order = order, .before = Text<limits::cursor>{cursor}});
    };
    const std::string newest = next(std::nullopt);
    const std::string activity = next(FeedOrder::activity);
    EXPECT_EQ(refusal(FeedOrder::newest, newest), std::nullopt);
    EXPECT_EQ(refusal(FeedOrder::activity, activity), std::nullopt);
    EXPECT_EQ(refusal(std::nullopt, activity), ErrorCode::invalid_request);
    EXPECT_EQ(refusal(FeedOrder::activity, newest), ErrorCode::invalid_request);
    for (const std::string wrong : {"a", "a.", "a-1.1", "aa1.1", "a1.", "a253402300800000.1"})
        EXPECT_EQ(refusal(FeedOrder::activity, wrong), ErrorCode::invalid_request) << wrong;
}

TEST_F(Activity, GoesWithThePostToAnotherTab) {
    comment(town.member);
    post(town.owner, town.announcements, "there already");
    comment(town.member);
    act(town.owner, move_post, MovePost{subject.id, town.announcements, false});
    EXPECT_THAT(active(town.member, town.announcements), ElementsAre("what it is about", "there already"));
    EXPECT_THAT(active(town.member, town.general), IsEmpty());
    post(town.owner, town.announcements, "newer");
    comment(town.member);
    EXPECT_THAT(active(town.member, town.announcements),
                ElementsAre("what it is about", "newer", "there already"));
}

TEST_F(Activity, LosesNothingThatANodeOfBeforeWrote) {
    comment(town.member);
    post(town.owner, town.general, "later");
    run_sql(test_database, "UPDATE threads SET tab_id = NULL, active_at = NULL, comments = comments + 1");
    EXPECT_THAT(active(town.member, town.general), ElementsAre("later", "what it is about"));
    comment(town.member);
    EXPECT_THAT(active(town.member, town.general), ElementsAre("what it is about", "later"));
}

TEST_F(Activity, OfADeletionSeesWhatWasSaidMeanwhile) {
    const Comment first = comment(town.member, "first");
    token_of(town.colleague);
    std::future<void> gone;
    std::future<Comment> said;
    {
        HeldLock held{test_database, "SELECT FROM threads FOR UPDATE"};
        const auto request = commenting(subject.id, "meanwhile");
        said = std::async(std::launch::async,
                          [&, request] { return act(town.colleague, create_comment, request); });
        held.await_waiters(1);
        gone = std::async(std::launch::async, [&] { erase(town.member, first); });
        held.await_waiters(2);
        held.release();
    }
    gone.get();
    EXPECT_EQ(view(town.member).thread.active_at, said.get().published_at);
}

using Marks = Activity;

TEST_F(Marks, NarrowEveryList) {
    of_mark(Mark::personal, town.general, "cake");
    of_mark(Mark::work, town.general, "a rule");
    const auto in_tab = [&](Mark mark) {
        return FeatureTest::bodies(
            look(town.member, list_posts, ListPosts{.tab = town.general, .mark = mark}));
    };
    const auto in_group = [&](Mark mark) {
        return FeatureTest::bodies(
            look(town.member, list_group_posts, ListGroupPosts{.group = town.group, .mark = mark}));
    };
    const auto at_home = [&](Mark mark, std::optional<Side> side = {}) {
        return FeatureTest::bodies(
            look(town.member, list_home_posts, ListHomePosts{.unread = true, .side = side, .mark = mark}));
    };
    for (const auto& list : {in_tab(Mark::personal), in_group(Mark::personal), at_home(Mark::personal),
                             at_home(Mark::personal, Side::ssc)})
        EXPECT_THAT(list, ElementsAre("cake"));
    for (const auto& list : {in_tab(Mark::work), in_group(Mark::work), at_home(Mark::work)})
        EXPECT_THAT(list, ElementsAre("a rule", "what it is about"));
    EXPECT_THAT(at_home(Mark::personal, Side::business), IsEmpty());
    act(town.member, mark_read, MarkRead{town.general, of_mark(Mark::work, town.general).id});
    EXPECT_THAT(at_home(Mark::personal), IsEmpty());
    EXPECT_THAT(
        FeatureTest::bodies(look(town.member, list_home_posts, ListHomePosts{.mark = Mark::personal})),
        ElementsAre("cake"));
}

TEST_F(Marks, LeadThroughPagesOfTheirOwn) {
    for (int i = 0; i < 7; ++i)
        of_mark(i % 2 == 0 ? Mark::personal : Mark::work, town.general);
    const ListPosts personal{.tab = town.general, .mark = Mark::personal};
    EXPECT_EQ(walk(town.member, list_posts, personal, 1).size(), 4u);
    EXPECT_EQ(walk(town.member, list_posts, personal, 1), walk(town.member, list_posts, personal, 100));
}

}  // namespace
}  // namespace plein::test
