#include "server/features/notifications.hpp"

#include "server/features/held.hpp"
#include "server/features/joining.hpp"
#include "server/features/questions.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/notification_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

using Notifications = NotificationTest;

TEST_F(Notifications, TellTheAuthorWhoCommentsThreeByName) {
    comment(town.member, "one");
    comment(town.colleague, "two");
    comment(town.moderator, "three");
    comment(town.other_owner, "four");
    comment(town.member, "five");
    const auto list = this->list(town.owner);
    ASSERT_EQ(list.items.size(), 1U);
    EXPECT_EQ(list.unread, 1);
    const Notification& line = list.items.front();
    EXPECT_EQ(line.kind, NotificationKind::comment);
    EXPECT_EQ(line.post, subject.id);
    EXPECT_EQ(line.tab, town.general);
    EXPECT_EQ(line.group, town.group);
    EXPECT_THAT(line.actors, ElementsAre(town.member, town.other_owner, town.moderator));
    EXPECT_EQ(line.others, 1);
    EXPECT_EQ(line.excerpt, "five");
    EXPECT_EQ(list.people.size(), 3U);
    EXPECT_EQ(streams(list.cursors), std::vector{user_stream(town.owner)});
}

TEST_F(Notifications, TellNobodyOfTheirOwnActs) {
    reply(town.owner, comment(town.owner, "mine"), "mine too " + at(town.owner));
    EXPECT_THAT(told(town.owner), IsEmpty());
}

TEST_F(Notifications, TellOnceAsWhatIsClosest) {
    const Comment first = comment(town.member, "first");
    reply(town.owner, first, "to you");
    EXPECT_THAT(told(town.member), ElementsAre("reply: to you"));
    reply(town.owner, first, "you, by name: " + at(town.member));
    EXPECT_THAT(told(town.member), ElementsAre("mention: you, by name: @member", "reply: to you"));
    comment(town.colleague, "to all, and to " + at(town.owner));
    EXPECT_THAT(told(town.owner), ElementsAre("mention: to all, and to @owner", "comment: first"));
}

TEST_F(Notifications, AreToldOnOnesOwnStreamWithoutAWordOfWhat) {
    comment(town.member, "words");
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " comment.created", changed(town.owner)));
    EXPECT_EQ(log_lines_with("words"), 1) << "the comment's own event";
}

TEST_F(Notifications, ReachThoseWhoAreNamedAndReadTheTab) {
    const Post inside = post(town.member, town.transport_tab,
                             at(town.owner) + at(town.colleague) + at(town.stranger) + at(town.guest));
    EXPECT_THAT(lines(town.owner), testing::SizeIs(1));
    for (const PersonId outside : {town.colleague, town.stranger, town.guest})
        EXPECT_THAT(told(outside), IsEmpty());
    EXPECT_THAT(news(),
                testing::AllOf(Contains(changed(town.owner)), Not(Contains(changed(town.colleague))),
                               Not(Contains(changed(town.stranger))), Not(Contains(changed(town.guest)))));
    EXPECT_EQ(lines(town.owner).front().post, inside.id);
}

TEST_F(Notifications, ReachWhoAnswersForADepartmentThatIsNamed) {
    post(town.member, town.general, "Who knows? " + at(town.warehouse));
    EXPECT_THAT(told(town.colleague), ElementsAre("mention: Who knows? @Warehouse"));
    EXPECT_THAT(told(town.other_owner), IsEmpty()) << "works there, and does not answer for it";
}

TEST_F(Notifications, DoNotSurviveALossOfAccess) {
    const Post inside = post(town.owner, town.general, "For " + at(town.member));
    ASSERT_THAT(told(town.member), ElementsAre("mention: For @member"));
    remove(town.owner, town.member);
    const auto list = this->list(town.member);
    EXPECT_THAT(list.items, IsEmpty());
    EXPECT_EQ(list.unread, 0);
    EXPECT_THAT(list.people, IsEmpty());
    comment(town.colleague, "and " + at(town.member));
    EXPECT_THAT(told(town.member), IsEmpty());
    set_role(town.owner, town.member, GroupRole::member);
    EXPECT_THAT(told(town.member), ElementsAre("mention: For @member"))
        << "but not of what was said meanwhile";
}

