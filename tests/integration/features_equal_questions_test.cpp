// Questions that another one answers as well.
#include "tests/support/equal_questions_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

class EqualQuestions : public EqualQuestionsTest {
protected:
    const Post first = ask_in(town.general, town.member, "Where are the boots?");
    const Post second = ask_in(town.general, town.owner, "Where do I get boots?");
};

TEST_F(EqualQuestions, AreAnsweredByOne) {
    news();
    const Question merged = merge(town.moderator, second, first);
    EXPECT_EQ(merged.merged_into, first.id);
    EXPECT_EQ(now(first).merged, 1);
    EXPECT_THAT(news(), UnorderedElementsAre(group + " question.changed", group + " question.changed",
                                             changed(town.owner)));
    EXPECT_THAT(told(town.owner), Contains("merged: Where do I get boots?"));

    act(town.colleague, pick_up_question, PickUpQuestion{first.id});
    EXPECT_EQ(now(second).picked_up_by, town.colleague);
    expect_follows(now(second), now(first));
    EXPECT_THAT(told(town.owner), Contains("picked_up: Where do I get boots?"));

    const Comment found = answer(town.moderator, first);
    news();
    mark(town.colleague, first, found);
    EXPECT_THAT(news(), UnorderedElementsAre(group + " question.changed", group + " question.changed",
                                             changed(town.owner), changed(town.member)));
    EXPECT_EQ(now(second).state, QuestionState::answered);
    EXPECT_EQ(now(second).answer, found.id);
    EXPECT_THAT(told(town.owner), Contains("answered: Where do I get boots?"));
    ASSERT_TRUE(view_of(town.owner, second).answer);
    EXPECT_EQ(view_of(town.owner, second).answer->comment.body, "There.");
}

TEST_F(EqualQuestions, FollowTheOtherWhateverBecomesOfIt) {
    promise(town.warehouse, 8);
    merge(town.moderator, second, first);
    const auto expect_followed = [&] { expect_follows(now(second), now(first)); };
    act(town.colleague, route_question, RouteQuestion{first.id, {.department = town.transport}});
    expect_followed();
    EXPECT_EQ(now(second).department, town.transport);
    act(town.member, pick_up_question, PickUpQuestion{first.id});
    act(town.member, put_down_question, PutDownQuestion{first.id});
    expect_followed();
    const Comment found = answer(town.owner, first);
    mark(town.member, first, found);
    EXPECT_EQ(now(second).state, QuestionState::accepted);
    expect_followed();
    act(town.member, reopen_question, ReopenQuestion{first.id, {"They are gone."}});
    EXPECT_EQ(now(second).state, QuestionState::routed);
    EXPECT_EQ(now(second).reopened, std::nullopt) << "said of the other";
    expect_followed();
    mark(town.member, first, found);
    act(town.member, unmark_answer, UnmarkAnswer{first.id});
    expect_followed();
    mark(town.member, first, found);
    erase(town.owner, found);
    EXPECT_EQ(now(second).state, QuestionState::routed);
    EXPECT_FALSE(view_of(town.owner, second).answer);
}

TEST_F(EqualQuestions, AreAnsweredAtOnceByWhatIsAnswered) {
    const Comment found = answer(town.moderator, first);
    mark(town.colleague, first, found);
    EXPECT_EQ(merge(town.colleague, second, first).state, QuestionState::answered);
    EXPECT_THAT(told(town.owner), Contains("answered: Where do I get boots?"));
    EXPECT_THAT(told(town.owner), Not(Contains("merged: Where do I get boots?")));
    EXPECT_EQ(lines(town.owner).front().actors, std::vector{town.moderator});
}

TEST_F(EqualQuestions, HearOfAnAnswerThatTheOtherAskerAccepts) {
    merge(town.moderator, second, first);
    const Comment found = answer(town.moderator, first);
    mark(town.member, first, found);
    EXPECT_THAT(told(town.owner), Contains("answered: Where do I get boots?"));
    read(town.owner, {.up_to = lines(town.owner).front().id});
    news();
    act(town.member, mark_answer, MarkAnswer{first.id, found.id});
    EXPECT_THAT(news(), IsEmpty()) << "said again";
}

TEST_F(EqualQuestions, GoAlongWithWhatAnsweredThem) {
    const Post third = ask_in(town.general, town.moderator, "Boots?");
    merge(town.moderator, third, second);
    merge(town.moderator, second, first);
    EXPECT_EQ(now(third).merged_into, first.id);
    EXPECT_EQ(now(second).merged, 0);
    EXPECT_EQ(now(first).merged, 2);
    mark(town.colleague, first, answer(town.colleague, first));
    EXPECT_EQ(now(third).state, QuestionState::answered);
    EXPECT_THAT(told(town.moderator), Contains("answered: Boots?"));
}

