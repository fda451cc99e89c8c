#include "server/features/notifying.hpp"
#include "tests/support/calendar_fixture.hpp"
#include "tests/support/held_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;
using namespace std::chrono_literals;

TEST_F(CalendarTest, BeginAndEndSomewhereAndTellTheirTab) {
    news();
    const EventPlan plan = in(24, 8);
    const Post made = invite(town.member, plan);
    EXPECT_EQ(made.kind, PostKind::event);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    group_stream(town.group) + " event.changed"));
    const CalendarEvent event = now(made);
    EXPECT_EQ(event.begins, plan.begins);
    EXPECT_EQ(event.ends, plan.ends);
    EXPECT_EQ(event.place, "Hall 2");
    EXPECT_EQ(event.places, 8);
    EXPECT_EQ(event.coming + event.maybe, 0);
    EXPECT_FALSE(event.cancel_reason);
    EXPECT_FALSE(view_of(town.owner, subject).event) << "of another post";
}

TEST_F(CalendarTest, AreOfOneKindWithATitleAndAPlanThatCanBe) {
    const auto refused_plan = [&](const EventPlan& plan) {
        return refused(town.member, create_post, inviting(town.general, plan));
    };
    const EventPlan good = in(24);
    EXPECT_EQ(refused_plan({good.begins, good.begins, {}, {}}), ErrorCode::invalid_request);
    EXPECT_EQ(refused_plan({good.ends, good.begins, {}, {}}), ErrorCode::invalid_request);
    EXPECT_EQ(refused_plan({good.begins, good.begins + 24h * 31 + 1ms, {}, {}}), ErrorCode::invalid_request);
    EXPECT_EQ(refused_plan({good.begins, good.begins + 24h * 31, {}, {}}), std::nullopt);
    EXPECT_EQ(refused_plan({from_now(-2h), from_now(-1h), {}, {}}), ErrorCode::invalid_request) << "over";
    EXPECT_EQ(refused_plan({from_now(-2h), from_now(1h), {}, {}}), std::nullopt) << "it is on";
    EXPECT_EQ(refused_plan(in(24 * 731 + 1)), ErrorCode::invalid_request) << "nobody plans so far ahead";
    EXPECT_EQ(refused_plan(in(24 * 731 - 1)), std::nullopt);
    EXPECT_EQ(refused_plan(in(24, 0)), ErrorCode::invalid_request);
    EXPECT_EQ(refused_plan(in(24, 10'001)), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.member, create_post, inviting(town.general, good, "no title")),
              ErrorCode::invalid_request);
    CreatePost both = inviting(town.general, good);
    both.idea = Addressee{};
    EXPECT_EQ(refused(town.member, create_post, both), ErrorCode::invalid_request);
}

TEST_F(CalendarTest, KeepTheirTitleInAnEdit) {
    const Post made = invite(town.member, in(24));
    EXPECT_EQ(refused(town.member, edit_post, EditPost{.post = made.id, .version = 1, .body = {"no title"}}),
              ErrorCode::invalid_request);
    FeatureTest::edit(town.member, made, "# Open days");
    EXPECT_EQ(view_of(town.owner, made).post.body, "# Open days");
}

TEST_F(CalendarTest, OfARetryAreTheSameAndOtherPlansAConflict) {
    CreatePost request = inviting(town.general, in(24));
    const Post made = act(town.member, create_post, request);
    EXPECT_EQ(act(town.member, create_post, request).id, made.id);
    request.event->places = 3;
    EXPECT_EQ(refused(town.member, create_post, request), ErrorCode::conflict);
}

TEST_F(CalendarTest, AreAnsweredByTheirReadersWhoMayThinkAgain) {
    const Post made = invite(town.owner, in(24));
    EXPECT_EQ(answer(town.member, made, Attendance::yes).coming, 1);
    EXPECT_EQ(view_of(town.member, made).mine.attendance, Attendance::yes);
    EXPECT_EQ(view_of(town.colleague, made).mine.attendance, std::nullopt);
    EXPECT_EQ(answer(town.colleague, made, Attendance::maybe).maybe, 1);
    const CalendarEvent changed = answer(town.member, made, Attendance::maybe);
    EXPECT_EQ(changed.coming, 0);
    EXPECT_EQ(changed.maybe, 2);
    EXPECT_EQ(answer(town.member, made, Attendance::no).maybe, 1);
    EXPECT_EQ(view_of(town.member, made).mine.attendance, Attendance::no);
    EXPECT_EQ(withdraw(town.colleague, made).maybe, 0);
    EXPECT_EQ(view_of(town.colleague, made).mine.attendance, std::nullopt);
    EXPECT_EQ(refused(town.stranger, set_attendance, SetAttendance{made.id, Attendance::yes}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, set_attendance, SetAttendance{subject.id, Attendance::yes}),
              ErrorCode::not_found)
        << "no event";
}

TEST_F(CalendarTest, TellEachAnswerOnceAndThatSomebodyStaysAwayToNobodyElse) {
    const Post made = invite(town.owner, in(24));
    news();
    const std::string own = user_stream(town.member) + " attendance.set";
    const std::string everyone = group_stream(town.group) + " event.changed";
    const CalendarEvent before = answer(town.member, made, Attendance::yes);
    EXPECT_THAT(news(), UnorderedElementsAre(everyone, own));
    EXPECT_EQ(answer(town.member, made, Attendance::yes).version, before.version);
    EXPECT_THAT(news(), IsEmpty());
    withdraw(town.member, made);
    EXPECT_THAT(news(), UnorderedElementsAre(everyone, own));
    withdraw(town.member, made);
    EXPECT_THAT(news(), IsEmpty());
    const CalendarEvent known = now(made);
    answer(town.member, made, Attendance::no);
    EXPECT_THAT(news(), ElementsAre(own));
    EXPECT_EQ(now(made).version, known.version);
}

TEST_F(CalendarTest, HaveOnlySoManyPlaces) {
    const Post made = invite(town.owner, in(24, 1));
    answer(town.member, made, Attendance::yes);
    EXPECT_EQ(refused(town.colleague, set_attendance, SetAttendance{made.id, Attendance::yes}),
              ErrorCode::full);
    EXPECT_EQ(answer(town.member, made, Attendance::yes).coming, 1) << "who has one";
    EXPECT_EQ(answer(town.colleague, made, Attendance::maybe).maybe, 1);
    answer(town.member, made, Attendance::no);
    EXPECT_EQ(answer(town.colleague, made, Attendance::yes).coming, 1);
    EXPECT_EQ(now(made).maybe, 0);
}

TEST_F(CalendarTest, GiveTheLastPlaceToOneOfTwoAtOnce) {
    const Post made = invite(town.owner, in(24, 1));
    const auto try_from = [&](PersonId who) {
        return refused(who, set_attendance, SetAttendance{made.id, Attendance::yes}) == std::nullopt;
    };
    bool first = false;
    bool second = false;
    std::thread other{[&] { first = try_from(town.member); }};
    second = try_from(town.colleague);
    other.join();
    EXPECT_NE(first, second);
    EXPECT_EQ(now(made).coming, 1);
}

TEST_F(CalendarTest, AreAnsweredNeitherAfterTheEndNorOnceCancelled) {
    const Post over = invite(town.owner, in(24));
    answer(town.member, over, Attendance::maybe);
    end(over);
    EXPECT_EQ(refused(town.member, set_attendance, SetAttendance{over.id, Attendance::yes}),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, withdraw_attendance, WithdrawAttendance{over.id}), ErrorCode::conflict);
    const Post cancelled = invite(town.owner, in(24));
    answer(town.colleague, cancelled, Attendance::yes);
    cancel(town.owner, cancelled);
    EXPECT_EQ(answer(town.colleague, cancelled, Attendance::yes).coming, 1) << "an answer that was lost";
    EXPECT_EQ(refused(town.member, set_attendance, SetAttendance{cancelled.id, Attendance::no}),
              ErrorCode::conflict);
}

TEST_F(CalendarTest, TellWhoComesTheLastFirst) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    answer(town.colleague, made, Attendance::yes);
    answer(town.colleague, invite(town.owner, in(24)), Attendance::maybe);
    answer(town.moderator, made, Attendance::maybe);
    answer(town.other_owner, made, Attendance::no);
    run_sql(test_database, "UPDATE attendances SET at = at - interval '1 minute' WHERE person_id = " +
                               std::to_string(town.member.value));
    const AttendanceList list = look(town.member, list_attendances, ListAttendances{made.id});
    EXPECT_THAT(list.coming, ElementsAre(town.colleague, town.member));
    EXPECT_THAT(list.maybe, ElementsAre(town.moderator));
    EXPECT_EQ(list.people.size(), 3);
    EXPECT_EQ(refused(town.stranger, list_attendances, ListAttendances{made.id}), ErrorCode::not_found);
}

