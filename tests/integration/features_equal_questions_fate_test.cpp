// Merged questions where time goes by, and where one of them, or its tab, goes another way; and which are offered.
#include "server/features/confidential.hpp"
#include "server/features/moving.hpp"
#include "server/features/question_clock.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/equal_questions_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

class MergedQuestions : public EqualQuestionsTest {
protected:
    MergedQuestions() { merge(town.moderator, second, first); }

    void move(PersonId who, const Post& post, TabId to) {
        act(who, move_post, MovePost{.post = post.id, .tab = to, .wider = true});
    }
    void set_audience(TabId tab, TabAudience audience, std::optional<DepartmentId> department = {}) {
        for (const TabView& view : look(town.owner, get_group, GetGroup{town.group}).view.tabs) {
            if (view.tab.id != tab) continue;
            act(town.owner, edit_tab,
                EditTab{.tab = tab,
                        .version = view.tab.version,
                        .name = {view.tab.name},
                        .department = department,
                        .audience = audience});
        }
    }

    const Post first = ask_in(town.general, town.member, "Where are the boots?");
    const Post second = ask_in(town.general, town.owner, "Where do I get boots?");
};

TEST_F(MergedQuestions, AreOneAmongThoseThatAreOpen) {
    EXPECT_THAT(open_questions(town.colleague), ElementsAre("Where are the boots?"));
    EXPECT_THAT(FeatureTest::bodies(look(town.colleague, list_questions, ListQuestions{QuestionList::desk})),
                Contains("Where do I get boots?"));
}

TEST_F(MergedQuestions, AreOverdueAsOne) {
    run_sql(test_database, "UPDATE questions SET answer_before = now() - interval '1 hour'");
    EXPECT_GT(jobs::tell_overdue_questions(*database), 0);
    EXPECT_THAT(told(town.colleague), Contains("overdue: Where are the boots?"));
    EXPECT_THAT(told(town.colleague), Not(Contains("overdue: Where do I get boots?")));
}

TEST_F(MergedQuestions, AreAcceptedBySilenceTogetherAndCountedOnce) {
    for (int i = 0; i < 4; ++i) {
        const Post asked = ask_in(town.general, town.member, "Gloves?");
        mark(town.colleague, asked, answer(town.colleague, asked));
    }
    mark(town.colleague, first, answer(town.colleague, first));
    EXPECT_EQ(look(town.owner, get_answer_times, GetAnswerTimes{town.warehouse}).answered, 5);
    run_sql(test_database,
            "UPDATE questions SET answered_at = answered_at - interval '8 days'; "
            "UPDATE comments SET published_at = published_at - interval '8 days'");
    news();
    EXPECT_EQ(jobs::accept_settled_answers(*database), 5);
    EXPECT_EQ(now(second).state, QuestionState::accepted);
    EXPECT_EQ(std::ranges::count(news(), group + " question.changed"), 6);
}

TEST_F(MergedQuestions, DoNotKeepADepartmentFromBeingArchived) {
    CreateDepartment another{.client_id = {}, .name = {"Painting"}};
    another.client_id.bytes = {8};
    const Department painting = act(town.administrator, create_department, another);
    act(town.colleague, route_question, RouteQuestion{first.id, {.department = painting.id}});
    EXPECT_EQ(refused(town.administrator, archive_department, ArchiveDepartment{painting.id}),
              ErrorCode::conflict);
    mark(town.member, first, answer(town.owner, first));
    EXPECT_TRUE(act(town.administrator, archive_department, ArchiveDepartment{painting.id}).archived);
}

TEST_F(MergedQuestions, OfWhatIsDeletedStandByThemselves) {
    mark(town.colleague, first, answer(town.colleague, first));
    news();
    act(town.member, delete_post, DeletePost{first.id});
    EXPECT_THAT(news(), ElementsAre(group + " post.deleted", group + " question.changed"));
    EXPECT_EQ(now(second).merged_into, std::nullopt);
    EXPECT_EQ(now(second).state, QuestionState::routed);
    act(town.member, restore_post, RestorePost{first.id});
    EXPECT_EQ(now(first).merged, 0);
    EXPECT_EQ(now(first).state, QuestionState::answered);
    EXPECT_EQ(now(second).merged_into, std::nullopt);
}

TEST_F(MergedQuestions, ThatAreDeletedCountNoMore) {
    act(town.owner, delete_post, DeletePost{second.id});
    EXPECT_EQ(now(first).merged, 0);
    act(town.owner, restore_post, RestorePost{second.id});
    EXPECT_EQ(now(second).merged_into, std::nullopt);
    EXPECT_EQ(now(first).merged, 0);
}

TEST_F(MergedQuestions, StayTogetherWhereAMoveLeavesTheOtherInSight) {
    move(town.owner, second, town.transport_tab);
    EXPECT_EQ(now(second).merged_into, first.id);
    move(town.member, first, town.opened);
    EXPECT_EQ(now(second).merged_into, first.id);
    EXPECT_EQ(now(first).merged, 1);
}

