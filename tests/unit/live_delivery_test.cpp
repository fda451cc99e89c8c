#include "tests/support/live_hub.hpp"

namespace plein::test {
namespace {

using live::CloseCode;

class LiveDelivery : public LiveHub {};

TEST_F(LiveDelivery, DropsDoubles) {
    const auto client = follower(5, "tab:1");
    const auto event = log.append("tab:1");
    for (int i = 0; i < 3; ++i)
        hub.deliver(event);
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{1});
}

TEST_F(LiveDelivery, WaitsForALatePublishWithoutReading) {
    const auto client = follower(5, "tab:1");
    const auto first = log.append("tab:1");
    say("tab:1");
    poll();
    EXPECT_EQ(client->events("tab:1"), Seqs{});
    hub.deliver(first);
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{1, 2}));
    EXPECT_EQ(log.fills, 0);
}

TEST_F(LiveDelivery, ReadsWhatNoPublishBrought) {
    const auto client = follower(5, "tab:1");
    for (int i = 0; i < 3; ++i)
        log.append("tab:1");
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{1, 2, 3, 4}));
    EXPECT_EQ(log.fills, 1);
}

TEST_F(LiveDelivery, TriesAgainUntilTheGapCanBeRead) {
    int failures = 2;
    log.before_fill = [&]() -> boost::asio::awaitable<void> {
        if (failures-- > 0) throw std::runtime_error{"the database is away"};
        co_return;
    };
    const auto client = follower(5, "tab:1");
    log.append("tab:1");
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{1, 2}));
}

TEST_F(LiveDelivery, CatchesUpOverMoreEventsThanItHolds) {
    const auto client = follower(5, "tab:1");
    log.append("tab:1");
    for (int i = 0; i < 2000; ++i)
        say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), all_to(2001));
}

TEST_F(LiveDelivery, HasEveryoneReadAfreshWhenTheLogLostWhatIsMissing) {
    const auto client = follower(5, "tab:1");
    log.append("tab:1");
    say("tab:1");
    log.streams["tab:1"].clear();
    settle();
    EXPECT_EQ(client->notices("tab:1"), (Words{"subscribed", "resync"}));
    EXPECT_EQ(client->events("tab:1"), Seqs{});
    EXPECT_EQ(hub.figures().streams, 1);
}

TEST_F(LiveDelivery, PutsAtMostSoManyEventsInAMessage) {
    const auto client = follower(5, "tab:1");
    for (int i = 0; i < 300; ++i)
        say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), all_to(300));
    for (const auto& message : client->messages) {
        EXPECT_LE(std::ranges::count(*message, '\n'),
                  static_cast<std::ptrdiff_t>(options.events_per_message) - 1);
    }
}

TEST_F(LiveDelivery, SharesOneMessageAmongAllConnections) {
    const auto one = follower(5, "tab:1");
    const auto two = follower(6, "tab:1");
    say("tab:1");
    settle();
    EXPECT_EQ(one->messages.back(), two->messages.back());
    EXPECT_EQ(hub.figures().deliveries, 2);
}

class LiveBatches : public LiveHub {
protected:
    /// So long an interval that only a full message ends it.
    LiveBatches() : LiveHub({.batch_interval = std::chrono::hours{1}, .events_per_message = 50}) {}
};

TEST_F(LiveBatches, TakeTheFirstEventAtOnceAndFurtherOnesTogether) {
    const auto client = follower(5, "tab:1");
    const auto before = client->messages.size();
    say("tab:1");
    EXPECT_EQ(client->messages.size(), before + 1) << "before anything else runs";
    for (int i = 0; i < 49; ++i)
        say("tab:1");
    poll();
    EXPECT_EQ(client->messages.size(), before + 1);
    say("tab:1");
    EXPECT_EQ(client->messages.size(), before + 2);
    EXPECT_EQ(client->events("tab:1"), all_to(51));
}

class LiveTurns : public LiveHub {
protected:
    /// Without an interval: the next message is due while the one before is still on its way.
    LiveTurns() : LiveHub({.batch_interval = std::chrono::milliseconds{0}, .followers_per_turn = 2}) {
        for (int person = 1; person <= 7; ++person)
            clients.push_back(follower(person, "tab:1"));
    }

