// Merged questions where time goes by, and where one of them, or its tab, goes another way; and which are offered.
#include "server/features/confidential.hpp"
#include "server/features/moving.hpp"
#include "server/features/question_clock.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/equal_questions_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

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

    static CreateDepartment painting() {
        CreateDepartment request{.client_id = {}, .name = {"Painting"}};
        request.client_id.bytes = {8};
        return request;
    }
    static std::string sql_of(const Post& post) { return std::to_string(post.id.value); }
    /// What `act` waits for while others have the posts of the merged ones: no question among that for which others wait.
    template <class Act>
    void expect_questions_free(const Act& act) {
        std::future<void> done;
        {
            HeldLock held{test_database, "SELECT FROM posts WHERE id = " + sql_of(second) + " FOR UPDATE"};
            done = std::async(std::launch::async, act);
            held.await_waiters(1);
            EXPECT_NO_THROW(run_sql(test_database, "SELECT FROM questions WHERE post_id IN (" +
                                                       sql_of(first) + ", " + sql_of(second) +
                                                       ") FOR UPDATE NOWAIT"));
            held.release();
        }
        done.get();
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
    const Department there = act(town.administrator, create_department, painting());
    act(town.colleague, route_question, RouteQuestion{first.id, {.department = there.id}});
    EXPECT_EQ(refused(town.administrator, archive_department, ArchiveDepartment{there.id}),
              ErrorCode::conflict);
    mark(town.member, first, answer(town.owner, first));
    EXPECT_TRUE(act(town.administrator, archive_department, ArchiveDepartment{there.id}).archived);
}

TEST_F(MergedQuestions, OfADepartmentThatIsNoMoreAreForNobodyYet) {
    const Department there = act(town.administrator, create_department, painting());
    act(town.colleague, route_question, RouteQuestion{first.id, {.department = there.id}});
    mark(town.member, first, answer(town.owner, first));
    act(town.administrator, archive_department, ArchiveDepartment{there.id});
    const Question alone = unmerge(town.owner, second);
    EXPECT_EQ(alone.state, QuestionState::asked);
    EXPECT_EQ(alone.department, std::nullopt);
    EXPECT_EQ(alone.answer_before, std::nullopt);
}

TEST_F(MergedQuestions, AreOverdueByThePromiseThatIsLeft) {
    run_sql(test_database,
            "UPDATE questions SET answer_before = now() - interval '1 hour', "
            "       own_answer_before = now() + interval '1 day' * (post_id = " +
                sql_of(first) + ")::int - interval '1 hour'");
    EXPECT_GT(jobs::tell_overdue_questions(*database), 0);
    unmerge(town.owner, second);
    EXPECT_FALSE(run_sql(test_database,
                         "SELECT overdue_told OR answer_before < now() FROM questions "
                         " WHERE post_id = " +
                             sql_of(first))[0][0]
                     .as<bool>());
}

TEST_F(MergedQuestions, OfWhatANodeOfBeforeDeletesArePartedLater) {
    const std::string gone =
        "UPDATE posts SET state = 'deleted', version = version + 1, "
        "       purge_after = now() + interval '10 minutes' WHERE id = ";
    mark(town.colleague, first, answer(town.colleague, first));
    run_sql(test_database, gone + sql_of(first));
    news();
    EXPECT_EQ(jobs::part_lost_questions(*database), 1);
    EXPECT_THAT(news(), ElementsAre(group + " question.changed"));
    EXPECT_EQ(now(second).merged_into, std::nullopt);
    EXPECT_EQ(now(second).state, QuestionState::routed);
    EXPECT_EQ(jobs::part_lost_questions(*database), 0);
    const Post third = ask_in(town.general, town.member, "Boots?");
    merge(town.moderator, third, second);
    run_sql(test_database, gone + sql_of(third));
    EXPECT_EQ(jobs::part_lost_questions(*database), 1);
    EXPECT_EQ(now(second).merged, 0);
}

TEST_F(MergedQuestions, AreHeldBeforeTheQuestionsWhateverChangesThem) {
    const Comment found = answer(town.moderator, first);
    mark(town.colleague, first, found);
    const std::vector tokens{token_of(town.moderator), token_of(town.member)};
    expect_questions_free([&] { erase(town.moderator, found); });
    const Comment again = answer(town.moderator, first);
    mark(town.colleague, first, again);
    run_sql(test_database,
            "UPDATE questions SET answered_at = answered_at - interval '8 days'; "
            "UPDATE comments SET published_at = published_at - interval '8 days'");
    expect_questions_free([&] { EXPECT_EQ(jobs::accept_settled_answers(*database), 1); });
    expect_questions_free([&] { act(town.member, delete_post, DeletePost{first.id}); });
    EXPECT_EQ(now(second).merged_into, std::nullopt);
}

TEST_F(MergedQuestions, OfWhatIsDeletedStandByThemselves) {
    mark(town.colleague, first, answer(town.colleague, first));
    news();
    act(town.member, delete_post, DeletePost{first.id});
    EXPECT_THAT(news(), UnorderedElementsAre(group + " post.deleted", group + " question.changed"));
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
    const auto version = [&] {
        return run_sql(test_database, "SELECT version FROM questions WHERE post_id = " + sql_of(there))[0][0]
            .as<std::int64_t>();
    };
    const auto before = version();
    news();
    set_audience(town.opened, TabAudience::department, town.warehouse);
    EXPECT_EQ(version(), before + 1) << "both parted at once";
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

TEST_F(EqualOnes, AreFoundHoweverMuchIsAskedInOtherGroups) {
    const Post asked = ask_in(town.general, town.member, "Nieuwe werkschoenen?");
    ask_in(town.general, town.owner, "Welke werkschoenen krijg ik?");
    const std::string tab = std::to_string(town.elsewhere_general.value);
    run_sql(
        test_database,
        "INSERT INTO posts (group_id, tab_id, author_id, client_id, client_digest, kind, mark, body, blocks, "
        "                   published_at, state) "
        "SELECT " +
            std::to_string(town.elsewhere.value) + ", " + tab +
            ", author_id, gen_random_uuid(), "
            "       client_digest, kind, mark, body, blocks, published_at, state "
            "  FROM posts, generate_series(1, 501) WHERE id = " +
            std::to_string(asked.id.value) +
            "; "
            "INSERT INTO questions (post_id, department_id) SELECT id, " +
            std::to_string(town.warehouse.value) + " FROM posts WHERE tab_id = " + tab);
    EXPECT_THAT(equals(town.owner, asked), ElementsAre("Welke werkschoenen krijg ik?"));
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
