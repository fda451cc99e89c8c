#include "tests/integration/live_world.hpp"

#include <numeric>

namespace plein::test {
namespace {

std::vector<std::int64_t> up_to(std::int64_t last) {
    std::vector<std::int64_t> seqs(static_cast<std::size_t>(last));
    std::iota(seqs.begin(), seqs.end(), 1);
    return seqs;
}

/// The sweep is out of the way, so what arrives came through Redis.
class LivePublished : public LiveWorld {
protected:
    LivePublished() : LiveWorld(1h) {}
};

TEST_F(LivePublished, EventsReachTheScreensOfBothNodes) {
    Screen mine{here, people[0]};
    Screen other{there, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return mine.follows(stream) && other.follows(stream); }));
    for (int i = 0; i < 10; ++i)
        commit(i % 2 == 0 ? here : there, stream);
    EXPECT_TRUE(until([&] { return mine.events(stream) == up_to(10) && other.events(stream) == up_to(10); }));
    EXPECT_EQ(here.live.figures().published + there.live.figures().published, 10);
    EXPECT_EQ(here.live.figures().hubs.swept, 0);
}

TEST_F(LivePublished, NothingReachesTheNodesOfAnotherDatabaseOnTheSameRedis) {
    TestDatabase elsewhere;
    Node stranger{elsewhere.server_url(), servers.redis_url(), 1h};
    const auto stays = people[0];
    stranger.database.commit_now([&](storage::Transaction& tx) {
        const auto person = storage::insert_person(tx, access::as_system("test"),
                                                   {.name = "Someone", .personnel_number = "1"});
        ASSERT_EQ(person, stays.person) << "the same stream name in both";
        storage::insert_session(tx, person, stays.token_hash, "test");
    });
    Screen screen{stranger, stays};
    const std::string stream = own_stream(stays);
    ASSERT_TRUE(until([&] { return screen.follows(stream) && stranger.hears_redis(); }));
    commit(here, stream);
    commit(here, stream);
    commit(stranger, stream);
    EXPECT_TRUE(until([&] { return !screen.events(stream).empty(); }));
    EXPECT_EQ(screen.events(stream), Seqs{1});
    EXPECT_EQ(stranger.live.figures().hubs.gaps, 0);
}

class LiveNodes : public LiveWorld {};

TEST_F(LiveNodes, ASilentRedisIsNoticedAndTheSweepDelivers) {
    Screen screen{there, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return screen.follows(stream); }));
    servers.pause_redis();
    commit(here, stream);
    EXPECT_TRUE(until([&] { return screen.events(stream) == up_to(1); }));
    EXPECT_TRUE(until([&] { return !here.hears_redis() && !there.hears_redis(); }));
    servers.resume_redis();
    EXPECT_TRUE(until([&] { return here.hears_redis() && there.hears_redis(); }));
    commit(here, stream);
    EXPECT_TRUE(until([&] { return screen.events(stream) == up_to(2); }));
}

TEST_F(LiveNodes, ADeadRedisSlowsDownButLosesAndDoublesNothing) {
    Screen mine{here, people[0]};
    Screen other{there, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return mine.follows(stream) && other.follows(stream); }));
    commit(here, stream);
    servers.kill_redis();
    for (int i = 0; i < 20; ++i)
        commit(i % 2 == 0 ? here : there, stream);
    EXPECT_TRUE(until([&] { return mine.events(stream) == up_to(21) && other.events(stream) == up_to(21); }));
    EXPECT_GT(there.live.figures().hubs.swept, 0);
    EXPECT_GT(there.live.figures().unpublished, 0);
    servers.start_redis();
    EXPECT_TRUE(until([&] { return here.hears_redis() && there.hears_redis(); }));
    for (int i = 0; i < 20; ++i)
        commit(i % 2 == 0 ? here : there, stream);
    EXPECT_TRUE(until([&] { return mine.events(stream) == up_to(41) && other.events(stream) == up_to(41); }));
}

