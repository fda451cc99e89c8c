/// Deadlines of one thread's connections, cheap enough to set for every phase of every request.
///
/// One timer ticks every 100 ms and looks only at the slot of that tick. Moving a deadline later is a store:
/// the entry is found too early, and hung in its new slot. (A timer per connection costs a heap entry and two
/// handlers each time.) Thread: its I/O thread's only.   Precision: up to two ticks late, never early.
#pragma once

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/intrusive/list.hpp>

#include <array>
#include <chrono>
#include <functional>
#include <memory>

namespace plein::net {

class TimerWheel;

/// Something that may expire.   Lifetime: takes itself out of the wheel when it is destroyed.
class Deadline
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    using Clock = std::chrono::steady_clock;

    /// `expired` runs on the wheel's thread and may set the deadline again.
    Deadline(TimerWheel& wheel, std::function<void()> expired)
        : wheel_(wheel), expired_(std::move(expired)) {}

    void set(Clock::duration from_now);
    void clear() { at_ = Clock::time_point::max(); }

private:
    friend class TimerWheel;

    TimerWheel& wheel_;
    std::function<void()> expired_;
    Clock::time_point at_ = Clock::time_point::max();
    Clock::time_point looked_at_ = Clock::time_point::max();  // when its slot comes
};

class TimerWheel {
public:
    static constexpr std::chrono::milliseconds tick{100};

    explicit TimerWheel(boost::asio::io_context& context);

    void start();
    void stop();

private:
    friend class Deadline;
    using Slot = boost::intrusive::list<Deadline, boost::intrusive::constant_time_size<false>>;
    using Timer =
        boost::asio::basic_waitable_timer<Deadline::Clock, boost::asio::wait_traits<Deadline::Clock>,
                                          boost::asio::io_context::executor_type>;

    void hang(Deadline& deadline);
    void wait();
    void turn();

    Timer timer_;
    std::array<Slot, 1024> slots_;  // 102 s; what is due later is looked at once more
    std::size_t current_ = 0;
    /// A tick that is due may still wait in the queue of the thread when the wheel goes.
    std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

}  // namespace plein::net
