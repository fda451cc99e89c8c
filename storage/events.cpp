#include "storage/events.hpp"

#include "protocol/envelope.hpp"

namespace plein::storage {
namespace {

#define PLEIN_EVENT_COLUMNS "stream, seq, at, type, payload, revokes, ends"

// Which of the ranges an event is of stands behind it.
const NamedSql select_events_sql{"select_events", "SELECT " PLEIN_EVENT_COLUMNS R"sql(, place
      FROM (SELECT events.*, asked.place,
                   sum(octet_length(events.payload)) OVER (PARTITION BY asked.place ORDER BY events.seq DESC) AS bytes
              FROM unnest($1::text[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS asked (name, first, last, place)
              JOIN events ON events.stream = asked.name AND events.seq BETWEEN asked.first AND asked.last) AS event
     WHERE bytes <= $4
     ORDER BY place, seq)sql"};

const NamedSql select_events_between_sql{"select_events_between", "SELECT " PLEIN_EVENT_COLUMNS R"sql(
      FROM events
     WHERE stream = $1 AND seq BETWEEN $2 AND $3
     ORDER BY seq)sql"};

// What this snapshot sees and the earlier one did not. Whoever was still running then has an xid of at least
// its xmin: that bound makes it an index scan. (A bigserial cursor would miss a transaction that commits
// late.) After a dump was restored into a younger cluster the log carries xids of the old one, ahead of the
// counter here: nobody committed them now.
const NamedSql select_events_since_sql{"select_events_since", "SELECT " PLEIN_EVENT_COLUMNS R"sql(
      FROM events
     WHERE xid >= pg_snapshot_xmin($1::pg_snapshot)
       AND xid < pg_snapshot_xmax(pg_current_snapshot())
       AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
     ORDER BY stream, seq
     LIMIT $2)sql"};

// The next statement of the transaction looks at the values of its bounds: to a plan that does not, all of the log may be new.
const NamedSql select_horizon{
    "select_horizon",
    "SELECT pg_current_snapshot()::text, set_config('plan_cache_mode', 'force_custom_plan', true)"};

const NamedSql delete_old_events_sql{"delete_old_events", "SELECT delete_old_events($1, $2)"};

EmittedEvent event_of(const pqxx::row& row) {
    EmittedEvent event;
    event.stream = row[0].as<std::string>();
    event.seq = row[1].as<std::int64_t>();
    event.revokes = value_of<std::optional<PersonId>>(row[5]);
    event.ends = value_of<std::optional<SessionId>>(row[6]);
    event.line =
        envelope(event.stream, event.seq, value_of<Timestamp>(row[2]), row[3].c_str(), row[4].c_str());
    return event;
}

std::vector<EmittedEvent> events_of(const pqxx::result& rows) {
    std::vector<EmittedEvent> events;
    events.reserve(rows.size());
    for (const auto& row : rows)
        events.push_back(event_of(row));
    return events;
}

}  // namespace

std::string select_generation(Reader& reader) { return reader.generation(); }

std::vector<std::int64_t> select_heads(Reader& reader, const std::vector<StreamAccess>& streams) {
    return reader.heads(column_of(streams, [](const StreamAccess& stream) { return stream.stream(); }));
}

std::vector<std::vector<EmittedEvent>> select_events(Reader& reader, const std::vector<EventRange>& ranges,
                                                     std::size_t max_bytes) {
    const auto streams = column_of(ranges, [](const EventRange& range) { return range.stream.stream(); });
    const auto first = column_of(ranges, [](const EventRange& range) { return range.from; });
    const auto last = column_of(ranges, [](const EventRange& range) { return range.to; });
    std::vector<std::vector<EmittedEvent>> events(ranges.size());
    for (const auto& row : reader.query(select_events_sql, streams, first, last, max_bytes))
        events.at(row.back().as<std::size_t>() - 1).push_back(event_of(row));
    return events;
}

std::vector<EmittedEvent> select_events_between(Reader& reader, const SystemAccess&,
                                                const std::string& stream, std::int64_t from,
                                                std::int64_t to) {
    return events_of(reader.query(select_events_between_sql, stream, from, to));
}

Sweep select_events_since(Snapshot& reader, const SystemAccess&, const std::optional<std::string>& horizon,
                          std::int64_t limit) {
    Sweep sweep;
    sweep.horizon = reader.query(select_horizon)[0][0].as<std::string>();
    if (!horizon) return sweep;
    const pqxx::result rows = reader.query(select_events_since_sql, *horizon, limit + 1);
    sweep.too_many = std::ssize(rows) > limit;
    if (!sweep.too_many) sweep.events = events_of(rows);
    return sweep;
}

std::int64_t delete_old_events(Transaction& tx, const SystemAccess&, int days, std::int64_t limit) {
    return tx.query(delete_old_events_sql, days, limit)[0][0].as<std::int64_t>();
}

}  // namespace plein::storage