    /// How many have got so many events.
    std::ptrdiff_t have(std::size_t events) const {
        return std::ranges::count_if(
            clients, [&](const auto& client) { return client->events("tab:1").size() == events; });
    }

    std::vector<std::shared_ptr<RecordingConnection>> clients;
};

TEST_F(LiveTurns, OfManyFollowersLetOthersInBetween) {
    say("tab:1");
    EXPECT_EQ(have(1), 2);
    std::ptrdiff_t meanwhile = 0;
    boost::asio::post(context, [&] { meanwhile = have(1); });
    settle();
    EXPECT_EQ(meanwhile, 4) << "behind the turn that was already waiting";
    EXPECT_EQ(have(1), 7);
    EXPECT_EQ(hub.figures().deliveries, 7);
}

TEST_F(LiveTurns, KeepTheOrderWhateverComesMeanwhile) {
    say("tab:1");
    for (int i = 0; i < 3; ++i)
        say("tab:1");
    EXPECT_EQ(have(4), 0);
    settle();
    for (const auto& client : clients)
        EXPECT_EQ(client->events("tab:1"), all_to(4));
}

TEST_F(LiveTurns, MissNobodyWhenOthersLeaveMeanwhile) {
    say("tab:1");
    hub.receive(*clients[0], unsubscribe("tab:1"));
    hub.receive(*clients[6], unsubscribe("tab:1"));
    settle();
    EXPECT_EQ(have(0), 1) << "who left before their turn";
    EXPECT_EQ(have(1), 6);
}

TEST_F(LiveTurns, AreOverBeforeSomebodyJoins) {
    say("tab:1");
    const auto late = follower(8, "tab:1");
    EXPECT_EQ(late->events("tab:1"), Seqs{});
    EXPECT_EQ(have(1), 7);
    say("tab:1");
    settle();
    EXPECT_EQ(late->events("tab:1"), Seqs{2});
    EXPECT_EQ(have(2), 7);
}

TEST_F(LiveTurns, AreOverBeforeAnAccessEnds) {
    say("tab:1");
    revoke("tab:1", 1);
    say("tab:1");
    settle();
    EXPECT_EQ(clients[0]->events("tab:1"), (Seqs{1, 2}));
    EXPECT_EQ(have(3), 6);
}

TEST_F(LiveDelivery, TakesEventsFromOtherThreadsInOrder) {
    const auto client = follower(5, "tab:1");
    EXPECT_TRUE(hub.offer({log.append("tab:1"), log.append("tab:1")}, false));
    EXPECT_TRUE(hub.offer({log.append("tab:1")}, true));
    settle();
    EXPECT_EQ(client->events("tab:1"), (Seqs{1, 2, 3}));
    EXPECT_EQ(hub.figures().swept, 1);
}

