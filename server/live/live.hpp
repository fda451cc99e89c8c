/// The live side of one node: a hub per I/O thread, the Redis link and the sweep that together feed them.
///
/// Redis only makes it fast. Each event is published on one channel; a node that hears it hands it to its
/// hubs. The sweep reads, each second, what the log holds and nobody announced: with Redis gone the product
/// slows to about a second and is never wrong. Thread: `publish`, `ask` and `figures` any, `hub(i)` is for the
/// thread of context i, the rest from main. Lifetime: destroyed when no context runs any more, and before
/// them.   (ADR 0006)
#pragma once

#include "server/live/hub.hpp"
#include "server/live/redis_connection.hpp"
#include "storage/database.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plein::live {

struct LiveOptions {
    std::string redis_url;  // "unix:///…/redis.sock" or "redis://host:port"
    HubOptions hub;
    std::chrono::milliseconds sweep_interval{1000};
    std::int64_t max_swept_events =
        100'000;  // past it (a node that slept for minutes) every client resumes instead
    std::size_t max_unpublished_bytes =
        32 * 1024 * 1024;  // on the way to Redis; past it each node's sweep delivers
};

class Live {
public:
    /// One hub per context, living on that context's thread.
    Live(LiveOptions options, std::vector<boost::asio::io_context*> contexts);
    ~Live();

    /// What `storage::Database` calls after each commit. Never blocks, and drops what Redis cannot take.
    void publish(std::vector<storage::EmittedEvent> events);

    /// What Redis answers to the last of these commands; nothing while it is away, silent or asked too much (see
    /// `RedisLink::ask`).
    boost::asio::awaitable<std::optional<RedisAnswer>> ask(std::vector<RedisCommand> commands);

    /// Starts the Redis link and the sweep; the database is used for replay, gap fill and sweep. Blocks for
    /// the first look at the database, and throws when it does not answer. Connections come after this.
    void start(storage::Database& database);
    /// Sweep and link end; every client is told to reconnect elsewhere.
    void stop();

    /// The hub of this I/O thread.
    [[nodiscard]] Hub& hub(std::size_t thread);

    struct Figures {
        bool redis_connected = false;
        std::chrono::milliseconds since_last_sweep{0};
        std::uint64_t published = 0;
        std::uint64_t unpublished = 0;  // left to the sweep: Redis was away or too slow
        std::size_t asked = 0;          // commands that Redis has not answered yet
        std::uint64_t answered = 0;
        std::uint64_t unanswered = 0;  // Redis was away or too slow
        Hub::Figures hubs;             // summed
    };
    [[nodiscard]] Figures figures() const;

private:
    class Node;
    std::unique_ptr<Node> node_;
};

}  // namespace plein::live
