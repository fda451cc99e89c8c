#include "server/features/polls.hpp"

#include "tests/support/held_fixture.hpp"
#include "tests/support/polls.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using namespace std::chrono_literals;

class Polls : public ThreadTest {
protected:
    static CreatePost asking(TabId tab, NewPoll poll, std::uint8_t client_id = 0) {
        CreatePost request = posting(tab, "Which coffee?", client_id);
        request.poll = std::move(poll);
        return request;
    }
    Post ask(const NewPoll& poll) { return act(town.member, create_post, asking(town.general, poll)); }
    Post ask_openly() { return ask(poll_of({"A", "B", "C"})); }
    Post ask_anonymously() {
        NewPoll poll = poll_of({"yes", "no"});
        poll.anonymous = true;
        return ask(poll);
    }

    Poll vote(PersonId who, const Post& post, std::vector<std::int32_t> options) {
        return act(who, cast_vote, CastVote{post.id, {std::move(options)}});
    }
    std::optional<ErrorCode> refused_vote(PersonId who, const Post& post, std::vector<std::int32_t> options) {
        return refused(who, cast_vote, CastVote{post.id, {std::move(options)}});
    }
    PostView view_of(PersonId who, const Post& post) { return look(who, get_post, GetPost{post.id}).view; }
    Poll seen_by(PersonId who, const Post& post) { return view_of(who, post).poll.value(); }
    std::int64_t close_due() {
        return database->commit_now([](Transaction& tx) { return close_due_polls(tx, 1000); });
    }
    void let_time_come(const Post& post) {
        run_sql(test_database, "UPDATE polls SET closes_at = now() - interval '1 minute' WHERE post_id = " +
                                   std::to_string(post.id.value));
    }

    using Votes = std::vector<std::optional<std::int32_t>>;
    static Votes votes_of(const Poll& poll) {
        Votes votes;
        for (const PollOption& option : poll.options)
            votes.push_back(option.votes);
        return votes;
    }
    const Votes hidden{std::nullopt, std::nullopt, std::nullopt};
};

TEST_F(Polls, AreToldBehindTheirPostWithTheirOptions) {
    news();
    const Post asked = ask_openly();
    EXPECT_EQ(asked.kind, PostKind::poll);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    group_stream(town.group) + " poll.changed"));
    const Poll poll = seen_by(town.colleague, asked);
    ASSERT_EQ(poll.options.size(), 3u);
    EXPECT_EQ(poll.options[1].text, "B");
    EXPECT_EQ(poll.voters, 0);
    EXPECT_EQ(votes_of(poll), hidden);
}

TEST_F(Polls, ShowHowTheyStandToWhoHasVoted) {
    const Post asked = ask_openly();
    EXPECT_EQ(votes_of(vote(town.colleague, asked, {1})), (Votes{0, 1, 0}));
    EXPECT_EQ(votes_of(vote(town.owner, asked, {1})), (Votes{0, 2, 0}));
    EXPECT_EQ(votes_of(seen_by(town.colleague, asked)), (Votes{0, 2, 0}));
    EXPECT_EQ(view_of(town.colleague, asked).mine.vote, (std::vector<std::int32_t>{1}));
    EXPECT_EQ(votes_of(seen_by(town.member, asked)), hidden) << "who asked waits like everybody";
    EXPECT_EQ(seen_by(town.member, asked).voters, 2);
    EXPECT_EQ(view_of(town.member, asked).mine.vote, std::nullopt);
}

TEST_F(Polls, AreHeardOfByEveryoneWithoutHowTheyStand) {
    const Post asked = ask_openly();
    news();
    vote(town.colleague, asked, {2});
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " poll.changed",
                                             stream_of(town.colleague) + " vote.set"));
    EXPECT_EQ(log_lines_with("\"votes\""), 0);
    EXPECT_GT(log_lines_with("\"voters\":1"), 0);
}

TEST_F(Polls, LetAVoteBeChangedAndTakenBack) {
    const Post asked = ask_openly();
    vote(town.owner, asked, {0});
    vote(town.colleague, asked, {0});
    EXPECT_EQ(votes_of(vote(town.colleague, asked, {2})), (Votes{1, 0, 1}));
    EXPECT_EQ(seen_by(town.colleague, asked).voters, 2);
    news();
    EXPECT_EQ(votes_of(act(town.colleague, withdraw_vote, WithdrawVote{asked.id})), hidden);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " poll.changed",
                                             stream_of(town.colleague) + " vote.set"));
    EXPECT_EQ(votes_of(seen_by(town.owner, asked)), (Votes{1, 0, 0}));
    EXPECT_EQ(seen_by(town.owner, asked).voters, 1);
    act(town.colleague, withdraw_vote, WithdrawVote{asked.id});
    EXPECT_THAT(news(), IsEmpty()) << "there is nothing to take back any more";
}

