#include "tests/support/held_fixture.hpp"
#include "tests/support/question_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using namespace std::chrono_literals;

using Questions = QuestionTest;

TEST_F(Questions, GoToTheDepartmentOrToTheOneBehindTheService) {
    const Post to_department = ask(town.member, to_warehouse);
    EXPECT_EQ(to_department.kind, PostKind::question);
    EXPECT_EQ(now(to_department).department, town.warehouse);
    EXPECT_EQ(now(to_department).state, QuestionState::routed);
    const Service transport = service("Rides", town.transport);
    const Question about_rides = now(ask(town.colleague, {.service = transport.id}));
    EXPECT_EQ(about_rides.department, town.transport);
    EXPECT_EQ(about_rides.service, transport.id);
}

TEST_F(Questions, ThatNameNobodyAreForTheDepartmentOfTheirTab) {
    const Post in_tab = act(town.owner, create_post, asking(town.announcements, {}));
    EXPECT_EQ(now(in_tab).department, town.warehouse);
    const Post in_general = ask(town.member, {});
    EXPECT_EQ(now(in_general).state, QuestionState::asked);
    EXPECT_EQ(now(in_general).department, std::nullopt);
    const Question routed = act(town.member, route_question, RouteQuestion{in_general.id, to_warehouse});
    EXPECT_EQ(routed.state, QuestionState::routed);
    EXPECT_EQ(routed.version, 2);
}

TEST_F(Questions, AreToldBehindTheirPost) {
    news();
    ask(town.member, to_warehouse);
    const std::string stream = group_stream(town.group);
    EXPECT_THAT(news(), ElementsAre(stream + " post.created", stream + " question.changed",
                                    user_stream(town.colleague) + " notifications.changed"));
}

TEST_F(Questions, ToNobodyThatThereIsAreRefused) {
    EXPECT_EQ(refused(town.member, create_post, asking(town.general, {.department = DepartmentId{9999}})),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, create_post, asking(town.general, {.service = ServiceId{9999}})),
              ErrorCode::not_found);
    const Service rides = service("Rides", town.transport);
    EXPECT_EQ(refused(town.guest, create_post, asking(town.opened, {.service = rides.id})),
              ErrorCode::forbidden);
    act(town.guest, create_post, asking(town.opened, to_warehouse));
    const Post open = ask(town.member, {});
    EXPECT_EQ(refused(town.member, route_question, RouteQuestion{open.id, {}}), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.member, route_question, RouteQuestion{subject.id, to_warehouse}),
              ErrorCode::not_found);
}

TEST_F(Questions, ARetryFindsWhatWasAskedAndOtherContentIsAConflict) {
    const CreatePost request = asking(town.general, to_warehouse, 5);
    const Post made = act(town.member, create_post, request);
    EXPECT_EQ(act(town.member, create_post, request).id, made.id);
    EXPECT_EQ(refused(town.member, create_post, asking(town.general, {.department = town.transport}, 5)),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, create_post, posting(town.general, "Where is it?", 5)),
              ErrorCode::conflict);
}

TEST_F(Questions, PromiseAMomentInTheOpenHoursOfTheirDepartment) {
    EXPECT_EQ(now(ask(town.member, to_warehouse)).answer_before, std::nullopt);
    promise(town.warehouse, 8);
    const Post asked = ask(town.member, to_warehouse);
    EXPECT_EQ(now(asked).answer_before, asked.published_at + 8h);
}

TEST_F(Questions, KeepTheirMomentWhateverIsPromisedLaterAndWhereverTheyAreSent) {
    promise(town.warehouse, 8);
    promise(town.transport, 40);
    const Post asked = ask(town.member, to_warehouse);
    promise(town.warehouse, 100);
    const Question sent =
        act(town.colleague, route_question, RouteQuestion{asked.id, {.department = town.transport}});
    EXPECT_EQ(sent.department, town.transport);
    EXPECT_EQ(sent.answer_before, asked.published_at + 8h);
}

TEST_F(Questions, ArePickedUpByTheDepartmentOnly) {
    const Post asked = ask(town.member, to_warehouse);
    EXPECT_EQ(refused(town.owner, pick_up_question, PickUpQuestion{asked.id}), ErrorCode::forbidden);
    EXPECT_EQ(act(town.moderator, pick_up_question, PickUpQuestion{asked.id}).picked_up_by, town.moderator);
    EXPECT_EQ(act(town.colleague, pick_up_question, PickUpQuestion{asked.id}).picked_up_by, town.colleague);
    EXPECT_EQ(refused(town.member, put_down_question, PutDownQuestion{asked.id}), ErrorCode::forbidden);
    EXPECT_EQ(act(town.colleague, put_down_question, PutDownQuestion{asked.id}).picked_up_by, std::nullopt);
    const auto people = look(town.owner, get_post, GetPost{asked.id}).people;
    EXPECT_EQ(people.size(), 1);
}

TEST_F(Questions, OfNobodyArePickedUpByAnyFullMember) {
    const Post asked = act(town.owner, create_post, asking(town.opened, {}));
    EXPECT_EQ(refused(town.guest, pick_up_question, PickUpQuestion{asked.id}), ErrorCode::forbidden);
    EXPECT_EQ(act(town.member, pick_up_question, PickUpQuestion{asked.id}).picked_up_by, town.member);
}

