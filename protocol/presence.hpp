/// Presence: whether a person is there, as far as they show it. Kept in Redis alone, for a time; its loss harms nobody.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <vector>

namespace plein {

/// Who is not there, or does not show it, has none. `away`: nothing done for five minutes.
enum class PresenceState { online, away, do_not_disturb, on_leave };
PLEIN_DESCRIBE_ENUM(PresenceState, online, away, do_not_disturb, on_leave)

struct Presence {
    PersonId person;
    PresenceState state = PresenceState::online;
    std::optional<Timestamp> until;  // of do_not_disturb and on_leave
};
PLEIN_DESCRIBE(Presence, person, state, until);

/// What others see in the place of what one does.
enum class PresenceSign { do_not_disturb, on_leave };
PLEIN_DESCRIBE_ENUM(PresenceSign, do_not_disturb, on_leave)

/// One's own choice. Nothing is shown unless one chose so.
struct OwnPresence {
    bool shown = false;
    std::optional<PresenceSign> sign;
    std::optional<Timestamp> until;
};
PLEIN_DESCRIBE(OwnPresence, shown, sign, until);

/// Errors: invalid_request about `$.until` (a sign without it, past, or beyond `limits::away_days`), and about `$.sign` where
/// nothing is shown.
struct SetPresence {
    bool shown = false;
    std::optional<PresenceSign> sign;
    std::optional<Timestamp> until;

    using Response = OwnPresence;
    static constexpr Endpoint endpoint{Method::put, "/api/me/presence",
                                       "Chooses what others see of one's presence.", Audience::signed_in};
};
PLEIN_DESCRIBE(SetPresence, shown, sign, until);

/// Of those who were asked for, in no order. While Redis is away, nothing is said of anybody.
struct PresenceList {
    OwnPresence own;
    std::vector<Presence> items;
};
PLEIN_DESCRIBE(PresenceList, own, items);

/// A page says every half a minute that it is open, whether somebody is doing something on it, and of whom it shows the
/// presence. Who does not show it is not remembered. Tells of people that the viewer may meet.
struct Beat {
    bool active = false;
    List<PersonId, limits::beat_people> people;

    using Response = PresenceList;
    static constexpr Endpoint endpoint{Method::put, "/api/me/presence/beat",
                                       "Says that one is there, and asks who else is.", Audience::signed_in};
};
PLEIN_DESCRIBE(Beat, active, people);

}  // namespace plein
