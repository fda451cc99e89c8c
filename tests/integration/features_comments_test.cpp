#include "server/features/held.hpp"
#include "tests/support/thread_fixture.hpp"

#include <algorithm>
#include <future>

namespace plein::test {
namespace {

using namespace features;

class Comments : public ThreadTest {};

TEST_F(Comments, StandInTheOrderInWhichTheyCameAndAreToldOnThePostsStream) {
    comment(town.member, "first");
    const Comment made = comment(town.colleague, "second");
    EXPECT_EQ(made.author, town.colleague);
    EXPECT_EQ(made.tab, town.general);
    const std::string told = group_stream(town.group) + " comment.created";
    const std::string author = user_stream(town.owner) + " notifications.changed";
    EXPECT_THAT(news(), ElementsAre(told, author, told, author));
    const CommentPage page = thread(town.moderator);
    EXPECT_THAT(bodies(page.items), ElementsAre("first", "second"));
    EXPECT_EQ(page.thread.comments, 2);
    EXPECT_EQ(page.people.size(), 2u);
}

TEST_F(Comments, TheLastTwoStandBelowThePostInEveryFeed) {
    for (const char* body : {"one", "two", "three"})
        comment(town.member, body);
    const auto shown = [&](const PostView& view) {
        EXPECT_EQ(view.thread.comments, 3);
        return bodies(view.latest);
    };
    EXPECT_THAT(shown(view(town.colleague)), ElementsAre("two", "three"));
    EXPECT_THAT(shown(look(town.colleague, list_posts, ListPosts{town.general}).items.at(0)),
                ElementsAre("two", "three"));
    EXPECT_THAT(shown(look(town.colleague, list_group_posts, ListGroupPosts{town.group}).items.at(0)),
                ElementsAre("two", "three"));
    EXPECT_THAT(shown(look(town.colleague, list_home_posts, ListHomePosts{.unread = true}).items.at(0)),
                ElementsAre("two", "three"));
}

TEST_F(Comments, OfOnePostAreNotThoseOfAnother) {
    const Post other = post(town.owner, town.general, "something else");
    comment(town.member, "here");
    act(town.member, create_comment, commenting(other.id, "there"));
    EXPECT_THAT(bodies(thread(town.member).items), ElementsAre("here"));
    EXPECT_THAT(bodies(thread(town.member, {.post = other.id}).items), ElementsAre("there"));
    const PostPage page = look(town.member, list_posts, ListPosts{town.general});
    EXPECT_THAT(bodies(page.items.at(0).latest), ElementsAre("there"));
    EXPECT_THAT(bodies(page.items.at(1).latest), ElementsAre("here"));
}

TEST_F(Comments, PagesLeadBackThroughTheWholeThreadOnceEach) {
    for (int i = 1; i <= 5; ++i)
        comment(town.member, std::to_string(i));
    ListComments request{.post = subject.id, .limit = 2};
    std::vector<std::vector<std::string>> pages;
    for (;;) {
        const CommentPage page = thread(town.owner, request);
        pages.push_back(bodies(page.items));
        EXPECT_EQ(page.thread.comments, 5);
        if (!page.next) break;
        request.before = Text<limits::cursor>{*page.next};
    }
    EXPECT_THAT(pages, ElementsAre(ElementsAre("4", "5"), ElementsAre("2", "3"), ElementsAre("1")));
}

TEST_F(Comments, APageOfAnInventedCursorOrSizeIsRefused) {
    const auto listed = [&](const ListComments& request) {
        return refused(town.member, list_comments, request);
    };
    EXPECT_EQ(listed({.post = subject.id, .before = Text<limits::cursor>{"yesterday"}}),
              ErrorCode::invalid_request);
    EXPECT_EQ(listed({.post = subject.id, .limit = 0}), ErrorCode::invalid_request);
    EXPECT_EQ(listed({.post = subject.id, .limit = 101}), ErrorCode::invalid_request);
}

TEST_F(Comments, ARetryReturnsWhatTheFirstTryMade) {
    const auto request = commenting(subject.id, "once", 7);
    const Comment first = act(town.member, create_comment, request);
    EXPECT_EQ(to_json(act(town.member, create_comment, request)), to_json(first));
    EXPECT_EQ(view(town.member).thread.comments, 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " comment.created",
                                    user_stream(town.owner) + " notifications.changed"));
}

TEST_F(Comments, OtherContentUnderTheSameClientIdIsAConflict) {
    const Post other = post(town.owner, town.general, "something else");
    act(town.member, create_comment, commenting(subject.id, "one", 7));
    EXPECT_EQ(refused(town.member, create_comment, commenting(subject.id, "other", 7)), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, create_comment, commenting(other.id, "one", 7)), ErrorCode::conflict);
}

