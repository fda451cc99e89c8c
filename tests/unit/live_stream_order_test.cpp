#include "server/live/stream_order.hpp"

#include <gtest/gtest.h>

namespace plein::live {
namespace {

SharedEvent event(std::int64_t seq, std::size_t bytes = 2) {
    return std::make_shared<const LiveEvent>("tab:1", seq, std::nullopt, std::nullopt,
                                             std::string(bytes, 'x'));
}

std::vector<std::int64_t> take_all(StreamOrder& order) {
    std::vector<std::int64_t> seqs;
    while (const auto next = order.next())
        seqs.push_back(next->seq);
    return seqs;
}

using Seqs = std::vector<std::int64_t>;

TEST(StreamOrder, HandsOutNothingBeforeItKnowsWhereTheStreamStands) {
    StreamOrder order;
    order.take(event(6));
    EXPECT_EQ(order.next(), nullptr);
    order.stands_at(5);
    EXPECT_EQ(take_all(order), Seqs{6});
}

TEST(StreamOrder, DropsWhatTheSnapshotSawAlready) {
    StreamOrder order;
    order.take(event(4));
    order.take(event(5));
    order.stands_at(5);
    EXPECT_EQ(take_all(order), Seqs{});
    EXPECT_FALSE(order.gap());
}

TEST(StreamOrder, HoldsAnEarlyEventUntilTheMissingOneCame) {
    StreamOrder order;
    order.stands_at(0);
    order.take(event(1));
    order.take(event(3));
    EXPECT_EQ(take_all(order), Seqs{1});
    ASSERT_TRUE(order.gap());
    EXPECT_EQ(order.gap()->from, 2);
    EXPECT_EQ(order.gap()->to, 2);
    order.take(event(2));
    EXPECT_EQ(take_all(order), (Seqs{2, 3}));
    EXPECT_FALSE(order.gap());
}

TEST(StreamOrder, TakesNoEventTwice) {
    StreamOrder order;
    order.stands_at(0);
    EXPECT_TRUE(order.take(event(1)));
    EXPECT_FALSE(order.take(event(1)));
    EXPECT_EQ(take_all(order), Seqs{1});
    EXPECT_FALSE(order.take(event(1)));
    EXPECT_EQ(take_all(order), Seqs{});
}

TEST(StreamOrder, OwesWhatASnapshotSawAndNobodyBrought) {
    StreamOrder order;
    order.stands_at(2);
    order.stands_at(4);
    ASSERT_TRUE(order.gap());
    EXPECT_EQ(order.gap()->from, 3);
    EXPECT_EQ(order.gap()->to, 4);
}

TEST(StreamOrder, ForgetsEarlyEventsPastItsBoundButNotThatItOwesThem) {
    StreamOrder order;
    order.stands_at(0);
    const std::int64_t last = 2 * static_cast<std::int64_t>(StreamOrder::max_held);
    for (std::int64_t seq = 2; seq <= last; ++seq)
        order.take(event(seq));
    order.take(event(1));
    const auto held = static_cast<std::int64_t>(take_all(order).size());
    EXPECT_LE(held, static_cast<std::int64_t>(StreamOrder::max_held) + 1);
    ASSERT_TRUE(order.gap());
    EXPECT_EQ(order.gap()->from, held + 1);
    EXPECT_EQ(order.gap()->to, std::min(last, held + StreamOrder::max_gap));
}

TEST(StreamOrder, HoldsNoMoreBytesThanItsBound) {
    StreamOrder order;
    order.stands_at(0);
    const std::size_t half = StreamOrder::max_held_bytes / 2;
    EXPECT_TRUE(order.take(event(2, half)));
    EXPECT_TRUE(order.take(event(3, half)));
    EXPECT_FALSE(order.take(event(4, half)));
    EXPECT_TRUE(order.take(event(1, half))) << "the next one always finds room";
    EXPECT_EQ(take_all(order), (Seqs{1, 2, 3}));
    EXPECT_EQ(order.gap()->from, 4);
}

}  // namespace
}  // namespace plein::live