TEST_F(Polls, CountAVoteThatIsSaidAgainOnce) {
    const Post asked = ask_openly();
    const Poll first = vote(town.colleague, asked, {1});
    news();
    EXPECT_EQ(vote(town.colleague, asked, {1}).version, first.version);
    EXPECT_EQ(seen_by(town.colleague, asked).voters, 1);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Polls, LetSeveralBeChosenWhereTheyDo) {
    NewPoll several = poll_of({"A", "B", "C"});
    several.multiple = true;
    const Post asked = ask(several);
    EXPECT_EQ(votes_of(vote(town.colleague, asked, {2, 0})), (Votes{1, 0, 1}));
    EXPECT_EQ(seen_by(town.colleague, asked).voters, 1);
    EXPECT_EQ(votes_of(vote(town.colleague, asked, {0, 1})), (Votes{1, 1, 0}));
    EXPECT_EQ(refused_vote(town.colleague, asked, {1, 1}), ErrorCode::invalid_request);
}

TEST_F(Polls, RefuseWhatIsNotToBeChosen) {
    const Post asked = ask_openly();
    for (const auto& options : {std::vector<std::int32_t>{}, {3}, {-1}, {0, 1}})
        EXPECT_EQ(refused_vote(town.colleague, asked, options), ErrorCode::invalid_request);
    EXPECT_EQ(refused_vote(town.colleague, subject, {0}), ErrorCode::not_found) << "it is no poll";
    EXPECT_EQ(refused_vote(town.stranger, asked, {0}), ErrorCode::not_found);
    EXPECT_EQ(refused_vote(town.guest, asked, {0}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.guest, list_votes, ListVotes{asked.id}), ErrorCode::not_found);
}

TEST_F(Polls, TellWhoChoseWhatToWhoHasVoted) {
    const Post asked = ask_openly();
    vote(town.colleague, asked, {1});
    vote(town.owner, asked, {0});
    EXPECT_EQ(refused(town.member, list_votes, ListVotes{asked.id}), ErrorCode::forbidden);
    const VoteList votes = look(town.owner, list_votes, ListVotes{asked.id});
    EXPECT_EQ(votes.total, 2);
    std::map<PersonId, std::vector<std::int32_t>> chosen;
    for (const Vote& each : votes.items)
        chosen[each.person] = each.options;
    EXPECT_EQ(chosen,
              (std::map<PersonId, std::vector<std::int32_t>>{{town.colleague, {1}}, {town.owner, {0}}}));
    EXPECT_EQ(votes.people.size(), 2u);
}

TEST_F(Polls, AreClosedByWhoAskedAndByWhoLooksAfterTheTab) {
    const Post asked = ask_openly();
    vote(town.colleague, asked, {1});
    EXPECT_EQ(refused(town.colleague, close_poll, ClosePoll{asked.id}), ErrorCode::forbidden);
    const Poll closed = act(town.member, close_poll, ClosePoll{asked.id});
    EXPECT_TRUE(closed.closed_at);
    EXPECT_EQ(votes_of(closed), (Votes{0, 1, 0})) << "everyone sees how it ended";
    EXPECT_EQ(log_lines_with("\"votes\":1"), 1);
    EXPECT_EQ(refused_vote(town.owner, asked, {0}), ErrorCode::conflict);
    EXPECT_EQ(refused(town.colleague, withdraw_vote, WithdrawVote{asked.id}), ErrorCode::conflict);
    EXPECT_EQ(act(town.member, close_poll, ClosePoll{asked.id}).version, closed.version);
    EXPECT_EQ(look(town.moderator, list_votes, ListVotes{asked.id}).total, 1);
    EXPECT_TRUE(act(town.moderator, close_poll, ClosePoll{ask_openly().id}).closed_at);
}

TEST_F(Polls, AreClosedByTheirClock) {
    const Post asked = ask_openly();
    vote(town.colleague, asked, {1});
    let_time_come(asked);
    EXPECT_EQ(refused_vote(town.owner, asked, {0}), ErrorCode::conflict) << "before that is told";
    EXPECT_EQ(votes_of(seen_by(town.owner, asked)), hidden);
    const Post later = ask_openly();
    news();
    EXPECT_EQ(close_due(), 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " poll.changed"));
    EXPECT_EQ(votes_of(seen_by(town.owner, asked)), (Votes{0, 1, 0}));
    EXPECT_FALSE(seen_by(town.owner, later).closed_at);
    EXPECT_EQ(close_due(), 0);
}

