/// Reads, each second, what the log holds since the last look, whether or not somebody announced it.
///
/// That makes Redis optional: what a publish did not bring, the next sweep does, and an interrupted sweep
/// begins again where the last complete one ended. It also notices when another database answers (restored,
/// failed over). Thread: its context's, but for `first_look` (before it starts) and the figures (any).
#pragma once

#include "server/live/live.hpp"
#include "storage/database.hpp"

#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <functional>

namespace plein::live {

class Sweep {
public:
    /// False when a hub had no room: the next sweep brings the events again.
    using OnEvents = std::function<bool(const SharedEvents&)>;
    /// Positions are void, or too much was missed: clients have to resume. The generation may be another one.
    using OnStartOver = std::function<void(const std::string& generation)>;

    Sweep(boost::asio::io_context& context, storage::Database& database, const LiveOptions& options,
          OnEvents on_events, OnStartOver on_start_over);

    /// Says where sweeping begins, before anybody subscribes. Blocks; throws when the database does not
    /// answer.
    void first_look();
    void start();

    /// Of the database that answers.
    [[nodiscard]] const std::string& generation() const { return generation_; }
    [[nodiscard]] std::chrono::milliseconds since_last() const;

private:
    struct Look {
        std::string generation;
        std::string horizon;
        SharedEvents events;
        bool too_many = false;
    };
    static Look look(storage::Snapshot& snapshot, const std::string& generation, const std::string& horizon,
                     std::int64_t limit);

    boost::asio::awaitable<void> keep_looking();
    void take_in(const Look& seen);

    boost::asio::io_context& context_;
    storage::Database& database_;
    const std::chrono::milliseconds interval_;
    const std::int64_t max_events_;
    const OnEvents on_events_;
    const OnStartOver on_start_over_;
    boost::asio::steady_timer timer_;
    std::string generation_;
    std::string horizon_;
    bool failing_ = false;
    std::atomic<std::chrono::steady_clock::time_point> looked_at_{};
};

}  // namespace plein::live
