/// What people come together for: when and where, who comes, and who still has to hear that it changed.
#pragma once

#include "protocol/calendar_events.hpp"
#include "storage/posts.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A post of this tab that is an event.
struct PlannedEvent {
    PostId post;
    const EventPlan* plan;
};
/// Each in its place.
std::vector<CalendarEvent> insert_calendar_events(Transaction& tx, const std::vector<PlannedEvent>& events);

/// Nothing of a post that is none. In a write its row is locked until the commit.
std::optional<CalendarEvent> select_calendar_event(Reader& reader, const PostAccess& post);
/// The same, of a post that is held.
std::optional<CalendarEvent> select_calendar_event(Reader& reader, const TabAccess& tab, PostId post);

/// Each returns the event as it is then; who comes, or may come, is told of another time or place, and that it is cancelled.
CalendarEvent update_plan(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                          const EventPlan& plan);
CalendarEvent update_cancelled(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                               const std::string& reason);

/// What the viewer said. Call `select_calendar_event` before: its lock keeps the counts right.
std::optional<Attendance> select_attendance(Reader& reader, const Viewer& viewer, const PostAccess& post);
/// Nothing takes it back. Returns the event as it is then; nothing when it counts as many as before.
std::optional<CalendarEvent> update_attendance(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                                               std::optional<Attendance> before,
                                               std::optional<Attendance> after);

/// Who said so, the last one first.
std::vector<PersonId> select_attendances(Reader& reader, const PostAccess& post, Attendance attendance,
                                         std::int64_t limit);

/// In these tabs, as `ListEvents` tells.
std::vector<ReadPost> select_events_to_come(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                            const ListEvents& request, std::int64_t limit);

/// What a calendar shows of an event.
struct CalendarEntry {
    PostId post;
    JsonOf<MarkdownTree> beginning;  // of its text: the heading
    CalendarEvent event;
    std::optional<Attendance> attendance;  // of whose calendar it is
};
/// In these tabs, what the viewer comes to, or may come to; the first to begin first.
std::vector<CalendarEntry> select_calendar(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                           std::int64_t days_back, std::int64_t limit);

/// Visible events that were moved or cancelled, of which not everybody who comes was told.
std::vector<PostId> select_untold_events(Reader& reader, const SystemAccess& system, std::int64_t limit);
/// The same one, locked until the commit; nothing when somebody else tells of it, or everybody was told.
struct UntoldEvent {
    GroupId group;
    TabId tab;
    PersonId told_up_to;
    PersonId changed_by;
    bool cancelled = false;
};
PLEIN_DESCRIBE(UntoldEvent, group, tab, told_up_to, changed_by, cancelled);
std::optional<UntoldEvent> take_untold_event(Transaction& tx, const SystemAccess& system, PostId post);
/// Who comes, or may come, behind `told_up_to`, in the order of their ids.
std::vector<PersonId> select_attendees(Reader& reader, const SystemAccess& system, PostId post,
                                       PersonId told_up_to, std::int64_t limit);
/// Nothing: everybody was.
void update_event_told(Transaction& tx, const SystemAccess& system, PostId post,
                       std::optional<PersonId> person);

}  // namespace plein::storage
