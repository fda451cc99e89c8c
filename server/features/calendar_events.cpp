#include "server/features/calendar_events.hpp"

#include "server/features/notifying.hpp"
#include "server/features/planning.hpp"
#include "server/features/post_pages.hpp"
#include "server/features/post_views.hpp"
#include "server/features/shown_text.hpp"
#include "storage/calendar_events.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using storage::PostAccess;

/// In a write its row is locked until the commit. Errors: not_found.
CalendarEvent find(Reader& reader, const PostAccess& post) {
    auto event = storage::select_calendar_event(reader, post);
    if (!event) throw Refusal{ErrorCode::not_found, "post"};
    return std::move(*event);
}

/// Who wrote it, and who looks after its tab; they alone where others would read words of the author that nobody approved.
void check_may_change(const Viewer& viewer, const PostAccess& post) {
    if (post.author() != viewer.person || post.tab().needs_approval()) access::check_may_curate(post.tab());
}

bool is_to_come(const CalendarEvent& event, Timestamp now) {
    return !event.cancel_reason && event.ends > now;
}

/// Its time and place, or that it goes on, are no longer what was told before.
void tell_anew(Transaction& tx, const PostAccess& post, const CalendarEvent& event) {
    tx.redact(subject_of_event(post.post()));
    tell_event(tx, post.tab(), post.post(), event);
}

CalendarEvent attend(Transaction& tx, const Viewer& viewer, PostId id, std::optional<Attendance> wanted) {
    const PostAccess post = access::to_post(tx, viewer, id);
    CalendarEvent event = find(tx, post);
    const auto before = storage::select_attendance(tx, viewer, post);
    if (wanted == before) return event;
    if (!is_to_come(event, tx.now())) throw Refusal{ErrorCode::conflict, "event"};
    if (wanted == Attendance::yes && event.places && event.coming >= *event.places)
        throw Refusal{ErrorCode::full, "event"};
    const auto after = storage::update_attendance(tx, viewer, post, before, wanted);
    if (after) tell_event(tx, post.tab(), id, *after);
    tx.tell(viewer.stream(), AttendanceSet{id, wanted});
    return after.value_or(event);
}

bool is_as_planned(const CalendarEvent& event, const EventPlan& plan) {
    return event.begins == plan.begins && event.ends == plan.ends && event.place == plan.place.value &&
           event.places == plan.places;
}

}  // namespace

void add_calendar_event_routes(net::Router& routes, Edge& edge) {
    routes.bind<SetAttendance>(commit(edge, set_attendance));
    routes.bind<WithdrawAttendance>(commit(edge, withdraw_attendance));
    routes.bind<ListAttendances>(read(edge, list_attendances));
    routes.bind<RescheduleEvent>(commit(edge, reschedule_event));
    routes.bind<CancelEvent>(commit(edge, cancel_event));
    routes.bind<ListEvents>(read(edge, list_events));
}

CalendarEvent set_attendance(Transaction& tx, const Viewer& viewer, const SetAttendance& request) {
    return attend(tx, viewer, request.post, request.attendance);
}

CalendarEvent withdraw_attendance(Transaction& tx, const Viewer& viewer, const WithdrawAttendance& request) {
    return attend(tx, viewer, request.post, std::nullopt);
}

AttendanceList list_attendances(Snapshot& snapshot, const Viewer& viewer, const ListAttendances& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    (void)find(snapshot, post);
    const auto who = [&](Attendance attendance) {
        return storage::select_attendances(snapshot, post, attendance, limits::attendances);
    };
    AttendanceList list{who(Attendance::yes), who(Attendance::maybe), {}};
    std::vector<PersonId> people = list.coming;
    people.insert(people.end(), list.maybe.begin(), list.maybe.end());
    list.people = storage::select_people(snapshot, people);
    return list;
}

CalendarEvent reschedule_event(Transaction& tx, const Viewer& viewer, const RescheduleEvent& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    CalendarEvent before = find(tx, post);
    check_may_change(viewer, post);
    if (is_as_planned(before, request.plan)) return before;
    check_plan(request.plan, tx.now(), "$.plan");
    if (!is_to_come(before, tx.now())) throw Refusal{ErrorCode::conflict, "event"};
    if (before.sequence != request.sequence) throw Refusal{ErrorCode::stale_version};
    if (request.plan.places && before.coming > *request.plan.places)
        throw Refusal{ErrorCode::conflict, "places"};
    CalendarEvent event = storage::update_plan(tx, viewer, post, request.plan);
    tell_anew(tx, post, event);
    return event;
}

CalendarEvent cancel_event(Transaction& tx, const Viewer& viewer, const CancelEvent& request) {
    const std::string reason = trimmed(request.reason.value);
    if (reason.empty()) throw Refusal{ErrorCode::invalid_request, "$.reason"};
    const PostAccess post = access::to_post(tx, viewer, request.post);
    CalendarEvent before = find(tx, post);
    check_may_change(viewer, post);
    if (before.cancel_reason) return before;
    if (before.ends <= tx.now()) throw Refusal{ErrorCode::conflict, "event"};
    CalendarEvent event = storage::update_cancelled(tx, viewer, post, reason);
    tell_anew(tx, post, event);
    return event;
}

PostPage list_events(Snapshot& snapshot, const Viewer& viewer, const ListEvents& request) {
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    for (const storage::TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    auto posts =
        storage::select_events_to_come(snapshot, viewer, tabs, request, std::int64_t{limits::events});
    return to_page(snapshot, viewer, tabs, {with_latest_comments(snapshot, tabs, std::move(posts)), {}});
}

std::int64_t tell_next_attendees(Transaction& tx, PostId post) {
    const auto system = access::as_system("events that were moved or cancelled");
    const auto event = storage::take_untold_event(tx, system, post);
    if (!event) return 0;
    const auto people = storage::select_attendees(tx, system, post, event->told_up_to, told_at_once);
    const auto went_through = static_cast<std::int64_t>(people.size());
    std::vector<Notice> wanted;
    concern(wanted, event->cancelled ? NotificationKind::cancelled : NotificationKind::rescheduled, people);
    const auto notices = heard_by(tx, system, event->tab, event->changed_by, wanted);
    storage::update_event_told(tx, system, post,
                               went_through < told_at_once ? std::nullopt : std::optional{people.back()});
    notify(tx, {event->group, post, std::nullopt, event->changed_by}, notices);
    return went_through;
}

}  // namespace plein::features