TEST_F(Notifications, GoWithWhatTheyAreAbout) {
    const Comment named = comment(town.owner, "You, " + at(town.member));
    const Post other = post(town.owner, town.general, "Also you, " + at(town.member));
    ASSERT_THAT(lines(town.member), testing::SizeIs(2));
    erase(town.owner, named);
    act(town.owner, delete_post, DeletePost{other.id});
    EXPECT_THAT(told(town.member), IsEmpty());
    act(town.owner, restore_post, RestorePost{other.id});
    EXPECT_THAT(told(town.member), ElementsAre("mention: Also you, @member"));
}

TEST_F(Notifications, FollowAnEditOfWhomATextNames) {
    const Post first = post(town.owner, town.general, "For " + at(town.member) + at(town.colleague));
    read(town.member, {lines(town.member).front().id});
    news();
    FeatureTest::edit(town.owner, first, "For " + at(town.member) + at(town.moderator));
    EXPECT_THAT(told(town.member), ElementsAre("mention: For @member@moderator *"))
        << "read before, and so now";
    EXPECT_THAT(told(town.colleague), IsEmpty());
    EXPECT_THAT(told(town.moderator), ElementsAre("mention: For @member@moderator"));
    const auto events = news();
    EXPECT_THAT(events, testing::AllOf(Contains(changed(town.colleague)), Contains(changed(town.moderator)),
                                       Not(Contains(changed(town.member)))));
    const Comment comment = this->comment(town.owner, "For " + at(town.member));
    edit(town.owner, comment, "For nobody");
    EXPECT_THAT(told(town.member), ElementsAre("mention: For @member@moderator *"));
}

TEST_F(Notifications, AreReadUpToOneOnAllDevices) {
    comment(town.member, "one");
    const auto first = lines(town.owner).front().id;
    comment(town.member, "two");
    news();
    read(town.owner, {first});
    EXPECT_THAT(told(town.owner), ElementsAre("comment: two", "comment: one *"));
    EXPECT_EQ(list(town.owner).unread, 1);
    read(town.owner, {first});
    EXPECT_THAT(news(), ElementsAre(changed(town.owner))) << "once";
    read(town.owner, {lines(town.owner).front().id});
    EXPECT_EQ(list(town.owner).unread, 0);
    EXPECT_THAT(told(town.owner), ElementsAre("comment: two *")) << "in one line again";
}

TEST_F(Notifications, AreReadOfOnePost) {
    const Post other = post(town.owner, town.general, "other");
    comment(town.member, "here");
    act(town.member, create_comment, commenting(other.id, "there"));
    const auto newest = lines(town.owner).front().id;
    read(town.owner, {.up_to = newest, .post = subject.id});
    EXPECT_THAT(told(town.owner), ElementsAre("comment: there", "comment: here *"));
}

TEST_F(Notifications, OfOthersAreReadByNobodyElse) {
    comment(town.member, "here");
    const auto line = lines(town.owner).front().id;
    post(town.owner, town.general, "For " + at(town.member));
    read(town.member, {line});
    EXPECT_EQ(list(town.owner).unread, 1);
    EXPECT_EQ(list(town.member).unread, 1) << "it is not the person's own: it marks nothing";
}

TEST_F(Notifications, LeaveMutedTabsOut) {
    comment(town.member, "here");
    act(town.owner, set_following, SetFollowing{town.general, Following::muted});
    EXPECT_THAT(told(town.owner), IsEmpty());
    EXPECT_EQ(list(town.owner).unread, 0);
    act(town.owner, set_following, SetFollowing{town.general, Following::unfollowed});
    EXPECT_THAT(told(town.owner), ElementsAre("comment: here"));
}

TEST_F(Notifications, TellAGuestOfThoseOnlyWhoSpokeWhereTheyRead) {
    CreatePost question = posting(town.opened, "Where is it?");
    question.question = Addressee{.department = town.warehouse};
    const Post asked = act(town.guest, create_post, question);
    act(town.colleague, pick_up_question, PickUpQuestion{asked.id});
    EXPECT_THAT(told(town.guest), ElementsAre("picked_up: Where is it?"));
    EXPECT_THAT(list(town.guest).people, IsEmpty());
    act(town.colleague, create_comment, commenting(asked.id, "There."));
    EXPECT_THAT(list(town.guest).people, testing::SizeIs(1));
}

