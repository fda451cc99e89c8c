#include "storage/transaction.hpp"

#include "protocol/envelope.hpp"
#include "storage/connection.hpp"

#include <algorithm>
#include <numeric>

namespace plein::storage {
namespace {

// A system identifier belongs to one initdb, a timeline to one promotion or point-in-time recovery, an oid to
// one CREATE DATABASE. Only a primary knows its timeline by its next WAL position.
const NamedSql select_generation_sql{"select_generation", R"sql(
    SELECT left(encode(sha256(convert_to(concat_ws('/',
               (SELECT system_identifier FROM pg_control_system()),
               CASE WHEN pg_is_in_recovery() THEN (SELECT timeline_id FROM pg_control_checkpoint())
                    ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END,
               (SELECT oid FROM pg_database WHERE datname = current_database())), 'UTF8')), 'hex'), 16))sql"};

const NamedSql select_heads{"select_heads", R"sql(
    SELECT name, seq FROM streams WHERE name = ANY (string_to_array($1, ',')))sql"};

// Locks the stream's row until the commit. The clock is read once the row is ours, so `at` follows `seq`, and
// `greatest` keeps it from falling when the machine's clock is set back.
const NamedSql take_position{"take_position", R"sql(
    INSERT INTO streams AS stream (name, seq, last_at)
    VALUES ($1, 1, date_trunc('milliseconds', clock_timestamp()))
        ON CONFLICT (name) DO UPDATE
       SET seq = stream.seq + 1,
           last_at = greatest(date_trunc('milliseconds', clock_timestamp()), stream.last_at)
 RETURNING seq, last_at)sql"};

const NamedSql insert_event{"insert_event", R"sql(
    INSERT INTO events (stream, seq, at, type, subject, payload, revokes, ends)
    VALUES ($1, $2, $3, $4, nullif($5, ''), $6, $7, $8))sql"};

const NamedSql redact_events{"redact_events", "SELECT redact_events($1)"};
const NamedSql redact_tab_events{"redact_tab_events", "SELECT redact_tab_events($1, $2)"};

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        if (!list.empty()) list += ',';
        list += name;
    }
    return list;
}

}  // namespace

Reader::Reader(Connection& connection, pqxx::transaction_base& tx, bool writing)
    : connection_(connection), tx_(&tx), now_(connection.began()), writing_(writing) {}

void Reader::prepare(const NamedSql& sql) { connection_.prepare(sql); }

void Reader::touch(std::string stream) {
    if (std::ranges::find(touched_, stream) == touched_.end()) touched_.push_back(std::move(stream));
}

std::vector<StreamCursor> Reader::cursors() {
    if (touched_.empty()) return {};
    std::vector<StreamCursor> cursors;
    cursors.reserve(touched_.size());
    for (const std::string& stream : touched_)
        cursors.push_back({stream, Cursor{generation(), 0}.to_string()});
    for (const auto& row : query(select_heads, joined(touched_))) {
        const auto stream = row[0].as<std::string>();
        const auto cursor = std::ranges::find(cursors, stream, &StreamCursor::stream);
        cursor->cursor = Cursor{generation(), row[1].as<std::int64_t>()}.to_string();
    }
    return cursors;
}

const std::string& Reader::generation() {
    if (!connection_.generation)
        connection_.generation = query(select_generation_sql)[0][0].as<std::string>();
    return *connection_.generation;
}

Position Transaction::publish_on(const std::string& stream) {
    const pqxx::row row = query(take_position, stream)[0];
    return {stream, row[0].as<std::int64_t>(), value_of<Timestamp>(row[1])};
}

std::vector<Position> Transaction::publish_on(std::vector<std::string> streams) {
    std::vector<std::size_t> by_name(streams.size());
    std::iota(by_name.begin(), by_name.end(), 0);
    std::ranges::stable_sort(by_name, {}, [&](std::size_t i) -> const std::string& { return streams[i]; });
    std::vector<Position> positions(streams.size());
    for (const std::size_t i : by_name)
        positions[i] = publish_on(streams[i]);
    return positions;
}

void Transaction::append(const Position& at, std::string_view type, const std::string& payload,
                         const std::string& subject, std::optional<PersonId> revokes,
                         std::optional<SessionId> ends) {
    query(insert_event, at.stream, at.seq, at.at, type, subject, payload, revokes, ends);
    events_.push_back({at.stream, at.seq, revokes, ends, envelope(at.stream, at.seq, at.at, type, payload)});
}

void Transaction::redact(const std::string& subject) { query(redact_events, subject); }

void Transaction::redact_tab(const std::string& stream, TabId tab) { query(redact_tab_events, stream, tab); }

}  // namespace plein::storage