TEST_F(CalendarTest, AreMovedByTheirAuthorAndByWhoLooksAfterTheTab) {
    const Post made = invite(town.member, in(24));
    EXPECT_EQ(refused(town.colleague, reschedule_event, RescheduleEvent{made.id, 0, in(48)}),
              ErrorCode::forbidden);
    EXPECT_EQ(move(town.member, made, in(48)).sequence, 1);
    const CalendarEvent moved = move(town.moderator, made, in(72, 4), 1);
    EXPECT_EQ(moved.sequence, 2);
    EXPECT_EQ(moved.places, 4);
    EXPECT_EQ(refused(town.stranger, reschedule_event, RescheduleEvent{made.id, 2, in(48)}),
              ErrorCode::not_found);
}

TEST_F(CalendarTest, AreMovedFromWhatStandsThereAndToWhatCanBe) {
    const Post made = invite(town.owner, in(24));
    const EventPlan later = in(48);
    move(town.owner, made, later);
    EXPECT_EQ(refused(town.owner, reschedule_event, RescheduleEvent{made.id, 0, in(72)}),
              ErrorCode::stale_version);
    news();
    EXPECT_EQ(move(town.owner, made, later).sequence, 1) << "an answer that was lost";
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(refused(town.owner, reschedule_event, RescheduleEvent{made.id, 1, in(-24)}),
              ErrorCode::invalid_request);
    answer(town.member, made, Attendance::yes);
    answer(town.colleague, made, Attendance::yes);
    EXPECT_EQ(refused(town.owner, reschedule_event, RescheduleEvent{made.id, 1, in(48, 1)}),
              ErrorCode::conflict);
    EXPECT_EQ(move(town.owner, made, in(48, 2), 1).places, 2);
}

