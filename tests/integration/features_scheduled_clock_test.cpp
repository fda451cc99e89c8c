// The time of a scheduled post has come: it is published once, or its author hears that it was not.
#include "server/features/group_changes.hpp"
#include "server/features/polls.hpp"
#include "tests/support/held_lock.hpp"
#include "tests/support/scheduled_fixture.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;
using namespace std::chrono_literals;
using testing::Contains;
using testing::Not;

class ScheduleClock : public ScheduledTest {
protected:
    /// Its time comes, and it stays unpublished.
    void expect_failure(const Post& post) {
        EXPECT_EQ(publish_at_its_time(post), 1);
        EXPECT_EQ(state_of(post), PostState::scheduled);
        EXPECT_EQ(publish_due(), 0) << "it is tried once";
    }
    std::vector<HeldPost> queue(PersonId who) {
        return look(who, list_held_posts, ListHeldPosts{town.group}).items;
    }
    std::string moderators_stream = moderators_stream_of(town.group);
};

TEST_F(ScheduleClock, PublishesWhatIsDueAndTellsItsAuthor) {
    const TabId tab = empty_tab();
    const Post due = schedule(town.member, tab, "now");
    const Post later = schedule(town.member, tab, "later");
    run_sql(test_database,
            "UPDATE posts SET published_at = published_at - interval '1 day' WHERE state = 'scheduled'");
    news();
    EXPECT_EQ(publish_at_its_time(due), 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    scheduled_changed(town.member), changed(town.member)));
    EXPECT_THAT(feed(town.colleague, tab), ElementsAre("now"));
    EXPECT_THAT(waiting(town.member), ElementsAre("later"));
    EXPECT_THAT(told(town.member), ElementsAre("published: now"));
    const Post seen = view_of(town.colleague, due).post;
    EXPECT_GT(seen.published_at, from_now(-1min)) << "the moment is that on the stream";
    EXPECT_EQ(refused(town.colleague, mark_read, MarkRead{tab, due.id}), std::nullopt);
    EXPECT_EQ(publish_due(), 0);
    EXPECT_EQ(state_of(later), PostState::scheduled);
}

TEST_F(ScheduleClock, PublishesOnceWhateverNodesThereAre) {
    std::vector<Post> due;
    for (int i = 0; i < 12; ++i) {
        due.push_back(schedule(town.member, town.general, "number " + std::to_string(i)));
        let_time_come(due.back());
    }
    const auto other = open();
    HeldLock lock{test_database, "SELECT FROM tabs FOR UPDATE"};
    auto one = std::async(std::launch::async, [&] { return jobs::publish_due_posts(*database); });
    auto two = std::async(std::launch::async, [&] { return jobs::publish_due_posts(*other); });
    lock.await_waiters(2);
    lock.release();
    EXPECT_EQ(one.get() + two.get(), 24) << "both found all";
    for (const Post& post : due)
        EXPECT_EQ(log_lines_with("\"body\":\"" + post.body + "\""), 1);
    EXPECT_EQ(lines(town.member).size(), 12u);
}

TEST_F(ScheduleClock, GivesWayToItsAuthor) {
    const Post post = schedule(town.member, town.general);
    let_time_come(post);
    HeldLock lock{test_database,
                  "SELECT FROM posts WHERE id = " + std::to_string(post.id.value) + " FOR UPDATE"};
    auto edited = std::async(std::launch::async, [this, &post] { return edit_scheduled(town.member, post); });
    lock.await_waiters(1);
    auto published = std::async(std::launch::async, [this] { return publish_due(); });
    lock.await_waiters(2);
    lock.release();
    EXPECT_EQ(edited.get().body, "better");
    published.get();
    EXPECT_EQ(state_of(post), PostState::scheduled) << "it waits for its new time";
}

TEST_F(ScheduleClock, TellsWhomItConcernsAtThatMoment) {
    const Post post = schedule(town.member, town.general, "for " + at(town.colleague) + at(town.moderator));
    remove(town.owner, town.moderator);
    EXPECT_THAT(told(town.colleague), IsEmpty());
    publish_at_its_time(post);
    EXPECT_THAT(told(town.colleague), ElementsAre("mention: for @colleague@moderator"));
    set_role(town.owner, town.moderator, GroupRole::member);
    EXPECT_THAT(told(town.moderator), IsEmpty()) << "who did not read it then";
}

