#include "tests/fault/faults.hpp"

#include "tests/net/raw_client.hpp"
#include "tests/support/sanitizers.hpp"
#include "tests/support/until.hpp"

#include <hiredis/hiredis.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

RunningNode& any_mortal(FaultRun& run, Dice& dice) { return run.plein().node(dice() % run.mortal_nodes()); }
RunningNode& any_node(FaultRun& run, Dice& dice) { return run.plein().node(dice() % run.plein().size()); }

std::chrono::milliseconds some_seconds(Dice& dice) {
    return 1000ms + std::chrono::milliseconds{dice() % 4000};
}

void restart_a_node(FaultRun& run, Dice& dice) {
    RunningNode& node = any_mortal(run, dice);
    node.terminate();
    // libpqxx forgets memory when PostgreSQL was killed, which LeakSanitizer tells at the end.
    if (node.wait() != 0 && !with_address_sanitizer) run.wrong("a node did not stop as asked");
    run.let_people_post(5);
    node.start();
}

void stop_a_node(FaultRun& run, Dice& dice) {
    RunningNode& node = any_node(run, dice);
    node.pause();
    std::this_thread::sleep_for(some_seconds(dice));
    node.resume();
}

void stop_redis(FaultRun& run, Dice& dice) {
    run.plein().servers().pause_redis();
    std::this_thread::sleep_for(some_seconds(dice));
    run.plein().servers().resume_redis();
}

void stop_postgres(FaultRun& run, Dice& dice) {
    run.plein().servers().pause_postgres();
    std::this_thread::sleep_for(some_seconds(dice));
    run.plein().servers().resume_postgres();
}

void be_without_redis(FaultRun& run, Dice&) {
    run.plein().servers().kill_redis();
    run.let_people_post(100);
    run.look();  // pages come to the same by the log alone
    run.plein().servers().start_redis();
}

/// Commands of the test's own to Redis, each answered.
class RedisConsole {
public:
    explicit RedisConsole(const PrivateServers& servers)
        : redis_(redisConnectUnix((servers.folder() + "/redis.sock").c_str()), &redisFree) {}

    template <class... Args>
    std::unique_ptr<redisReply, void (*)(void*)> say(const char* format, Args... args) {
        auto* reply = static_cast<redisReply*>(redisCommand(redis_.get(), format, args...));
        if (reply == nullptr) throw std::runtime_error{"Redis does not answer the test"};
        return {reply, &freeReplyObject};
    }

    std::size_t subscribers() {
        const auto list = say("CLIENT LIST TYPE pubsub");
        return static_cast<std::size_t>(std::count(list->str, list->str + list->len, '\n'));
    }

    void limit_subscribers(const char* limit) { say("CONFIG SET client-output-buffer-limit %s", limit); }

private:
    std::unique_ptr<redisContext, void (*)(redisContext*)> redis_;
};

/// A node that stands still does not read, until Redis has had enough of it. Heartbeats fill its line: they say nothing.
void cut_off_a_slow_subscriber(FaultRun& run, Dice& dice) {
    RedisConsole redis{run.plein().servers()};
    RunningNode& node = any_node(run, dice);
    if (!until([&] { return redis.subscribers() == run.plein().size(); }))
        run.wrong("a node does not subscribe");
    redis.limit_subscribers("pubsub 65536 65536 1");
    node.pause();
    const std::string filling(64 * 1024, ' ');
    const auto is_cut_off = [&] {
        const auto channels = redis.say("PUBSUB CHANNELS plein:heartbeat:*");
        for (std::size_t i = 0; i < channels->elements; ++i)
            redis.say("PUBLISH %s %b", channels->element[i]->str, filling.data(), filling.size());
        return redis.subscribers() < run.plein().size();
    };
    if (!until(is_cut_off)) run.wrong("Redis waits for a subscriber that does not read");
    node.resume();
    redis.limit_subscribers("pubsub 33554432 8388608 60");
}

void cut_in_the_middle_of_requests(FaultRun& run, Dice& dice) {
    auto& cuts = run.network().trouble().cut_requests;
    cuts = 10 + static_cast<int>(dice() % 20);
    if (!until([&] { return cuts == 0; }, 60s)) run.wrong("too little was said to be cut off");
}

