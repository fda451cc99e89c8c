/// Sends the events of streams to their followers in batches: the first at once, further ones at most every
/// interval.
///
/// Sending costs about the same for one event as for sixty, so a busy stream joins them once and every
/// follower shares the message; a quiet one loses no time. Where many follow, the thread sees to others in between, and what
/// comes on the stream meanwhile waits until all have got the message; a full batch, somebody who joins and the end of
/// somebody's access do not wait, but end that turn.   Thread: its hub's.
#pragma once

#include "server/live/subscription.hpp"

#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <deque>

namespace plein::live {

class FanOut {
public:
    FanOut(boost::asio::io_context& context, const HubOptions& options);

    /// The stream's next event, for its followers of this moment or none.
    void add(const std::shared_ptr<Stream>& stream, const SharedEvent& event);

    /// What waits leaves now, to all: who follows from here on gets nothing of it.
    void flush(Stream& stream);

    /// Lines for one client alone, in as few messages as they fit in.
    void send(const Client& client, const SharedEvents& events);

    [[nodiscard]] std::uint64_t deliveries() const { return deliveries_.load(std::memory_order_relaxed); }

private:
    struct Due {
        std::shared_ptr<Stream> stream;
        Batch::Clock::time_point at;
    };

    void leave(const std::shared_ptr<Stream>& stream);
    void send_batch(Stream& stream);
    void send_next(Stream& stream, std::size_t followers);
    void go_on();
    void leave_later(const std::shared_ptr<Stream>& stream, Batch::Clock::time_point at);
    void wait_for_due();

    boost::asio::io_context& context_;
    std::chrono::milliseconds interval_;
    std::size_t events_per_message_;
    std::size_t followers_per_turn_;
    std::deque<std::shared_ptr<Stream>> sending_;  // whose message not all have got yet
    std::deque<Due> due_;                          // at most one a stream, the earliest in front
    boost::asio::steady_timer timer_;
    bool waiting_ = false;
    std::atomic<std::uint64_t> deliveries_{0};
};

}  // namespace plein::live