TEST_F(Polls, OfDeletedPostsAreClosedWhenTheyAreBack) {
    const Post asked = ask_openly();
    let_time_come(asked);
    act(town.member, delete_post, DeletePost{asked.id});
    EXPECT_EQ(close_due(), 0);
    act(town.member, restore_post, RestorePost{asked.id});
    EXPECT_EQ(close_due(), 1);
}

TEST_F(Polls, ThatAreAnonymousKeepWhoVotedAndNotWhat) {
    const Post asked = ask_anonymously();
    const std::int64_t before = seen_by(town.owner, asked).version;
    news();
    const Poll after = vote(town.colleague, asked, {1});
    EXPECT_THAT(news(), IsEmpty()) << "nobody hears when somebody votes";
    EXPECT_EQ(votes_of(after), (Votes{std::nullopt, std::nullopt}));
    EXPECT_EQ(after.voters, std::nullopt);
    EXPECT_EQ(seen_by(town.owner, asked).version, before) << "a version would count the votes";
    EXPECT_EQ(view_of(town.colleague, asked).mine.vote, std::vector<std::int32_t>{});
    const auto rows = run_sql(test_database, "SELECT person_id, options FROM votes");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0][0].as<std::int64_t>(), town.colleague.value);
    EXPECT_TRUE(rows[0][1].is_null());
}

TEST_F(Polls, ThatAreAnonymousAreVotedInOnce) {
    const Post asked = ask_anonymously();
    vote(town.colleague, asked, {1});
    EXPECT_EQ(refused_vote(town.colleague, asked, {1}), ErrorCode::conflict);
    EXPECT_EQ(refused_vote(town.colleague, asked, {0}), ErrorCode::conflict);
    EXPECT_EQ(refused(town.colleague, withdraw_vote, WithdrawVote{asked.id}), ErrorCode::conflict);
    EXPECT_EQ(refused(town.colleague, list_votes, ListVotes{asked.id}), ErrorCode::forbidden);
}

TEST_F(Polls, ThatAreAnonymousTellTheirOutcomeAtTheEndAndFromFiveVotesOn) {
    const Post four = ask_anonymously();
    const Post five = ask_anonymously();
    for (const PersonId who : {town.owner, town.other_owner, town.moderator, town.colleague}) {
        vote(who, four, {0});
        vote(who, five, {1});
    }
    vote(town.member, five, {0});
    EXPECT_EQ(votes_of(seen_by(town.member, five)), (Votes{std::nullopt, std::nullopt}));
    act(town.member, close_poll, ClosePoll{four.id});
    act(town.member, close_poll, ClosePoll{five.id});
    EXPECT_EQ(votes_of(seen_by(town.owner, five)), (Votes{1, 4}));
    EXPECT_EQ(votes_of(seen_by(town.owner, four)), (Votes{std::nullopt, std::nullopt}));
    EXPECT_EQ(seen_by(town.owner, four).voters, 4);
    EXPECT_EQ(refused(town.owner, list_votes, ListVotes{five.id}), ErrorCode::forbidden);
}

TEST_F(Polls, ThatAreNoneAreRefused) {
    const auto refused_poll = [&](const NewPoll& poll) {
        return refused(town.member, create_post, asking(town.general, poll));
    };
    EXPECT_EQ(refused_poll(poll_of({"A"})), ErrorCode::invalid_request);
    EXPECT_EQ(refused_poll(poll_of({"A", "  "})), ErrorCode::invalid_request);
    EXPECT_EQ(refused_poll(poll_of({"A", " A "})), ErrorCode::invalid_request);
    for (const auto moment : {from_now(-1s), from_now(std::chrono::hours{24 * 367})}) {
        NewPoll poll = poll_of({"A", "B"});
        poll.closes_at = moment;
        EXPECT_EQ(refused_poll(poll), ErrorCode::invalid_request);
    }
    CreatePost both = asking(town.general, poll_of({"A", "B"}));
    both.question = Addressee{};
    EXPECT_EQ(refused(town.member, create_post, both), ErrorCode::invalid_request);
}

TEST_F(Polls, ARetryFindsWhatWasAskedAndOtherOptionsAreAConflict) {
    const CreatePost request = asking(town.general, poll_of({"A", "B"}), 7);
    const Post asked = act(town.member, create_post, request);
    let_time_come(asked);
    EXPECT_EQ(act(town.member, create_post, request).id, asked.id);
    CreatePost other = request;
    other.poll->options.items[1] = {"C"};
    EXPECT_EQ(refused(town.member, create_post, other), ErrorCode::conflict);
    other.poll.reset();
    EXPECT_EQ(refused(town.member, create_post, other), ErrorCode::conflict);
}

