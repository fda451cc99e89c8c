#include "server/features/question_clock.hpp"

#include "server/jobs/jobs.hpp"
#include "tests/support/question_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

class QuestionClock : public QuestionTest {
protected:
    QuestionClock() { promise(town.warehouse, 8); }

    /// As if so much time had gone by since, on the clock that `column` stands on.
    void wait(const Post& asked, const std::string& interval, const std::string& column = "answer_before") {
        run_sql(test_database, "UPDATE questions SET " + column + " = " + column + " - interval '" +
                                   interval + "' WHERE post_id = " + std::to_string(asked.id.value));
    }
    /// What the member asks of the warehouse, answered after so many minutes.
    Post answered(int minutes) {
        const Post asked = ask(town.member, to_warehouse);
        mark(town.colleague, asked, answer(town.moderator, asked));
        run_sql(test_database, "UPDATE posts SET published_at = questions.answered_at - interval '" +
                                   std::to_string(minutes) +
                                   " minutes' FROM questions WHERE questions.post_id = posts.id "
                                   "AND posts.id = " +
                                   std::to_string(asked.id.value));
        return asked;
    }
    AnswerTimes times(PersonId who) { return look(who, get_answer_times, GetAnswerTimes{town.warehouse}); }
    std::int64_t tell() { return jobs::tell_overdue_questions(*database); }
    std::int64_t settle() { return jobs::accept_settled_answers(*database); }
};

using OverdueQuestions = QuestionClock;

TEST_F(OverdueQuestions, AreToldOnceToTheHeadsTheOwnerOfTheServiceAndWhoPickedItUp) {
    const Service rides = service("Rides", town.warehouse);
    const Post asked = ask(town.owner, {.service = rides.id});
    act(town.moderator, pick_up_question, PickUpQuestion{asked.id});
    EXPECT_EQ(tell(), 0) << "before its time";
    wait(asked, "9 hours");
    news();
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(news(),
                UnorderedElementsAre(changed(town.colleague), changed(town.member), changed(town.moderator)));
    for (const PersonId person : {town.colleague, town.member, town.moderator})
        EXPECT_THAT(told(person), Contains("overdue: Where is it?")) << person.value;
    EXPECT_EQ(lines(town.colleague).front().actors, std::vector{town.owner});
    EXPECT_EQ(tell(), 0) << "again";
}

TEST_F(OverdueQuestions, AreThoseThatNobodyAnswered) {
    const Post asked = ask(town.owner, to_warehouse);
    mark(town.colleague, asked, answer(town.moderator, asked));
    wait(asked, "9 hours");
    const Post deleted = ask(town.owner, to_warehouse);
    wait(deleted, "9 hours");
    act(town.owner, delete_post, DeletePost{deleted.id});
    EXPECT_EQ(tell(), 0);
    act(town.owner, restore_post, RestorePost{deleted.id});
    EXPECT_EQ(tell(), 1);
}

TEST_F(OverdueQuestions, AreToldToNobodyWhoDoesNotReadThem) {
    const Post asked = act(town.member, create_post, asking(town.transport_tab, to_warehouse));
    wait(asked, "9 hours");
    news();
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(news(), IsEmpty()) << "its head reads no tab of another department";
}

TEST_F(OverdueQuestions, AreToldAgainWhenANewPromiseGoesBy) {
    const Post asked = ask(town.member, to_warehouse);
    wait(asked, "9 hours");
    tell();
    mark(town.colleague, asked, answer(town.moderator, asked));
    act(town.member, reopen_question, ReopenQuestion{asked.id, {"It is not there."}});
    EXPECT_EQ(tell(), 0) << "the clock began anew";
    wait(asked, "9 hours");
    EXPECT_EQ(tell(), 1);
}

TEST_F(OverdueQuestions, ThatAreSentOnAreToldToNobodyTwice) {
    const Post asked = ask(town.member, to_warehouse);
    wait(asked, "9 hours");
    tell();
    act(town.colleague, route_question, RouteQuestion{asked.id, {.department = town.transport}});
    EXPECT_EQ(tell(), 0) << "whoever it goes to hears of it as a question that comes";
}

