/// The hub's counterparts in rule tests: a connection that records, and a log in memory that answers its reads.
#pragma once

#include "server/live/hub.hpp"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <map>
#include <set>

namespace plein::test {

/// What a screen would have seen. Lines of all messages, in order.
class RecordingConnection final : public live::Connection {
public:
    void send(live::SharedMessage message) override;
    void close(live::CloseCode code) override;

    struct Line {
        std::string type;  // of a notice; empty for an event
        std::string stream;
        std::int64_t seq = 0;  // of an event
        std::string cursor;    // of a notice that has one
    };
    std::function<void(const Line&)> on_line;

    std::vector<live::SharedMessage> messages;
    std::vector<Line> lines;
    std::optional<live::CloseCode> closed;
    std::size_t sent_after_close = 0;

    /// Seqs of the stream's events, in the order they came.
    [[nodiscard]] std::vector<std::int64_t> events(const std::string& stream) const;
    /// Types of the stream's notices, in the order they came.
    [[nodiscard]] std::vector<std::string> notices(const std::string& stream) const;
};

/// Thread: the hub's.
class MemoryLog {
public:
    struct Entry {
        live::SharedEvent event;
        std::set<PersonId> denied;  // who had no access when it was committed
    };

    live::SharedEvent append(const std::string& stream, std::optional<PersonId> revokes = {},
                             std::optional<SessionId> ends = {});
    [[nodiscard]] std::int64_t head(const std::string& stream) const;
    [[nodiscard]] std::string cursor(std::int64_t seq) const {
        return generation + ":" + std::to_string(seq);
    }

    [[nodiscard]] live::ReadStreams read_streams();
    [[nodiscard]] live::FillGap fill_gap();

    std::string generation = "g";
    std::map<std::string, std::vector<Entry>> streams;
    std::map<std::string, std::set<PersonId>> denied;
    std::set<SessionId> ended;
    std::size_t reads = 0;
    std::size_t wishes = 0;  // that were read
    std::size_t fills = 0;
    std::size_t too_much = 0;  // so many replays come only when they are asked for again

    /// Awaited before and behind each snapshot, and before each fill: where a test puts delays and faults.
    std::function<boost::asio::awaitable<void>()> before_read, after_read, before_fill;

private:
    [[nodiscard]] live::Replay snapshot(const live::Identity& who, const std::string& stream,
                                        const std::optional<std::string>& after);
};

/// Holds coroutines until it is opened.
class Gate {
public:
    explicit Gate(boost::asio::io_context& context)
        : timer_(context, boost::asio::steady_timer::time_point::max()) {}
    /// Also for those who come later.
    void open() { timer_.expires_at(boost::asio::steady_timer::time_point::min()); }
    boost::asio::awaitable<void> pass();

private:
    boost::asio::steady_timer timer_;
};

live::Identity identity(std::int64_t person, std::int64_t session = 0);
LiveRequest subscribe(const std::string& stream, const std::optional<std::string>& after = {});
LiveRequest unsubscribe(const std::string& stream);

}  // namespace plein::test