TEST_F(CalendarTest, AreCancelledWithAReasonAndForGood) {
    const Post made = invite(town.member, in(24));
    EXPECT_EQ(refused(town.colleague, cancel_event, CancelEvent{made.id, {"no"}}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.member, cancel_event, CancelEvent{made.id, {"  "}}), ErrorCode::invalid_request);
    EXPECT_EQ(cancel(town.moderator, made, " rain ").cancel_reason, "rain");
    EXPECT_EQ(cancel(town.member, made, "snow").cancel_reason, "rain");
    EXPECT_EQ(refused(town.member, reschedule_event, RescheduleEvent{made.id, 1, in(48)}),
              ErrorCode::conflict);
    const Post over = invite(town.member, in(24));
    end(over);
    EXPECT_EQ(refused(town.member, cancel_event, CancelEvent{over.id, {"late"}}), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, reschedule_event, RescheduleEvent{over.id, 0, in(48)}),
              ErrorCode::conflict);
}

TEST_F(CalendarTest, TellWhoComesThatTheyWereMovedOrCancelled) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    answer(town.colleague, made, Attendance::maybe);
    answer(town.moderator, made, Attendance::no);
    answer(town.owner, made, Attendance::yes);
    EXPECT_EQ(tell(), 0);
    move(town.owner, made, in(48));
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(told(town.member), ElementsAre("rescheduled: Open day"));
    EXPECT_THAT(told(town.colleague), ElementsAre("rescheduled: Open day"));
    EXPECT_THAT(told(town.moderator), Not(Contains("rescheduled: Open day")));
    EXPECT_THAT(told(town.owner), Not(Contains("rescheduled: Open day"))) << "who did it";
    EXPECT_EQ(tell(), 0) << "once";
    cancel(town.owner, made);
    tell();
    EXPECT_THAT(told(town.member), ElementsAre("cancelled: Open day", "rescheduled: Open day"));
}

TEST_F(CalendarTest, TellAFewOfThoseWhoComeAtATime) {
    const Post made = invite(town.owner, in(24));
    run_sql(test_database,
            "INSERT INTO people (name, email) SELECT 'someone', concat('someone', n, '@example.org') "
            "  FROM generate_series(1, 450) AS n; "
            "INSERT INTO memberships (group_id, person_id, role, state, since) "
            "SELECT " +
                std::to_string(town.group.value) +
                ", id, 'member', 'active', now() FROM people WHERE name = 'someone'; "
                "INSERT INTO attendances (post_id, person_id, attendance, at) SELECT " +
                std::to_string(made.id.value) + ", id, 'yes', now() FROM people WHERE name = 'someone'");
    cancel(town.owner, made);
    const auto told_in_one =
        database->commit_now([&](Transaction& tx) { return tell_next_attendees(tx, made.id); });
    EXPECT_EQ(told_in_one, told_at_once);
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(
        run_sql(test_database, "SELECT count(*) FROM notifications WHERE kind = 'cancelled'")[0][0].as<int>(),
        450);
}

TEST_F(CalendarTest, TellNobodyWhoMayNotReadThemAnyMore) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    remove(town.owner, town.member);
    cancel(town.owner, made);
    tell();
    EXPECT_EQ(run_sql(test_database, "SELECT FROM notifications WHERE kind = 'cancelled'").size(), 0);
}

TEST_F(CalendarTest, TellNobodyOfMorePlaces) {
    const EventPlan plan = in(24, 2);
    const Post made = invite(town.owner, plan);
    answer(town.member, made, Attendance::yes);
    EventPlan larger = plan;
    larger.places = 3;
    EXPECT_EQ(move(town.owner, made, larger).sequence, 1);
    EXPECT_EQ(tell(), 0);
    EXPECT_EQ(move(town.owner, made, in(48, 3), 1).sequence, 2);
    EXPECT_EQ(tell(), 1);
}

