// Removal raced with posting: whoever was removed hears nothing of what commits behind the removal.
#include "tests/fault/soak.hpp"
#include "tests/support/deployment.hpp"

#include "protocol/routes.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace plein::test {
namespace {

class RemovalRace {
public:
    explicit RemovalRace(bool redis)
        : plein_({.nodes = 2,
                  .redis = redis,
                  .settings = {{"PLEIN_SERVER_THREADS", "1"}, {"PLEIN_LIVE_SWEEP_INTERVAL_MS", "100"}}}) {
        for (const PersonId person : {town_.owner, town_.other_owner, town_.moderator, town_.member})
            plein_.session_of(person);
    }

    void run(int times) {
        for (int i = 0; i < times; ++i) {
            race();
            if (testing::Test::HasFailure()) return;
            plein_.device(town_.owner).ask(SetMember{town_.group, town_.member, GroupRole::member});
        }
    }

private:
    LiveClient follower(PersonId person, std::size_t node) {
        LiveClient client = plein_.live(person, node);
        client.subscribe(stream_);
        client.until_type("subscribed", stream_);
        return client;
    }

    void post(PersonId author, std::size_t node, int count) {
        Device device = plein_.device(author, node);
        for (int i = 0; i < count; ++i) {
            CreatePost request{.tab = town_.general, .body = {"words"}};
            const auto id = ++posts_;
            request.client_id.bytes = {static_cast<std::uint8_t>(id), static_cast<std::uint8_t>(id >> 8),
                                       static_cast<std::uint8_t>(id >> 16)};
            device.ask(request);
        }
    }

    void race() {
        LiveClient out[] = {follower(town_.member, 0), follower(town_.member, 1)};
        LiveClient in[] = {follower(town_.owner, 0), follower(town_.owner, 1)};
        std::thread one{[this] { post(town_.other_owner, 0, 8); }};
        std::thread two{[this] { post(town_.moderator, 1, 8); }};
        plein_.device(town_.owner, posts_ % 2).ask(RemoveMember{town_.group, town_.member});
        one.join();
        two.join();
        post(town_.owner, 0, 1);
        for (int node = 0; node < 2; ++node) {
            const auto removal = in[node].until_type("member.removed", stream_).seq;
            hear_all(in[node]);
            out[node].catch_up();
            check(out[node], removal, node);
        }
    }

    /// 17 posts and a removal: this node's only thread has told everyone of all of them.
    void hear_all(LiveClient& client) {
        while (events(client).size() < 18)
            client.until([](const LiveLine& line) { return line.seq > 0; });
    }

    std::vector<LiveLine> events(const LiveClient& client) {
        auto lines = client.heard_on(stream_);
        std::erase_if(lines, [](const LiveLine& line) { return line.seq == 0; });
        return lines;
    }

    void check(const LiveClient& client, std::int64_t removal, int node) {
        std::int64_t last = 0;
        for (const LiveLine& line : events(client)) {
            EXPECT_TRUE(last == 0 || line.seq == last + 1) << "node " << node << ": " << line.text;
            EXPECT_LE(line.seq, removal) << "node " << node << " leaked " << line.text;
            last = line.seq;
        }
        EXPECT_EQ(last, removal) << "the removal is the last that it hears";
    }

    Deployment plein_;
    const Organisation& town_ = plein_.town;
    const std::string stream_ = group_stream(town_.group);
    std::atomic<std::uint32_t> posts_ = 0;
};

TEST(Faults, ARemovalRacedWithPosting) { RemovalRace{true}.run(5); }
TEST(Faults, ARemovalRacedWithPostingWithoutRedis) { RemovalRace{false}.run(2); }
TEST(DeepFaults, ManyRemovalsRacedWithPosting) {
    RemovalRace{true}.run(static_cast<int>(given("PLEIN_SOAK_RACES", 150)));
}
TEST(DeepFaults, ManyRemovalsRacedWithPostingWithoutRedis) {
    RemovalRace{false}.run(static_cast<int>(given("PLEIN_SOAK_RACES", 50)));
}

}  // namespace
}  // namespace plein::test
