/// A hub on a context that the test drives, before a log in memory.
#pragma once

#include "tests/support/live_counterparts.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace plein::test {

class LiveHub : public testing::Test {
protected:
    explicit LiveHub(live::HubOptions options = {}) : options(options) {}

    using Seqs = std::vector<std::int64_t>;
    using Words = std::vector<std::string>;

    static Seqs all_to(std::int64_t last) {
        Seqs seqs(static_cast<std::size_t>(last));
        std::iota(seqs.begin(), seqs.end(), 1);
        return seqs;
    }

    /// Runs until the hub has nothing left to do, its timers included.
    void settle() {
        context.restart();
        context.run();
    }
    /// Runs what can run now.
    void poll() {
        context.restart();
        context.poll();
    }

    std::shared_ptr<RecordingConnection> connect(live::Identity who,
                                                 const std::optional<std::string>& after = {}) {
        auto connection = std::make_shared<RecordingConnection>();
        hub.attach(connection, std::move(who), after);
        return connection;
    }

    /// A connection that follows the stream from now on.
    std::shared_ptr<RecordingConnection> follower(std::int64_t person, const std::string& stream) {
        auto connection = connect(identity(person));
        hub.receive(*connection, subscribe(stream));
        settle();
        return connection;
    }

    /// Commits and publishes.
    void say(const std::string& stream) { hub.deliver(log.append(stream)); }
    void revoke(const std::string& stream, std::int64_t person) {
        hub.deliver(log.append(stream, PersonId{person}));
    }

    boost::asio::io_context context{1};
    MemoryLog log;
    const live::HubOptions options;
    live::Hub hub{context, options, log.read_streams(), log.fill_gap()};
};

}  // namespace plein::test