TEST_F(ScheduleClock, TellsWhoWantsToHearOfEachPostOnceItIsOut) {
    act(town.colleague, set_following, SetFollowing{town.general, Following::followed, true});
    const Post post = schedule(town.member, town.general, "kumquat");
    EXPECT_EQ(jobs::tell_new_posts(*database), 0);
    publish_at_its_time(post);
    EXPECT_EQ(jobs::tell_new_posts(*database), 1);
    EXPECT_THAT(told(town.colleague), ElementsAre("posted: kumquat"));
}

TEST_F(ScheduleClock, OfAQuestionStartsWhenItIsPublished) {
    promise(town.warehouse, 8);
    CreatePost request = scheduling(town.general, "Where is it?");
    request.question = to_warehouse;
    const Post post = schedule(town.member, request);
    EXPECT_EQ(own(town.member)[0].question->answer_before, std::nullopt);
    news();
    publish_at_its_time(post);
    EXPECT_THAT(news(), Contains(group_stream(town.group) + " question.changed"));
    const PostView view = view_of(town.colleague, post);
    EXPECT_EQ(view.question->answer_before, view.post.published_at + 8h);
    EXPECT_THAT(told(town.colleague), Contains("routed: Where is it?"));
    EXPECT_THAT(open_questions(town.colleague), ElementsAre("Where is it?"));
}

TEST_F(ScheduleClock, LeavesTheClocksOfPollsAndEventsAsTheyAre) {
    CreatePost request = scheduling(town.general, "Which?");
    request.poll = poll_of({"A", "B"});
    request.poll->closes_at = *request.publish_at + 1h;
    const Post poll = schedule(town.member, request);
    publish_at_its_time(poll);
    EXPECT_EQ(view_of(town.colleague, poll).poll->closes_at, request.poll->closes_at);
    EXPECT_EQ(refused(town.colleague, cast_vote, CastVote{poll.id, {{0}}}), std::nullopt);
}

TEST_F(ScheduleClock, OfNewsStartsWhenItIsPublished) {
    CreatePost request = scheduling(town.general, "# It is so");
    request.news = NewNews{.must_read = true, .affects = {{town.warehouse}}};
    const Post post = schedule(town.owner, request);
    run_sql(test_database, "UPDATE news SET since = since - interval '40 days'");
    publish_at_its_time(post);
    EXPECT_THAT(told(town.colleague), ElementsAre("affects: It is so"));
    jobs::tell_news_to_confirm(*database);
    EXPECT_THAT(told(town.member), ElementsAre("must_read: It is so"));
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM news WHERE since < now() - interval '1 day'")[0][0]
                  .as<int>(),
              0);
}

TEST_F(ScheduleClock, HoldsWhatNeedsApprovalByThen) {
    const TabId tab = empty_tab();
    CreatePost request = scheduling(tab, "Which?");
    request.poll = poll_of({"A", "B"});
    request.poll->closes_at = *request.publish_at + 1h;
    const Post post = schedule(town.member, request);
    run_sql(test_database,
            "UPDATE posts SET published_at = published_at - interval '1 day' WHERE state = 'scheduled'");
    change(tab, PostingRule::approval);
    news();
    publish_at_its_time(post);
    EXPECT_THAT(news(), UnorderedElementsAre(moderators_stream + " held.changed",
                                             user_stream(town.member) + " held.changed",
                                             scheduled_changed(town.member)));
    EXPECT_THAT(told(town.member), IsEmpty());
    EXPECT_THAT(waiting(town.member), IsEmpty());
    ASSERT_EQ(queue(town.moderator).size(), 1u);
    const Post held = queue(town.moderator)[0].post;
    EXPECT_EQ(held.body, "Which?");
    EXPECT_EQ(publish_now(town.member, post).state, PostState::held) << "it is out of its author's hands";
    EXPECT_EQ(refused(town.member, cancel_scheduled_post, CancelScheduledPost{post.id}), ErrorCode::conflict);
    EXPECT_EQ(publish_at_its_time(post), 0);
    act(town.moderator, approve_held_post, ApproveHeldPost{held.id, held.version});
    const Timestamp closes_at = view_of(town.colleague, post).poll->closes_at;
    EXPECT_LT(closes_at, request.poll->closes_at + 1min) << "it waited for a moment";
    EXPECT_THAT(told(town.member), ElementsAre("approved: Which?"));
}

