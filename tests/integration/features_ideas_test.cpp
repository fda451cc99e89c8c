#include "server/features/ideas.hpp"

#include "server/features/notifying.hpp"
#include "server/features/proposing.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/held_fixture.hpp"
#include "tests/support/notification_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::AllOf;
using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

CreatePost proposing(CreatePost request, const Addressee& addressee) {
    request.idea = addressee;
    return request;
}

/// Warehouse, whose head is the colleague, decides where an idea is for it.
class IdeasTest : public NotificationTest {
protected:
    Addressee warehouse() const { return {.department = town.warehouse, .service = {}}; }

    Post propose(PersonId author, const Addressee& addressee, const std::string& body = "Open at seven") {
        return act(author, create_post, proposing(posting(town.general, body), addressee));
    }
    PostView view_of(PersonId who, const Post& post) { return look(who, get_post, GetPost{post.id}).view; }
    Idea now(const Post& post) { return view_of(town.owner, post).idea.value(); }

    Idea vote(PersonId who, const Post& post) { return act(who, vote_for_idea, VoteForIdea{post.id}); }
    Idea decide(PersonId who, const Post& post, IdeaStatus status, const std::string& note = "we will see") {
        return act(who, decide_idea, DecideIdea{post.id, status, {note}});
    }
    std::optional<ErrorCode> refused_to_decide(PersonId who, const Post& post) {
        return refused(who, decide_idea, DecideIdea{post.id, IdeaStatus::heard, {"we will see"}});
    }
    std::optional<ErrorCode> refused_to_route(PersonId who, const Post& post, const Addressee& addressee) {
        return refused(who, route_idea, RouteIdea{post.id, addressee});
    }
    std::vector<std::string> listed(PersonId who, bool ended = false) {
        return FeatureTest::bodies(look(who, list_ideas, ListIdeas{town.warehouse, ended}));
    }
    std::int64_t tell() { return jobs::tell_decided_ideas(*database); }
    void archive(DepartmentId department) {
        run_sql(test_database,
                "UPDATE departments SET archived = true WHERE id = " + std::to_string(department.value));
    }
};

TEST_F(IdeasTest, AreForADepartmentThatHearsOfThem) {
    news();
    const Post made = propose(town.member, warehouse());
    EXPECT_EQ(made.kind, PostKind::idea);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    group_stream(town.group) + " idea.changed", changed(town.colleague)));
    EXPECT_THAT(told(town.colleague), Contains("proposed: Open at seven"));
    const Idea idea = now(made);
    EXPECT_EQ(idea.department, town.warehouse);
    EXPECT_FALSE(idea.status);
    EXPECT_EQ(idea.votes, 0);
    EXPECT_FALSE(view_of(town.owner, subject).idea) << "of another post";
}

TEST_F(IdeasTest, ForNobodyAreHeardByWhoLooksAfterTheTab) {
    news();
    EXPECT_FALSE(now(propose(town.member, {})).department) << "a tab of everyone";
    EXPECT_THAT(news(),
                IsSupersetOf({changed(town.owner), changed(town.other_owner), changed(town.moderator)}));
    EXPECT_THAT(told(town.moderator), Contains("proposed: Open at seven"));
    EXPECT_THAT(told(town.colleague), Not(Contains("proposed: Open at seven")));
}

TEST_F(IdeasTest, OfADepartmentWithoutHeadsAreDecidedOnByWhoLooksAfterTheTab) {
    run_sql(test_database, "DELETE FROM department_heads");
    const Post made = propose(town.member, warehouse());
    EXPECT_THAT(told(town.owner), Contains("proposed: Open at seven"));
    EXPECT_EQ(refused_to_decide(town.colleague, made), ErrorCode::forbidden);
    EXPECT_EQ(refused_to_decide(town.owner, made), std::nullopt);
}