TEST_F(Comments, ARetryAfterDeletionReturnsATombstoneWithoutText) {
    const auto request = commenting(subject.id, "gone", 7);
    const Comment made = act(town.member, create_comment, request);
    erase(town.member, made);
    const Comment tombstone = act(town.member, create_comment, request);
    EXPECT_EQ(tombstone.id, made.id);
    EXPECT_EQ(tombstone.state, CommentState::deleted);
    EXPECT_EQ(tombstone.body, "");
    EXPECT_EQ(tombstone.blocks.text, "[]");
}

TEST_F(Comments, OneClientIdOnTwoNodesAtOnceMakesOneComment) {
    const auto other_node = open();
    for (std::uint8_t id = 1; id <= 20; ++id) {
        const auto request = commenting(subject.id, "from both", id);
        const auto create = [&](storage::Database& node) {
            return std::async(std::launch::async,
                              [&] { return act_on(node, town.member, create_comment, request).id; });
        };
        auto here = create(*database);
        auto there = create(*other_node);
        EXPECT_EQ(here.get(), there.get());
    }
    EXPECT_EQ(view(town.member).thread.comments, 20);
    EXPECT_EQ(std::ranges::count(news(), group_stream(town.group) + " comment.created"), 20);
}

TEST_F(Comments, AReplyNamesWhatItRepliesTo) {
    const Comment question = comment(town.member, "Who has the key?");
    const Comment answer = reply(town.colleague, question, "I have");
    ASSERT_TRUE(answer.quote);
    EXPECT_EQ(answer.quote->comment, question.id);
    EXPECT_EQ(answer.quote->author, town.member);
    comment(town.owner, "Good");
    // What is quoted stands beside the page where it is not among the comments of the page.
    const CommentPage page = thread(town.owner, {.post = subject.id, .limit = 2});
    ASSERT_EQ(page.quoted.size(), 1u);
    EXPECT_EQ(page.quoted.at(0).body, "Who has the key?");
    EXPECT_EQ(page.people.size(), 3u);
    EXPECT_TRUE(thread(town.owner).quoted.empty());
    EXPECT_EQ(look(town.owner, list_posts, ListPosts{town.general}).quoted.size(), 1u);
}

