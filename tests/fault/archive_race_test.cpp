// Archiving raced with posting: no acknowledged post is lost, and nobody hears one that commits behind the archive.
#include "tests/support/deployment.hpp"

#include "protocol/routes.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace plein::test {
namespace {

class ArchiveRace {
public:
    explicit ArchiveRace(bool redis)
        : plein_({.nodes = 2,
                  .redis = redis,
                  .settings = {{"PLEIN_SERVER_THREADS", "1"}, {"PLEIN_LIVE_SWEEP_INTERVAL_MS", "100"}}}) {
        for (const PersonId person : {town_.owner, town_.other_owner, town_.moderator, town_.member})
            plein_.session_of(person);
    }

    void run(int times) {
        for (int i = 0; i < times && !testing::Test::HasFailure(); ++i)
            race(static_cast<std::size_t>(i) % 2);
    }

private:
    LiveClient follower(PersonId person, std::size_t node) {
        LiveClient client = plein_.live(person, node);
        client.subscribe(stream_);
        client.until_type("subscribed", stream_);
        return client;
    }

    /// Until the group is gone, or enough.
    void post(PersonId author, std::size_t node) {
        Device device = plein_.device(author, node);
        for (int i = 0; i < 40; ++i) {
            CreatePost request{.tab = town_.general, .body = {"words"}};
            const auto id = ++posts_;
            request.client_id.bytes = {static_cast<std::uint8_t>(id), static_cast<std::uint8_t>(id >> 8),
                                       static_cast<std::uint8_t>(id >> 16)};
            const HttpAnswer answer = device.send(request);
            if (answer.status == 404) return;
            ASSERT_EQ(answer.status, 200U) << answer.body;
            const std::lock_guard lock{mutex_};
            acknowledged_.insert(from_json<Post>(answer.body, answer_depth).id);
        }
    }

    void race(std::size_t node) {
        LiveClient watching[] = {follower(town_.member, 0), follower(town_.member, 1)};
        std::thread one{[this] { post(town_.other_owner, 0); }};
        std::thread two{[this] { post(town_.moderator, 1); }};
        watching[node].until_type("post.created", stream_);
        plein_.device(town_.owner, node).ask(ArchiveGroup{town_.group});
        one.join();
        two.join();
        for (LiveClient& screen : watching) {
            const auto archived = screen.until_type("group.archived", stream_).seq;
            screen.until_type("lost", stream_);
            screen.catch_up();
            std::int64_t last = 0;
            for (const LiveLine& line : screen.heard_on(stream_))
                last = std::max(last, line.seq);
            EXPECT_EQ(last, archived) << "the archive is the last that it hears";
        }
        plein_.device(town_.owner, 1 - node).ask(RestoreGroup{town_.group});
        EXPECT_EQ(all_posts(), acknowledged_);
    }

    std::set<PostId> all_posts() {
        std::set<PostId> found;
        ListGroupPosts request{.group = town_.group, .limit = 100};
        for (;;) {
            const PostPage page = plein_.device(town_.member).ask(request);
            for (const PostView& view : page.items)
                found.insert(view.post.id);
            if (!page.next) return found;
            request.before = Text<limits::cursor>{*page.next};
        }
    }

    Deployment plein_;
    const Organisation& town_ = plein_.town;
    const std::string stream_ = group_stream(town_.group);
    std::atomic<std::uint32_t> posts_ = 0;
    std::mutex mutex_;
    std::set<PostId> acknowledged_;
};

TEST(Faults, AnArchiveRacedWithPosting) { ArchiveRace{true}.run(4); }
TEST(Faults, AnArchiveRacedWithPostingWithoutRedis) { ArchiveRace{false}.run(2); }
TEST(DeepFaults, ManyArchivesRacedWithPosting) { ArchiveRace{true}.run(100); }

}  // namespace
}  // namespace plein::test
