/// What streams said, read from the log once for all who resume from about the same place.
///
/// Kept events of a stream are what the log holds for as long as the stream's head is the same: whoever takes something
/// out of the log tells the stream so, behind it. Only retention does not; what it took may be told for `kept_for` longer.
/// Bounds: those below, the longest unused goes first. `read` is for one thread at a time; `tidy` for any.   (ADR 29)
#pragma once

#include "server/live/live_event.hpp"
#include "storage/events.hpp"
#include "storage/recently_used.hpp"

#include <chrono>
#include <mutex>

namespace plein::live {

class SharedPast {
public:
    static constexpr std::size_t max_kept_bytes = 16 * 1024 * 1024;
    static constexpr std::chrono::seconds kept_for{10};  // since it was read
    // In one read:
    static constexpr std::int64_t max_read_events = 4096;
    static constexpr std::size_t max_read_streams = 64;

    /// The events of each range, in its place. `to` is the stream's head in this snapshot. Fewer than asked for where the
    /// log no longer holds the first ones, or where all together have more than `max_bytes`; nothing where it would be too
    /// much for one read: ask again.
    std::vector<std::optional<SharedEvents>> read(storage::Reader& reader,
                                                  const std::vector<storage::EventRange>& ranges,
                                                  std::size_t max_bytes);

    /// Lets go of what was read long ago.
    void tidy(std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());

private:
    struct Kept {
        std::int64_t from = 0;
        std::int64_t to = 0;
        SharedEvents events;
        std::chrono::steady_clock::time_point read_at;

        [[nodiscard]] bool holds(const storage::EventRange& range) const {
            return to == range.to && from <= range.from;
        }
        /// Of what it holds, from the first one asked for.
        [[nodiscard]] SharedEvents since(std::int64_t seq) const;
        [[nodiscard]] std::size_t bytes() const;
    };

    std::vector<std::optional<SharedEvents>> find(const std::string& generation,
                                                  const std::vector<storage::EventRange>& ranges);
    void keep(const std::vector<storage::EventRange>& ranges,
              std::vector<std::vector<storage::EmittedEvent>> events);

    std::mutex mutex_;
    std::string generation_;  // of the database that it was read from
    storage::RecentlyUsed<std::string, Kept> kept_{max_kept_bytes};
};

[[nodiscard]] SharedEvents share(std::vector<storage::EmittedEvent> events);

}  // namespace plein::live
