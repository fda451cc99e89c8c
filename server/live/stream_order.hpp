/// The order of one stream's events at one hub: which is next, which came too early, which are missing.
///
/// Invariant: `next()` hands out seq by seq, each once. What was heard of is owed: an early event that finds
/// no room is forgotten, but not its seq, so that it is read from the log when its turn comes. Bound:
/// `max_held` events and `max_held_bytes`.
#pragma once

#include "server/live/live_event.hpp"

#include <map>

namespace plein::live {

class StreamOrder {
public:
    static constexpr std::size_t max_held = 256;
    static constexpr std::size_t max_held_bytes = 1024 * 1024;
    static constexpr std::int64_t max_gap = 256;  // events that one read fills

    /// The log stands at `head`. The first call says where the stream begins for us, later ones what we owe.
    void stands_at(std::int64_t head);

    /// False when it is known already.
    bool take(const SharedEvent& event);

    /// The next event in order; none while it is missing, or while nobody has said where the stream stands.
    SharedEvent next();

    struct Gap {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    /// The first run of events that we owe and do not have.
    [[nodiscard]] std::optional<Gap> gap() const;

    /// Seq of the last event that `next` handed out; none before `stands_at`.
    [[nodiscard]] std::optional<std::int64_t> delivered() const { return delivered_; }

private:
    std::optional<std::int64_t> delivered_;
    std::int64_t heard_ = 0;
    std::map<std::int64_t, SharedEvent> held_;
    std::size_t held_bytes_ = 0;
};

}  // namespace plein::live