TEST_F(ScheduleClock, HoldsNoMoreThanMayWait) {
    const TabId tab = empty_tab(PostingRule::approval);
    const Post due = schedule(town.member, tab);
    for (std::size_t i = 0; i < limits::held_posts; ++i)
        post(town.member, tab);
    EXPECT_EQ(refused_publication(town.member, due), ErrorCode::full);
    expect_failure(due);
    EXPECT_EQ(queue(town.owner).size(), limits::held_posts);
}

TEST_F(ScheduleClock, TellsAnAuthorWhoMayNotPostAnyMore) {
    const TabId tab = empty_tab();
    const Post post = schedule(town.member, tab, "kumquat");
    change(tab, PostingRule::owners);
    EXPECT_EQ(refused_publication(town.member, post), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.member, edit_scheduled_post, edit_of(post)), ErrorCode::forbidden);
    news();
    expect_failure(post);
    EXPECT_THAT(news(), ElementsAre(scheduled_changed(town.member), changed(town.member)));
    EXPECT_THAT(told(town.member), ElementsAre("unpublished: kumquat"));
    EXPECT_THAT(waiting(town.member), ElementsAre("kumquat !"));
    EXPECT_EQ(refused(town.colleague, get_post, GetPost{post.id}), ErrorCode::not_found);
    EXPECT_EQ(log_lines_with("kumquat"), 0);

    change(tab, PostingRule::everyone);
    EXPECT_EQ(publish_due(), 0) << "nothing happens without its author";
    const Post edited = edit_scheduled(town.member, post, "plum");
    EXPECT_THAT(waiting(town.member), ElementsAre("plum"));
    EXPECT_THAT(told(town.member), IsEmpty()) << "that is over";
    publish_at_its_time(edited);
    EXPECT_THAT(feed(town.colleague, tab), ElementsAre("plum"));
    EXPECT_THAT(told(town.member), ElementsAre("published: plum"));
}

TEST_F(ScheduleClock, LetsAnAuthorCancelOrPublishWhatFailed) {
    const TabId tab = empty_tab();
    const Post first = schedule(town.member, tab, "kumquat");
    const Post second = schedule(town.member, tab, "plum");
    change(tab, PostingRule::owners);
    expect_failure(first);
    expect_failure(second);
    EXPECT_EQ(told(town.member).size(), 2u);
    cancel(town.member, first);
    EXPECT_THAT(told(town.member), ElementsAre("unpublished: plum"));
    change(tab, PostingRule::everyone);
    EXPECT_EQ(publish_now(town.member, second).state, PostState::visible);
    EXPECT_THAT(told(town.member), IsEmpty());
}

TEST_F(ScheduleClock, PublishesNothingOfWhoIsSuspended) {
    const Post post = schedule(town.member, town.general);
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    expect_failure(post);
}

TEST_F(ScheduleClock, WaitsForASuspension) {
    const Post post = schedule(town.member, town.general);
    let_time_come(post);
    HeldLock suspension{test_database, "UPDATE people SET state = 'suspended' WHERE id = " +
                                           std::to_string(town.member.value) + " RETURNING id"};
    auto published = std::async(std::launch::async, [this] { return publish_due(); });
    suspension.await_waiters(1);
    suspension.release();
    published.get();
    EXPECT_EQ(state_of(post), PostState::scheduled);
}

