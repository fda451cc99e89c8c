/// Something people come together for: when, where, and how many come. Title and text are a post.
#pragma once

#include "protocol/described.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <string>

namespace plein {

enum class Attendance { yes, maybe, no };
PLEIN_DESCRIBE_ENUM(Attendance, yes, maybe, no)

/// Called so, and not Event, which is what the live channel tells. `version` grows with each change; clients ignore an
/// older one. Who says no is told to nobody, not as a number either.
struct CalendarEvent {
    std::int64_t version = 1;
    std::int32_t sequence =
        0;  // grows when time, place or places change, and when it is cancelled (RFC 5545, SEQUENCE)
    Timestamp begins;
    Timestamp ends;
    std::string place;                         // empty: the text says where
    std::optional<std::int32_t> places;        // how many can come; none: everyone
    std::int32_t coming = 0;                   // people who said yes
    std::int32_t maybe = 0;                    // people who said maybe
    std::optional<std::string> cancel_reason;  // it does not go on, and why
};
PLEIN_DESCRIBE(CalendarEvent, version, sequence, begins, ends, place, places, coming, maybe, cancel_reason);

/// When and where. It begins within two years, ends after that, at most 31 days later, and has not ended yet; `places` is
/// 1..10,000.
struct EventPlan {
    Timestamp begins;
    Timestamp ends;
    Text<limits::event_place> place;
    std::optional<std::int32_t> places;
};
PLEIN_DESCRIBE(EventPlan, begins, ends, place, places);

}  // namespace plein
