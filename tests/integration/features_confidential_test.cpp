#include "server/features/bookmarks.hpp"
#include "server/features/confidential.hpp"
#include "server/features/managed_accounts.hpp"
#include "server/features/question_clock.hpp"
#include "server/features/reactions.hpp"
#include "server/features/standing.hpp"
#include "server/features/versions.hpp"
#include "tests/support/question_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using namespace std::chrono_literals;

/// The member asks the warehouse, where the moderator, the other owner and, as its head, the colleague work.
class Confidential : public QuestionTest {
protected:
    static CreatePost asking_privately(TabId tab, const Addressee& target, std::uint8_t client_id = 0) {
        CreatePost request = asking(tab, target, client_id);
        request.confidential = true;
        return request;
    }
    Post ask_privately(PersonId who, const Addressee& target) {
        return act(who, create_post, asking_privately(town.general, target));
    }
    std::vector<std::string> questions(PersonId who, QuestionList list) {
        return FeatureTest::bodies(look(who, list_questions, ListQuestions{.list = list}));
    }
    std::vector<std::string> all_of_group(PersonId who) {
        return FeatureTest::bodies(look(who, list_group_posts, ListGroupPosts{town.group}));
    }
    static std::string stream_of_desk(DepartmentId department) { return desk_stream_of(department); }
    std::vector<std::string> told_to_desk() const {
        return {stream_of_desk(town.warehouse) + " desk.changed", user_stream(town.member) + " desk.changed"};
    }

    void move(PersonId who, DepartmentId department) {
        const ManagedAccount before = look(town.administrator, get_account, GetAccount{who});
        act(town.administrator, edit_account,
            EditAccount{.person = who,
                        .version = before.version,
                        .name = {before.person.name},
                        .title = {before.person.title},
                        .email = Text<limits::email, 3>{before.email.value()},
                        .department = department,
                        .role = before.role});
    }
};

TEST_F(Confidential, IsReadByWhoAskedAndByTheDesk) {
    const Post asked = ask_privately(town.member, to_warehouse);
    EXPECT_EQ(asked.state, PostState::confidential);
    for (const PersonId reader : {town.member, town.moderator, town.other_owner, town.colleague})
        EXPECT_TRUE(view_of(reader, asked).question->confidential);
    for (const PersonId other : {town.owner, town.guest, town.stranger, town.administrator})
        EXPECT_EQ(refused(other, get_post, GetPost{asked.id}), ErrorCode::not_found);
}

TEST_F(Confidential, IsReadByTheOwnerOfTheService) {
    const Service rides = service("Rides", town.warehouse);  // the member's, who works in Transport
    const Post asked = ask_privately(town.owner, {.service = rides.id});
    EXPECT_EQ(view_of(town.member, asked).post.id, asked.id);
    EXPECT_THAT(told(town.member), ElementsAre("routed: Where is it?"));
    EXPECT_THAT(questions(town.member, QuestionList::desk), ElementsAre("Where is it?"));
}

TEST_F(Confidential, IsReadByNobodyOfTheDeskWhoDoesNotReadItsTab) {
    const Post asked = act(town.member, create_post, asking_privately(town.transport_tab, to_warehouse));
    EXPECT_EQ(refused(town.colleague, get_post, GetPost{asked.id}), ErrorCode::not_found);
    EXPECT_THAT(told(town.colleague), IsEmpty());
    EXPECT_THAT(questions(town.colleague, QuestionList::desk), IsEmpty());
}

TEST_F(Confidential, StandsInNoFeedNoCountAndNoFigure) {
    const auto before = all_of_group(town.colleague);
    const Post asked = ask_privately(town.member, to_warehouse);
    for (const PersonId reader : {town.member, town.colleague, town.owner})
        EXPECT_EQ(all_of_group(reader), before);
    EXPECT_THAT(FeatureTest::bodies(look(town.colleague, list_home_posts, ListHomePosts{.unread = true})),
                testing::Not(testing::Contains("Where is it?")));
    mark(town.member, asked, answer(town.colleague, asked));
    EXPECT_EQ(look(town.owner, get_answer_times, GetAnswerTimes{town.warehouse}).answered, 0);
    EXPECT_EQ(refused(town.colleague, keep_post, KeepPost{asked.id}), ErrorCode::forbidden);
}

