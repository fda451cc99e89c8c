#include "tests/support/held_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

/// Several people post at the same moment, in several tabs: one transaction, and statements for all.
class JointPosts : public HeldPosts {
protected:
    struct Sent {
        PersonId author;
        CreatePost request;
    };

    /// What becomes of each, in its place: the post, or why it was refused.
    struct Answer {
        std::optional<Post> post;
        std::optional<ErrorCode> refused;
    };
    std::vector<Answer> post_together(const std::vector<Sent>& sent) {
        return database->commit_now([&, tokens = tokens_of(sent)](Transaction& tx) {
            const auto viewers = access::identify_all(tx, tokens);
            std::vector<Asked<CreatePost>> asked;
            for (std::size_t i = 0; i < sent.size(); ++i)
                asked.push_back({viewers[i].value(), sent[i].request});
            std::vector<Answer> answers;
            for (auto& outcome : create_posts(tx, asked))
                answers.push_back({std::move(outcome.response), code_of(outcome.refusal)});
            return answers;
        });
    }

private:
    std::vector<std::string> tokens_of(const std::vector<Sent>& sent) {
        std::vector<std::string> tokens;
        for (const Sent& each : sent)
            tokens.push_back(token_of(each.author));
        return tokens;
    }

    static std::optional<ErrorCode> code_of(const std::exception_ptr& refusal) {
        if (!refusal) return std::nullopt;
        return refusal_of([&] { std::rethrow_exception(refusal); });
    }
};

TEST_F(JointPosts, EachStandsInItsTabInTheOrderInWhichTheyCame) {
    const auto answers = post_together({{town.member, posting(town.general, "one")},
                                        {town.owner, posting(town.transport_tab, "two")},
                                        {town.colleague, posting(town.general, "three")},
                                        {town.member, posting(town.general, "four")}});
    for (const Answer& answer : answers)
        EXPECT_EQ(answer.refused, std::nullopt);
    EXPECT_THAT(bodies(look(town.member, list_posts, ListPosts{town.general})),
                ElementsAre("four", "three", "one"));
    EXPECT_THAT(bodies(look(town.owner, list_posts, ListPosts{town.transport_tab})), ElementsAre("two"));
    EXPECT_EQ(answers[2].post->author, town.colleague);

    std::map<std::string, std::int64_t> last;
    for (const auto& event : published.events()) {
        if (!last.contains(event.stream)) last[event.stream] = event.seq - 1;
        EXPECT_EQ(event.seq, ++last[event.stream]);
    }
    EXPECT_EQ(last.size(), 2u);
}

TEST_F(JointPosts, WhoMayNotReadTheTabIsRefusedAndTheOthersArePublished) {
    const auto answers = post_together({{town.stranger, posting(town.general, "from outside")},
                                        {town.member, posting(town.general, "from inside")},
                                        {town.guest, posting(town.general, "from a guest")},
                                        {town.member, posting(TabId{999999}, "nowhere")},
                                        {town.member, posting(town.announcements, "not mine to say")}});
    EXPECT_EQ(answers[0].refused, ErrorCode::not_found);
    EXPECT_EQ(answers[1].refused, std::nullopt);
    EXPECT_EQ(answers[2].refused, ErrorCode::not_found);
    EXPECT_EQ(answers[3].refused, ErrorCode::not_found);
    EXPECT_EQ(answers[4].refused, ErrorCode::forbidden);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created"));
    EXPECT_THAT(bodies(look(town.owner, list_group_posts, ListGroupPosts{town.group})),
                ElementsAre("from inside"));
}

TEST_F(JointPosts, TheSamePostTwiceIsOnePost) {
    const auto request = posting(town.general, "once", 7);
    const auto answers =
        post_together({{town.member, request}, {town.member, request}, {town.owner, request}});
    EXPECT_EQ(answers[0].post->id, answers[1].post->id);
    EXPECT_NE(answers[0].post->id, answers[2].post->id) << "somebody else's is another one";
    EXPECT_EQ(news().size(), 2u);

    const auto again =
        post_together({{town.colleague, posting(town.general, "new")}, {town.member, request}});
    EXPECT_EQ(again[1].post->id, answers[0].post->id);
    EXPECT_EQ(news().size(), 1u);
}

