#include "server/features/holidays.hpp"

#include "server/features/opening_hours.hpp"
#include "server/features/shown_text.hpp"
#include "storage/departments.hpp"
#include "storage/holidays.hpp"

namespace plein::features {

namespace {

SetHolidays with_shown_names(SetHolidays request) {
    for (Holiday& holiday : request.items.items)
        holiday.name.value = one_line(holiday.name.value, "$.items");
    return request;
}

}  // namespace

void add_holiday_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListHolidays>(read(edge, list_holidays));
    routes.bind<SetHolidays>(commit(edge, set_holidays, queue_by_organisation));
}

HolidayList list_holidays(Snapshot& snapshot, const Viewer& viewer, const ListHolidays&) {
    access::check(viewer, Right::browse_people);
    snapshot.touch(organisation_stream);
    return {storage::select_holidays(snapshot), snapshot.cursors()};
}

Holidays set_holidays(Transaction& tx, const Viewer& viewer, const SetHolidays& request) {
    access::check(viewer, Right::manage_departments);
    check_holidays(request.items);
    storage::lock_organisation(tx);
    auto after = storage::replace_holidays(tx, with_shown_names(request));
    if (!after) throw Refusal{ErrorCode::stale_version, "version"};
    tx.tell(organisation_stream, HolidaysChanged{*after});
    return std::move(*after);
}

}  // namespace plein::features