TEST_F(Confidential, TellsNothingButThatSomethingChanged) {
    news();
    const Post asked = ask_privately(town.member, to_warehouse);
    EXPECT_THAT(news(), ElementsAre(told_to_desk()[0], told_to_desk()[1], changed(town.colleague)));
    const Comment said = answer(town.moderator, asked, "In the cellar.");
    EXPECT_THAT(news(), ElementsAre(told_to_desk()[0], told_to_desk()[1], changed(town.member)));
    mark(town.member, asked, said);
    act(town.moderator, edit_comment, EditComment{said.id, said.version, {"In the attic."}});
    FeatureTest::edit(town.member, asked, "Where is the cellar?");
    act(town.moderator, delete_comment, DeleteComment{said.id});
    act(town.moderator, restore_comment, RestoreComment{said.id});
    act(town.member, delete_post, DeletePost{asked.id});
    act(town.member, restore_post, RestorePost{asked.id});
    for (const std::string& line : news()) {
        EXPECT_THAT(line, testing::AnyOf(testing::EndsWith("desk.changed"),
                                         testing::EndsWith("notifications.changed")));
    }
    for (const char* word : {"cellar", "attic", "Where is it"})
        EXPECT_EQ(log_lines_with(word), 0);
}

TEST_F(Confidential, IsAnsweredOnTheSameClockAsOthers) {
    promise(town.warehouse, 8);
    const Post asked = ask_privately(town.member, to_warehouse);
    EXPECT_EQ(view_of(town.member, asked).question->answer_before, asked.published_at + 8h);
    EXPECT_EQ(act(town.moderator, pick_up_question, PickUpQuestion{asked.id}).picked_up_by, town.moderator);
    run_sql(test_database, "UPDATE questions SET answer_before = now() - interval '1 minute'");
    read(town.colleague, {.up_to = lines(town.colleague).front().id});
    database->commit_now([&](Transaction& tx) { return tell_overdue(tx, asked.id); });
    EXPECT_THAT(told(town.colleague), ElementsAre("overdue: Where is it?", "routed: Where is it? *"));
    EXPECT_EQ(mark(town.colleague, asked, answer(town.moderator, asked)).state, QuestionState::answered);
    run_sql(test_database,
            "UPDATE questions SET answered_at = now() - interval '8 days';"
            "UPDATE comments SET published_at = now() - interval '8 days'");
    news();
    database->commit_now([](Transaction& tx) { return accept_settled_answers(tx, 10); });
    EXPECT_EQ(view_of(town.member, asked).question->state, QuestionState::accepted);
    EXPECT_THAT(news(), ElementsAre(told_to_desk()[0], told_to_desk()[1]));
}

TEST_F(Confidential, IsListedForItsAskerAndItsDesk) {
    ask_privately(town.member, to_warehouse);
    ask(town.member, to_warehouse);
    const auto both = ElementsAre("Where is it?", "Where is it?");
    EXPECT_THAT(questions(town.member, QuestionList::own), both);
    EXPECT_THAT(questions(town.moderator, QuestionList::desk), both);
    EXPECT_THAT(questions(town.moderator, QuestionList::own), IsEmpty());
    EXPECT_THAT(questions(town.owner, QuestionList::desk), IsEmpty());
    EXPECT_THAT(open_questions(town.member), both);
    EXPECT_THAT(open_questions(town.colleague), both);
    EXPECT_THAT(open_questions(town.owner), ElementsAre("Where is it?"));
}

TEST_F(Confidential, IsListedPageByPage) {
    for (const char* said : {"first", "second", "third"}) {
        CreatePost request = asking_privately(town.general, to_warehouse);
        request.body = {said};
        act(town.member, create_post, request);
    }
    for (const auto& [who, list] :
         {std::pair{town.member, QuestionList::own}, {town.colleague, QuestionList::desk}}) {
        const PostPage first = look(who, list_questions, ListQuestions{.list = list, .limit = 2});
        EXPECT_THAT(FeatureTest::bodies(first), ElementsAre("third", "second"));
        const PostPage rest =
            look(who, list_questions, ListQuestions{.list = list, .before = {{*first.next}}});
        EXPECT_THAT(FeatureTest::bodies(rest), ElementsAre("first"));
        EXPECT_EQ(rest.next, std::nullopt);
    }
}

TEST_F(Confidential, MovesToAnotherDeskWithItsReaders) {
    const Post asked = ask_privately(town.member, to_warehouse);
    news();
    act(town.moderator, route_question, RouteQuestion{asked.id, {.department = town.transport}});
    EXPECT_THAT(news(),
                UnorderedElementsAre(told_to_desk()[0], told_to_desk()[1],
                                     stream_of_desk(town.transport) + " desk.changed", told_to_desk()[1]));
    EXPECT_EQ(refused(town.moderator, get_post, GetPost{asked.id}), ErrorCode::not_found);
    EXPECT_THAT(told(town.colleague), IsEmpty());
    EXPECT_EQ(view_of(town.owner, asked).post.id, asked.id);  // who works there
}

