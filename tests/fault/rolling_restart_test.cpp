// Nodes are restarted one after the other behind HAProxy: no request fails, and every page goes on where it was.
#include "tests/fault/behind_haproxy.hpp"
#include "tests/fault/crowd.hpp"
#include "tests/support/restless.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

constexpr std::size_t long_request = 18'000;  // travels in several pieces

/// More than a proxy keeps to say it again: what has left for a node goes to no other one. Plein refuses it, in words.
void say_too_much(Device& device, int) {
    static const Wire too_long = wire_of(CreatePost{.tab = {1}, .body = {std::string(200'000, '.')}});
    const HttpAnswer answer = device.send(too_long);
    if (answer.status != 400) throw Unexpected{too_long, answer};
}

void restart_all(BehindHaproxy& site, std::vector<std::unique_ptr<Restless>>& people, int rounds) {
    for (int i = 0; i < rounds && !testing::Test::HasFailure(); ++i) {
        for (std::size_t node = 0; node < site.plein.size(); ++node) {
            for (const auto& somebody : people)
                somebody->wait_for(10);
            site.stop(node);
            for (const auto& somebody : people)
                somebody->wait_for(10);
            site.start(node);
        }
    }
}

void run(int rounds) {
    BehindHaproxy site{{.nodes = 2}};
    const Organisation& town = site.plein.town;
    Crowd pages{site.plein, 24};
    pages.listen();
    std::vector<std::unique_ptr<Restless>> people;
    for (std::uint8_t author = 1; author <= 4; ++author)
        people.push_back(
            std::make_unique<Restless>(site.plein.device(town.owner), town.general, author, long_request));
    for (int i = 0; i < 4; ++i)
        people.push_back(std::make_unique<Restless>(site.plein.device(town.member), say_too_much));
    restart_all(site, people, rounds);
    for (const auto& somebody : people)
        EXPECT_EQ(somebody->faults(), 0) << "after " << somebody->answers() << " answers";
    people.clear();
    pages.rest();
    EXPECT_EQ(pages.readings(), 0) << "each page resumed: none had to read afresh";
    pages.converge();
    EXPECT_EQ(pages.leaked(), 0u);
    EXPECT_TRUE(pages.wrongs().empty()) << pages.wrongs().front();
    for (std::size_t node = 0; node < site.plein.size(); ++node)
        EXPECT_GT(site.plein.figure("plein_connections_accepted_total", node), 0) << "both serve in the end";
}

TEST(Faults, NodesAreRestartedOneAfterTheOther) { run(1); }
TEST(DeepFaults, NodesAreRestartedOneAfterTheOtherAgainAndAgain) { run(3); }

}  // namespace
}  // namespace plein::test
