#include "storage/calendar_events.hpp"

#include "storage/read_posts.hpp"

#include <map>

namespace plein::storage {

namespace {

const NamedSql insert_calendar_events_sql{"insert_calendar_events", R"sql(
    INSERT INTO calendar_events (post_id, begins, ends, place, places)
    SELECT post_id, begins, ends, place, places
      FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::integer[])
           AS planned (post_id, begins, ends, place, places)
 RETURNING )sql" PLEIN_CALENDAR_EVENT_COLUMNS ", calendar_events.post_id"};

#define PLEIN_SELECT_CALENDAR_EVENT                       \
    "SELECT " PLEIN_CALENDAR_EVENT_COLUMNS                \
    "  FROM calendar_events "                             \
    "  JOIN posts ON posts.id = calendar_events.post_id " \
    " WHERE calendar_events.post_id = $2 AND posts.tab_id = $1 "

const NamedSql select_calendar_event_sql{"select_calendar_event", PLEIN_SELECT_CALENDAR_EVENT};

// FOR NO KEY UPDATE: those who want the last place wait for each other.
const NamedSql lock_calendar_event_sql{"lock_calendar_event",
                                       PLEIN_SELECT_CALENDAR_EVENT "FOR NO KEY UPDATE OF calendar_events"};

const NamedSql update_plan_sql{"update_plan", R"sql(
    UPDATE calendar_events
       SET begins = $2, ends = $3, place = $4, places = $5, sequence = sequence + 1, version = version + 1,
           changed_by = CASE WHEN (begins, ends, place) = ($2, $3, $4) THEN changed_by ELSE $6 END,
           told_up_to = CASE WHEN (begins, ends, place) = ($2, $3, $4) THEN told_up_to ELSE 0 END
     WHERE post_id = $1
 RETURNING )sql" PLEIN_CALENDAR_EVENT_COLUMNS};

const NamedSql update_cancelled_sql{"update_cancelled", R"sql(
    UPDATE calendar_events
       SET cancel_reason = $2, sequence = sequence + 1, version = version + 1, changed_by = $3, told_up_to = 0
     WHERE post_id = $1
 RETURNING )sql" PLEIN_CALENDAR_EVENT_COLUMNS};

const NamedSql select_attendance_sql{"select_attendance", R"sql(
    SELECT attendance FROM attendances WHERE post_id = $1 AND person_id = $2)sql"};

const NamedSql upsert_attendance_sql{"upsert_attendance", R"sql(
    INSERT INTO attendances (post_id, person_id, attendance, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (post_id, person_id) DO UPDATE SET attendance = excluded.attendance, at = excluded.at)sql"};

const NamedSql delete_attendance_sql{"delete_attendance", R"sql(
    DELETE FROM attendances WHERE post_id = $1 AND person_id = $2)sql"};

const NamedSql update_attending_sql{"update_attending", R"sql(
    UPDATE calendar_events
       SET coming = coming + $2::integer, maybe = maybe + $3::integer, version = version + 1
     WHERE post_id = $1
 RETURNING )sql" PLEIN_CALENDAR_EVENT_COLUMNS};

const NamedSql select_attendances_sql{"select_attendances", R"sql(
    SELECT person_id
      FROM attendances
     WHERE post_id = $1 AND attendance = $2
     ORDER BY at DESC, person_id DESC
     LIMIT $3)sql"};

#define PLEIN_EVENTS_TO_COME(WHOSE)                                          \
    PLEIN_READ_POSTS("SELECT " PLEIN_POST_COLUMNS                            \
                     "  FROM calendar_events AS planned "                    \
                     "  JOIN posts ON posts.id = planned.post_id " WHOSE     \
                     " WHERE planned.ends > $2 AND posts.state = 'visible' " \
                     "   AND posts.tab_id = ANY($1::bigint[]) "              \
                     " ORDER BY planned.begins, planned.post_id LIMIT $3",   \
                     "calendar_events.begins, calendar_events.post_id")
const NamedSql select_events_to_come_sql{"select_events_to_come", PLEIN_EVENTS_TO_COME("")};
const NamedSql select_own_events_to_come_sql{
    "select_own_events_to_come",
    PLEIN_EVENTS_TO_COME("  JOIN attendances ON attendances.post_id = planned.post_id "
                         "   AND attendances.person_id = $4 AND attendances.attendance <> 'no' ")};

// Of a text, which may be long, only the heading.
const NamedSql select_calendar_sql{
    "select_calendar",
    "SELECT posts.id, jsonb_build_array(CASE WHEN posts.translation_language = people.language "
    "                                         AND " PLEIN_TRANSLATION_HOLDS
    "                                        THEN posts.translation_blocks ELSE posts.blocks "
    "                                   END::jsonb -> 0), " PLEIN_CALENDAR_EVENT_COLUMNS
    R"sql(, attendances.attendance
      FROM attendances
      JOIN people ON people.id = attendances.person_id
      JOIN calendar_events ON calendar_events.post_id = attendances.post_id
      JOIN posts ON posts.id = attendances.post_id
     WHERE attendances.person_id = $2 AND attendances.attendance <> 'no'
       AND calendar_events.ends > $3::timestamptz - make_interval(days => $4::int)
       AND posts.state = 'visible' AND posts.tab_id = ANY($1::bigint[])
     ORDER BY calendar_events.begins, calendar_events.post_id
     LIMIT $5)sql"};

const NamedSql select_untold_events_sql{"select_untold_events", R"sql(
    SELECT calendar_events.post_id
      FROM calendar_events
      JOIN posts ON posts.id = calendar_events.post_id
     WHERE calendar_events.told_up_to >= 0 AND posts.state = 'visible'
     ORDER BY calendar_events.told_up_to
     LIMIT $1)sql"};

const NamedSql take_untold_event_sql{"take_untold_event", R"sql(
    SELECT posts.group_id, posts.tab_id, calendar_events.told_up_to, calendar_events.changed_by,
           calendar_events.cancel_reason IS NOT NULL
      FROM calendar_events
      JOIN posts ON posts.id = calendar_events.post_id
     WHERE calendar_events.post_id = $1 AND calendar_events.told_up_to IS NOT NULL AND posts.state = 'visible'
       FOR NO KEY UPDATE OF calendar_events SKIP LOCKED)sql"};

const NamedSql select_attendees_sql{"select_attendees", R"sql(
    SELECT person_id
      FROM attendances
     WHERE post_id = $1 AND person_id > $2 AND attendance <> 'no'
     ORDER BY person_id
     LIMIT $3)sql"};

const NamedSql update_event_told_sql{"update_event_told", R"sql(
    UPDATE calendar_events SET told_up_to = $2 WHERE post_id = $1)sql"};

std::optional<CalendarEvent> first_event(const pqxx::result& rows) {
    if (rows.empty()) return std::nullopt;
    return row_as<CalendarEvent>(rows[0]);
}

std::int32_t change_of(Attendance counted, std::optional<Attendance> before,
                       std::optional<Attendance> after) {
    return static_cast<std::int32_t>(after == counted) - static_cast<std::int32_t>(before == counted);
}

}  // namespace

std::vector<CalendarEvent> insert_calendar_events(Transaction& tx, const std::vector<PlannedEvent>& events) {
    const auto column = [&](auto value) { return column_of(events, value); };
    const auto rows = tx.query(insert_calendar_events_sql, column(&PlannedEvent::post),
                               column([](const PlannedEvent& each) { return each.plan->begins; }),
                               column([](const PlannedEvent& each) { return each.plan->ends; }),
                               column([](const PlannedEvent& each) { return each.plan->place.value; }),
                               column([](const PlannedEvent& each) { return each.plan->places; }));
    std::map<PostId, CalendarEvent> made;
    for (const auto& row : rows)
        made.emplace(value_of<PostId>(row.back()), row_as<CalendarEvent>(row));
    return column([&](const PlannedEvent& each) { return made.at(each.post); });
}

std::optional<CalendarEvent> select_calendar_event(Reader& reader, const PostAccess& post) {
    return select_calendar_event(reader, post.tab(), post.post());
}

std::optional<CalendarEvent> select_calendar_event(Reader& reader, const TabAccess& tab, PostId post) {
    return first_event(reader.query(reader.writing() ? lock_calendar_event_sql : select_calendar_event_sql,
                                    tab.tab().id, post));
}

CalendarEvent update_plan(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                          const EventPlan& plan) {
    return row_as<CalendarEvent>(tx.query(update_plan_sql, post.post(), plan.begins, plan.ends, plan.place,
                                          plan.places, viewer.person)[0]);
}

CalendarEvent update_cancelled(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                               const std::string& reason) {
    return row_as<CalendarEvent>(tx.query(update_cancelled_sql, post.post(), reason, viewer.person)[0]);
}

std::optional<Attendance> select_attendance(Reader& reader, const Viewer& viewer, const PostAccess& post) {
    const auto rows = reader.query(select_attendance_sql, post.post(), viewer.person);
    if (rows.empty()) return std::nullopt;
    return value_of<Attendance>(rows[0][0]);
}

std::optional<CalendarEvent> update_attendance(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                                               std::optional<Attendance> before,
                                               std::optional<Attendance> after) {
    if (after)
        tx.query(upsert_attendance_sql, post.post(), viewer.person, *after, tx.now());
    else
        tx.query(delete_attendance_sql, post.post(), viewer.person);
    const auto coming = change_of(Attendance::yes, before, after);
    const auto maybe = change_of(Attendance::maybe, before, after);
    if (coming == 0 && maybe == 0) return std::nullopt;
    return row_as<CalendarEvent>(tx.query(update_attending_sql, post.post(), coming, maybe)[0]);
}

std::vector<PersonId> select_attendances(Reader& reader, const PostAccess& post, Attendance attendance,
                                         std::int64_t limit) {
    return values_of<PersonId>(reader.query(select_attendances_sql, post.post(), attendance, limit));
}

std::vector<ReadPost> select_events_to_come(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                            const ListEvents& request, std::int64_t limit) {
    return read_posts(
        request.mine
            ? reader.query(select_own_events_to_come_sql, tabs.ids(), reader.now(), limit, viewer.person)
            : reader.query(select_events_to_come_sql, tabs.ids(), reader.now(), limit));
}

std::vector<CalendarEntry> select_calendar(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                           std::int64_t days_back, std::int64_t limit) {
    std::vector<CalendarEntry> entries;
    for (const auto& row :
         reader.query(select_calendar_sql, tabs.ids(), viewer.person, reader.now(), days_back, limit))
        entries.push_back({value_of<PostId>(row[0]), value_of<JsonOf<MarkdownTree>>(row[1]),
                           row_as<CalendarEvent>(row, 2), value_of<Attendance>(row.back())});
    return entries;
}

std::vector<PostId> select_untold_events(Reader& reader, const SystemAccess&, std::int64_t limit) {
    return values_of<PostId>(reader.query(select_untold_events_sql, limit));
}

std::optional<UntoldEvent> take_untold_event(Transaction& tx, const SystemAccess&, PostId post) {
    const auto rows = tx.query(take_untold_event_sql, post);
    if (rows.empty()) return std::nullopt;
    return row_as<UntoldEvent>(rows[0]);
}

std::vector<PersonId> select_attendees(Reader& reader, const SystemAccess&, PostId post, PersonId told_up_to,
                                       std::int64_t limit) {
    return values_of<PersonId>(reader.query(select_attendees_sql, post, told_up_to, limit));
}

void update_event_told(Transaction& tx, const SystemAccess&, PostId post, std::optional<PersonId> person) {
    tx.execute(update_event_told_sql, post, person);
}

}  // namespace plein::storage