TEST_F(IdeasTest, AreOfOneKindAndForWhoIsThere) {
    CreatePost two = proposing(posting(town.general, "Which?"), {});
    two.question = Addressee{};
    EXPECT_EQ(refused(town.owner, create_post, two), ErrorCode::invalid_request);
    const Addressee nobody{.department = DepartmentId{999'999}, .service = {}};
    EXPECT_EQ(refused(town.owner, create_post, proposing(posting(town.general, "Who?"), nobody)),
              ErrorCode::not_found);
    archive(town.warehouse);
    EXPECT_EQ(refused(town.owner, create_post, proposing(posting(town.general, "Who?"), warehouse())),
              ErrorCode::not_found);
}

TEST_F(IdeasTest, OfARetryAreTheSameAndForSomebodyElseAConflict) {
    const auto asked = [&](const Addressee& addressee) {
        return proposing(posting(town.general, "Open at seven", 9), addressee);
    };
    const Post made = act(town.owner, create_post, asked(warehouse()));
    EXPECT_EQ(act(town.owner, create_post, asked(warehouse())).id, made.id);
    EXPECT_EQ(refused(town.owner, create_post, asked({.department = town.transport, .service = {}})),
              ErrorCode::conflict);
    CreatePost question = posting(town.general, "Open at seven", 9);
    question.question = warehouse();
    EXPECT_EQ(refused(town.owner, create_post, question), ErrorCode::conflict);
}

TEST_F(IdeasTest, AreVotedForOnceByEach) {
    const Post made = propose(town.member, warehouse());
    news();
    EXPECT_EQ(vote(town.owner, made).votes, 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " idea.changed",
                                    user_stream(town.owner) + " idea.wanted"));
    EXPECT_EQ(vote(town.owner, made).votes, 1) << "again";
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(vote(town.member, made).votes, 2) << "who proposed it too";
    EXPECT_TRUE(view_of(town.owner, made).mine.wanted);
    EXPECT_FALSE(view_of(town.colleague, made).mine.wanted);
    EXPECT_EQ(act(town.owner, withdraw_idea_vote, WithdrawIdeaVote{made.id}).votes, 1);
    EXPECT_FALSE(view_of(town.owner, made).mine.wanted);
    news();
    EXPECT_EQ(act(town.owner, withdraw_idea_vote, WithdrawIdeaVote{made.id}).votes, 1) << "again";
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(IdeasTest, AreVotedForByTheirReadersUntilTheyEnd) {
    const Post made = propose(town.member, warehouse());
    EXPECT_EQ(refused(town.stranger, vote_for_idea, VoteForIdea{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, vote_for_idea, VoteForIdea{subject.id}), ErrorCode::not_found) << "no idea";
    vote(town.owner, made);
    for (const IdeaStatus end : {IdeaStatus::done, IdeaStatus::declined}) {
        decide(town.colleague, made, end);
        EXPECT_EQ(refused(town.member, vote_for_idea, VoteForIdea{made.id}), ErrorCode::conflict);
        EXPECT_EQ(refused(town.owner, withdraw_idea_vote, WithdrawIdeaVote{made.id}), ErrorCode::conflict);
    }
    decide(town.colleague, made, IdeaStatus::under_review);
    EXPECT_EQ(vote(town.member, made).votes, 2) << "open again";
}

TEST_F(IdeasTest, TellWhoVoted) {
    const Post made = propose(town.member, warehouse());
    vote(town.owner, made);
    vote(town.moderator, made);
    const IdeaVoteList list = look(town.colleague, list_idea_votes, ListIdeaVotes{made.id});
    EXPECT_THAT(list.items, ElementsAre(town.moderator, town.owner)) << "the last one first";
    EXPECT_EQ(list.total, 2);
    EXPECT_EQ(list.people.size(), 2u);
    EXPECT_EQ(refused(town.stranger, list_idea_votes, ListIdeaVotes{made.id}), ErrorCode::not_found);
}

TEST_F(IdeasTest, AreDecidedOnByHeadsOfTheirDepartmentWithANote) {
    const Post made = propose(town.member, warehouse());
    news();
    const Idea heard = decide(town.colleague, made, IdeaStatus::heard, " Thank you. ");
    EXPECT_EQ(heard.status, IdeaStatus::heard);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " idea.changed"));
    decide(town.colleague, made, IdeaStatus::declined, "too early for the neighbours");
    const auto steps = steps_of(now(made));
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0].note, "Thank you.");
    EXPECT_EQ(steps[0].by, town.colleague);
    EXPECT_EQ(steps[1].status, IdeaStatus::declined);
    std::vector<PersonId> people;
    for (const Person& each : look(town.owner, get_post, GetPost{made.id}).people)
        people.push_back(each.id);
    EXPECT_THAT(people, Contains(town.colleague));
}

TEST_F(IdeasTest, AreGivenAStatusOnce) {
    const Post made = propose(town.member, warehouse());
    decide(town.colleague, made, IdeaStatus::planned, "in May");
    EXPECT_EQ(decide(town.colleague, made, IdeaStatus::planned, "in May").version, now(made).version)
        << "the same again";
    EXPECT_EQ(steps_of(now(made)).size(), 1u);
    EXPECT_EQ(refused(town.colleague, decide_idea, DecideIdea{made.id, IdeaStatus::planned, {"in June"}}),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.colleague, decide_idea, DecideIdea{made.id, IdeaStatus::done, {"  "}}),
              ErrorCode::invalid_request);
}