void cut_in_the_middle_of_answers(FaultRun& run, Dice& dice) {
    auto& cuts = run.network().trouble().cut_responses;
    cuts = 10 + static_cast<int>(dice() % 20);
    if (!until([&] { return cuts == 0; }, 60s)) run.wrong("too little was answered to be cut off");
}

void delay_everything(FaultRun& run, Dice& dice) {
    run.network().trouble().delay = 50ms + std::chrono::milliseconds{dice() % 200};
    run.let_people_post(20);
    run.network().trouble().delay = 0ms;
}

/// Half-open: the peer is gone and nobody says so. The nodes find out by themselves.
void fall_silent(FaultRun& run, Dice&) {
    run.network().trouble().silence = true;
    for (std::size_t node = 0; node < run.plein().size(); ++node) {
        if (!until([&] { return run.plein().figure("plein_live_connections", node) == 0; }, 60s))
            run.wrong("half-open connections are kept");
    }
    run.network().trouble().silence = false;
}

void everybody_comes_back_at_once(FaultRun& run, Dice&) {
    run.network().cut_all();
    run.let_people_post(10);
}

/// They follow everything and read nothing; in the end they leave.
void never_read(FaultRun& run, Dice&) {
    std::vector<LiveClient> deaf;
    for (int i = 0; i < 20; ++i) {
        deaf.push_back(run.plein().live(run.plein().town.member));
        deaf.back().subscribe(group_stream(run.plein().town.group));
    }
    run.let_people_post(60);
}

constexpr std::array faults{
    Fault{"node killed", kill_a_node},
    Fault{"node restarted", restart_a_node},
    Fault{"node stopped for seconds", stop_a_node},
    Fault{"Redis killed", kill_redis},
    Fault{"Redis stopped for seconds", stop_redis},
    Fault{"no Redis", be_without_redis},
    Fault{"slow subscriber cut off by Redis", cut_off_a_slow_subscriber},
    Fault{"PostgreSQL killed", kill_postgres},
    Fault{"PostgreSQL stopped for seconds", stop_postgres},
    Fault{"requests cut off", cut_in_the_middle_of_requests},
    Fault{"answers cut off", cut_in_the_middle_of_answers},
    Fault{"slow network", delay_everything},
    Fault{"half-open connections", fall_silent},
    Fault{"all connections cut", everybody_comes_back_at_once},
    Fault{"no descriptors left", exhaust_descriptors},
    Fault{"readers that never read", never_read},
    Fault{"clock jumps by two hours", turn_a_clock},
};

}  // namespace

std::span<const Fault> all_faults() { return faults; }

void exhaust_descriptors(FaultRun& run, Dice& dice) {
    RunningNode& node = any_node(run, dice);
    const std::size_t most = node.open_descriptors() + 4;
    node.limit_descriptors(most);
    std::vector<std::unique_ptr<net::test::RawClient>> taking;
    const auto is_exhausted = [&] {
        taking.push_back(std::make_unique<net::test::RawClient>(node.port()));
        return node.open_descriptors() >= most;
    };
    if (!until(is_exhausted)) run.wrong("descriptors without end");
    run.let_people_post(10);
    node.lift_limit_of_descriptors();
}

void kill_a_node(FaultRun& run, Dice& dice) {
    RunningNode& node = any_mortal(run, dice);
    node.kill();
    run.let_people_post(5);
    node.start();
}

void kill_redis(FaultRun& run, Dice&) {
    run.plein().servers().kill_redis();
    run.let_people_post(5);
    run.plein().servers().start_redis();
}

void kill_postgres(FaultRun& run, Dice&) {
    run.plein().servers().kill_postgres();
    run.plein().servers().start_postgres();
}

void turn_a_clock(FaultRun& run, Dice& dice) {
    run.turn_clock(dice() % 2 ? "+2h" : "-2h");
    run.let_people_post(30);
    run.turn_clock("+0");
}

}  // namespace plein::test