using SettledQuestions = QuestionClock;

TEST_F(SettledQuestions, AreAcceptedAfterAWeekInWhichNobodyCameBack) {
    const Post asked = ask(town.member, to_warehouse);
    const Comment found = answer(town.moderator, asked);
    mark(town.colleague, asked, found);
    EXPECT_EQ(settle(), 0) << "on the same day";
    wait(asked, "8 days", "answered_at");
    EXPECT_EQ(settle(), 0) << "something was said since";
    run_sql(test_database, "UPDATE comments SET published_at = published_at - interval '8 days'");
    news();
    EXPECT_EQ(settle(), 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " question.changed"));
    EXPECT_EQ(now(asked).state, QuestionState::accepted);
    EXPECT_EQ(settle(), 0) << "again";
    EXPECT_EQ(act(town.member, reopen_question, ReopenQuestion{asked.id, {"No."}}).state,
              QuestionState::routed);
}

TEST_F(SettledQuestions, HaveAnAnswerThatStoodAllTheWeek) {
    const Post asked = ask(town.member, to_warehouse);
    const Comment found = answer(town.moderator, asked);
    mark(town.colleague, asked, found);
    wait(asked, "8 days", "answered_at");
    run_sql(test_database, "UPDATE comments SET published_at = published_at - interval '8 days'");
    act(town.colleague, unmark_answer, UnmarkAnswer{asked.id});
    mark(town.colleague, asked, found);
    EXPECT_EQ(settle(), 0);
    act(town.member, delete_post, DeletePost{asked.id});
    wait(asked, "8 days", "answered_at");
    EXPECT_EQ(settle(), 0) << "out of sight";
}

using AnswerTimesOfADepartment = QuestionClock;

TEST_F(AnswerTimesOfADepartment, AreToldOfFiveAnswersAndMore) {
    for (const int minutes : {10, 200, 30, 20})
        answered(minutes);
    EXPECT_EQ(times(town.owner).answered, 0);
    EXPECT_EQ(times(town.owner).median_minutes, std::nullopt);
    answered(40);
    EXPECT_EQ(times(town.owner).answered, 5);
    EXPECT_EQ(times(town.owner).median_minutes, 30);
    EXPECT_EQ(times(town.stranger).median_minutes, 30) << "it says nothing of any of them";
}

TEST_F(AnswerTimesOfADepartment, BeginWhereTheQuestionWasOpenedAgain) {
    for (const int minutes : {600, 600, 600})
        answered(minutes);
    for (int i = 0; i < 3; ++i) {
        const Post asked = answered(600);
        act(town.member, reopen_question, ReopenQuestion{asked.id, {"It is not there."}});
        mark(town.member, asked, answer(town.moderator, asked, "Here."));
    }
    EXPECT_EQ(times(town.owner).median_minutes, 1) << "the lower of the two in the middle";
}

TEST_F(AnswerTimesOfADepartment, AreOfWorkInSightWithinThreeMonths) {
    for (const int minutes : {10, 20, 30, 40, 50})
        answered(minutes);
    CreatePost personal = asking(town.general, to_warehouse);
    personal.mark = Mark::personal;
    const Post aside = act(town.member, create_post, personal);
    mark(town.member, aside, answer(town.moderator, aside));
    act(town.member, delete_post, DeletePost{answered(1).id});
    wait(answered(1), "91 days", "answered_at");
    EXPECT_EQ(times(town.owner).answered, 5);
}

TEST_F(AnswerTimesOfADepartment, AreOfADepartmentThatThereIsAndNoBusinessOfGuests) {
    EXPECT_EQ(refused(town.guest, get_answer_times, GetAnswerTimes{town.warehouse}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.owner, get_answer_times, GetAnswerTimes{DepartmentId{9999}}),
              ErrorCode::not_found);
}

}  // namespace
}  // namespace plein::test
