/// The node's link to Redis: publishes its events, hears everybody's.
///
/// Three connections that live and die together: one that publishes, one that listens, and one for what is asked, so that
/// no event waits behind an answer. A heartbeat goes out on the first and comes back on the second, so a Redis that hangs
/// is noticed as fast as one that died, and "connected" means that events really come round.
/// Thread: its context's, but for `publish`, `ask` and `figures` (any).   Bound: `max_unpublished_bytes` on the way
/// to Redis; past it, and while Redis is away, events are dropped here and every node's sweep brings them.
#pragma once

#include "server/live/live_event.hpp"
#include "server/live/redis_connection.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <optional>
#include <vector>

namespace plein::live {

class RedisLink {
public:
    using OnEvents = std::function<void(const SharedEvents&)>;

    /// Throws std::invalid_argument for a malformed url.
    RedisLink(boost::asio::io_context& context, const std::string& url, std::size_t max_unpublished_bytes,
              OnEvents on_events);

    void publish(SharedEvents events);

    /// Says these to Redis in their order, and resumes on the caller's executor with what the last of them is answered. With
    /// nothing when Redis refuses that, is away (at once), or is silent for `longest_wait`, or when `most_asked` commands are
    /// under way: who asks does without.
    boost::asio::awaitable<std::optional<RedisAnswer>> ask(std::vector<RedisCommand> commands);
    static constexpr std::chrono::milliseconds longest_wait{500};
    static constexpr std::size_t most_asked = 2000;

    /// Connects and stays connected. Databases do not mix on one Redis: the channel carries the generation.
    void start(const std::string& generation);
    void change_generation(const std::string& generation);
    /// Its context runs no more: nobody waits for an answer from now on.
    void stop() { connected_ = false; }

    struct Figures {
        bool connected = false;
        std::uint64_t published = 0;
        std::uint64_t unpublished = 0;  // left to the sweep
        std::size_t asked = 0;          // commands under way
        std::uint64_t answered = 0;     // whoever asked
        std::uint64_t unanswered = 0;
    };
    [[nodiscard]] Figures figures() const {
        return {connected_, published_, unpublished_, asked_, answered_, unanswered_};
    }

private:
    boost::asio::awaitable<void> stay_connected();
    boost::asio::awaitable<void> hold_session();
    boost::asio::awaitable<RedisAddress> resolve();
    boost::asio::awaitable<void> rest(std::chrono::milliseconds pause);
    boost::asio::awaitable<std::optional<RedisAnswer>> ask_here(std::vector<RedisCommand> commands);
    void send(const SharedEvents& events);
    void hear(std::string_view channel, std::string_view message);
    void hand_over();

    boost::asio::io_context& context_;
    const RedisAddress address_;
    const std::size_t max_unpublished_bytes_;
    const OnEvents on_events_;
    const std::string heartbeat_channel_;
    std::string events_channel_;

    boost::asio::steady_timer timer_;
    std::chrono::steady_clock::time_point heard_at_;
    std::string end_reason_;
    bool told_away_ = false;
    SharedEvents arrived_;  // within one handler

    std::atomic<std::size_t> unpublished_bytes_{0};
    std::atomic<bool> connected_{false};
    std::atomic<std::uint64_t> published_{0};
    std::atomic<std::uint64_t> unpublished_{0};
    std::atomic<std::size_t> asked_{0};
    std::atomic<std::uint64_t> answered_{0};
    std::atomic<std::uint64_t> unanswered_{0};

    // The last members, the first to go: their end answers what is still on the way.
    std::unique_ptr<RedisConnection> listener_;
    std::unique_ptr<RedisConnection> publisher_;
    std::unique_ptr<RedisConnection> asker_;
};

}  // namespace plein::live
