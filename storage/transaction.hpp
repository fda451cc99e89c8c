/// What repositories and features work on: a read snapshot or a write transaction, on one pool thread.
///
/// Plain and synchronous: no coroutine, no lock, no callback. A function that takes a `Transaction&` may run
/// twice (retry on 40001 and 40P01, or alone after a shared commit failed), so it has no effect outside of
/// it. (ADR 0002, 0003)
#pragma once

#include "protocol/events.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/streams.hpp"
#include "storage/connection.hpp"
#include "storage/values.hpp"

#include <pqxx/pqxx>

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace plein::storage {

/// Reads. Base of both kinds; a repository that only reads takes a `Reader&`.   Thread: the pool thread that
/// made it.
class Reader {
public:
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Runs a prepared statement; parameters are converted by `to_sql` (ids, enums, times, optionals, id
    /// lists).
    template <class... Args>
    pqxx::result query(const NamedSql& sql, const Args&... args) {
        return connection_.query(sql, to_sql(args)...);
    }

    /// The only clock of features: the moment the transaction began, in milliseconds. The first call is a query.
    [[nodiscard]] Timestamp now();

    /// Of the organisation's clock, an IANA name.
    [[nodiscard]] const std::string& time_zone() const { return connection_.time_zone(); }

    /// True in a write transaction: proofs then lock the rows they stand on (`FOR SHARE`).
    [[nodiscard]] bool writing() const { return writing_; }

    /// Notes that this answer touched the stream; `cursors()` tells how far the snapshot has seen each.
    void touch(std::string stream);
    [[nodiscard]] std::vector<StreamCursor> cursors();
    /// The same as numbers, each in the place of its stream; 0 for one that never spoke.
    [[nodiscard]] std::vector<std::int64_t> heads(const std::vector<std::string>& streams);

    /// Of the database, as cursors carry it (see `select_generation`); asked once a connection.
    const std::string& generation();

protected:
    Reader(Connection& connection, bool writing) : connection_(connection), writing_(writing) {}
    ~Reader() = default;

    Connection& connection_;

private:
    std::optional<Timestamp> now_;
    bool writing_;
    std::vector<std::string> touched_;
};

/// REPEATABLE READ READ ONLY: everything in it is one moment, that of the first query, and `cursors()` belong to it.
class Snapshot final : public Reader {
public:
    explicit Snapshot(Connection& connection) : Reader(connection, false) {}
};

/// A place on a stream: `seq` without gaps in commit order, `at` never before the one of `seq - 1`.
struct Position {
    std::string stream;
    std::int64_t seq = 0;
    Timestamp at;
};

/// An event as it was written to the log and goes out after the commit. `line` is the envelope that every
/// reader gets.
struct EmittedEvent {
    std::string stream;
    std::int64_t seq = 0;
    std::optional<PersonId> revokes;  // this person, or `everyone`, leaves the stream behind this event
    std::optional<SessionId> ends;    // connections of this session close behind this event
    std::string line;
};

/// READ COMMITTED write transaction (or one savepoint of a shared one).
class Transaction final : public Reader {
public:
    explicit Transaction(Connection& connection) : Reader(connection, true) {}

    /// Runs a prepared statement that has no rows to tell: it goes to PostgreSQL with the next query or the commit, which
    /// spares a way there and back. An error of it comes there too, so what may be refused is queried.
    template <class... Args>
    void execute(const NamedSql& sql, const Args&... args) {
        connection_.execute(sql, to_sql(args)...);
    }

    /// Tells the readers of a stream: the event is written to the log at the end of the work and goes out after the
    /// commit. All streams told are locked in one go, then, in the order of their names, which keeps two transactions
    /// from dead-locking; one stream hears its events in the order of the calls. `subject` ("post:12") is what a later
    /// `redact` names.
    template <Event E>
    void tell(std::string stream, const E& event, std::string subject = {}) {
        emit({std::move(stream), 0, {}}, event, std::move(subject));
    }

    /// For what carries the moment of its own event, as a post that is approved does: locks the stream's row and takes the position now,
    /// then `emit` says what stands there. Call it last, when everything has been checked.
    Position publish_on(const std::string& stream);
    template <Event E>
    void emit(const Position& at, const E& event, std::string subject = {}) {
        if constexpr (!may_desks_hear<E>) check_no_desk(at.stream);
        told_.push_back({at, std::string{E::type}, to_json(event), std::move(subject), revoked_by(at, event),
                         ended_by(event)});
    }

    /// Overwrites payloads of the subject with ids only, on all streams: whatever was told by now, so call it before what
    /// tells the rest.
    void redact(const std::string& subject);
    void redact(const std::vector<std::string>& subjects);

    /// The same for a tab and all its posts, on this stream alone: its readers lose the tab.
    void redact_tab(const std::string& stream, TabId tab);

    /// Ends the work: takes the positions and writes what was told to the log. Returns it, for the write queue to publish
    /// after the commit.
    [[nodiscard]] std::vector<EmittedEvent> finish();

private:
    /// Not all who hear a desk may read what it speaks of: it says only that something changed.
    template <class E>
    static constexpr bool may_desks_hear = std::is_same_v<E, DeskChanged> || std::is_same_v<E, AccessRevoked>;
    /// Throws std::logic_error.
    static void check_no_desk(std::string_view stream);

    static std::optional<PersonId> revoked_by(const Position&, const MemberRemoved& event) {
        return event.person;
    }
    static std::optional<PersonId> revoked_by(const Position&, const AccessRevoked& event) {
        return event.person;
    }
    static std::optional<PersonId> revoked_by(const Position&, const GroupArchived&) { return everyone; }
    static std::optional<PersonId> revoked_by(const Position& at, const TabRemoved& event) {
        return at.stream == stream_of(event.tab) ? std::optional{everyone} : std::nullopt;
    }
    template <class E>
    static std::optional<PersonId> revoked_by(const Position&, const E&) {
        return std::nullopt;
    }
    static std::optional<SessionId> ended_by(const SessionEnded& event) { return event.session; }
    template <class E>
    static std::optional<SessionId> ended_by(const E&) {
        return std::nullopt;
    }

    struct Told {
        Position at;  // `seq` is 0 until it is taken
        std::string type;
        std::string payload;
        std::string subject;
        std::optional<PersonId> revokes;
        std::optional<SessionId> ends;
    };

    void write_told();
    void take_positions(std::span<Told> told);
    void insert_events(std::span<const Told> told);

    std::vector<Told> told_;
    std::size_t written_ = 0;  // so many of them stand in the log
};

}  // namespace plein::storage