TEST_F(EqualQuestions, KeepTheEarlierPromise) {
    promise(town.warehouse, 40);
    const Post late = ask_in(town.general, town.member, "Boots, by the week");
    promise(town.warehouse, 8);
    const Post soon = ask_in(town.general, town.owner, "Boots, by the day");
    const auto promised = now(soon).answer_before;
    merge(town.moderator, soon, late);
    EXPECT_EQ(now(late).answer_before, promised);
    EXPECT_EQ(now(soon).answer_before, promised);
    promise(town.warehouse, 100);
    EXPECT_EQ(unmerge(town.owner, soon).answer_before, promised);
}

TEST_F(EqualQuestions, StandByThemselvesAgain) {
    promise(town.warehouse, 8);
    const Post asked = ask_in(town.general, town.owner, "Boots, in time");
    const auto promised = now(asked).answer_before;
    merge(town.moderator, asked, first);
    mark(town.colleague, first, answer(town.colleague, first));
    EXPECT_EQ(refused(town.stranger, unmerge_question, UnmergeQuestion{asked.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, unmerge_question, UnmergeQuestion{asked.id}), ErrorCode::forbidden);
    news();
    const Question alone = unmerge(town.owner, asked);
    EXPECT_THAT(news(), ElementsAre(group + " question.changed", group + " question.changed"));
    EXPECT_EQ(alone.state, QuestionState::routed);
    EXPECT_EQ(alone.merged_into, std::nullopt);
    EXPECT_EQ(alone.answer, std::nullopt);
    EXPECT_EQ(alone.answer_before, promised);
    EXPECT_EQ(now(first).merged, 0);
    EXPECT_EQ(now(first).state, QuestionState::answered);
    EXPECT_EQ(unmerge(town.owner, asked).version, alone.version) << "once more";
    EXPECT_THAT(open_questions(town.owner), Contains("Boots, in time"));
}

TEST_F(EqualQuestions, AreMergedByTheDepartmentAndByWhoLooksAfterTheTab) {
    EXPECT_EQ(refused_merge(town.member, second, first), ErrorCode::forbidden);
    EXPECT_EQ(refused_merge(town.stranger, second, first), ErrorCode::not_found);
    EXPECT_EQ(refused_merge(town.guest, second, first), ErrorCode::not_found);
    EXPECT_EQ(merge(town.colleague, second, first).merged_into, first.id);
    EXPECT_EQ(unmerge(town.colleague, second).merged_into, std::nullopt);
    EXPECT_EQ(merge(town.owner, second, first).merged_into, first.id);
}

TEST_F(EqualQuestions, AreMergedOnceHoweverOftenItIsSaid) {
    const Question merged = merge(town.moderator, second, first);
    read(town.owner, {.up_to = lines(town.owner).front().id});
    news();
    EXPECT_EQ(merge(town.moderator, second, first).version, merged.version);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(EqualQuestions, AreRefusedWhereOneCannotAnswerTheOther) {
    const Post elsewhere =
        act(town.member, create_post, asking(town.general, {.department = town.transport}));
    EXPECT_EQ(about_merge(town.moderator, second, elsewhere), "conflict into");
    EXPECT_EQ(about_merge(town.moderator, second, second), "conflict into");
    EXPECT_EQ(about_merge(town.moderator, second, subject), "not_found into");
    EXPECT_EQ(about_merge(town.moderator, subject, first), "not_found post");
    const Post third = ask_in(town.general, town.moderator, "Boots?");
    merge(town.moderator, third, second);
    EXPECT_EQ(about_merge(town.moderator, first, third), "conflict into");
    EXPECT_EQ(about_merge(town.moderator, third, first), "conflict merged");
    mark(town.colleague, second, answer(town.colleague, second));
    EXPECT_EQ(about_merge(town.moderator, second, first), "conflict post");
}

TEST_F(EqualQuestions, OfWhichOneIsPrivateStayApart) {
    CreatePost request = asking(town.general, to_warehouse);
    request.confidential = true;
    const Post secret = act(town.member, create_post, request);
    EXPECT_EQ(about_merge(town.colleague, second, secret), "conflict into");
    EXPECT_EQ(about_merge(town.colleague, secret, second), "conflict post");
    EXPECT_EQ(about_merge(town.owner, second, secret), "not_found into");
    EXPECT_THAT(equals(town.colleague, secret), IsEmpty());
}

TEST_F(EqualQuestions, AreReadByAllWhoReadWhatTheyAnswer) {
    const Post for_guests = ask_in(town.opened, town.guest, "Boots for guests?");
    EXPECT_EQ(about_merge(town.moderator, for_guests, first), "conflict audience");
    EXPECT_EQ(merge(town.moderator, first, for_guests).merged_into, for_guests.id);
    const Comment found = answer(town.moderator, for_guests, "At the gate.");
    mark(town.colleague, for_guests, found);
    // Also where the page is of a tab that the answer is not in.
    const PostPage page = look(town.member, list_posts, ListPosts{.tab = town.general});
    const auto shown =
        std::ranges::find(page.items, first.id, [](const PostView& each) { return each.post.id; });
    ASSERT_NE(shown, page.items.end());
    ASSERT_TRUE(shown->answer);
    EXPECT_EQ(shown->answer->comment.body, "At the gate.");
    EXPECT_THAT(told(town.member), Contains("answered: Where are the boots?"));
    const Post limited = ask_in(town.transport_tab, town.owner, "Boots for Transport?");
    EXPECT_EQ(about_merge(town.owner, second, limited), "conflict audience");
    EXPECT_EQ(merge(town.owner, limited, second).merged_into, second.id);
}

TEST_F(EqualQuestions, OfNobodyBelongToTheDepartmentThatAnswersThem) {
    const Post nobodys = ask(town.member, {});
    EXPECT_EQ(refused_merge(town.colleague, nobodys, first), ErrorCode::forbidden);
    EXPECT_EQ(merge(town.owner, nobodys, first).department, town.warehouse);
    promise(town.warehouse, 8);
    const Question alone = unmerge(town.member, nobodys);
    EXPECT_EQ(alone.department, town.warehouse);
    EXPECT_EQ(alone.answer_before, nobodys.published_at + std::chrono::hours{8});
}

TEST_F(EqualQuestions, LeaveWhatIsDoneToTheOther) {
    merge(town.moderator, second, first);
    const Comment said = answer(town.colleague, second);
    const auto id = second.id;
    EXPECT_EQ(
        about([&] { act(town.owner, route_question, RouteQuestion{id, {.department = town.transport}}); }),
        "conflict merged");
    EXPECT_EQ(about([&] { act(town.colleague, pick_up_question, PickUpQuestion{id}); }), "conflict merged");
    EXPECT_EQ(about([&] { act(town.colleague, put_down_question, PutDownQuestion{id}); }), "conflict merged");
    EXPECT_EQ(about([&] { mark(town.owner, second, said); }), "conflict merged");
    EXPECT_EQ(about([&] { act(town.owner, unmark_answer, UnmarkAnswer{id}); }), "conflict merged");
    EXPECT_EQ(about([&] { act(town.owner, reopen_question, ReopenQuestion{id, {"why"}}); }),
              "conflict merged");
}

TEST_F(EqualQuestions, AreAtMostSoMany) {
    merge(town.moderator, second, first);
    for (std::size_t i = 1; i < limits::merged_questions; ++i)
        merge(town.moderator, ask_in(town.general, town.member, "Boots?"), first);
    EXPECT_EQ(now(first).merged, 50);
    EXPECT_EQ(about_merge(town.moderator, ask_in(town.general, town.member, "Boots?"), first),
              "conflict into");
}

TEST_F(EqualQuestions, ThatTwoMergeIntoEachOtherAreMergedByOneOfThem) {
    const std::vector tokens{token_of(town.moderator), token_of(town.owner)};
    std::future<std::string> one;
    std::future<std::string> other;
    {
        HeldLock held{test_database, "SELECT FROM questions WHERE post_id = " +
                                         std::to_string(first.id.value) + " FOR UPDATE"};
        one = std::async(std::launch::async, [&] { return about_merge(town.moderator, second, first); });
        held.await_waiters(1);
        other = std::async(std::launch::async, [&] { return about_merge(town.owner, first, second); });
        held.await_waiters(2);
        held.release();
    }
    EXPECT_THAT((std::vector{one.get(), other.get()}), ElementsAre("nothing", "conflict into"));
    EXPECT_EQ(now(second).merged_into, first.id);
    EXPECT_EQ(now(first).merged_into, std::nullopt);
}

}  // namespace
}  // namespace plein::test
