#include "protocol/errors.hpp"
#include "tests/support/live_hub.hpp"

namespace plein::test {
namespace {

using live::CloseCode;

class LiveSubscribing : public LiveHub {};

TEST_F(LiveSubscribing, FollowsTheOwnStreamFromTheHandshakeOn) {
    const auto client = connect(identity(5));
    settle();
    say("user:5");
    settle();
    EXPECT_EQ(client->events("user:5"), Seqs{1});
    EXPECT_EQ(client->notices("user:5"), Words{"subscribed"});
    EXPECT_EQ(client->lines.front().cursor, log.cursor(0));
}

TEST_F(LiveSubscribing, WithoutACursorStartsAtNow) {
    log.append("tab:1");
    const auto client = follower(5, "tab:1");
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{2});
}

TEST_F(LiveSubscribing, ReplaysBehindTheCursorAndGoesOnLive) {
    for (int i = 0; i < 5; ++i)
        log.append("tab:1");
    const auto client = connect(identity(5));
    hub.receive(*client, subscribe("tab:1", log.cursor(2)));
    settle();
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{3, 4, 5, 6}));
    EXPECT_EQ(client->notices("tab:1"), Words{"subscribed"});
}

TEST_F(LiveSubscribing, LosesNothingThatIsSaidWhileItReads) {
    const auto other = follower(6, "tab:1");
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    const auto client = connect(identity(5));
    poll();
    gate.open();  // the own stream is read
    settle();
    Gate second{context};
    log.after_read = [&] { return second.pass(); };
    say("tab:1");
    hub.receive(*client, subscribe("tab:1", log.cursor(0)));
    poll();  // the snapshot has seen 1, its answer is on its way
    say("tab:1");
    say("tab:1");
    second.open();
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{1, 2, 3}));
    EXPECT_EQ(other->events("tab:1"), (Seqs{1, 2, 3}));
}

TEST_F(LiveSubscribing, ReadsAgainWhenMorePassedThanIsKept) {
    const auto other = follower(6, "tab:1");
    const auto client = follower(5, "tab:2");
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    hub.receive(*client, subscribe("tab:1", log.cursor(0)));
    poll();
    const auto reads = log.reads;
    Seqs all;
    for (std::int64_t seq = 1; seq <= 1500; ++seq) {
        say("tab:1");
        all.push_back(seq);
    }
    gate.open();
    settle();
    EXPECT_EQ(client->events("tab:1"), all);
    EXPECT_EQ(log.reads, reads + 1);
}

TEST_F(LiveSubscribing, ReadsAgainWhenTheStreamBeganBehindItsSnapshot) {
    const auto early = follower(5, "tab:2");
    const auto late = follower(6, "tab:2");
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    hub.receive(*early, subscribe("tab:1", log.cursor(0)));
    poll();  // its snapshot saw nothing yet
    log.append("tab:1");
    log.after_read = nullptr;
    hub.receive(*late, subscribe("tab:1", log.cursor(0)));
    poll();
    gate.open();
    settle();
    EXPECT_EQ(early->events("tab:1"), Seqs{1});
    EXPECT_EQ(late->events("tab:1"), Seqs{1});
}

TEST_F(LiveSubscribing, WaitsForAStreamThatIsBehindTheSnapshot) {
    const auto other = follower(6, "tab:1");
    const auto late = log.append("tab:1");
    const auto client = connect(identity(5));
    hub.receive(*client, subscribe("tab:1", log.cursor(0)));
    poll();
    EXPECT_EQ(client->events("tab:1"), Seqs{1}) << "the replay need not wait";
    EXPECT_EQ(client->notices("tab:1"), Words{});
    hub.deliver(late);
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{1, 2}));
    EXPECT_EQ(other->events("tab:1"), (Seqs{1, 2}));
    EXPECT_EQ(client->notices("tab:1"), Words{"subscribed"});
}

