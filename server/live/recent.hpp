/// What a stream passed on while somebody was reading its past, so that reading and hearing meet without a
/// gap.
#pragma once

#include "server/live/live_event.hpp"

#include <span>

namespace plein::live {

/// Bound: `max_events` and `max_bytes`; past it everything is forgotten, and who needed it reads again.
class Recent {
public:
    static constexpr std::size_t max_events = 1024;
    static constexpr std::size_t max_bytes = 1024 * 1024;

    void add(const SharedEvent& event) {
        if (events_.size() == max_events || bytes_ + event->line.size() > max_bytes) clear();
        bytes_ += event->line.size();
        events_.push_back(event);
    }

    void clear() {
        events_ = {};
        bytes_ = 0;
    }

    /// The events `after + 1 … upto`, in order; nothing when some of them are forgotten.
    [[nodiscard]] std::optional<std::span<const SharedEvent>> between(std::int64_t after,
                                                                      std::int64_t upto) const {
        const auto wanted = static_cast<std::size_t>(upto - after);
        if (wanted > events_.size()) return std::nullopt;
        return std::span{events_}.last(wanted);
    }

private:
    SharedEvents events_;
    std::size_t bytes_ = 0;
};

}  // namespace plein::live
