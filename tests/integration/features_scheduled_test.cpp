// Posts that wait for their time: who knows of them meanwhile, and what their author does with them.
#include "server/features/bookmarks.hpp"
#include "server/features/ideas.hpp"
#include "server/features/mentions.hpp"
#include "server/features/news.hpp"
#include "server/features/polls.hpp"
#include "tests/support/scheduled_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using namespace std::chrono_literals;
using testing::Contains;
using testing::Not;

using ScheduledPosts = ScheduledTest;

TEST_F(ScheduledPosts, AreKnownToTheirAuthorAlone) {
    const TabId tab = empty_tab();
    news();
    const Post post = schedule(town.member, tab, "kumquat " + at(town.colleague));
    EXPECT_EQ(post.state, PostState::scheduled);
    EXPECT_THAT(news(), ElementsAre(scheduled_changed(town.member)));
    EXPECT_EQ(own(town.member).size(), 1u);
    for (const PersonId who :
         {town.member, town.colleague, town.moderator, town.owner, town.stranger, town.administrator}) {
        EXPECT_EQ(refused(who, get_post, GetPost{post.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, mark_read, MarkRead{tab, post.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, keep_post, KeepPost{post.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, create_comment, commenting(post.id, "x")), ErrorCode::not_found);
        EXPECT_EQ(refused(who, edit_post, EditPost{.post = post.id, .body = {"x"}}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, delete_post, DeletePost{post.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, restore_post, RestorePost{post.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, approve_held_post, ApproveHeldPost{post.id, 1}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, withdraw_held_post, WithdrawHeldPost{post.id}), ErrorCode::not_found);
        if (who != town.member) EXPECT_THAT(own(who), IsEmpty());
    }
    for (const PersonId who : {town.member, town.colleague, town.moderator, town.owner}) {
        EXPECT_THAT(feed(who, tab), IsEmpty());
        for (const bool unread : {true, false})
            EXPECT_THAT(FeatureTest::bodies(look(who, list_home_posts, ListHomePosts{.unread = unread})),
                        Not(Contains(post.body)));
        EXPECT_THAT(FeatureTest::bodies(look(who, list_group_posts, ListGroupPosts{town.group})),
                    Not(Contains(post.body)));
        EXPECT_THAT(told(who), IsEmpty());
    }
    EXPECT_EQ(log_lines_with("kumquat"), 0);
}

TEST_F(ScheduledPosts, OfEachKindAskNothingOfAnybodyBeforeTheirTime) {
    const Service rides = service("Rides", town.warehouse);
    CreatePost request = scheduling(town.general, "Where is it?");
    request.question = to_warehouse;
    const Post question = schedule(town.member, request);
    request = scheduling(town.general, "Which?");
    request.poll = poll_of({"A", "B"});
    request.poll->closes_at = *request.publish_at + 1h;
    const Post poll = schedule(town.member, request);
    request = scheduling(town.general, "# It is so");
    request.news = NewNews{.must_read = true, .affects = {{town.warehouse}}};
    const Post announced = schedule(town.moderator, request);
    request = scheduling(town.general, "Why not?");
    request.idea = Addressee{.service = rides.id};
    const Post idea = schedule(town.owner, request);
    request = scheduling(town.general, "# Open day");
    request.event = EventPlan{*request.publish_at + 1h, *request.publish_at + 3h, {"Hall 2"}, {}};
    const Post event = schedule(town.member, request);
    request = scheduling(town.general, "Thanks");
    request.praise = NewPraise{{{town.colleague}}};
    schedule(town.member, request);
    run_sql(test_database,
            "UPDATE polls SET closes_at = now() - interval '1 minute'; "
            "UPDATE questions SET answer_before = now() - interval '1 minute'");
    news();

    EXPECT_THAT(open_questions(town.colleague), IsEmpty());
    EXPECT_THAT(look(town.colleague, list_ideas, ListIdeas{town.warehouse}).items, IsEmpty());
    EXPECT_THAT(look(town.colleague, list_events, ListEvents{}).items, IsEmpty());
    EXPECT_THAT(look(town.colleague, list_waiting_news, ListWaitingNews{}).items, IsEmpty());
    for (const PersonId who : {town.member, town.colleague, town.owner}) {
        EXPECT_EQ(refused(who, cast_vote, CastVote{poll.id, {{0}}}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_votes, ListVotes{poll.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, pick_up_question, PickUpQuestion{question.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, confirm_news, ConfirmNews{announced.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_confirmations, ListConfirmations{announced.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, vote_for_idea, VoteForIdea{idea.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, set_attendance, SetAttendance{event.id, Attendance::yes}),
                  ErrorCode::not_found);
        EXPECT_EQ(refused(who, cancel_event, CancelEvent{event.id, {"x"}}), ErrorCode::not_found);
    }
    EXPECT_EQ(jobs::close_due_polls(*database), 0);
    EXPECT_EQ(jobs::tell_overdue_questions(*database), 0);
    EXPECT_EQ(jobs::tell_news_to_confirm(*database), 0);
    EXPECT_EQ(publish_due(), 0);
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_THAT(lines(town.colleague), IsEmpty());
    const auto mine = own(town.member);
    ASSERT_EQ(mine.size(), 4u);
    EXPECT_TRUE(mine[0].question && mine[1].poll && mine[2].event && mine[3].post.praised);
}

TEST_F(ScheduledPosts, MakeNobodyMoreLikelyToBeNamedOrMet) {
    schedule(town.member, town.opened);
    for (const Person& each : look(town.guest, list_people, ListPeople{{{town.member}}}).items)
        EXPECT_NE(each.id, town.member) << "a guest has not met who has only scheduled something";
}

TEST_F(ScheduledPosts, AreListedTheNextOneFirstWhereTheirAuthorReads) {
    CreatePost later = scheduling(town.general, "later");
    *later.publish_at += 24h;
    schedule(town.member, later);
    schedule(town.member, town.transport_tab, "next");
    EXPECT_THAT(waiting(town.member), ElementsAre("next", "later"));
    EXPECT_EQ(own(town.member)[1].publish_at, *later.publish_at);
    remove(town.owner, town.member);
    EXPECT_THAT(waiting(town.member), IsEmpty());
}

TEST_F(ScheduledPosts, AreAnsweredAsTheyStandWhenTheirCreateIsRepeated) {
    const CreatePost request = scheduling(town.general, "once", 77);
    const Post post = schedule(town.member, request);
    EXPECT_EQ(to_json(schedule(town.member, request)), to_json(post));
    EXPECT_EQ(own(town.member).size(), 1u);
    CreatePost other = request;
    *other.publish_at += 1h;
    EXPECT_EQ(refused(town.member, create_post, other), ErrorCode::conflict) << "at another time";
    other.publish_at.reset();
    EXPECT_EQ(refused(town.member, create_post, other), ErrorCode::conflict) << "at once";
    publish_at_its_time(post);
    EXPECT_EQ(schedule(town.member, request).state, PostState::visible);
}

TEST_F(ScheduledPosts, WaitForAMomentToComeWithinAYear) {
    const auto at = [&](Timestamp moment) {
        CreatePost request = posting(town.general, "words");
        request.publish_at = moment;
        return refused(town.member, create_post, request);
    };
    EXPECT_EQ(at(from_now(-2min)), ErrorCode::invalid_request);
    EXPECT_EQ(at(from_now(-30s)), std::nullopt) << "a clock may be late";
    EXPECT_EQ(at(from_now(24h * 366 - 1min)), std::nullopt);
    EXPECT_EQ(at(from_now(24h * 366 + 1min)), ErrorCode::invalid_request);
}

TEST_F(ScheduledPosts, AreNoConfidentialQuestions) {
    CreatePost request = scheduling(town.general, "Where is it?");
    request.question = to_warehouse;
    request.confidential = true;
    EXPECT_EQ(refused(town.member, create_post, request), ErrorCode::invalid_request);
}

TEST_F(ScheduledPosts, AskForWhatCanBeAtTheirTime) {
    CreatePost poll = scheduling(town.general, "Which?");
    poll.poll = poll_of({"A", "B"});
    poll.poll->closes_at = *poll.publish_at - 1min;
    EXPECT_EQ(refused(town.member, create_post, poll), ErrorCode::invalid_request);
    poll.poll->closes_at = *poll.publish_at + 24h * 366;
    EXPECT_EQ(refused(town.member, create_post, poll), std::nullopt) << "open for a year from then";
    CreatePost event = scheduling(town.general, "# Open day");
    event.event = EventPlan{*event.publish_at - 2h, *event.publish_at - 1min, {""}, {}};
    EXPECT_EQ(refused(town.member, create_post, event), ErrorCode::invalid_request);
    event.event = EventPlan{*event.publish_at + 1h, *event.publish_at + 2h, {""}, {}};
    EXPECT_EQ(refused(town.member, create_post, event), std::nullopt);
}

TEST_F(ScheduledPosts, AreWrittenByWhoMayPost) {
    EXPECT_EQ(refused(town.stranger, create_post, scheduling(town.general, "x")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, create_post, scheduling(town.announcements, "x")), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.member, create_post, scheduling(town.general, " ")), ErrorCode::invalid_request);
}

TEST_F(ScheduledPosts, OfOnePersonAreBounded) {
    const TabId tab = empty_tab();
    for (std::size_t i = 0; i < limits::scheduled_posts; ++i)
        schedule(town.member, i % 2 ? tab : town.general);
    EXPECT_EQ(refused(town.member, create_post, scheduling(town.general, "one more")), ErrorCode::full);
    EXPECT_EQ(schedule(town.colleague, town.general).state, PostState::scheduled);
    EXPECT_EQ(post(town.member, town.general).state, PostState::visible);
    act(town.owner, archive_tab, ArchiveTab{tab});
    EXPECT_EQ(schedule(town.member, town.general).state, PostState::scheduled)
        << "what is out of reach takes no room";
}

TEST_F(ScheduledPosts, AreEditedByTheirAuthor) {
    const Post post = schedule(town.member, town.general, "kumquat");
    news();
    EditScheduledPost edit = edit_of(post, "better");
    edit.mark = Mark::personal;
    const Post edited = act(town.member, edit_scheduled_post, edit);
    EXPECT_THAT(news(), ElementsAre(scheduled_changed(town.member)));
    EXPECT_EQ(edited.version, 2);
    EXPECT_EQ(edited.mark, Mark::personal);
    EXPECT_EQ(own(town.member)[0].publish_at, edit.publish_at);
    EXPECT_THAT(waiting(town.member), ElementsAre("better"));
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), ErrorCode::stale_version);
    for (const PersonId who :
         {town.owner, town.moderator, town.colleague, town.stranger, town.administrator}) {
        EXPECT_EQ(refused(who, edit_scheduled_post, edit_of(edited)), ErrorCode::not_found);
        EXPECT_EQ(refused_publication(who, post), ErrorCode::not_found);
        EXPECT_EQ(refused(who, cancel_scheduled_post, CancelScheduledPost{post.id}), ErrorCode::not_found);
    }
    publish_at_its_time(post);
    EXPECT_EQ(refused(town.member, edit_post, EditPost{.post = post.id, .version = 1, .body = {"x"}}),
              ErrorCode::stale_version)
        << "an edit of what was scheduled at first";
}

TEST_F(ScheduledPosts, AreEditedToWhatCanBe) {
    CreatePost request = scheduling(town.general, "Which?");
    request.poll = poll_of({"A", "B"});
    request.poll->closes_at = *request.publish_at + 1h;
    const Post poll = schedule(town.member, request);
    EditScheduledPost edit = edit_of(poll);
    edit.publish_at = request.poll->closes_at;
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), ErrorCode::invalid_request);
    edit.publish_at -= 1min;
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), std::nullopt);
    request = scheduling(town.general, "# Open day");
    request.event = EventPlan{*request.publish_at + 1h, *request.publish_at + 2h, {""}, {}};
    const Post event = schedule(town.member, request);
    edit = edit_of(event, "# Open day");
    edit.publish_at = request.event->ends;
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), ErrorCode::invalid_request);
    edit.publish_at -= 1min;
    edit.body.value = "without a title";
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), ErrorCode::invalid_request);
    edit.body.value = "# Another day";
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), std::nullopt);
    edit = edit_of(schedule(town.member, town.general));
    edit.publish_at = from_now(-2min);
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), ErrorCode::invalid_request);
    edit.publish_at = from_now(24h * 367);
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit), ErrorCode::invalid_request);
}