TEST_F(ScheduleClock, PublishesNothingOfWhoReadsTheTabNoMore) {
    const TabId tab = empty_tab();
    const Post removed = schedule(town.member, town.general);
    const Post narrowed = schedule(town.colleague, tab, "kumquat");
    remove(town.owner, town.member);
    change(tab, PostingRule::everyone, TabAudience::department, town.transport);
    expect_failure(removed);
    expect_failure(narrowed);
    EXPECT_EQ(state_of(removed), PostState::scheduled);
    EXPECT_THAT(own(town.member), IsEmpty());
    EXPECT_THAT(told(town.member), IsEmpty()) << "what it is about is out of sight";
    EXPECT_THAT(told(town.colleague), IsEmpty());
    EXPECT_EQ(refused_publication(town.member, removed), ErrorCode::not_found);
    change(tab, PostingRule::everyone);
    EXPECT_THAT(told(town.colleague), ElementsAre("unpublished: kumquat")) << "who can read there again";
    EXPECT_THAT(waiting(town.colleague), ElementsAre("kumquat !"));
}

TEST_F(ScheduleClock, PublishesNothingInAnArchivedTabOrGroup) {
    const TabId tab = empty_tab();
    const Post in_tab = schedule(town.member, tab);
    act(town.owner, archive_tab, ArchiveTab{tab});
    expect_failure(in_tab);
    act(town.owner, restore_tab, RestoreTab{tab});
    EXPECT_THAT(waiting(town.member), ElementsAre("words !"));
    edit_scheduled(town.member, in_tab);
    act(town.owner, archive_group, ArchiveGroup{town.group});
    expect_failure(in_tab);
    EXPECT_THAT(waiting(town.member), IsEmpty());
    act(town.owner, restore_group, RestoreGroup{town.group});
    EXPECT_THAT(waiting(town.member), ElementsAre("better !"));
}

TEST_F(ScheduleClock, PublishesNothingThatCannotBeAskedAnyMore) {
    CreatePost praise = scheduling(town.general, "Thanks");
    praise.praise = NewPraise{{{town.colleague, town.newcomer}}};
    const Post thanks = schedule(town.member, praise);
    act(town.administrator, suspend_person, SuspendPerson{town.newcomer});
    expect_failure(thanks);

    CreatePost request = scheduling(town.general, "# It is so");
    request.news = NewNews{.must_read = true};
    const Post announced = schedule(town.moderator, request);
    set_role(town.owner, town.moderator, GroupRole::member);
    expect_failure(announced);

    request = scheduling(town.general, "Which?");
    request.poll = poll_of({"A", "B"});
    request.poll->closes_at = *request.publish_at + 1h;
    const Post poll = schedule(town.member, request);
    run_sql(test_database, "UPDATE polls SET closes_at = now() - interval '1 minute'");
    expect_failure(poll);

    request = scheduling(town.general, "# Open day");
    request.event = EventPlan{*request.publish_at, *request.publish_at + 1h, {"Hall 2"}, {}};
    const Post event = schedule(town.member, request);
    run_sql(test_database,
            "UPDATE calendar_events SET begins = begins - interval '1 day', ends = ends - interval '1 day'");
    expect_failure(event);
}

TEST_F(ScheduleClock, PublishesOnTheSideWhereItsAuthorWorksThen) {
    run_sql(test_database, "UPDATE departments SET side = CASE WHEN id = 1 THEN 'ssc' ELSE 'business' END");
    const Post post = schedule(town.member, town.general);
    EXPECT_EQ(post.side, Side::ssc);
    run_sql(test_database,
            "UPDATE people SET department_id = 2 WHERE id = " + std::to_string(town.member.value));
    EXPECT_EQ(publish_at_its_time(post), 1);
    EXPECT_EQ(look(town.member, get_post, GetPost{post.id}).view.post.side, Side::business);
}

TEST_F(ScheduleClock, ForgetsWhatFailedHalfAYearAgo) {
    const Post post = schedule(town.member, town.general, "kumquat");
    remove(town.owner, town.member);
    expect_failure(post);
    EXPECT_EQ(jobs::forget_failed_posts(*database), 0);
    run_sql(test_database, "UPDATE schedules SET publish_at = now() - interval '181 days'");
    EXPECT_EQ(jobs::forget_failed_posts(*database), 1);
    EXPECT_EQ(state_of(post), PostState::deleted);
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(
        run_sql(test_database, "SELECT count(*) FROM posts WHERE body LIKE '%kumquat%'")[0][0].as<int>(), 0);
    EXPECT_EQ(jobs::forget_failed_posts(*database), 0);
}

}  // namespace
}  // namespace plein::test