TEST_F(LiveSubscribing, IsToldToReadAfreshForACursorThatCannotBeServed) {
    const auto client = connect(identity(5));
    for (const char* cursor : {"g:7", "another:0", "nonsense"})
        hub.receive(*client, subscribe("tab:1", cursor));
    settle();
    say("tab:1");
    settle();
    EXPECT_EQ(client->notices("tab:1"), Words{"resync"}) << "a later subscribe replaces the earlier";
    EXPECT_EQ(client->events("tab:1"), Seqs{});
}

TEST_F(LiveSubscribing, KeepsTheOwnStreamEvenWhenItsCursorCannotBeServed) {
    const auto client = connect(identity(5), "another:3");
    settle();
    say("user:5");
    settle();
    EXPECT_EQ(client->notices("user:5"), (Words{"resync", "subscribed"}));
    EXPECT_EQ(client->events("user:5"), Seqs{1});
}

TEST_F(LiveSubscribing, IsRefusedWithoutAccess) {
    log.denied["tab:1"].insert(PersonId{5});
    const auto client = follower(5, "tab:1");
    say("tab:1");
    settle();
    EXPECT_EQ(client->notices("tab:1"), Words{"refused"});
    EXPECT_EQ(client->events("tab:1"), Seqs{});
}

TEST_F(LiveSubscribing, HearsNothingMoreAfterUnsubscribing) {
    const auto client = follower(5, "tab:1");
    hub.receive(*client, unsubscribe("tab:1"));
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{});
    EXPECT_EQ(hub.figures().streams, 1) << "only the own stream is left";
}

TEST_F(LiveSubscribing, MayTakeBackWhatIsStillBeingRead) {
    const auto client = follower(5, "tab:2");
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    hub.receive(*client, subscribe("tab:1"));
    poll();
    hub.receive(*client, unsubscribe("tab:1"));
    gate.open();
    settle();
    say("tab:1");
    settle();
    EXPECT_EQ(client->notices("tab:1"), Words{});
    EXPECT_EQ(client->events("tab:1"), Seqs{});
}

TEST_F(LiveSubscribing, TriesAgainUntilTheDatabaseAnswers) {
    int failures = 2;
    log.before_read = [&]() -> boost::asio::awaitable<void> {
        if (failures-- > 0) throw Refusal{ErrorCode::overloaded};
        co_return;
    };
    const auto client = connect(identity(5));
    settle();
    EXPECT_EQ(client->notices("user:5"), Words{"subscribed"});
    EXPECT_EQ(log.reads, 3);
}

TEST_F(LiveSubscribing, ClosesAConnectionWhoseSessionHasEnded) {
    log.ended.insert(SessionId{5});
    const auto client = connect(identity(5));
    settle();
    EXPECT_EQ(client->closed, CloseCode::policy_violation);
    EXPECT_EQ(hub.figures().connections, 0);
}

TEST_F(LiveSubscribing, RefusesMoreConnectionsThanAPersonMayHave) {
    std::vector<std::shared_ptr<RecordingConnection>> screens;
    for (std::size_t i = 0; i < options.max_connections_per_person; ++i)
        screens.push_back(connect(identity(1)));
    EXPECT_EQ(connect(identity(1))->closed, live::CloseCode::try_again_later);
    EXPECT_EQ(connect(identity(2))->closed, std::nullopt) << "others are not in the way";

    hub.detach(*screens.front());
    settle();
    EXPECT_EQ(connect(identity(1))->closed, std::nullopt) << "one has gone";
}

TEST_F(LiveSubscribing, RefusesMoreStreamsThanAConnectionMayFollow) {
    const auto client = connect(identity(5));
    for (std::size_t i = 1; i <= options.max_subscriptions; ++i) {
        hub.receive(*client, subscribe("tab:" + std::to_string(i)));
    }
    settle();
    EXPECT_EQ(client->notices("tab:255"), Words{"subscribed"});
    EXPECT_EQ(client->notices("tab:256"), Words{"refused"});
    EXPECT_EQ(hub.figures().streams, options.max_subscriptions);
}

