/// The event log, as the live side reads it.
#pragma once

#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Changes when the database is another one (restored, failed over): a cursor of another generation is not
/// served. Made of system identifier, timeline and database oid; 16 hex digits. A copy of the files put back
/// without recovery cannot be told apart.
std::string select_generation(Reader& reader);

/// Seq of the last event of each stream, in its place; 0 when it never had one.
std::vector<std::int64_t> select_heads(Reader& reader, const std::vector<StreamAccess>& streams);

/// Events `from..to` of a stream that somebody may read.
struct EventRange {
    StreamAccess stream;
    std::int64_t from = 0;
    std::int64_t to = 0;
};
/// What the log still holds of each range, in its place and in order, as far back as their payloads have at most `max_bytes`
/// together. Retention takes the oldest first as well: where some are missing, it is the first ones.
std::vector<std::vector<EmittedEvent>> select_events(Reader& reader, const std::vector<EventRange>& ranges,
                                                     std::size_t max_bytes);

/// Events `from..to` of a stream, for the hub's gap fill.
std::vector<EmittedEvent> select_events_between(Reader& reader, const SystemAccess& system,
                                                const std::string& stream, std::int64_t from,
                                                std::int64_t to);

/// The events that became visible since an earlier sweep, each exactly once, however late its transaction
/// committed; in order within a stream. Without a horizon: none, only the horizon to go on from. Both belong
/// to one snapshot, so it takes a `Snapshot` of the pool (`database.read`). Uses the index on `xid`.
struct Sweep {
    std::string horizon;  // opaque: what this sweep's snapshot saw
    std::vector<EmittedEvent> events;
    bool too_many = false;  // there are more than `limit`: none is given
};
Sweep select_events_since(Snapshot& reader, const SystemAccess& system,
                          const std::optional<std::string>& horizon, std::int64_t limit);

/// Retention: deletes what is older than `days`, at most `limit` rows; returns how many went.
std::int64_t delete_old_events(Transaction& tx, const SystemAccess& system, int days, std::int64_t limit);

}  // namespace plein::storage
