// Narrowing raced with posting: whoever is outside the new audience hears nothing of what commits behind the change, and
// finds nothing of the tab in the log.
#include "tests/support/deployment.hpp"

#include "protocol/routes.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace plein::test {
namespace {

class NarrowingRace {
public:
    explicit NarrowingRace(bool redis)
        : plein_({.nodes = 2,
                  .redis = redis,
                  .settings = {{"PLEIN_SERVER_THREADS", "1"}, {"PLEIN_LIVE_SWEEP_INTERVAL_MS", "100"}}}) {
        for (const PersonId person : {town_.owner, town_.member, town_.colleague})
            plein_.session_of(person);
    }

    void run(int times) {
        for (int i = 0; i < times; ++i) {
            race();
            if (testing::Test::HasFailure()) return;
            change(TabAudience::members);
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

    void change(TabAudience audience) {
        tab_ = plein_.device(town_.owner, posts_ % 2)
                   .ask(EditTab{.tab = town_.general,
                                .version = tab_.version,
                                .name = {"General"},
                                .department = town_.transport,
                                .audience = audience});
    }

    void race() {
        LiveClient out[] = {follower(town_.colleague, 0), follower(town_.colleague, 1)};
        const std::string before = out[0].heard().back().cursor;
        std::thread one{[this] { post(town_.owner, 0, 8); }};
        std::thread two{[this] { post(town_.member, 1, 8); }};
        change(TabAudience::department);
        one.join();
        two.join();
        // The last that happens on the group's stream: who has heard it has heard all of it.
        plein_.device(town_.owner).ask(SetMember{town_.group, town_.moderator, another_role()});
        for (int node = 0; node < 2; ++node) {
            const auto removal = out[node].until_type("tab.removed", stream_).seq;
            out[node].until_type("member.changed", stream_);
            check(out[node], removal, node);
        }
        check_log(before);
    }

    GroupRole another_role() {
        role_ = role_ == GroupRole::member ? GroupRole::moderator : GroupRole::member;
        return role_;
    }

    void check(const LiveClient& client, std::int64_t removal, int node) {
        std::int64_t last = 0;
        for (const LiveLine& line : client.heard_on(stream_)) {
            if (line.seq == 0) continue;
            EXPECT_TRUE(last == 0 || line.seq == last + 1) << "node " << node << ": " << line.text;
            EXPECT_FALSE(line.seq > removal && line.type.starts_with("post.")) << "leaked " << line.text;
            last = line.seq;
        }
        for (const LiveLine& line : client.heard())
            EXPECT_NE(line.stream, tab_stream(town_.general)) << "leaked " << line.text;
    }

    /// With a cursor of before all of it, the colleague is told of no post any more, nor let into the tab's stream.
    void check_log(const std::string& before) {
        LiveClient late = plein_.live(town_.colleague);
        late.subscribe(stream_, before);
        late.until_type("tab.removed", stream_);
        late.subscribe(tab_stream(town_.general));
        late.until_type("refused", tab_stream(town_.general));
        for (const LiveLine& line : late.heard())
            EXPECT_FALSE(line.type.starts_with("post.")) << "replayed " << line.text;
    }

    Deployment plein_;
    const Organisation& town_ = plein_.town;
    const std::string stream_ = group_stream(town_.group);
    Tab tab_{.id = town_.general};
    GroupRole role_ = GroupRole::moderator;
    std::atomic<std::uint32_t> posts_ = 0;
};

TEST(Faults, ANarrowingRacedWithPosting) { NarrowingRace{true}.run(5); }
TEST(Faults, ANarrowingRacedWithPostingWithoutRedis) { NarrowingRace{false}.run(2); }
TEST(DeepFaults, ManyNarrowingsRacedWithPosting) { NarrowingRace{true}.run(100); }
TEST(DeepFaults, ManyNarrowingsRacedWithPostingWithoutRedis) { NarrowingRace{false}.run(50); }

}  // namespace
}  // namespace plein::test
