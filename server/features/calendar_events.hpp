/// What people do with an event: say whether they come, see who does, move it, cancel it, and look at what is coming up.
#pragma once

#include "protocol/calendar_events.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_calendar_event_routes(net::Router& routes, Edge& edge);

/// Errors of all: not_found (no such event for this viewer).
/// Errors: conflict about `event` (over, or cancelled), full about `event` (all places are taken). Emits attendance.set on the
/// viewer's own stream, and event.changed where more or fewer come; nothing when nothing changes.
CalendarEvent set_attendance(Transaction& tx, const Viewer& viewer, const SetAttendance& request);
/// Errors: conflict, as above. Emits the same.
CalendarEvent withdraw_attendance(Transaction& tx, const Viewer& viewer, const WithdrawAttendance& request);
AttendanceList list_attendances(Snapshot& snapshot, const Viewer& viewer, const ListAttendances& request);
/// Errors: forbidden, stale_version, conflict about `event` (over, or cancelled) and about `places` (more people come),
/// invalid_request about `$.plan`. Emits event.changed; who comes hears of it a little later.
CalendarEvent reschedule_event(Transaction& tx, const Viewer& viewer, const RescheduleEvent& request);
/// Errors: forbidden, conflict about `event` (over), invalid_request about `$.reason` (blank). Emits the same.
CalendarEvent cancel_event(Transaction& tx, const Viewer& viewer, const CancelEvent& request);
PostPage list_events(Snapshot& snapshot, const Viewer& viewer, const ListEvents& request);

/// Tells the next ones who come, or may come, that an event was moved or cancelled; returns how many it went through. Call
/// again while that is `told_at_once`.
std::int64_t tell_next_attendees(Transaction& tx, PostId post);

}  // namespace plein::features