TEST_F(Questions, ThatMoveOnToAnotherDepartmentAreNobodysAgain) {
    const Post asked = ask(town.member, to_warehouse);
    act(town.colleague, pick_up_question, PickUpQuestion{asked.id});
    const Question sent =
        act(town.colleague, route_question, RouteQuestion{asked.id, {.department = town.transport}});
    EXPECT_EQ(sent.picked_up_by, std::nullopt);
}

TEST_F(Questions, AreAnsweredInTheNameOfTheDepartmentByItsHead) {
    const Post asked = ask(town.owner, to_warehouse);
    const Comment found = answer(town.moderator, asked);
    EXPECT_EQ(refused(town.member, mark_answer, MarkAnswer{asked.id, found.id}), ErrorCode::forbidden);
    EXPECT_EQ(mark(town.colleague, asked, found).state, QuestionState::answered);
    EXPECT_EQ(refused(town.colleague, pick_up_question, PickUpQuestion{asked.id}), ErrorCode::conflict);
    EXPECT_EQ(
        refused(town.colleague, route_question, RouteQuestion{asked.id, {.department = town.transport}}),
        ErrorCode::conflict);
    EXPECT_EQ(act(town.colleague, unmark_answer, UnmarkAnswer{asked.id}).state, QuestionState::routed);
}

TEST_F(Questions, ThatTheirAskerAcceptedAreNobodyElsesToChange) {
    const Post asked = ask(town.member, to_warehouse);
    const Comment first = answer(town.moderator, asked);
    const Comment second = answer(town.owner, asked, "Or there.");
    mark(town.colleague, asked, first);
    EXPECT_EQ(mark(town.member, asked, first).state, QuestionState::accepted);
    EXPECT_EQ(refused(town.colleague, mark_answer, MarkAnswer{asked.id, second.id}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.owner, unmark_answer, UnmarkAnswer{asked.id}), ErrorCode::forbidden);
    EXPECT_EQ(mark(town.member, asked, second).answer, second.id);
}

TEST_F(Questions, AreAnsweredByWhatStandsBelowThem) {
    const Post asked = ask(town.member, to_warehouse);
    const Comment elsewhere = comment(town.owner, "below another post");
    EXPECT_EQ(refused(town.member, mark_answer, MarkAnswer{asked.id, elsewhere.id}), ErrorCode::not_found);
    const Comment gone = answer(town.owner, asked);
    erase(town.owner, gone);
    EXPECT_EQ(refused(town.member, mark_answer, MarkAnswer{asked.id, gone.id}), ErrorCode::not_found);
}

TEST_F(Questions, ShowTheirAnswerHoweverMuchWasSaidSince) {
    const Post asked = ask(town.member, to_warehouse);
    const Comment found = answer(town.moderator, asked);
    mark(town.member, asked, found);
    for (const char* said : {"thanks", "indeed", "me too"})
        answer(town.owner, asked, said);
    const PostView shown = view_of(town.colleague, asked);
    EXPECT_THAT(bodies(shown.latest), ElementsAre("indeed", "me too"));
    ASSERT_TRUE(shown.answer);
    EXPECT_EQ(shown.answer->comment.body, "There.");
    EXPECT_TRUE(view_of(town.moderator, asked).answer->mine.may_edit);
}

TEST_F(Questions, WhoseAnswerIsDeletedAreOpenAgain) {
    const Post asked = ask(town.member, to_warehouse);
    const Comment found = answer(town.moderator, asked);
    mark(town.member, asked, found);
    news();
    erase(town.moderator, found);
    const std::string stream = group_stream(town.group);
    EXPECT_THAT(news(), ElementsAre(stream + " comment.deleted", stream + " question.changed"));
    EXPECT_EQ(now(asked).state, QuestionState::routed);
    EXPECT_FALSE(view_of(town.member, asked).answer);
}

TEST_F(Questions, AreOpenedAgainWithAReasonAndTheirClockStartsAnew) {
    promise(town.warehouse, 8);
    const Post asked = ask(town.member, to_warehouse);
    EXPECT_EQ(refused(town.member, reopen_question, ReopenQuestion{asked.id, {"why"}}), ErrorCode::conflict);
    mark(town.colleague, asked, answer(town.moderator, asked));
    EXPECT_EQ(refused(town.colleague, reopen_question, ReopenQuestion{asked.id, {"why"}}),
              ErrorCode::forbidden);
    EXPECT_EQ(refused(town.member, reopen_question, ReopenQuestion{asked.id, {"  "}}),
              ErrorCode::invalid_request);
    const Question open = act(town.member, reopen_question, ReopenQuestion{asked.id, {" It is not there. "}});
    EXPECT_EQ(open.state, QuestionState::routed);
    EXPECT_EQ(open.reopened, "It is not there.");
    EXPECT_GT(open.answer_before, asked.published_at + 8h);
    // Said again, as after an answer that was lost, it changes nothing.
    EXPECT_EQ(act(town.member, reopen_question, ReopenQuestion{asked.id, {"It is not there."}}).version,
              open.version);
}