TEST_F(Notifications, FollowAQuestionFromTheOneToTheOther) {
    CreatePost question = posting(town.general, "Where is it?");
    question.question = Addressee{.department = town.warehouse};
    const Post asked = act(town.member, create_post, question);
    EXPECT_THAT(told(town.colleague), ElementsAre("routed: Where is it?"));
    act(town.other_owner, pick_up_question, PickUpQuestion{asked.id});
    const Comment there = act(town.moderator, create_comment, commenting(asked.id, "There."));
    act(town.colleague, mark_answer, MarkAnswer{asked.id, there.id});
    EXPECT_THAT(told(town.member),
                ElementsAre("answered: There.", "comment: There.", "picked_up: Where is it?"));
    EXPECT_THAT(lines(town.member).front().actors, ElementsAre(town.moderator)) << "who wrote the answer";
    act(town.member, reopen_question, ReopenQuestion{asked.id, {"not there"}});
    EXPECT_THAT(told(town.other_owner), ElementsAre("reopened: Where is it?"));
    EXPECT_THAT(told(town.moderator), ElementsAre("reopened: Where is it?"));
    act(town.member, mark_answer, MarkAnswer{asked.id, there.id});
    EXPECT_THAT(told(town.moderator), ElementsAre("accepted: There.", "reopened: Where is it?"));
}

TEST_F(Notifications, TellThoseWhoAreThanked) {
    CreatePost praise = posting(town.general, "for the night shift, also " + at(town.member));
    praise.praise = NewPraise{{{town.member, town.stranger}}};
    act(town.owner, create_post, praise);
    EXPECT_THAT(told(town.member), ElementsAre("praise: for the night shift, also @member"));
    EXPECT_THAT(told(town.stranger), IsEmpty()) << "does not read it there";
    const Post made = look(town.owner, list_posts, ListPosts{town.general}).items.front().post;
    FeatureTest::edit(town.owner, made, "for the night shift and the coffee, also " + at(town.member));
    EXPECT_THAT(told(town.member), testing::SizeIs(1)) << "an edit tells nobody what they have heard";
}

TEST_F(Notifications, OfHeldPostsComeWithTheApproval) {
    CreateTab tab{.group = town.group, .client_id = {}, .name = {"Proposals"}};
    tab.posting = PostingRule::approval;
    const Post held = post(town.member, act(town.owner, create_tab, tab).id, "For " + at(town.colleague));
    ASSERT_EQ(held.state, PostState::held);
    EXPECT_THAT(told(town.colleague), IsEmpty());
    act(town.owner, approve_held_post, ApproveHeldPost{held.id, held.version});
    EXPECT_THAT(told(town.colleague), ElementsAre("mention: For @colleague"));
    EXPECT_THAT(lines(town.colleague).front().actors, ElementsAre(town.member));
    EXPECT_THAT(told(town.member), ElementsAre("approved: For @colleague"));
    EXPECT_THAT(lines(town.member).front().actors, ElementsAre(town.owner));
}

TEST_F(Notifications, TellOwnersWhoWantsToJoinUntilThatIsAnswered) {
    act(town.stranger, ask_to_join, AskToJoin{town.group, {}});
    act(town.newcomer, ask_to_join, AskToJoin{town.group, {}});
    const auto lines = this->lines(town.owner);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().kind, NotificationKind::asked_to_join);
    EXPECT_EQ(lines.front().group, town.group);
    EXPECT_EQ(lines.front().post, std::nullopt);
    EXPECT_THAT(lines.front().actors, ElementsAre(town.newcomer, town.stranger));
    EXPECT_THAT(told(town.other_owner), ElementsAre("asked_to_join: "));
    EXPECT_THAT(told(town.moderator), IsEmpty());

    act(town.owner, approve_request, ApproveRequest{town.group, town.stranger});
    act(town.owner, decline_request, DeclineRequest{town.group, town.newcomer, {}});
    EXPECT_THAT(told(town.owner), IsEmpty());
    EXPECT_THAT(told(town.stranger), ElementsAre("admitted: "));
    EXPECT_THAT(told(town.newcomer), IsEmpty());
    read(town.stranger, {.up_to = this->lines(town.stranger).front().id, .group = town.group});
    EXPECT_THAT(told(town.stranger), ElementsAre("admitted:  *"));
}

