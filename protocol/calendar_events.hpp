/// What people do with an event: say whether they come, see who does, move it, cancel it, and have it in a calendar.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// Says whether one comes; saying something else replaces it, and the same twice is no error.
/// Errors: conflict about `event` (it is over or cancelled), full about `event` (all places are taken).
struct SetAttendance {
    PostId post;
    Attendance attendance = Attendance::yes;

    using Response = CalendarEvent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/event/attendance",
                                       "Says whether one comes to an event.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(SetAttendance, post, attendance);

/// Has said nothing. Twice is no error. Errors: conflict about `event` (it is over or cancelled).
struct WithdrawAttendance {
    PostId post;

    using Response = CalendarEvent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/posts/{post}/event/attendance",
                                       "Takes back whether one comes to an event.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(WithdrawAttendance, post);

/// Who comes and who may come, the last to say so first, at most 500 of each. The event says how many there are.
struct AttendanceList {
    std::vector<PersonId> coming;
    std::vector<PersonId> maybe;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(AttendanceList, coming, maybe, people);

struct ListAttendances {
    PostId post;

    using Response = AttendanceList;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/event/attendances",
                                       "Who comes to an event.", Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListAttendances, post);

/// Another time, place or number of places; by its author and by those who look after the tab, and by those alone where the
/// author's posts need approval. Who comes and who may come is told of another time or place.
/// Errors: stale_version (`sequence` is the one that was edited), conflict about `event` (it is over or cancelled), conflict
/// about `places` (more people come), invalid_request about a part of `$.plan` (not as
/// EventPlan says).
struct RescheduleEvent {
    PostId post;
    std::int32_t sequence = 0;
    EventPlan plan;

    using Response = CalendarEvent;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/posts/{post}/event", "Gives an event another time or place.",
        Audience::signed_in, ErrorCode::not_found,      ErrorCode::forbidden,
        ErrorCode::conflict, ErrorCode::stale_version};
};
PLEIN_DESCRIBE(RescheduleEvent, post, sequence, plan);

/// It does not go on, for good; by the same people, and the same people are told. Twice is no error: the first reason stays.
/// Errors: conflict about `event` (it is over).
struct CancelEvent {
    PostId post;
    Text<limits::cancel_reason, 1> reason;

    using Response = CalendarEvent;
    static constexpr Endpoint endpoint{Method::put,          "/api/posts/{post}/event/cancellation",
                                       "Cancels an event.",  Audience::signed_in,
                                       ErrorCode::not_found, ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(CancelEvent, post, reason);

/// Events of open groups that the viewer may read and that have not ended, the first to begin first, at most 100. With `mine`
/// those to which the viewer comes, or may come.
struct ListEvents {
    bool mine = false;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/events",
                                       "What is coming up, the first to begin first.", Audience::signed_in};
};
PLEIN_DESCRIBE(ListEvents, mine);

/// One event for a calendar.
struct GetEventFile {
    PostId post;

    using Response = CalendarText;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/event.ics", "An event as a file.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetEventFile, post);

/// The address at which a calendar reads a person's events, without a session.
struct CalendarFeed {
    std::optional<Timestamp> since;  // none: there is none
};
PLEIN_DESCRIBE(CalendarFeed, since);

struct GetCalendarFeed {
    using Response = CalendarFeed;
    static constexpr Endpoint endpoint{Method::get, "/api/calendar-feed",
                                       "Whether calendars read this person's events.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(GetCalendarFeed);

/// 43 characters of URL-safe base64; the server keeps only its hash, so nobody reads it a second time.
struct NewCalendarFeed {
    std::string token;
};
PLEIN_DESCRIBE(NewCalendarFeed, token);

/// Makes the address; the one before it leads nowhere any more.
struct MakeCalendarFeed {
    using Response = NewCalendarFeed;
    static constexpr Endpoint endpoint{Method::post, "/api/calendar-feed",
                                       "Makes a secret address for calendars.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(MakeCalendarFeed);

/// The address leads nowhere any more. Twice is no error.
struct EndCalendarFeed {
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/calendar-feed",
                                       "Ends the secret address for calendars.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(EndCalendarFeed);

/// What its person comes to, or may come to, and may read at this moment: the last 31 days and all that is to come, at most
/// 500. Whoever has the address reads it. An address that was ended, of somebody who is suspended, or that never was is one
/// answer.
struct ReadCalendarFeed {
    Secret<43, 43> token;

    using Response = CalendarText;
    static constexpr Endpoint endpoint{Method::get, "/api/calendar-feed/{token}/plein.ics",
                                       "A person's events, for calendars.", Audience::anyone,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ReadCalendarFeed, token);

}  // namespace plein
