#include "storage/transaction.hpp"

#include "protocol/envelope.hpp"
#include "storage/move_stream.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>

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

const NamedSql select_now{"select_now", "SELECT date_trunc('milliseconds', now())"};

// Behind the place of the stream that was asked for.
const NamedSql select_heads{"select_heads", R"sql(
    SELECT asked.place, streams.seq
      FROM unnest($1::text[]) WITH ORDINALITY AS asked (name, place)
      JOIN streams ON streams.name = asked.name)sql"};

// In the order given.
const NamedSql take_positions_sql{"take_positions", R"sql(
    INSERT INTO streams AS stream (name, seq, last_at)
    SELECT name, events, date_trunc('milliseconds', clock_timestamp())
      FROM unnest($1::text[], $2::bigint[]) AS told (name, events))sql" PLEIN_MOVE_STREAM R"sql(
 RETURNING name, seq, last_at)sql"};

const NamedSql insert_events_sql{"insert_events", R"sql(
    INSERT INTO events (stream, seq, at, type, subject, payload, revokes, ends)
    SELECT stream, seq, at, type, nullif(subject, ''), payload, revokes, ends
      FROM unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                  $8::bigint[]) AS told (stream, seq, at, type, subject, payload, revokes, ends))sql"};

const NamedSql redact_events{"redact_events", "SELECT redact_events($1)"};
const NamedSql redact_all_events{"redact_all_events",
                                 "SELECT redact_events(subject) FROM unnest($1::text[]) AS subject"};
const NamedSql redact_tab_events{"redact_tab_events", "SELECT redact_tab_events($1, $2)"};

}  // namespace

Timestamp Reader::now() {
    if (!now_) now_ = value_of<Timestamp>(query(select_now)[0][0]);
    return *now_;
}

void Reader::touch(std::string stream) {
    if (std::ranges::find(touched_, stream) == touched_.end()) touched_.push_back(std::move(stream));
}

std::vector<StreamCursor> Reader::cursors() {
    if (touched_.empty()) return {};
    const auto seqs = heads(touched_);
    std::vector<StreamCursor> cursors;
    cursors.reserve(touched_.size());
    for (std::size_t i = 0; i < touched_.size(); ++i)
        cursors.push_back({touched_[i], Cursor{generation(), seqs[i]}.to_string()});
    return cursors;
}

std::vector<std::int64_t> Reader::heads(const std::vector<std::string>& streams) {
    std::vector<std::int64_t> heads(streams.size());
    for (const auto& row : query(select_heads, streams))
        heads.at(row[0].as<std::size_t>() - 1) = row[1].as<std::int64_t>();
    return heads;
}

const std::string& Reader::generation() {
    if (!connection_.generation)
        connection_.generation = query(select_generation_sql)[0][0].as<std::string>();
    return *connection_.generation;
}

Position Transaction::publish_on(const std::string& stream) {
    const pqxx::row row = query(take_positions_sql, std::vector{stream}, std::vector<std::int64_t>{1})[0];
    return {stream, row[1].as<std::int64_t>(), value_of<Timestamp>(row[2])};
}

std::vector<EmittedEvent> Transaction::finish() {
    write_told();
    std::vector<EmittedEvent> events;
    events.reserve(told_.size());
    for (const Told& told : told_) {
        const Position& at = told.at;
        events.push_back({at.stream, at.seq, told.revokes, told.ends,
                          envelope(at.stream, at.seq, at.at, told.type, told.payload)});
    }
    return events;
}

void Transaction::write_told() {
    const std::span rest = std::span{told_}.subspan(written_);
    if (rest.empty()) return;
    take_positions(rest);
    insert_events(rest);
    written_ = told_.size();
}

void Transaction::take_positions(std::span<Told> told) {
    std::map<std::string, std::vector<Position*>> streams;
    for (Told& each : told) {
        if (each.at.seq == 0) streams[each.at.stream].push_back(&each.at);
    }
    if (streams.empty()) return;
    std::vector<std::string> names;
    std::vector<std::int64_t> counts;
    for (const auto& [name, positions] : streams) {
        names.push_back(name);
        counts.push_back(std::ssize(positions));
    }
    for (const auto& row : query(take_positions_sql, names, counts)) {
        const auto& positions = streams.at(row[0].as<std::string>());
        std::int64_t seq = row[1].as<std::int64_t>() - std::ssize(positions);
        for (Position* position : positions) {
            position->seq = ++seq;
            position->at = value_of<Timestamp>(row[2]);
        }
    }
}

void Transaction::insert_events(std::span<const Told> told) {
    execute(insert_events_sql, column_of(told, [](const Told& each) { return each.at.stream; }),
            column_of(told, [](const Told& each) { return each.at.seq; }),
            column_of(told, [](const Told& each) { return each.at.at; }), column_of(told, &Told::type),
            column_of(told, &Told::subject), column_of(told, &Told::payload), column_of(told, &Told::revokes),
            column_of(told, &Told::ends));
}

void Transaction::check_no_desk(std::string_view stream) {
    if (stream.starts_with("desk:")) throw std::logic_error{"told a desk what not all of it may read"};
}

void Transaction::redact(const std::string& subject) {
    if (std::ranges::find(told_, subject, &Told::subject) != told_.end()) write_told();
    execute(redact_events, subject);
}

void Transaction::redact(const std::vector<std::string>& subjects) {
    const auto is_about_one = [&](const Told& told) {
        return std::ranges::count(subjects, told.subject) > 0;
    };
    if (std::ranges::any_of(told_, is_about_one)) write_told();
    execute(redact_all_events, subjects);
}

void Transaction::redact_tab(const std::string& stream, TabId tab) {
    const auto is_on_stream = [&](const Told& told) { return told.at.stream == stream; };
    if (std::ranges::any_of(told_, is_on_stream)) write_told();
    execute(redact_tab_events, stream, tab);
}

}  // namespace plein::storage
