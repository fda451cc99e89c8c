/// Reads for the live side, each in one snapshot of the log.
///
/// A subscription is read together with the check of session and access, so that nobody is told anything that
/// happened when they had no right to it. (ADR 0004, 0006, 0029)
#pragma once

#include "server/live/hub.hpp"
#include "server/live/shared_past.hpp"
#include "storage/database.hpp"

namespace plein::live {

/// More than this in a replay costs more than reading afresh, and might not fit a connection's queue.
inline constexpr std::int64_t max_replay_events = 1000;
inline constexpr std::size_t max_replay_bytes = 256 * 1024;

[[nodiscard]] std::vector<Answer> read_streams(storage::Snapshot& snapshot, SharedPast& past,
                                               const std::vector<Asking>& asked);

/// The same from a pool thread, as a hub asks for it: one for all hubs, so that no two read the same. `past` has to be
/// there until the database is not.
[[nodiscard]] boost::asio::awaitable<std::vector<Answer>> read_streams(storage::Database& database,
                                                                       SharedPast& past,
                                                                       std::vector<Asking> asked);

/// Events `from..to`, for no one in particular.
[[nodiscard]] boost::asio::awaitable<SharedEvents> read_gap(storage::Database& database, std::string stream,
                                                            std::int64_t from, std::int64_t to);

}  // namespace plein::live