TEST_F(LiveDelivery, TakesNoMoreThanItsInboxHolds) {
    const live::SharedEvents many(40'000, log.append("tab:1"));
    EXPECT_TRUE(hub.offer(many, false));
    EXPECT_FALSE(hub.offer(many, false));
    settle();
    EXPECT_TRUE(hub.offer(many, false));
    settle();
}

TEST_F(LiveDelivery, TakesASweepOfAnySizeWhenNothingWaits) {
    const live::SharedEvents many(100'000, log.append("tab:1"));
    EXPECT_TRUE(hub.offer(many, true));
    settle();
}

class LiveRevocation : public LiveHub {};

TEST_F(LiveRevocation, LetsTheRevokingEventBeTheLast) {
    const auto removed = follower(5, "tab:1");
    const auto stays = follower(6, "tab:1");
    say("tab:1");
    say("tab:1");
    revoke("tab:1", 5);
    say("tab:1");
    settle();
    EXPECT_EQ(removed->events("tab:1"), (Seqs{1, 2, 3}));
    EXPECT_EQ(removed->notices("tab:1"), (Words{"subscribed", "lost"}));
    EXPECT_EQ(stays->events("tab:1"), (Seqs{1, 2, 3, 4}));
    EXPECT_FALSE(removed->closed) << "other streams go on";
}

TEST_F(LiveRevocation, OfEveryoneEndsTheStreamForAllAndLetsThemComeBack) {
    const auto one = follower(5, "tab:1");
    const auto other = follower(6, "tab:1");
    hub.deliver(log.append("tab:1", everyone));
    say("tab:1");
    settle();
    for (const auto& client : {one, other}) {
        EXPECT_EQ(client->events("tab:1"), Seqs{1});
        EXPECT_EQ(client->notices("tab:1"), (Words{"subscribed", "lost"}));
    }
    hub.receive(*other, subscribe("tab:1", log.cursor(2)));
    settle();
    say("tab:1");
    settle();
    EXPECT_EQ(one->events("tab:1"), Seqs{1});
    EXPECT_EQ(other->events("tab:1"), (Seqs{1, 3}));
}

TEST_F(LiveRevocation, HoldsLaterEventsBackUntilTheRevocationIsHere) {
    const auto removed = follower(5, "tab:1");
    const auto revocation = log.append("tab:1", PersonId{5});
    say("tab:1");
    poll();
    EXPECT_EQ(removed->events("tab:1"), Seqs{});
    settle();
    EXPECT_EQ(removed->events("tab:1"), Seqs{1});
}

TEST_F(LiveRevocation, StopsASubscriptionThatIsStillBeingRead) {
    const auto other = follower(6, "tab:1");
    const auto client = follower(5, "tab:2");
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    hub.receive(*client, subscribe("tab:1", log.cursor(0)));
    poll();  // the snapshot still saw the access
    revoke("tab:1", 5);
    say("tab:1");
    gate.open();
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{1});
    EXPECT_EQ(client->notices("tab:1"), Words{"lost"});
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{1});
}

TEST_F(LiveRevocation, BeforeTheSnapshotDoesNotCountAgainstASubscription) {
    const auto other = follower(6, "tab:1");
    const auto revocation = log.append("tab:1", PersonId{5});
    log.denied["tab:1"].clear();  // and invited again
    const auto client = connect(identity(5));
    hub.receive(*client, subscribe("tab:1"));
    poll();
    hub.deliver(revocation);
    say("tab:1");
    settle();
    EXPECT_EQ(client->events("tab:1"), Seqs{2});
    EXPECT_EQ(client->notices("tab:1"), Words{"subscribed"});
}

TEST_F(LiveRevocation, ClosesTheConnectionsOfAnEndedSessionBehindTheEvent) {
    const auto ended = connect(identity(5, 51));
    const auto other_device = connect(identity(5, 52));
    settle();
    hub.deliver(log.append("user:5", {}, SessionId{51}));
    say("user:5");
    settle();
    EXPECT_EQ(ended->events("user:5"), Seqs{1});
    EXPECT_EQ(ended->closed, CloseCode::policy_violation);
    EXPECT_EQ(ended->sent_after_close, 0);
    EXPECT_FALSE(other_device->closed);
    EXPECT_EQ(other_device->events("user:5"), (Seqs{1, 2}));
}

TEST_F(LiveRevocation, ClosesASessionThatEndsWhileItsOwnStreamIsRead) {
    const auto other_device = connect(identity(5, 52));
    settle();
    Gate gate{context};
    log.after_read = [&] { return gate.pass(); };
    const auto ended = connect(identity(5, 51));
    poll();
    hub.deliver(log.append("user:5", {}, SessionId{51}));
    gate.open();
    settle();
    EXPECT_EQ(ended->closed, CloseCode::policy_violation);
}

TEST_F(LiveRevocation, OfThePersonThemselvesClosesAllTheirConnections) {
    const auto one = connect(identity(5, 51));
    const auto two = connect(identity(5, 52));
    const auto other = connect(identity(6));
    settle();
    revoke("user:5", 5);
    settle();
    EXPECT_EQ(one->closed, CloseCode::policy_violation);
    EXPECT_EQ(two->closed, CloseCode::policy_violation);
    EXPECT_FALSE(other->closed);
}

}  // namespace
}  // namespace plein::test