TEST_F(IdeasTest, GoThroughSoManySteps) {
    const Post made = propose(town.member, warehouse());
    for (std::size_t i = 0; i < limits::idea_steps; ++i)
        decide(town.colleague, made, i % 2 == 0 ? IdeaStatus::heard : IdeaStatus::under_review);
    EXPECT_EQ(refused_to_decide(town.colleague, made), ErrorCode::full);
}

TEST_F(IdeasTest, AreDecidedOnByNobodyElse) {
    const Post made = propose(town.member, warehouse());
    EXPECT_EQ(refused_to_decide(town.moderator, made), ErrorCode::forbidden) << "works there";
    EXPECT_EQ(refused_to_decide(town.owner, made), ErrorCode::forbidden) << "looks after the tab";
    EXPECT_EQ(refused_to_decide(town.member, made), ErrorCode::forbidden) << "its author";
    EXPECT_EQ(refused_to_decide(town.stranger, made), ErrorCode::not_found);
    EXPECT_EQ(refused_to_decide(town.colleague, propose(town.member, {})), ErrorCode::forbidden);
}

TEST_F(IdeasTest, OfNoOpenDepartmentAreDecidedOnByWhoLooksAfterTheTab) {
    EXPECT_EQ(refused_to_decide(town.moderator, propose(town.member, {})), std::nullopt);
    const Post made = propose(town.member, warehouse());
    archive(town.warehouse);
    EXPECT_EQ(refused_to_decide(town.colleague, made), ErrorCode::forbidden);
    EXPECT_EQ(refused_to_decide(town.owner, made), std::nullopt);
}

TEST_F(IdeasTest, AreSentOnByTheirAuthorUntilTheyHaveAStatus) {
    const Post made = propose(town.member, {});
    EXPECT_EQ(refused_to_route(town.member, made, {}), ErrorCode::invalid_request) << "to nobody";
    EXPECT_EQ(refused_to_route(town.colleague, made, warehouse()), ErrorCode::forbidden);
    news();
    EXPECT_EQ(act(town.member, route_idea, RouteIdea{made.id, warehouse()}).department, town.warehouse);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " idea.changed", changed(town.colleague)));
    EXPECT_THAT(told(town.colleague), Contains("proposed: Open at seven"));
    act(town.member, route_idea, RouteIdea{made.id, warehouse()});
    EXPECT_THAT(news(), IsEmpty()) << "again";
    decide(town.colleague, made, IdeaStatus::heard);
    const Addressee transport{.department = town.transport, .service = {}};
    EXPECT_EQ(refused_to_route(town.member, made, transport), ErrorCode::forbidden);
    EXPECT_EQ(refused_to_route(town.owner, made, transport), std::nullopt) << "looks after the tab";
    EXPECT_EQ(now(made).status, IdeaStatus::heard);
    EXPECT_EQ(refused_to_decide(town.colleague, made), ErrorCode::forbidden) << "of another department";
}

TEST_F(IdeasTest, TellTheirAuthorAndWhoVotedThatTheyWereDecidedOn) {
    const Post made = propose(town.member, warehouse());
    vote(town.moderator, made);
    vote(town.colleague, made);
    decide(town.colleague, made, IdeaStatus::planned);
    news();
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(news(), UnorderedElementsAre(changed(town.member), changed(town.moderator)))
        << "not who decided";
    EXPECT_THAT(told(town.member), Contains("decided: Open at seven"));
    EXPECT_THAT(told(town.moderator), Contains("decided: Open at seven"));
    EXPECT_EQ(tell(), 0) << "again";
    read(town.member, {.up_to = lines(town.member).front().id, .post = {}, .group = {}});
    decide(town.colleague, made, IdeaStatus::done);
    tell();
    EXPECT_THAT(told(town.member), Contains("decided: Open at seven")) << "unread again";
}

TEST_F(IdeasTest, TellAFewOfThoseWhoVotedAtATime) {
    const Post made = propose(town.member, warehouse());
    run_sql(test_database,
            "INSERT INTO people (name, email) SELECT 'someone', concat('someone', n, '@example.org') "
            "  FROM generate_series(1, 450) AS n; "
            "INSERT INTO memberships (group_id, person_id, role, state, since) "
            "SELECT " +
                std::to_string(town.group.value) +
                ", id, 'member', 'active', now() FROM people WHERE name = 'someone'; "
                "INSERT INTO idea_votes (post_id, person_id, at) SELECT " +
                std::to_string(made.id.value) + ", id, now() FROM people WHERE name = 'someone'");
    decide(town.colleague, made, IdeaStatus::planned);
    EXPECT_EQ(database->commit_now([&](Transaction& tx) { return tell_next_voters(tx, made.id); }),
              told_at_once);
    tell();
    EXPECT_EQ(run_sql(test_database,
                      "SELECT FROM notifications JOIN people ON people.id = person_id "
                      "WHERE kind = 'decided' AND name = 'someone'")
                  .size(),
              450);
}