TEST_F(Confidential, TellsOnlyItsReadersOfWhatIsSaidBelow) {
    const Post asked = ask_privately(town.member, to_warehouse);
    answer(town.moderator, asked, "Ask " + at(town.owner) + " or " + at(town.other_owner));
    EXPECT_THAT(told(town.owner), IsEmpty());
    EXPECT_THAT(told(town.other_owner), ElementsAre(testing::StartsWith("mention: Ask")));
    EXPECT_THAT(told(town.member), ElementsAre(testing::StartsWith("comment: Ask")));
    EXPECT_EQ(refused(town.owner, create_comment, commenting(asked.id, "Here.")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, list_comments, ListComments{asked.id}), ErrorCode::not_found);
}

TEST_F(Confidential, IsOutOfSightForAllOtherActs) {
    const Post asked = ask_privately(town.member, to_warehouse);
    const Comment said = answer(town.moderator, asked);
    FeatureTest::edit(town.member, asked, "Where?");
    for (const PersonId other : {town.owner, town.guest, town.stranger}) {
        const auto gone = ErrorCode::not_found;
        EXPECT_EQ(refused(other, edit_post, EditPost{asked.id, 1, {"mine"}}), gone);
        EXPECT_EQ(refused(other, delete_post, DeletePost{asked.id}), gone);
        EXPECT_EQ(refused(other, restore_post, RestorePost{asked.id}), gone);
        EXPECT_EQ(refused(other, edit_comment, EditComment{said.id, 1, {"mine"}}), gone);
        EXPECT_EQ(refused(other, list_post_versions, ListPostVersions{asked.id}), gone);
        EXPECT_EQ(refused(other, set_reaction, SetReaction{asked.id, {}, ReactionKind::like}), gone);
        EXPECT_EQ(refused(other, route_question, RouteQuestion{asked.id, to_warehouse}), gone);
        EXPECT_EQ(refused(other, pick_up_question, PickUpQuestion{asked.id}), gone);
        EXPECT_EQ(refused(other, mark_read, MarkRead{town.general, asked.id}), gone);
    }
    EXPECT_EQ(refused(town.colleague, edit_post, EditPost{asked.id, 2, {"mine"}}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.colleague, delete_post, DeletePost{asked.id}), ErrorCode::forbidden);
}

TEST_F(Confidential, CountsReactionsForItsReadersAlone) {
    const Post asked = ask_privately(town.member, to_warehouse);
    act(town.colleague, set_reaction, SetReaction{asked.id, {}, ReactionKind::thanks});
    news();
    count_reactions();
    EXPECT_THAT(news(), ElementsAre(told_to_desk()[0], told_to_desk()[1]));
    EXPECT_EQ(view_of(town.member, asked).reactions.version, 1);
}

TEST_F(Confidential, NeedsADepartmentAndAQuestion) {
    EXPECT_EQ(refused(town.member, create_post, asking_privately(town.general, {})),
              ErrorCode::invalid_request);
    CreatePost request = posting(town.general, "words");
    request.confidential = true;
    EXPECT_EQ(refused(town.member, create_post, request), ErrorCode::invalid_request);
}

TEST_F(Confidential, IsFoundByARetryAndAConflictWithThePublicOne) {
    const CreatePost request = asking_privately(town.general, to_warehouse, 7);
    const Post made = act(town.member, create_post, request);
    EXPECT_EQ(act(town.member, create_post, request).id, made.id);
    EXPECT_EQ(refused(town.member, create_post, asking(town.general, to_warehouse, 7)), ErrorCode::conflict);
}

TEST_F(Confidential, WaitsForNobodysApproval) {
    run_sql(test_database, "UPDATE tabs SET posting = 'approval'");
    const Post asked = ask_privately(town.member, to_warehouse);
    EXPECT_EQ(asked.state, PostState::confidential);
    EXPECT_TRUE(view_of(town.member, asked).mine.may_edit);
    EXPECT_TRUE(look(town.member, list_questions, ListQuestions{}).items.front().mine.may_edit);
    FeatureTest::edit(town.member, asked, "Where, please?");
    EXPECT_EQ(view_of(town.colleague, asked).post.body, "Where, please?");
}

