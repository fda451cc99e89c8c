#include "server/live/gap_filler.hpp"

#include "tests/support/live_counterparts.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <atomic>
#include <thread>

namespace plein::test {
namespace {

using live::GapFiller;
using live::SharedEvents;

/// Two hubs' threads; the first caller's read waits at the gate.
class LiveGapFiller : public testing::Test {
protected:
    boost::asio::awaitable<void> ask(std::int64_t from, std::int64_t to) {
        try {
            const SharedEvents events = co_await filler.fill("tab:1", from, to);
            received += events.size();
        } catch (const std::runtime_error&) {
            ++failures;
        }
    }

    void ask_from(boost::asio::io_context& context, std::int64_t from, std::int64_t to) {
        boost::asio::co_spawn(context, ask(from, to), boost::asio::detached);
    }

    void run_both() {
        std::thread other{[this] { there.run(); }};
        here.run();
        other.join();
    }

    boost::asio::io_context here{1};
    boost::asio::io_context there{1};
    Gate gate{here};
    bool failing = false;
    std::atomic<int> reads{0};
    std::atomic<std::size_t> received{0};
    std::atomic<int> failures{0};
    GapFiller filler{[this](std::string stream, std::int64_t from,
                            std::int64_t to) -> boost::asio::awaitable<SharedEvents> {
        ++reads;
        co_await gate.pass();
        if (failing) throw std::runtime_error{"the database is away"};
        SharedEvents events;
        for (; from <= to; ++from) {
            events.push_back(std::make_shared<const live::LiveEvent>(stream, from));
        }
        co_return events;
    }};
};

TEST_F(LiveGapFiller, ReadsOnceForAllHubsThatMissTheSame) {
    ask_from(here, 3, 5);
    here.poll();  // it reads
    for (int i = 0; i < 10; ++i)
        ask_from(i % 2 == 0 ? here : there, 3, 5);
    here.poll();
    there.poll();
    gate.open();
    run_both();
    EXPECT_EQ(reads, 1);
    EXPECT_EQ(received, 11 * 3);
}

TEST_F(LiveGapFiller, ReadsAnewWhenTheLastReadIsOver) {
    gate.open();
    ask_from(here, 3, 5);
    here.run();
    here.restart();
    ask_from(here, 3, 5);
    here.run();
    EXPECT_EQ(reads, 2);
}

TEST_F(LiveGapFiller, TellsAllWhoWaitedThatItFailed) {
    failing = true;
    ask_from(here, 1, 1);
    here.poll();
    for (int i = 0; i < 4; ++i)
        ask_from(there, 1, 1);
    there.poll();
    gate.open();
    run_both();
    EXPECT_EQ(failures, 5);
}

}  // namespace
}  // namespace plein::test
