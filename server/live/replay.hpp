/// Reads for the live side, each in one snapshot of the log.
///
/// A subscription is read together with the check of session and access, so that nobody is told anything that
/// happened when they had no right to it. (ADR 0004, 0006)
#pragma once

#include "server/live/hub.hpp"
#include "storage/database.hpp"
#include "storage/events.hpp"

namespace plein::live {

/// More than this in a replay costs more than reading afresh, and might not fit a connection's queue.
inline constexpr std::int64_t max_replay_events = 1000;
inline constexpr std::size_t max_replay_bytes = 256 * 1024;

[[nodiscard]] Replay read_stream(storage::Reader& reader, const Identity& who, const std::string& stream,
                                 const std::optional<std::string>& after);

[[nodiscard]] SharedEvents share(std::vector<storage::EmittedEvent> events);

/// The same from a pool thread, as a hub asks for it.
[[nodiscard]] boost::asio::awaitable<Replay> read_stream(storage::Database& database, Identity who,
                                                         std::string stream,
                                                         std::optional<std::string> after);

/// Events `from..to`, for no one in particular.
[[nodiscard]] boost::asio::awaitable<SharedEvents> read_gap(storage::Database& database, std::string stream,
                                                            std::int64_t from, std::int64_t to);

}  // namespace plein::live