TEST_F(MergedQuestions, PartWhereAMoveTakesTheOtherOutOfSight) {
    const Post third = ask_in(town.transport_tab, town.member, "Boots for Transport?");
    act(town.owner, merge_question, MergeQuestion{third.id, first.id});
    news();
    move(town.member, first, town.transport_tab);
    EXPECT_EQ(now(second).merged_into, std::nullopt);
    EXPECT_EQ(now(third).merged_into, first.id);
    EXPECT_EQ(now(first).merged, 1);
    EXPECT_THAT(news(), Contains(group + " question.changed"));
}

TEST_F(MergedQuestions, PartWhereTheyThemselvesGoBeforeMorePeople) {
    move(town.owner, second, town.opened);
    EXPECT_EQ(now(second).merged_into, std::nullopt);
    EXPECT_EQ(now(first).merged, 0);
}

TEST_F(MergedQuestions, PartWhereATabIsReadByOthers) {
    const Post there = ask_in(town.opened, town.guest, "Boots for guests?");
    merge(town.moderator, first, there);
    EXPECT_EQ(now(second).merged_into, there.id);
    news();
    set_audience(town.opened, TabAudience::department, town.warehouse);
    EXPECT_EQ(now(first).merged_into, std::nullopt);
    EXPECT_EQ(now(second).merged_into, std::nullopt);
    EXPECT_EQ(std::ranges::count(news(), group + " question.changed"), 2);
}

TEST_F(MergedQuestions, PartWhereATabIsArchived) {
    const Post there = ask_in(town.opened, town.guest, "Boots for guests?");
    merge(town.moderator, first, there);
    act(town.owner, archive_tab, ArchiveTab{town.opened});
    EXPECT_EQ(now(first).merged_into, std::nullopt);
}

TEST_F(MergedQuestions, ShowNoAnswerThatNotAllReadersOfTheirTabRead) {
    const Post there = ask_in(town.opened, town.guest, "Boots for guests?");
    merge(town.moderator, first, there);
    mark(town.colleague, there, answer(town.colleague, there));
    ASSERT_TRUE(view_of(town.member, first).answer);
    // As if it happened past all that parts them.
    run_sql(test_database, "UPDATE tabs SET audience = 'department', department_id = " +
                               std::to_string(town.warehouse.value) +
                               " WHERE id = " + std::to_string(town.opened.value));
    EXPECT_FALSE(view_of(town.member, first).answer);
    const PostPage page = look(town.member, list_posts, ListPosts{.tab = town.general});
    for (const PostView& each : page.items)
        EXPECT_FALSE(each.answer) << each.post.body;
}

using EqualOnes = EqualQuestionsTest;

TEST_F(EqualOnes, AreOfferedByWhatTheySay) {
    const Post asked = ask_in(town.general, town.member, "Waar haal ik nieuwe werkschoenen?");
    ask_in(town.general, town.owner, "Welke werkschoenen krijg ik?");
    ask_in(town.general, town.owner, "Waar haal ik mijn nieuwe werkschoenen op?");
    ask_in(town.general, town.owner, "Hoe laat gaat de poort open?");
    ask_in(town.transport_tab, town.owner, "Nieuwe werkschoenen voor Transport?");
    const Post merged = ask_in(town.general, town.owner, "Nieuwe werkschoenen?");
    merge(town.moderator, merged, asked);
    act(town.owner, create_post, asking(town.general, {.department = town.transport}));
    EXPECT_THAT(equals(town.colleague, asked),
                ElementsAre("Waar haal ik mijn nieuwe werkschoenen op?", "Welke werkschoenen krijg ik?"));
    EXPECT_THAT(equals(town.owner, asked, " poort "), ElementsAre("Hoe laat gaat de poort open?"));
    EXPECT_THAT(equals(town.owner, asked, "poort werkschoenen"), IsEmpty());
    EXPECT_EQ(refused(town.member, list_equal_questions, ListEqualQuestions{asked.id, {}}),
              ErrorCode::forbidden);
    EXPECT_EQ(refused(town.stranger, list_equal_questions, ListEqualQuestions{asked.id, {}}),
              ErrorCode::not_found);
}

TEST_F(EqualOnes, OfNobodyAreLookedForInTheWholeGroup) {
    CreatePost request = asking(town.general, {});
    request.body = {"Nieuwe werkschoenen?"};
    const Post nobodys = act(town.member, create_post, request);
    ask_in(town.general, town.owner, "Welke werkschoenen krijg ik?");
    ask_in(town.opened, town.owner, "Werkschoenen voor gasten?");
    ask_in(town.transport_tab, town.owner, "Werkschoenen voor Transport?");
    EXPECT_THAT(equals(town.owner, nobodys),
                UnorderedElementsAre("Welke werkschoenen krijg ik?", "Werkschoenen voor gasten?"));
}

TEST_F(EqualOnes, AreThoseOfTheLastYear) {
    const Post asked = ask_in(town.general, town.member, "Nieuwe werkschoenen?");
    const Post old = ask_in(town.general, town.owner, "Welke werkschoenen krijg ik?");
    run_sql(test_database, "UPDATE posts SET published_at = now() - interval '367 days' WHERE id = " +
                               std::to_string(old.id.value));
    EXPECT_THAT(equals(town.owner, asked), IsEmpty());
}

}  // namespace
}  // namespace plein::test
