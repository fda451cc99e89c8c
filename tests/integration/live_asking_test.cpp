#include "server/live/redis_link.hpp"
#include "tests/integration/live_world.hpp"
#include "tests/support/io_thread.hpp"

#include <algorithm>

namespace plein::test {
namespace {

using live::RedisAnswer;
using live::RedisCommand;
using live::RedisLink;

/// Questions to Redis beside the events.
class LiveAsking : public LiveWorld {
protected:
    std::future<std::optional<RedisAnswer>> asked(std::vector<RedisCommand> commands) {
        return io.start(here.live.ask(std::move(commands)));
    }
    std::optional<RedisAnswer> answer(std::vector<RedisCommand> commands) {
        return asked(std::move(commands)).get();
    }

    IoThread io;
};

TEST_F(LiveAsking, IsAnsweredInItsOrderWhateverTheBytes) {
    const std::string bytes{"a\0b\r\nc d", 8};
    EXPECT_EQ(answer({{"SET", "one", bytes}}), RedisAnswer{"OK"});
    EXPECT_EQ(answer({{"SET", "two", "2"}, {"INCR", "two"}}), RedisAnswer{"3"});
    EXPECT_EQ(answer({{"MGET", "one", "none", "two"}}), (RedisAnswer{bytes, std::nullopt, "3"}));
    EXPECT_EQ(answer({{"GET", "none"}}), RedisAnswer{std::nullopt});
    EXPECT_EQ(here.live.figures().answered, 4);
}

TEST_F(LiveAsking, IsNotAnsweredWhatRedisRefuses) {
    EXPECT_EQ(answer({{"NO", "SUCH", "COMMAND"}}), std::nullopt);
    EXPECT_EQ(answer({{"NO"}, {"SET", "one", "1"}}), RedisAnswer{"OK"}) << "the last one counts";
    EXPECT_EQ(here.live.figures().unanswered, 1);
    EXPECT_TRUE(here.hears_redis());
}

TEST_F(LiveAsking, IsNotAnsweredWhileRedisIsAway) {
    servers.kill_redis();
    EXPECT_EQ(answer({{"GET", "one"}}), std::nullopt);
    ASSERT_TRUE(until([&] { return !here.hears_redis(); }));
    EXPECT_EQ(answer({{"GET", "one"}}), std::nullopt);
    servers.start_redis();
    ASSERT_TRUE(until([&] { return here.hears_redis(); }));
    EXPECT_EQ(answer({{"GET", "one"}}), RedisAnswer{std::nullopt});
    EXPECT_EQ(here.live.figures().asked, 0u);
}

TEST_F(LiveAsking, IsNotAnsweredWhileRedisHangs) {
    servers.pause_redis();
    EXPECT_EQ(answer({{"GET", "one"}}), std::nullopt);
    servers.resume_redis();
    EXPECT_TRUE(until([&] { return here.hears_redis() && answer({{"GET", "one"}}).has_value(); }));
    EXPECT_TRUE(until([&] { return here.live.figures().asked == 0; }));
}

TEST_F(LiveAsking, IsBoundedAndDelaysNoEvent) {
    servers.pause_redis();
    std::vector<std::future<std::optional<RedisAnswer>>> waiting;
    for (std::size_t i = 0; i < RedisLink::most_asked + 100; ++i)
        waiting.push_back(asked({{"GET", "one"}}));
    ASSERT_TRUE(until([&] { return here.live.figures().unanswered >= 100; }));
    EXPECT_LE(here.live.figures().asked, RedisLink::most_asked);
    Screen screen{there, people[0]};
    const std::string stream = own_stream(people[0]);
    ASSERT_TRUE(until([&] { return screen.follows(stream); }));
    commit(here, stream);
    EXPECT_TRUE(until([&] { return screen.events(stream) == Seqs{1}; }));
    servers.resume_redis();
    for (auto& each : waiting)
        (void)each.get();
}

}  // namespace
}  // namespace plein::test
