/// What streams said, read from the log once for all who resume from about the same place.
///
/// Kept events of a stream are what the log holds for as long as the stream's head is the same: whoever takes something
/// out of the log tells the stream so, behind it. Bounds: `max_kept_bytes`, and nothing stays that nobody asked for lately.
/// Thread: any; whoever reads holds the others up, so that no two read the same.   (ADR 29)
#pragma once

#include "server/live/live_event.hpp"
#include "storage/events.hpp"

#include <chrono>
#include <map>
#include <mutex>

namespace plein::live {

class SharedPast {
public:
    static constexpr std::size_t max_kept_bytes = 16 * 1024 * 1024;
    static constexpr std::int64_t max_read_events = 4096;  // in one read
    static constexpr std::chrono::seconds kept_for{10};    // behind the last who asked

    /// The events of each range, in its place. `to` is the stream's head in this snapshot. Fewer than asked for where the
    /// log no longer holds the first ones; nothing where it would be too much for one read: ask again.
    std::vector<std::optional<SharedEvents>> read(storage::Reader& reader,
                                                  const std::vector<storage::EventRange>& ranges);

    /// Lets go of what nobody asked for lately.
    void tidy(std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());

private:
    struct Kept {
        std::int64_t from = 0;
        std::int64_t to = 0;
        SharedEvents events;
        std::size_t bytes = 0;
        std::chrono::steady_clock::time_point asked_at;

        [[nodiscard]] bool holds(const storage::EventRange& range) const {
            return to == range.to && from <= range.from;
        }
        /// Of what it holds, from the first one asked for.
        [[nodiscard]] SharedEvents since(std::int64_t seq) const;
    };
    using ByStream = std::map<std::string, Kept>;

    static ByStream read_missing(storage::Reader& reader, const std::vector<storage::EventRange>& missing);
    void keep(ByStream read);

    std::mutex mutex_;
    std::string generation_;  // of the database that it was read from
    ByStream kept_;
    std::size_t kept_bytes_ = 0;
};

[[nodiscard]] SharedEvents share(std::vector<storage::EmittedEvent> events);

}  // namespace plein::live