TEST_F(Questions, WhyTheyWereOpenedIsForgottenWithTheNextAnswer) {
    const Post asked = ask(town.member, to_warehouse);
    mark(town.colleague, asked, answer(town.moderator, asked));
    act(town.member, reopen_question, ReopenQuestion{asked.id, {"a reason that is remembered"}});
    EXPECT_EQ(log_lines_with("a reason that is remembered"), 1);
    EXPECT_EQ(mark(town.member, asked, answer(town.owner, asked, "Here.")).reopened, std::nullopt);
    EXPECT_EQ(log_lines_with("a reason that is remembered"), 0);
}

TEST_F(Questions, ComeBackWithTheirPost) {
    const Post asked = ask(town.member, to_warehouse);
    mark(town.member, asked, answer(town.moderator, asked));
    act(town.member, delete_post, DeletePost{asked.id});
    EXPECT_EQ(refused(town.member, unmark_answer, UnmarkAnswer{asked.id}), ErrorCode::not_found);
    EXPECT_EQ(log_lines_with("accepted"), 0);
    act(town.member, restore_post, RestorePost{asked.id});
    EXPECT_EQ(now(asked).state, QuestionState::accepted);
    EXPECT_EQ(log_lines_with("accepted"), 1);
}

TEST_F(Questions, ThatAreOpenAreListedForTheirDepartmentTheMostUrgentFirst) {
    ask(town.member, to_warehouse);
    promise(town.warehouse, 40);
    const auto ask_for = [&](const char* body, PersonId who, TabId tab) {
        CreatePost request = asking(tab, to_warehouse);
        request.body = {body};
        return act(who, create_post, request);
    };
    ask_for("within the week", town.member, town.general);
    promise(town.warehouse, 1);
    ask_for("within the hour", town.member, town.general);
    ask_for("among ourselves", town.member, town.transport_tab);
    const Post done = ask_for("is answered", town.member, town.general);
    mark(town.member, done, answer(town.owner, done));
    EXPECT_THAT(open_questions(town.colleague),
                ElementsAre("within the hour", "within the week", "Where is it?"));
    EXPECT_THAT(open_questions(town.owner),
                ElementsAre("within the hour", "among ourselves", "within the week", "Where is it?"));
    EXPECT_THAT(open_questions(town.stranger), IsEmpty());
    EXPECT_EQ(refused(town.guest, list_open_questions, ListOpenQuestions{town.warehouse}),
              ErrorCode::forbidden);
    EXPECT_EQ(refused(town.owner, list_open_questions, ListOpenQuestions{DepartmentId{9999}}),
              ErrorCode::not_found);
}

TEST_F(Questions, OfHeldPostsBeginWithTheirApproval) {
    promise(town.warehouse, 8);
    CreateTab tab{.group = town.group, .client_id = {}, .name = {"Proposals"}};
    tab.client_id.bytes = {7, 1};
    tab.posting = PostingRule::approval;
    const TabId proposals = act(town.owner, create_tab, tab).id;
    const Post held = act(town.member, create_post, asking(proposals, to_warehouse));
    EXPECT_EQ(held.state, PostState::held);
    EXPECT_EQ(held.kind, PostKind::question);
    EXPECT_EQ(refused(town.colleague, pick_up_question, PickUpQuestion{held.id}), ErrorCode::not_found);
    EXPECT_THAT(open_questions(town.colleague), IsEmpty());
    news();
    const Post approved = act(town.owner, approve_held_post, ApproveHeldPost{held.id, held.version});
    EXPECT_THAT(news(), testing::IsSupersetOf({group_stream(town.group) + " post.created",
                                               group_stream(town.group) + " question.changed"}));
    EXPECT_EQ(now(held).answer_before, approved.published_at + 8h);
    EXPECT_THAT(open_questions(town.colleague), ElementsAre("Where is it?"));
}

TEST_F(Questions, InATabWhoseDepartmentIsNoMoreAreForNobodyYet) {
    run_sql(test_database, "UPDATE departments SET archived = true WHERE name = 'Warehouse'");
    const Post asked = act(town.owner, create_post, asking(town.announcements, {}));
    EXPECT_EQ(now(asked).department, std::nullopt);
    EXPECT_EQ(refused(town.owner, create_post, asking(town.announcements, to_warehouse)),
              ErrorCode::not_found);
}

TEST_F(Questions, ThatWaitKeepTheirDepartmentFromBeingArchived) {
    CreateDepartment another{.client_id = {}, .name = {"Painting"}};
    another.client_id.bytes = {8};
    const Department painting = act(town.administrator, create_department, another);
    const Post asked = ask(town.member, {.department = painting.id});
    EXPECT_EQ(refused(town.administrator, archive_department, ArchiveDepartment{painting.id}),
              ErrorCode::conflict);
    mark(town.member, asked, answer(town.owner, asked));
    EXPECT_TRUE(act(town.administrator, archive_department, ArchiveDepartment{painting.id}).archived);
}

}  // namespace
}  // namespace plein::test
