#include "server/net/timer_wheel.hpp"

#include <algorithm>

namespace plein::net {

void Deadline::set(Clock::duration from_now) {
    at_ = Clock::now() + from_now;
    // Hanging further out than needed would be late; hanging too near only costs a look.
    if (is_linked() && looked_at_ <= at_) return;
    if (is_linked()) unlink();
    wheel_.hang(*this);
}

TimerWheel::TimerWheel(boost::asio::io_context& context) : timer_(context.get_executor()) {}

void TimerWheel::start() {
    timer_.expires_after(tick);
    wait();
}

void TimerWheel::stop() { timer_.cancel(); }

void TimerWheel::hang(Deadline& deadline) {
    const auto left = std::max(deadline.at_ - Deadline::Clock::now(), Deadline::Clock::duration{0});
    const auto ticks = std::min<std::size_t>(static_cast<std::size_t>(left / tick) + 1, slots_.size() - 1);
    deadline.looked_at_ = Deadline::Clock::now() + ticks * tick;
    slots_[(current_ + ticks) % slots_.size()].push_back(deadline);
}

void TimerWheel::wait() {
    timer_.async_wait([this, alive = std::weak_ptr{alive_}](boost::system::error_code error) {
        if (error || alive.expired()) return;  // stopped
        turn();
        timer_.expires_at(timer_.expiry() + tick);
        wait();
    });
}

void TimerWheel::turn() {
    current_ = (current_ + 1) % slots_.size();
    Slot due;
    due.swap(slots_[current_]);
    const auto now = Deadline::Clock::now();
    while (!due.empty()) {
        Deadline& deadline = due.front();
        due.pop_front();
        if (deadline.at_ == Deadline::Clock::time_point::max()) continue;
        if (deadline.at_ > now) {
            hang(deadline);
        } else {
            deadline.clear();
            deadline.expired_();
        }
    }
}

}  // namespace plein::net
