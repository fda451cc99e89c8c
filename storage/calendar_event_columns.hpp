/// The columns of an event, in the order of `CalendarEvent`.
#pragma once

#define PLEIN_CALENDAR_EVENT_COLUMNS                                              \
    "calendar_events.version, calendar_events.sequence, calendar_events.begins, " \
    "calendar_events.ends, calendar_events.place, calendar_events.places, "       \
    "calendar_events.coming, calendar_events.maybe, calendar_events.cancel_reason "