TEST_F(Notifications, OfWhoAsksAgainAreNewAgain) {
    act(town.stranger, ask_to_join, AskToJoin{town.group, {}});
    read(town.owner, {lines(town.owner).front().id});
    act(town.stranger, withdraw_request, WithdrawRequest{town.group});
    act(town.stranger, ask_to_join, AskToJoin{town.group, {}});
    EXPECT_THAT(told(town.owner), ElementsAre("asked_to_join: "));
}

TEST_F(Notifications, OfATabThatIsMutedTakeNoRoomFromOthers) {
    post(town.owner, town.opened, "For " + at(town.member));
    run_sql(test_database,
            "INSERT INTO comments (post_id, author_id, client_id, client_digest, body, blocks, "
            "published_at) "
            "SELECT posts.id, posts.author_id, gen_random_uuid(), '', 'a', '[]', now() "
            "  FROM posts, generate_series(1, 600) WHERE posts.id = " +
                std::to_string(subject.id.value));
    run_sql(
        test_database,
        "INSERT INTO notifications (person_id, kind, group_id, post_id, comment_id, actor_id, at) SELECT " +
            std::to_string(town.member.value) +
            ", 'mention', posts.group_id, post_id, comments.id, posts.author_id, now() "
            "  FROM comments JOIN posts ON posts.id = comments.post_id");
    act(town.member, set_following, SetFollowing{town.general, Following::muted});
    EXPECT_THAT(told(town.member), ElementsAre("mention: For @member"));
}

TEST_F(Notifications, OfALongTextTellItsBeginning) {
    std::string body = "**For** " + at(town.member) + ", at length:";
    for (int i = 0; i < 1000; ++i)
        body += " *word* said";
    const Post made = post(town.owner, town.general, body);
    ASSERT_GT(made.blocks.text.size(), 16'384U);
    EXPECT_THAT(
        lines(town.member).front().excerpt,
        testing::AllOf(testing::StartsWith("For @somebody, at length: word said"), testing::EndsWith("…")));
}

TEST_F(Notifications, OfARetryAreToldOnce) {
    const CreatePost request = posting(town.general, "For " + at(town.member), 9);
    act(town.owner, create_post, request);
    news();
    act(town.owner, create_post, request);
    EXPECT_THAT(told(town.member), ElementsAre("mention: For @member"));
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Notifications, HaveABound) {
    run_sql(test_database,
            "INSERT INTO posts (group_id, tab_id, author_id, client_id, client_digest, mark, body, blocks, "
            "                   published_at) "
            "SELECT group_id, tab_id, author_id, gen_random_uuid(), '', mark, body, blocks, published_at "
            "  FROM posts, generate_series(1, 60)");
    run_sql(test_database,
            "INSERT INTO notifications (person_id, kind, group_id, post_id, actor_id, at) SELECT " +
                std::to_string(town.member.value) + ", 'mention', group_id, id, author_id, now() FROM posts");
    EXPECT_EQ(lines(town.member).size(), limits::notifications);
    EXPECT_EQ(list(town.member).unread, static_cast<std::int32_t>(limits::notifications));
}

TEST_F(Notifications, AreForgottenAfterThreeMonthsAndWithWhatIsPurged) {
    const Comment named = comment(town.owner, "You, " + at(town.member));
    comment(town.owner, "And you, " + at(town.colleague));
    run_sql(test_database, "UPDATE notifications SET at = now() - interval '91 days' WHERE person_id = " +
                               std::to_string(town.colleague.value));
    EXPECT_EQ(jobs::retain_notifications(*database), 1);
    EXPECT_EQ(jobs::retain_notifications(*database), 0);
    erase(town.owner, named);
    run_sql(test_database, "UPDATE comments SET purge_after = now() WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_comments(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM notifications").size(), 0);
    comment(town.member, "words");
    act(town.owner, delete_post, DeletePost{subject.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM notifications").size(), 0);
}

}  // namespace
}  // namespace plein::test