TEST_F(Polls, ComeBackWithTheirPostAndAreForgottenWithIt) {
    const Post asked = act(town.member, create_post, asking(town.general, poll_of({"a secret option", "B"})));
    vote(town.owner, asked, {0});
    act(town.member, delete_post, DeletePost{asked.id});
    EXPECT_EQ(log_lines_with("a secret option"), 0);
    EXPECT_EQ(refused_vote(town.owner, asked, {0}), ErrorCode::not_found);
    act(town.member, restore_post, RestorePost{asked.id});
    EXPECT_EQ(seen_by(town.owner, asked).options[0].votes, 1);
    EXPECT_EQ(log_lines_with("a secret option"), 1);
    act(town.member, delete_post, DeletePost{asked.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE state = 'deleted'");
    database->commit_now(
        [](Transaction& tx) { return storage::purge_posts(tx, access::as_system("test"), 10); });
    const auto rows =
        run_sql(test_database, "SELECT cardinality(options), (SELECT count(*) FROM votes) FROM polls");
    EXPECT_EQ(rows[0][0].as<int>(), 0);
    EXPECT_EQ(rows[0][1].as<int>(), 0);
}

TEST_F(Polls, LeaveNoTraceForThoseWhoLoseTheTab) {
    act(town.member, create_post, asking(town.general, poll_of({"between us", "B"})));
    EXPECT_EQ(log_lines_with("between us"), 1);
    EditTab narrower{.tab = town.general,
                     .name = {"General"},
                     .department = town.transport,
                     .audience = TabAudience::department};
    act(town.owner, edit_tab, narrower);
    EXPECT_EQ(log_lines_with("between us"), 0);
}

class HeldPolls : public HeldPosts {
protected:
    Post send(TabId tab) {
        CreatePost request = posting(tab, "Which coffee?");
        request.poll = poll_of({"A", "B"});
        return act(town.member, create_post, request);
    }
};

TEST_F(HeldPolls, AreShownWithTheirOptionsToWhoDecides) {
    const TabId tab = approval_tab();
    const Post held = send(tab);
    EXPECT_EQ(held.state, PostState::held);
    const auto queue = look(town.owner, list_held_posts, ListHeldPosts{town.group}).items;
    ASSERT_EQ(queue.size(), 1u);
    ASSERT_TRUE(queue[0].poll);
    EXPECT_EQ(queue[0].poll->options[1].text, "B");
    ASSERT_EQ(own(town.member).size(), 1u);
    EXPECT_EQ(own(town.member)[0].poll->options[0].text, "A");
    EXPECT_EQ(refused(town.member, cast_vote, CastVote{held.id, {{0}}}), ErrorCode::not_found);
}

TEST_F(HeldPolls, StayOpenForAsLongAsTheirAuthorMeant) {
    const TabId tab = approval_tab();
    const Post held = send(tab);
    run_sql(test_database,
            "UPDATE polls SET closes_at = closes_at - interval '2 hours'; "
            "UPDATE posts SET published_at = published_at - interval '2 hours' "
            " WHERE state = 'held'");
    database->commit_now([](Transaction& tx) { return close_due_polls(tx, 10); });
    news();
    const Post approved = approve(town.owner, held);
    EXPECT_THAT(news(), testing::IsSupersetOf({group_stream(town.group) + " post.created",
                                               group_stream(town.group) + " poll.changed"}));
    const Poll poll = look(town.colleague, get_post, GetPost{held.id}).view.poll.value();
    EXPECT_FALSE(poll.closed_at);
    EXPECT_GT(poll.closes_at, approved.published_at + 59min);
    EXPECT_LE(poll.closes_at, approved.published_at + 1h);
}

TEST_F(HeldPolls, ThatAreTakenBackLoseTheirOptions) {
    const TabId tab = approval_tab();
    const Post held = send(tab);
    act(town.member, withdraw_held_post, WithdrawHeldPost{held.id});
    EXPECT_EQ(run_sql(test_database, "SELECT cardinality(options) FROM polls")[0][0].as<int>(), 0);
}

TEST_F(HeldPosts, ShowWhomTheyAskToWhoDecides) {
    CreatePost request = posting(approval_tab(), "Where is it?");
    request.question = Addressee{.department = town.warehouse};
    act(town.member, create_post, request);
    const auto queue = look(town.owner, list_held_posts, ListHeldPosts{town.group}).items;
    ASSERT_EQ(queue.size(), 1u);
    ASSERT_TRUE(queue[0].question);
    EXPECT_EQ(queue[0].question->department, town.warehouse);
}

}  // namespace
}  // namespace plein::test