TEST_F(CalendarTest, ThatWereMovedStillTellWhoIsNamedInThemLater) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    move(town.owner, made, in(48));
    tell();
    FeatureTest::edit(town.owner, made, "# Open day\n\n" + at(town.member) + " is there");
    EXPECT_THAT(told(town.member),
                ElementsAre(testing::HasSubstr("mention"), testing::HasSubstr("rescheduled")));
}

TEST_F(CalendarTest, ThatWereMovedLeaveNothingOfWhereTheyWere) {
    EventPlan plan = in(24);
    plan.place.value = "at my own home";
    const Post made = invite(town.owner, plan);
    move(town.owner, made, in(24));
    EXPECT_EQ(run_sql(test_database, "SELECT FROM events WHERE payload LIKE '%my own home%'").size(), 0);
}

TEST_F(CalendarTest, AreListedToTheirReadersTheFirstToBeginFirst) {
    invite(town.owner, in(48), "# Later");
    const Post sooner = invite(town.owner, in(24), "# Sooner");
    const Post over = invite(town.owner, in(24), "# Over");
    end(over);
    act(town.stranger, create_post, inviting(town.elsewhere_general, in(12), "# Elsewhere"));
    EXPECT_THAT(listed(town.member), ElementsAre("# Sooner", "# Later"));
    EXPECT_THAT(listed(town.member, true), IsEmpty());
    answer(town.member, sooner, Attendance::maybe);
    EXPECT_THAT(listed(town.member, true), ElementsAre("# Sooner"));
    answer(town.member, sooner, Attendance::no);
    EXPECT_THAT(listed(town.member, true), IsEmpty());
    act(town.owner, delete_post, DeletePost{sooner.id});
    EXPECT_THAT(listed(town.member), ElementsAre("# Later"));
}

TEST_F(CalendarTest, GoWithTheirPostAndComeBackWithIt) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(refused(town.member, set_attendance, SetAttendance{made.id, Attendance::no}),
              ErrorCode::not_found);
    news();
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_THAT(news(), Contains(group_stream(town.group) + " event.changed"));
    EXPECT_EQ(now(made).coming, 1);
    cancel(town.owner, made, "rain");
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(tell(), 0) << "what is deleted";
    EXPECT_EQ(
        run_sql(test_database, "SELECT count(*) FROM events WHERE type = 'event.changed'")[0][0].as<int>(),
        0);
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE state = 'deleted'");
    jobs::purge_posts(*database);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM attendances")[0][0].as<int>(), 0);
    const auto row = run_sql(test_database, "SELECT place, cancel_reason FROM calendar_events")[0];
    EXPECT_STREQ(row[0].c_str(), "");
    EXPECT_STREQ(row[1].c_str(), "");
}

class HeldEvents : public HeldPosts {};

TEST_F(HeldEvents, WaitWithTheirPlanAndAreAnsweredOnceApproved) {
    const TabId tab = approval_tab();
    const Timestamp begins = from_now(24h);
    CreatePost request = posting(tab, "# Open day");
    request.event = EventPlan{begins, begins + 1h, {"Hall 2"}, {}};
    const Post held = act(town.member, create_post, request);
    EXPECT_EQ(held.state, PostState::held);
    EXPECT_EQ(own(town.member).at(0).event.value().begins, begins);
    EXPECT_EQ(look(town.owner, list_held_posts, ListHeldPosts{town.group}).items.at(0).event.value().place,
              "Hall 2");
    EXPECT_EQ(refused(town.member, edit_held_post, EditHeldPost{held.id, held.version, {"no title"}}),
              ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.owner, set_attendance, SetAttendance{held.id, Attendance::yes}),
              ErrorCode::not_found);
    news();
    approve(town.owner, held);
    EXPECT_THAT(news(), Contains(group_stream(town.group) + " event.changed"));
    EXPECT_EQ(act(town.owner, set_attendance, SetAttendance{held.id, Attendance::yes}).coming, 1);
}

TEST_F(HeldEvents, AreMovedAndCancelledByWhoApprovesThem) {
    const Timestamp begins = from_now(24h);
    CreatePost request = posting(approval_tab(), "# Open day");
    request.event = EventPlan{begins, begins + 1h, {"Hall 2"}, {}};
    const Post made = act(town.member, create_post, request);
    approve(town.owner, made);
    const RescheduleEvent moving{made.id, 0, {begins, begins + 1h, {"words that nobody approved"}, {}}};
    EXPECT_EQ(refused(town.member, reschedule_event, moving), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.member, cancel_event, CancelEvent{made.id, {"neither these"}}),
              ErrorCode::forbidden);
    EXPECT_EQ(act(town.owner, reschedule_event, moving).sequence, 1);
}

}  // namespace
}  // namespace plein::test