TEST_F(JointPosts, OtherContentUnderTheSameClientIdIsAConflict) {
    const auto answers = post_together(
        {{town.member, posting(town.general, "one", 7)}, {town.member, posting(town.general, "other", 7)}});
    EXPECT_EQ(answers[0].post->body, "one");
    EXPECT_EQ(answers[1].refused, ErrorCode::conflict);
}

TEST_F(JointPosts, WhatNeedsApprovalIsHeldAmongThem) {
    const TabId held = approval_tab();
    news();
    const auto answers = post_together(
        {{town.member, posting(held, "waits")}, {town.member, posting(town.general, "stands")}});
    EXPECT_EQ(answers[0].post->state, PostState::held);
    EXPECT_EQ(answers[1].post->state, PostState::visible);
    EXPECT_THAT(bodies(look(town.owner, list_group_posts, ListGroupPosts{town.group})),
                ElementsAre("stands"));
}

TEST_F(JointPosts, QuestionsGoTheirWayAmongThem) {
    const TabId proposals = approval_tab();
    const auto asking = [](CreatePost request, DepartmentId department) {
        request.question = Addressee{.department = department};
        return request;
    };
    news();
    const auto answers =
        post_together({{town.member, posting(town.general, "one")},
                       {town.owner, asking(posting(town.general, "two"), town.warehouse)},
                       {town.member, asking(posting(proposals, "held"), DepartmentId{9999})},
                       {town.member, asking(posting(town.general, "lost"), DepartmentId{9999})},
                       {town.colleague, posting(town.general, "three")}});
    EXPECT_EQ(answers[2].refused, ErrorCode::not_found);
    EXPECT_EQ(answers[3].refused, ErrorCode::not_found);
    EXPECT_THAT(own(town.member), IsEmpty()) << "a refusal has written nothing";
    EXPECT_THAT(bodies(look(town.member, list_posts, ListPosts{town.general})),
                ElementsAre("three", "two", "one"));
    const std::string stream = group_stream(town.group);
    EXPECT_THAT(news(), UnorderedElementsAre(stream + " post.created", stream + " post.created",
                                             stream + " post.created", stream + " question.changed",
                                             user_stream(town.colleague) + " notifications.changed"));
    const auto rows = run_sql(test_database, "SELECT count(*) FROM posts WHERE kind = 'question'");
    EXPECT_EQ(rows[0][0].as<int>(), 1);
}

TEST_F(JointPosts, OfWhoIsNotSignedInNobodyIsIdentified) {
    run_sql(test_database,
            "UPDATE people SET state = 'suspended' WHERE id = " + std::to_string(town.colleague.value));
    const std::vector tokens{token_of(town.member), token_of(town.colleague), std::string{"no token"},
                             token_of(town.owner)};
    database->commit_now([&](Transaction& tx) {
        const auto viewers = access::identify_all(tx, tokens);
        EXPECT_EQ(viewers[0].value().person, town.member);
        EXPECT_FALSE(viewers[1]);
        EXPECT_FALSE(viewers[2]);
        EXPECT_EQ(viewers[3].value().person, town.owner);
    });
}

TEST_F(JointPosts, ARemovalWaitsForThoseThatAreOnTheirWay) {
    const auto other_node = open();
    const std::vector tokens{token_of(town.member), token_of(town.colleague)};
    token_of(town.owner);
    std::future<NoContent> removal;
    database->commit_now([&](Transaction& tx) {
        const auto viewers = access::identify_all(tx, tokens);
        (void)access::to_each_tab(tx, {{town.general, &*viewers[0]}, {town.general, &*viewers[1]}});
        removal = std::async(std::launch::async, [&] {
            return act_on(*other_node, town.owner, remove_member, RemoveMember{town.group, town.colleague});
        });
        await_lock_waiters(test_database);
    });
    removal.get();
}

TEST_F(JointPosts, ASuspensionWaitsForThoseThatAreOnTheirWay) {
    const auto other_node = open();
    const std::vector tokens{token_of(town.member), token_of(town.colleague)};
    token_of(town.administrator);
    std::future<NoContent> suspension;
    database->commit_now([&](Transaction& tx) {
        (void)access::identify_all(tx, tokens);
        suspension = std::async(std::launch::async, [&] {
            return act_on(*other_node, town.administrator, suspend_person, SuspendPerson{town.colleague});
        });
        await_lock_waiters(test_database);
    });
    suspension.get();
}

}  // namespace
}  // namespace plein::test