TEST_F(LiveSubscribing, ReadsTogetherWhatIsAskedForMeanwhile) {
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    std::vector<std::shared_ptr<RecordingConnection>> clients;
    for (int i = 1; i <= 20; ++i) {
        clients.push_back(connect(identity(i)));
        for (int tab = 1; tab <= 10; ++tab)
            hub.receive(*clients.back(), subscribe("tab:" + std::to_string(tab)));
    }
    poll();
    EXPECT_EQ(log.reads, 1) << "of the first, as it came; nobody was there with them";
    gate.open();
    settle();
    EXPECT_LE(log.reads, 1 + options.readers);
    EXPECT_EQ(log.wishes, 20 * 11);
    for (const auto& client : clients)
        EXPECT_EQ(client->notices("tab:10"), Words{"subscribed"});
}

TEST_F(LiveSubscribing, ReadsABoundedNumberOfWishesAtATime) {
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    for (int i = 1; i <= 2000; ++i)
        connect(identity(i));
    poll();
    EXPECT_EQ(log.reads, options.readers);
    EXPECT_LE(log.wishes, options.readers * options.wishes_per_read);
    gate.open();
    settle();
    EXPECT_EQ(log.wishes, 2000);
}

TEST_F(LiveSubscribing, NobodysManyWishesDelayTheOthers) {
    const auto greedy = connect(identity(5));
    for (int i = 1; i <= 200; ++i)
        hub.receive(*greedy, subscribe("tab:" + std::to_string(i)));
    const auto modest = connect(identity(6));
    modest->on_line = [&](const auto&) { EXPECT_EQ(greedy->notices("tab:200"), Words{}); };
    settle();
    EXPECT_EQ(modest->notices("user:6"), Words{"subscribed"});
    EXPECT_EQ(greedy->notices("tab:200"), Words{"subscribed"});
}

TEST_F(LiveSubscribing, AsksAgainForWhatWasTooMuchForOneRead) {
    log.append("tab:1");
    log.too_much = 1;
    const auto client = connect(identity(5));
    hub.receive(*client, subscribe("tab:1", log.cursor(0)));
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{1});
    EXPECT_EQ(client->notices("tab:1"), Words{"subscribed"});
}

TEST_F(LiveSubscribing, ClosesAClientThatSaysWhatItMayNotSay) {
    const auto nameless = connect(identity(5));
    hub.receive(*nameless, LiveRequest{LiveOperation::subscribe, {}, {}});
    EXPECT_EQ(nameless->closed, CloseCode::policy_violation);

    const auto deaf = connect(identity(6));
    hub.receive(*deaf, unsubscribe("user:6"));
    EXPECT_EQ(deaf->closed, CloseCode::policy_violation) << "it would not hear that its session ended";
    settle();
    EXPECT_EQ(hub.figures().connections, 0);
}

TEST_F(LiveSubscribing, AnswersAPing) {
    const auto client = connect(identity(5));
    hub.receive(*client, LiveRequest{LiveOperation::ping, {}, {}});
    EXPECT_EQ(*client->messages.back(), R"({"type":"pong"})");
    settle();
}

TEST_F(LiveSubscribing, LeavesNothingBehindWhenEverybodyLeft) {
    for (int i = 1; i <= 10; ++i) {
        const auto client = follower(i, "tab:1");
        hub.detach(*client);
    }
    settle();
    EXPECT_EQ(hub.figures().connections, 0);
    EXPECT_EQ(hub.figures().streams, 0);
}

TEST_F(LiveSubscribing, TellsEverybodyBeforeItStops) {
    const auto client = follower(5, "tab:1");
    hub.stop();
    settle();
    EXPECT_EQ(*client->messages.back(), R"({"type":"restarting"})");
    EXPECT_EQ(client->closed, CloseCode::going_away);
    EXPECT_EQ(connect(identity(6))->closed, CloseCode::going_away);
}

TEST_F(LiveSubscribing, LetsEverybodyResumeWhenAnotherDatabaseAnswers) {
    const auto client = follower(5, "tab:1");
    hub.start_over();
    settle();
    EXPECT_EQ(client->closed, CloseCode::try_again_later);
    EXPECT_EQ(hub.figures().streams, 0);
}

}  // namespace
}  // namespace plein::test
