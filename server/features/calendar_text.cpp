#include "server/features/calendar_text.hpp"

#include "server/features/written_text.hpp"

#include <libical/ical.h>

#include <chrono>
#include <memory>
#include <new>

namespace plein::features {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

icaltimetype to_ical(Timestamp moment) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment.time_since_epoch()).count();
    return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

icalproperty_status status_of(const storage::CalendarEntry& entry) {
    if (entry.event.cancel_reason) return ICAL_STATUS_CANCELLED;
    return entry.attendance == Attendance::maybe ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

/// The component takes what is added to it.
icalcomponent* to_ical(const storage::CalendarEntry& entry, const std::string& address, Timestamp now) {
    const CalendarEvent& event = entry.event;
    const std::string link = address + "/p/" + std::to_string(entry.post.value);
    icalcomponent* component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
    add(icalproperty_new_uid(link.c_str()));
    add(icalproperty_new_dtstamp(to_ical(now)));
    add(icalproperty_new_sequence(event.sequence));
    add(icalproperty_new_dtstart(to_ical(event.begins)));
    add(icalproperty_new_dtend(to_ical(event.ends)));
    add(icalproperty_new_summary(title_of(entry.beginning).c_str()));
    if (!event.place.empty()) add(icalproperty_new_location(event.place.c_str()));
    add(icalproperty_new_description(link.c_str()));
    add(icalproperty_new_url(link.c_str()));
    add(icalproperty_new_status(status_of(entry)));
    return component;
}

}  // namespace

CalendarText calendar_text(const std::vector<storage::CalendarEntry>& entries, const std::string& address,
                           Timestamp now) {
    const Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT), &icalcomponent_free};
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(calendar.get(), property); };
    add(icalproperty_new_version("2.0"));
    add(icalproperty_new_prodid("-//Plein//Plein//NL"));
    add(icalproperty_new_method(ICAL_METHOD_PUBLISH));
    for (const storage::CalendarEntry& entry : entries)
        icalcomponent_add_component(calendar.get(), to_ical(entry, address, now));
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text{
        icalcomponent_as_ical_string_r(calendar.get()), &icalmemory_free_buffer};
    if (!text) throw std::bad_alloc{};
    return {text.get()};
}

}  // namespace plein::features
