#include "server/net/timer_wheel.hpp"

#include <gtest/gtest.h>
#include <boost/asio/steady_timer.hpp>

namespace plein::net {
namespace {

using namespace std::chrono_literals;
using Clock = Deadline::Clock;

class Deadlines : public testing::Test {
protected:
    /// Runs until `count` deadlines have expired; a wheel that loses one makes the test time out.
    void run_until_expired(std::size_t count) {
        wheel_.start();
        while (expired_.size() < count)
            io_.run_one();
    }

    std::function<void()> note(int name) {
        return [this, name] { expired_.emplace_back(name, Clock::now()); };
    }

    boost::asio::io_context io_;
    TimerWheel wheel_{io_};
    std::vector<std::pair<int, Clock::time_point>> expired_;
};

TEST_F(Deadlines, ExpireInTheirOrderAndNeverEarly) {
    const auto start = Clock::now();
    Deadline late{wheel_, note(2)};
    Deadline soon{wheel_, note(1)};
    late.set(450ms);
    soon.set(150ms);
    run_until_expired(2);
    EXPECT_EQ(expired_[0].first, 1);
    EXPECT_GE(expired_[0].second - start, 150ms);
    EXPECT_EQ(expired_[1].first, 2);
    EXPECT_GE(expired_[1].second - start, 450ms);
}

TEST_F(Deadlines, MayMoveInBothDirections) {
    const auto start = Clock::now();
    Deadline later{wheel_, note(1)};
    Deadline sooner{wheel_, note(2)};
    later.set(100ms);
    later.set(500ms);
    sooner.set(60s);
    sooner.set(100ms);
    run_until_expired(2);
    EXPECT_EQ(expired_[0].first, 2);
    EXPECT_EQ(expired_[1].first, 1);
    EXPECT_GE(expired_[1].second - start, 500ms);
}

TEST_F(Deadlines, ThatAreClearedOrGoneDoNotExpire) {
    Deadline cleared{wheel_, note(1)};
    cleared.set(100ms);
    cleared.clear();
    std::make_unique<Deadline>(wheel_, note(2))->set(100ms);
    Deadline last{wheel_, note(3)};
    last.set(400ms);
    run_until_expired(1);
    EXPECT_EQ(expired_[0].first, 3);
}

TEST_F(Deadlines, MayDestroyEachOther) {
    auto victim = std::make_unique<Deadline>(wheel_, note(1));
    Deadline killer{wheel_, [&] {
                        victim.reset();
                        note(2)();
                    }};
    killer.set(100ms);
    victim->set(100ms);
    run_until_expired(1);
    EXPECT_EQ(expired_[0].first, 2);
}

// Found when servers stopped under load: both timers are due in one turn of the loop, the tick behind the other.
TEST(TimerWheels, MayGoWhileATickIsDue) {
    boost::asio::io_context io;
    auto wheel = std::make_unique<TimerWheel>(io);
    boost::asio::steady_timer first{io, TimerWheel::tick / 2};
    first.async_wait([&](boost::system::error_code) { wheel.reset(); });
    wheel->start();
    boost::asio::steady_timer{io, 2 * TimerWheel::tick}.wait();
    io.run();
    EXPECT_EQ(wheel, nullptr);
}

}  // namespace
}  // namespace plein::net