TEST_F(Comments, NobodyRepliesToWhatIsNotBelowThePost) {
    const Post other = post(town.owner, town.general, "something else");
    const Comment there = act(town.member, create_comment, commenting(other.id, "there"));
    const Comment gone = comment(town.member, "gone");
    erase(town.member, gone);
    const auto replying_to = [&](CommentId quoted) {
        CreateComment request = commenting(subject.id, "reply");
        request.quote = quoted;
        return refused(town.member, create_comment, request);
    };
    EXPECT_EQ(replying_to(there.id), ErrorCode::not_found);
    EXPECT_EQ(replying_to(gone.id), ErrorCode::not_found);
    EXPECT_EQ(replying_to({999'999}), ErrorCode::not_found);
}

TEST_F(Comments, WhatWasQuotedGoesWithItsText) {
    const Comment quoted = comment(town.member, "a secret");
    reply(town.colleague, quoted, "which one?");
    erase(town.member, quoted);
    const CommentPage page = thread(town.owner);
    EXPECT_EQ(page.items.at(0).comment.quote->author, town.member);
    EXPECT_TRUE(page.quoted.empty());
    EXPECT_EQ(log_lines_with("a secret"), 0);
}

TEST_F(Comments, AnEditReplacesTheTextAndLeavesNoneOfItInTheLog) {
    const Comment before = comment(town.member, "the PIN is 1234");
    news();
    const Comment after = edit(town.member, before, "the PIN is in the safe");
    EXPECT_EQ(after.version, 2);
    EXPECT_TRUE(after.edited_at);
    EXPECT_EQ(after.published_at, before.published_at);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " comment.edited"));
    EXPECT_EQ(log_lines_with("1234"), 0);
    EXPECT_EQ(refused(town.member, edit_comment, EditComment{before.id, 1, {"late"}}),
              ErrorCode::stale_version);
}

TEST_F(Comments, OnlyTheirAuthorChangesThem) {
    const Comment made = comment(town.member);
    for (const PersonId person : {town.colleague, town.moderator, town.owner}) {
        EXPECT_EQ(refused(person, edit_comment, EditComment{made.id, 1, {"mine"}}), ErrorCode::forbidden);
        EXPECT_EQ(refused(person, delete_comment, DeleteComment{made.id}), ErrorCode::forbidden);
        EXPECT_EQ(refused(person, restore_comment, RestoreComment{made.id}), ErrorCode::not_found);
    }
    EXPECT_EQ(refused(town.stranger, edit_comment, EditComment{made.id, 1, {"mine"}}), ErrorCode::not_found);
}

TEST_F(Comments, ADeletedOneIsGoneAndComesBackWithinTheWindow) {
    const Comment made = comment(town.member, "in haste");
    news();
    erase(town.member, made);
    erase(town.member, made);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " comment.deleted"));
    EXPECT_TRUE(thread(town.member).items.empty());
    EXPECT_EQ(view(town.member).thread.comments, 0);
    EXPECT_EQ(log_lines_with("in haste"), 0);

    const Comment back = act(town.member, restore_comment, RestoreComment{made.id});
    EXPECT_EQ(back.body, "in haste");
    EXPECT_GT(back.version, made.version);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " comment.created"));
    EXPECT_EQ(view(town.member).thread.comments, 1);

    erase(town.member, made);
    run_sql(test_database, "UPDATE comments SET purge_after = now() - interval '1 second'");
    EXPECT_EQ(refused(town.member, restore_comment, RestoreComment{made.id}), ErrorCode::not_found);
}