TEST_F(Confidential, NothingMakesItVisible) {
    const Post asked = ask_privately(town.member, to_warehouse);
    act(town.member, delete_post, DeletePost{asked.id});
    EXPECT_EQ(act(town.member, restore_post, RestorePost{asked.id}).state, PostState::confidential);
    EXPECT_THROW(run_sql(test_database,
                         "UPDATE posts SET state = 'visible' WHERE id = " + std::to_string(asked.id.value)),
                 pqxx::check_violation);
}

TEST_F(Confidential, TheDeskIsHeardByItsPeopleAlone) {
    const std::string desk = stream_of_desk(town.warehouse);
    for (const PersonId who : {town.moderator, town.other_owner, town.colleague})
        EXPECT_TRUE(may_listen(who, desk));
    for (const PersonId other : {town.member, town.owner, town.guest})
        EXPECT_FALSE(may_listen(other, desk));
    EXPECT_FALSE(may_listen(town.colleague, "desk:9999"));
}

TEST_F(Confidential, WhoMovesToAnotherDepartmentLosesItsDesk) {
    const Post asked = ask_privately(town.member, to_warehouse);
    news();
    move(town.moderator, town.transport);
    EXPECT_THAT(revoked(town.moderator), testing::Contains(stream_of_desk(town.warehouse)));
    EXPECT_EQ(refused(town.moderator, get_post, GetPost{asked.id}), ErrorCode::not_found);
    EXPECT_THAT(told(town.moderator), IsEmpty());
}

TEST_F(Confidential, WhoMovesWithManyOthersLosesTheDeskUnlessTheyHeadIt) {
    const auto lost_by = [&](PersonId who) {
        news();
        database->commit_now([&](Transaction& tx) {
            change_places(tx, {who}, {{who, town.warehouse, town.transport}});
            return 0;
        });
        return revoked(who);
    };
    EXPECT_THAT(lost_by(town.moderator), testing::Contains(stream_of_desk(town.warehouse)));
    EXPECT_THAT(lost_by(town.colleague), IsEmpty());
}

TEST_F(Confidential, AHeadWhoMovesKeepsTheDesk) {
    const Post asked = ask_privately(town.member, to_warehouse);
    news();
    move(town.colleague, town.transport);
    EXPECT_THAT(revoked(town.colleague), IsEmpty());
    EXPECT_EQ(view_of(town.colleague, asked).post.id, asked.id);
}

TEST_F(Confidential, WhoHeadsItNoLongerAndWorksElsewhereLosesTheDesk) {
    move(town.colleague, town.transport);
    news();
    Department department;
    for (const Department& each : look(town.administrator, list_departments, ListDepartments{}).items) {
        if (each.id == town.warehouse) department = each;
    }
    act(town.administrator, edit_department,
        EditDepartment{.department = town.warehouse,
                       .version = department.version,
                       .name = {department.name},
                       .side = department.side});
    EXPECT_THAT(revoked(town.colleague), ElementsAre(stream_of_desk(town.warehouse)));
    EXPECT_FALSE(may_listen(town.colleague, stream_of_desk(town.warehouse)));
}

TEST_F(Confidential, WhoIsSuspendedLosesTheDesk) {
    news();
    act(town.administrator, suspend_person, SuspendPerson{town.moderator});
    EXPECT_THAT(revoked(town.moderator), testing::Contains(stream_of_desk(town.warehouse)));
}

TEST_F(Confidential, WhoLeavesTheGroupLosesOwnQuestions) {
    const Post asked = ask_privately(town.member, to_warehouse);
    answer(town.colleague, asked);
    remove(town.owner, town.member);
    EXPECT_EQ(refused(town.member, get_post, GetPost{asked.id}), ErrorCode::not_found);
    EXPECT_THAT(told(town.member), IsEmpty());
    EXPECT_THAT(questions(town.member, QuestionList::own), IsEmpty());
}

TEST_F(Confidential, TellsNobodyWhoLeftTheDeskThatItIsOverdue) {
    const Post asked = ask_privately(town.member, to_warehouse);
    act(town.moderator, pick_up_question, PickUpQuestion{asked.id});
    move(town.moderator, town.transport);
    run_sql(test_database, "UPDATE questions SET answer_before = now() - interval '1 minute'");
    news();
    database->commit_now([&](Transaction& tx) { return tell_overdue(tx, asked.id); });
    EXPECT_THAT(news(), ElementsAre(changed(town.colleague)));
}

}  // namespace
}  // namespace plein::test
