/// Events on their way to one hub from other threads: the Redis link and the sweep put in, the hub takes all.
#pragma once

#include "server/live/live_event.hpp"

#include <mutex>
#include <utility>

namespace plein::live {

/// Thread: any.   Bound: `max_events`, or one batch; what finds no room is refused whole, the sweep brings it later.
class Inbox {
public:
    static constexpr std::size_t max_events = 65'536;

    struct Arrival {
        SharedEvent event;
        bool swept = false;
    };

    enum class Put { first, more, refused };  // first: the inbox was empty, so its hub has to be called

    Put put(const SharedEvents& events, bool swept) {
        const std::scoped_lock lock{mutex_};
        if (!arrivals_.empty() && arrivals_.size() + events.size() > max_events) return Put::refused;
        const bool was_empty = arrivals_.empty();
        for (const SharedEvent& event : events)
            arrivals_.push_back({event, swept});
        return was_empty && !events.empty() ? Put::first : Put::more;
    }

    std::vector<Arrival> take() {
        const std::scoped_lock lock{mutex_};
        return std::exchange(arrivals_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Arrival> arrivals_;
};

}  // namespace plein::live