TEST_F(ScheduledPosts, ArePublishedWhenTheirAuthorSaysSo) {
    const TabId tab = empty_tab();
    const Post post = schedule(town.member, tab, "kumquat");
    news();
    const Post published = publish_now(town.member, post);
    EXPECT_EQ(published.state, PostState::visible);
    EXPECT_THAT(news(),
                ElementsAre(group_stream(town.group) + " post.created", scheduled_changed(town.member)))
        << "nobody has to be told what they did themselves";
    EXPECT_THAT(feed(town.colleague, tab), ElementsAre("kumquat"));
    EXPECT_THAT(waiting(town.member), IsEmpty());
    EXPECT_EQ(to_json(publish_now(town.member, post)), to_json(published)) << "twice is no error";
    EXPECT_EQ(publish_at_its_time(post), 0);
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit_of(published)), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, cancel_scheduled_post, CancelScheduledPost{post.id}), ErrorCode::conflict);
    act(town.member, delete_post, DeletePost{post.id});
    EXPECT_EQ(refused_publication(town.member, post), ErrorCode::conflict) << "its text is not told again";
}

TEST_F(ScheduledPosts, AreNoPostsThatNeverWere) {
    const Post ordinary = post(town.member, town.general);
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit_of(ordinary)), ErrorCode::not_found);
    EXPECT_EQ(refused_publication(town.member, ordinary), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, cancel_scheduled_post, CancelScheduledPost{ordinary.id}),
              ErrorCode::not_found);
}