TEST_F(Comments, ThePostTakesThemAlongAndBringsThemBack) {
    for (const char* body : {"one", "two", "three"})
        comment(town.member, body);
    act(town.owner, delete_post, DeletePost{subject.id});
    EXPECT_EQ(log_lines_with("three"), 0);
    EXPECT_EQ(refused(town.member, list_comments, ListComments{.post = subject.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, create_comment, commenting(subject.id, "late")), ErrorCode::not_found);
    news();
    act(town.owner, restore_post, RestorePost{subject.id});
    const std::string stream = group_stream(town.group);
    EXPECT_THAT(news(), ElementsAre(stream + " post.created", stream + " comment.created",
                                    stream + " comment.created"));
    EXPECT_EQ(view(town.member).thread.comments, 3);
}

TEST_F(Comments, AreAsClosedAsTheTabOfTheirPost) {
    const Post limited = post(town.owner, town.transport_tab, "for drivers");
    EXPECT_EQ(refused(town.colleague, create_comment, commenting(limited.id, "hello")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_comments, ListComments{.post = subject.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.guest, create_comment, commenting(subject.id, "hello")), ErrorCode::not_found);
    const Post opened = post(town.owner, town.opened, "for guests too");
    const Comment made = act(town.guest, create_comment, commenting(opened.id, "thank you"));
    EXPECT_EQ(made.author, town.guest);
    EXPECT_EQ(thread(town.guest, {.post = opened.id}).people.size(), 1u);
}

TEST_F(Comments, AGuestHasMetWhoeverCommentsInTheirTabs) {
    const Post opened = post(town.owner, town.opened, "for guests too");
    const ListPeople asked{{{town.colleague}}};
    EXPECT_TRUE(look(town.guest, list_people, asked).items.empty());
    act(town.colleague, create_comment, commenting(opened.id, "hello"));
    EXPECT_EQ(look(town.guest, list_people, asked).items.size(), 1u);
}

TEST_F(Comments, AreGoneWithTheRightToReadThePost) {
    const auto request = commenting(subject.id, "mine", 7);
    const Comment made = act(town.member, create_comment, request);
    remove(town.owner, town.member);
    EXPECT_EQ(refused(town.member, create_comment, request), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, edit_comment, EditComment{made.id, 1, {"x"}}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, delete_comment, DeleteComment{made.id}), ErrorCode::not_found);
}

TEST_F(Comments, BelowAHeldPostThereAreNone) {
    const auto made = act(town.owner, create_tab, [&] {
        CreateTab request{.group = town.group, .client_id = {{77}}, .name = {"Proposals"}};
        request.posting = PostingRule::approval;
        return request;
    }());
    const Post held = post(town.member, made.id, "may I?");
    ASSERT_EQ(held.state, PostState::held);
    EXPECT_EQ(refused(town.member, create_comment, commenting(held.id, "please")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, list_comments, ListComments{.post = held.id}), ErrorCode::not_found);
}

// Whoever edits or deletes goes on to lock what a reply holds already: if the reply waited, both would.
TEST_F(Comments, AReplyDoesNotWaitForWhoChangesWhatItQuotes) {
    const Comment quoted = comment(town.member, "Who has the key?");
    const auto other_node = open();
    CreateComment request = commenting(subject.id, "I have");
    request.quote = quoted.id;
    token_of(town.colleague);
    const auto made = database->commit_now([&, token = token_of(town.member)](Transaction& tx) {
        const auto post = access::to_post(tx, access::identify(tx, token), subject.id);
        EXPECT_TRUE(storage::select_comment(tx, post, quoted.id));  // locks it
        return act_on(*other_node, town.colleague, create_comment, request);
    });
    EXPECT_EQ(made.quote->comment, quoted.id);
}

TEST_F(Comments, WritersOnTwoNodesDoNotStandInEachOthersWay) {
    const auto other_node = open();
    token_of(town.member);
    token_of(town.colleague);
    std::vector<std::future<Comment>> made;
    for (int i = 0; i < 24; ++i) {
        auto& node = i % 2 ? *database : *other_node;
        const PersonId author = i % 3 ? town.member : town.colleague;
        made.push_back(std::async(std::launch::async,
                                  [this, &node, author, request = commenting(subject.id, std::to_string(i))] {
                                      return act_on(node, author, create_comment, request);
                                  }));
    }
    for (auto& each : made) {
        const Comment comment = each.get();
        if (comment.id.value % 3 == 0) erase(comment.author, comment);
    }
    const CommentPage page = thread(town.owner, {.post = subject.id, .limit = 100});
    EXPECT_EQ(page.thread.comments, static_cast<std::int32_t>(page.items.size()));
    EXPECT_TRUE(std::ranges::is_sorted(page.items, {}, [](const CommentView& each) {
        return std::pair{each.comment.published_at, each.comment.id};
    }));
}

TEST_F(Comments, OfBlanksAloneAreRefused) {
    EXPECT_EQ(refused(town.member, create_comment, commenting(subject.id, " \n ")),
              ErrorCode::invalid_request);
    const Comment made = comment(town.member, "words");
    EXPECT_EQ(refused(town.member, edit_comment, EditComment{made.id, made.version, {"  "}}),
              ErrorCode::invalid_request);
}

}  // namespace
}  // namespace plein::test
