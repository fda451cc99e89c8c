/// The hub of one I/O thread: which of its connections follow which stream, and what each still has to get.
///
/// Invariants: a connection gets the events of a stream in `seq` order, without a gap and without a double;
/// behind an event that revokes a person's access, none of that person's connections gets anything more of
/// the stream; the hub never waits for a connection. Thread: its I/O thread's only, but for `offer` and
/// `figures` (any). Destroyed when that thread no longer runs it. (ADR 0006)
#pragma once

#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/live.hpp"
#include "server/live/live_event.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plein::live {

/// Whom a connection belongs to, as its handshake proved it.
struct Identity {
    PersonId person;
    SessionId session;
    std::string token_hash;  // proves the session again at each subscribe
};

/// RFC 6455 §7.4.1 close codes that we send on purpose.
enum class CloseCode : std::uint16_t {
    going_away = 1001,        // the server stops
    policy_violation = 1008,  // session ended, or the client says what it may not say
    try_again_later = 1013,   // too slow, or another database: resume
};

/// A connection as the hub sees it; net's WebSocket session is one.   Thread: the hub's.
class Connection {
public:
    virtual ~Connection() = default;
    /// Queues a message; past `max_queued_bytes` the connection closes itself with 1013. May call
    /// `Hub::detach`.
    virtual void send(SharedMessage message) = 0;
    /// After what is queued. The hub sends nothing more to it.
    virtual void close(CloseCode code) = 0;
};

/// A stream that somebody asks for. `after`: the client's cursor; none: from now.
struct Wish {
    std::string stream;
    std::optional<std::string> after;
};

/// What a stream said after a cursor, from one snapshot, or why it cannot be told. `later`: it was too much for one read.
struct Replay {
    enum class Outcome { served, resync, refused, later } outcome = Outcome::refused;
    std::int64_t head = 0;   // seq of the last event that the snapshot saw
    std::string generation;  // with `head` it makes the cursor
    SharedEvents events;     // after the cursor, up to and including head, in order
};

/// The wishes of one connection, and what came of each, in its place; nothing when the session has ended.
struct Asking {
    Identity who;
    std::vector<Wish> wishes;
};
using Answer = std::optional<std::vector<Replay>>;

/// Reads for several connections: checks session and access of each in the same snapshot as the events. Throws when the
/// log cannot be read now.
using ReadStreams = std::function<boost::asio::awaitable<std::vector<Answer>>(std::vector<Asking> asked)>;

/// Reads events `from..to` of a stream, in order, for the hub itself, to fill a gap (one read shared by all
/// hubs of the node). What the log no longer holds is missing from the answer. Throws when the log cannot be
/// read now.
using FillGap = std::function<boost::asio::awaitable<SharedEvents>(std::string stream, std::int64_t from,
                                                                   std::int64_t to)>;

struct HubOptions {
    std::chrono::milliseconds batch_interval{5};  // further events of a stream leave at most this often
    std::chrono::milliseconds gap_wait{20};       // for a publish that comes late
    std::size_t max_subscriptions = limits::live_subscriptions;  // of one connection
    std::size_t max_connections_per_person = 32;  // of one thread; further ones are closed with 1013
    std::size_t events_per_message = 64;
    std::size_t followers_per_turn = 512;  // who get a message before the thread sees to others
    std::size_t readers = 2;            // reads at the same time; a storm of resuming clients waits its turn
    std::size_t wishes_per_read = 512;  // of all who wait, each of whom gives
    std::size_t wishes_per_turn = 32;   // at most so many, that nobody's many delay the others
};

class Hub {
public:
    Hub(boost::asio::io_context& context, HubOptions options, ReadStreams read_streams, FillGap fill_gap);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    /// A connection whose handshake succeeded; follows `user:N` from `after` on. The hub keeps it until
    /// `detach`.
    void attach(std::shared_ptr<Connection> connection, Identity identity, std::optional<std::string> after);
    /// What the client says; answers come as notices. Too many or malformed: closes with 1008.
    void receive(Connection& connection, const LiveRequest& request);
    void detach(Connection& connection);

    /// An event that was published or swept, or filled a gap. Known ones are dropped, later ones wait for the
    /// missing.
    void deliver(const SharedEvent& event);

    /// The same from another thread. False: there is no room, nothing was taken.
    bool offer(const SharedEvents& events, bool swept);

    /// Tells every connection to reconnect elsewhere and closes them (1001).
    void stop();

    /// Closes every connection with 1013, so that it resumes: positions are void, or too much was missed.
    void start_over();

    struct Figures {
        std::size_t connections = 0;
        std::size_t streams = 0;
        std::uint64_t events = 0;
        std::uint64_t deliveries = 0;  // events times connections
        std::uint64_t gaps = 0;        // runs of events that had to be read from the log
        std::uint64_t swept = 0;       // events that a sweep brought first

        Figures& operator+=(const Figures& other);
    };
    [[nodiscard]] Figures figures() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace plein::live
