/// Events in other calendars: one as a file, and all of a person's at a secret address.
#pragma once

#include "protocol/calendar_events.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_calendar_feed_routes(net::Router& routes, Edge& edge);

CalendarFeed get_calendar_feed(Snapshot& snapshot, const Viewer& viewer, const GetCalendarFeed& request);
NewCalendarFeed make_calendar_feed(Transaction& tx, const Viewer& viewer, const MakeCalendarFeed& request);
NoContent end_calendar_feed(Transaction& tx, const Viewer& viewer, const EndCalendarFeed& request);

/// Errors: not_found (no such event for this viewer).
CalendarText get_event_file(Snapshot& snapshot, const Viewer& viewer, const GetEventFile& request,
                            const Organisation& organisation);
/// Whoever has the address reads it. Errors: not_found.
CalendarText read_calendar_feed(Snapshot& snapshot, const ReadCalendarFeed& request,
                                const Organisation& organisation);

}  // namespace plein::features
