#include "protocol/json_reader.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class ReactionsToPosts : public ThreadTest {
protected:
    /// "like 2, care 1"
    static std::string summary(const Reactions& reactions) {
        std::string text;
        for (const auto& [kind, count] : from_json<std::vector<ReactionCount>>(reactions.counts.text))
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name_of(kind), count);
        return text;
    }
    std::string counted(PersonId who) { return summary(view(who).reactions); }
};

TEST_F(ReactionsToPosts, AreTheOnesOwnAtOnceAndEveryonesOnceTheyAreCounted) {
    react(town.member, ReactionKind::like);
    react(town.colleague, ReactionKind::care);
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " reaction.set",
                                    user_stream(town.colleague) + " reaction.set"));
    EXPECT_EQ(view(town.member).mine.reaction, ReactionKind::like);
    EXPECT_EQ(view(town.owner).mine.reaction, std::nullopt);
    EXPECT_EQ(counted(town.owner), "");

    EXPECT_EQ(count_reactions(), 2);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " reactions.counted"));
    EXPECT_EQ(counted(town.owner), "like 1, care 1");
}

TEST_F(ReactionsToPosts, EachPersonHasOne) {
    react(town.member, ReactionKind::like);
    react(town.member, ReactionKind::laugh);
    count_reactions();
    EXPECT_EQ(counted(town.owner), "laugh 1");
    react(town.member, std::nullopt);
    count_reactions();
    EXPECT_EQ(counted(town.owner), "");
    EXPECT_EQ(view(town.member).mine.reaction, std::nullopt);
}

TEST_F(ReactionsToPosts, WhatIsAsItWasTellsNobody) {
    react(town.member, ReactionKind::like);
    react(town.colleague, std::nullopt);
    count_reactions();
    news();
    react(town.member, ReactionKind::like);
    react(town.colleague, std::nullopt);
    EXPECT_EQ(count_reactions(), 0);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(ReactionsToPosts, AndToWhatIsBelowAreCountedApart) {
    const Comment below = comment(town.owner);
    react(town.member, ReactionKind::thanks);
    react(town.member, ReactionKind::applause, below.id);
    react(town.colleague, ReactionKind::applause, below.id);
    news();
    EXPECT_EQ(count_reactions(), 3);
    EXPECT_EQ(news().size(), 2u);
    const PostView shown = view(town.member);
    EXPECT_EQ(summary(shown.reactions), "thanks 1");
    EXPECT_EQ(summary(shown.latest.at(0).reactions), "applause 2");
    EXPECT_EQ(shown.mine.reaction, ReactionKind::thanks);
    EXPECT_EQ(shown.latest.at(0).mine.reaction, ReactionKind::applause);
    EXPECT_EQ(thread(town.colleague).items.at(0).mine.reaction, ReactionKind::applause);
}

TEST_F(ReactionsToPosts, OfAManyAreOneCount) {
    for (const PersonId person : {town.owner, town.other_owner, town.moderator, town.member, town.colleague})
        react(person, ReactionKind::like);
    news();
    EXPECT_EQ(count_reactions(), 5);
    EXPECT_EQ(news().size(), 1u);
    EXPECT_EQ(counted(town.member), "like 5");
    EXPECT_EQ(count_reactions(), 0);
}

TEST_F(ReactionsToPosts, MadeTogetherEachGetTheirAnswer) {
    const Comment below = comment(town.owner);
    const std::vector<SetReaction> requests{{subject.id, std::nullopt, ReactionKind::like},
                                            {subject.id, std::nullopt, ReactionKind::care},
                                            {subject.id, below.id, ReactionKind::like},
                                            {{999'999}, std::nullopt, ReactionKind::like},
                                            {subject.id, CommentId{999'999}, ReactionKind::like}};
    const auto outcomes = database->commit_now([&, token = token_of(town.member)](Transaction& tx) {
        const auto viewer = access::identify(tx, token);
        std::vector<Asked<SetReaction>> asked;
        for (const SetReaction& request : requests)
            asked.push_back({viewer, request});
        return set_reactions(tx, asked);
    });
    std::vector<bool> refused;
    for (const auto& outcome : outcomes)
        refused.push_back(outcome.refusal != nullptr);
    EXPECT_THAT(refused, ElementsAre(false, false, false, true, true));
    count_reactions();
    EXPECT_EQ(counted(town.owner), "care 1");
}

TEST_F(ReactionsToPosts, AreAsClosedAsThePost) {
    const auto reacting = [&](PersonId who) {
        return refused(who, set_reaction, SetReaction{subject.id, std::nullopt, ReactionKind::like});
    };
    EXPECT_EQ(reacting(town.stranger), ErrorCode::not_found);
    EXPECT_EQ(reacting(town.guest), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_reactors, ListReactors{subject.id}), ErrorCode::not_found);
    act(town.owner, delete_post, DeletePost{subject.id});
    EXPECT_EQ(reacting(town.member), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, list_reactors, ListReactors{subject.id}), ErrorCode::not_found);
}

TEST_F(ReactionsToPosts, AreNotToldOfADeletedPostAndAreThereAgainWithIt) {
    react(town.member, ReactionKind::like);
    act(town.owner, delete_post, DeletePost{subject.id});
    news();
    EXPECT_EQ(count_reactions(), 1);
    EXPECT_THAT(news(), IsEmpty());
    act(town.owner, restore_post, RestorePost{subject.id});
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    group_stream(town.group) + " reactions.counted"));
    EXPECT_EQ(counted(town.owner), "like 1");
}

TEST_F(ReactionsToPosts, NameWhoReactedTheLastOneFirst) {
    react(town.member, ReactionKind::like);
    react(town.colleague, ReactionKind::care);
    const ReactorList list = look(town.owner, list_reactors, ListReactors{subject.id});
    ASSERT_EQ(list.items.size(), 2u);
    EXPECT_EQ(list.items.at(0).person, town.colleague);
    EXPECT_EQ(list.items.at(0).kind, ReactionKind::care);
    EXPECT_EQ(list.total, 2);
    EXPECT_EQ(list.people.size(), 2u);
}

TEST_F(ReactionsToPosts, GoWithThePostsTextOnceNobodyCanTakeItBack) {
    const Comment below = comment(town.colleague, "to be forgotten");
    react(town.member, ReactionKind::like);
    react(town.member, ReactionKind::like, below.id);
    act(town.owner, delete_post, DeletePost{subject.id});
    run_sql(test_database,
            "UPDATE posts SET purge_after = now() - interval '1 second' WHERE state = 'deleted'");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM reactions")[0][0].as<int>(), 0);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM comments WHERE body <> ''")[0][0].as<int>(), 0);
}

TEST_F(ReactionsToPosts, LeftByANodeThatDiedAreCountedByTheJob) {
    react(town.member, ReactionKind::like);
    EXPECT_EQ(jobs::count_reactions(*database), 1);
    EXPECT_EQ(counted(town.owner), "like 1");
}

TEST_F(ReactionsToPosts, LeaveNoTraceForThoseWhoLoseTheTab) {
    react(town.member, ReactionKind::like);
    comment(town.member, "between us");
    count_reactions();
    EXPECT_EQ(log_lines_with(R"("kind":"like","count":1)"), 1);
    EditTab narrower{.tab = town.general,
                     .name = {"General"},
                     .department = town.transport,
                     .audience = TabAudience::department};
    act(town.owner, edit_tab, narrower);
    EXPECT_EQ(log_lines_with(R"("kind":"like","count":1)"), 0);
    EXPECT_EQ(log_lines_with("between us"), 0);
}

}  // namespace
}  // namespace plein::test