TEST_F(LiveNodes, ManyWritersWhileRedisComesAndGoesGiveEveryScreenTheSameLog) {
    std::vector<std::unique_ptr<Screen>> screens;
    for (const auto& who : people) {
        for (Node* node : {&here, &there}) {
            screens.push_back(std::make_unique<Screen>(*node, who));
            screens.back()->say(subscribe(group));
        }
    }
    ASSERT_TRUE(until(
        [&] { return std::ranges::all_of(screens, [&](auto& screen) { return screen->follows(group); }); }));
    std::vector<std::thread> writers;
    for (Node* node : {&here, &there, &here, &there}) {
        writers.emplace_back([this, node] {
            for (int i = 0; i < 100; ++i)
                commit(*node, group);
        });
    }
    for (int times = 0; times < 3; ++times) {
        servers.kill_redis();
        servers.start_redis();
        EXPECT_TRUE(until([&] { return here.hears_redis(); }));
    }
    for (auto& writer : writers)
        writer.join();
    for (const auto& screen : screens) {
        EXPECT_TRUE(until([&] { return screen->events(group).size() >= 400; }));
        EXPECT_EQ(screen->events(group), up_to(400));
    }
}

TEST_F(LiveNodes, ResumesBehindTheCursorOnAnotherNode) {
    const std::string stream = own_stream(people[0]);
    std::string cursor;
    {
        Screen before{here, people[0]};
        ASSERT_TRUE(until([&] { return before.follows(stream); }));
        cursor = before.cursor(stream);
    }
    for (int i = 0; i < 5; ++i)
        commit(here, stream);
    Screen after{there, people[0], cursor};
    EXPECT_TRUE(until([&] { return after.follows(stream); }));
    EXPECT_EQ(after.events(stream), up_to(5));
}

TEST_F(LiveNodes, HaveAClientReadAfreshWhoseCursorTheLogCannotServe) {
    Screen screen{here, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return screen.follows(stream); }));
    std::string ahead = screen.cursor(stream);
    ahead.back() = '9';
    for (const std::string& cursor : {ahead, std::string{"0123456789abcdef:0"}, std::string{"x"}}) {
        const auto told = screen.notices(group).size();
        screen.say(subscribe(group, cursor));
        EXPECT_TRUE(until([&] { return screen.notices(group).size() > told; }));
        EXPECT_EQ(screen.notices(group).back(), "resync") << cursor;
    }
}

TEST_F(LiveNodes, RefuseStrangersAndMadeUpStreamsAlike) {
    remove_from_group(here, people[2]);
    Screen screen{here, people[2]};
    for (const char* stream :
         {"group:999", "tab:999", "user:999", "moderators:1", "*", "group:", "group:1 "}) {
        screen.say(subscribe(stream));
        EXPECT_TRUE(until([&] { return screen.notices(stream) == Words{"refused"}; })) << stream;
    }
    screen.say(subscribe(group));
    EXPECT_TRUE(until([&] { return screen.notices(group) == Words{"refused"}; }));
}

TEST_F(LiveNodes, ARemovedMemberGetsNothingMoreOnAnyNodeWithOrWithoutRedis) {
    Screen removed_here{here, people[1]};
    Screen removed_there{there, people[1]};
    Screen too{there, people[2]};
    Screen stays{there, people[0]};
    for (Screen* screen : {&removed_here, &removed_there, &too, &stays})
        screen->say(subscribe(group));
    ASSERT_TRUE(until([&] {
        return removed_here.follows(group) && removed_there.follows(group) && too.follows(group) &&
               stays.follows(group);
    }));
    commit(here, group);
    remove_from_group(here, people[1]);
    for (int i = 0; i < 5; ++i)
        commit(here, group);
    servers.kill_redis();
    remove_from_group(there, people[2]);
    for (int i = 0; i < 5; ++i)
        commit(here, group);

    EXPECT_TRUE(until([&] { return stays.events(group) == up_to(13); }));
    EXPECT_TRUE(until([&] {
        return too.notices(group).back() == "lost" && removed_there.notices(group).back() == "lost";
    }));
    EXPECT_EQ(removed_here.events(group), up_to(2));
    EXPECT_EQ(removed_there.events(group), up_to(2));
    EXPECT_EQ(too.events(group), up_to(8));
    EXPECT_FALSE(too.closed());
}