TEST_F(ScheduledPosts, AreCancelledWithAllTheirWords) {
    CreatePost request = scheduling(town.general, "# Kumquat");
    request.event = EventPlan{*request.publish_at + 1h, *request.publish_at + 2h, {"kumquat hall"}, {}};
    const Post event = schedule(town.member, request);
    request = scheduling(town.general, "kumquat?", 78);
    request.poll = poll_of({"kumquat", "B"});
    request.poll->closes_at = *request.publish_at + 1h;
    const Post poll = schedule(town.member, request);
    news();
    cancel(town.member, event);
    EXPECT_THAT(news(), ElementsAre(scheduled_changed(town.member)));
    cancel(town.member, event);
    EXPECT_THAT(news(), IsEmpty()) << "twice is no error";
    cancel(town.member, poll);
    EXPECT_THAT(waiting(town.member), IsEmpty());
    EXPECT_EQ(run_sql(test_database,
                      "SELECT count(*) FROM posts "
                      "  LEFT JOIN polls ON polls.post_id = posts.id "
                      "  LEFT JOIN calendar_events ON calendar_events.post_id = posts.id "
                      " WHERE concat(body, blocks, options, place) ILIKE '%kumquat%'")[0][0]
                  .as<int>(),
              0);
    EXPECT_EQ(refused_publication(town.member, event), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit_of(poll)), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, restore_post, RestorePost{poll.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.colleague, mark_read, MarkRead{town.general, poll.id}), ErrorCode::not_found)
        << "nobody learns that it was there";
    EXPECT_EQ(publish_at_its_time(poll), 0);
    EXPECT_EQ(schedule(town.member, request).state, PostState::deleted) << "repeated, it stays cancelled";
}

}  // namespace
}  // namespace plein::test