TEST_F(IdeasTest, TellTheirAuthorOnceWhoVotedToo) {
    const Post made = propose(town.member, warehouse());
    vote(town.member, made);
    decide(town.colleague, made, IdeaStatus::planned);
    run_sql(test_database, "UPDATE ideas SET told_up_to = 1");  // a later batch than the first
    news();
    tell();
    EXPECT_THAT(news(), Not(Contains(changed(town.member))));
}

TEST_F(IdeasTest, ThatAreDeletedTellNobodyUntilTheyComeBack) {
    const Post made = propose(town.member, warehouse());
    vote(town.owner, made);
    decide(town.colleague, made, IdeaStatus::planned);
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_EQ(tell(), 0);
    act(town.member, restore_post, RestorePost{made.id});
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(told(town.owner), Contains("decided: Open at seven"));
}

TEST_F(IdeasTest, AreListedForTheirDepartmentByVotesUntilTheyEnd) {
    const Post few = propose(town.member, warehouse(), "few");
    const Post many = propose(town.member, warehouse(), "many");
    propose(town.member, {}, "of others");
    vote(town.owner, many);
    EXPECT_THAT(listed(town.colleague), ElementsAre("many", "few"));
    EXPECT_THAT(listed(town.stranger), IsEmpty()) << "nothing of a group that one is not in";
    EXPECT_EQ(refused(town.guest, list_ideas, ListIdeas{town.warehouse}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.owner, list_ideas, ListIdeas{DepartmentId{9999}}), ErrorCode::not_found);
    decide(town.colleague, few, IdeaStatus::declined);
    decide(town.colleague, many, IdeaStatus::done);
    EXPECT_THAT(listed(town.colleague), IsEmpty());
    EXPECT_THAT(listed(town.colleague, true), ElementsAre("many", "few")) << "the last one first";
    act(town.member, delete_post, DeletePost{many.id});
    EXPECT_THAT(listed(town.colleague, true), ElementsAre("few"));
}

TEST_F(IdeasTest, GoWithTheirPost) {
    const Post made = propose(town.member, warehouse());
    vote(town.owner, made);
    decide(town.colleague, made, IdeaStatus::planned, "the keys are ordered");
    EXPECT_EQ(log_lines_with("keys are ordered"), 1);
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_EQ(log_lines_with("keys are ordered"), 0);
    EXPECT_EQ(refused(town.owner, vote_for_idea, VoteForIdea{made.id}), ErrorCode::not_found);
    act(town.member, restore_post, RestorePost{made.id});
    EXPECT_EQ(log_lines_with("keys are ordered"), 1);
    act(town.member, delete_post, DeletePost{made.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM idea_votes").size(), 0);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM ideas WHERE steps <> '[]'").size(), 0);
}

class HeldIdeas : public HeldPosts {
protected:
    const Post held = act(
        town.member, create_post,
        proposing(posting(approval_tab(), "Open at seven"), {.department = town.warehouse, .service = {}}));
};

TEST_F(HeldIdeas, AreSeenByWhoDecidesOnThePostAndVotedForOnceTheyAreThere) {
    EXPECT_EQ(held.state, PostState::held);
    const auto waiting = look(town.owner, list_held_posts, ListHeldPosts{town.group}).items;
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting.front().idea.value().department, town.warehouse);
    EXPECT_TRUE(own(town.member).front().idea);
    EXPECT_EQ(refused(town.owner, vote_for_idea, VoteForIdea{held.id}), ErrorCode::not_found);
    EXPECT_THAT(look(town.colleague, list_ideas, ListIdeas{town.warehouse}).items, IsEmpty());
    news();
    const Post made = approve(town.owner, held);
    EXPECT_THAT(news(), AllOf(Contains(group_stream(town.group) + " idea.changed"),
                              Contains(user_stream(town.colleague) + " notifications.changed")));
    EXPECT_EQ(act(town.owner, vote_for_idea, VoteForIdea{made.id}).votes, 1);
}

TEST_F(HeldIdeas, AreForNobodyWhereTheirDepartmentIsNoMore) {
    run_sql(test_database,
            "UPDATE departments SET archived = true WHERE id = " + std::to_string(town.warehouse.value));
    const Post made = approve(town.owner, held);
    EXPECT_FALSE(look(town.owner, get_post, GetPost{made.id}).view.idea.value().department);
}

}  // namespace
}  // namespace plein::test