TEST_F(LiveNodes, AnEndedSessionIsClosedOnEveryNode) {
    Screen screen{there, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return screen.follows(stream); }));
    here.database.commit_now([&](storage::Transaction& tx) {
        for (const SessionId session : storage::delete_session(tx, people[0].person, people[0].session)) {
            tx.emit(tx.publish_on(stream), SessionEnded{session});
        }
    });
    EXPECT_TRUE(until([&] { return screen.closed() == live::CloseCode::policy_violation; }));
    Screen again{there, people[0]};
    EXPECT_TRUE(until([&] { return again.closed() == live::CloseCode::policy_violation; }));
}

TEST_F(LiveNodes, TellTheirScreensWhenTheyStop) {
    Screen screen{here, people[0]};
    here.live.stop();
    EXPECT_TRUE(until([&] { return screen.closed() == live::CloseCode::going_away; }));
}

TEST_F(LiveNodes, HaveEveryClientResumeWhenASweepWouldBeTooLarge) {
    Node sleepy{database.server_url(), servers.redis_url(), 1s, 10};
    Screen screen{sleepy, people[0]};
    Screen at_the_other_thread{sleepy, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return screen.follows(stream) && at_the_other_thread.follows(stream); }));
    const std::string cursor = screen.cursor(stream);
    servers.kill_redis();
    here.database.commit_now([&](storage::Transaction& tx) {
        for (int i = 0; i < 20; ++i)
            tx.emit(tx.publish_on(stream), GroupJoined{GroupId{1}});
    });
    for (const Screen* each : {&screen, &at_the_other_thread})
        EXPECT_TRUE(until([&] { return each->closed() == live::CloseCode::try_again_later; }));
    Screen again{sleepy, people[0], cursor};
    EXPECT_TRUE(until([&] { return again.follows(stream); }));
    EXPECT_EQ(again.events(stream), up_to(20));
}

/// With a PostgreSQL of its own, to kill.
class LiveDatabaseFault : public testing::Test {};

TEST_F(LiveDatabaseFault, AfterAPostgresCrashEverythingGoesOnByItself) {
    PrivateServers servers{"postgres redis"};
    TestDatabase database{servers};
    Node here{database.server_url(), servers.redis_url()};
    Node there{database.server_url(), servers.redis_url()};
    live::Identity who;
    here.database.commit_now([&](storage::Transaction& tx) {
        who.token_hash = access::hash_token("token");
        who.person = storage::insert_person(tx, access::as_system("test"),
                                            {.name = "Someone", .personnel_number = "1"});
        who.session = storage::insert_session(tx, who.person, who.token_hash, "test");
    });
    const std::string stream = "user:" + std::to_string(who.person.value);
    const auto commit = [&](Node& node) {
        node.database.commit_now(
            [&](storage::Transaction& tx) { tx.emit(tx.publish_on(stream), GroupJoined{GroupId{1}}); });
    };
    Screen early{there, who};
    ASSERT_TRUE(until([&] { return early.follows(stream); }));
    commit(here);
    ASSERT_TRUE(until([&] { return early.events(stream) == up_to(1); }));

    servers.kill_postgres();
    Screen late{there, who};
    servers.start_postgres();
    const auto works_again = [&] {
        try {
            commit(here);
            return true;
        } catch (const std::exception&) {
            return false;
        }
    };
    ASSERT_TRUE(until(works_again));
    ASSERT_TRUE(until([&] { return late.follows(stream); }));
    commit(here);
    ASSERT_TRUE(until([&] { return early.events(stream).size() >= 3; }));
    EXPECT_EQ(early.events(stream), up_to(std::ssize(early.events(stream))));
    EXPECT_FALSE(early.closed());
    EXPECT_TRUE(until([&] { return !late.events(stream).empty(); }));
}

}  // namespace
}  // namespace plein::test
