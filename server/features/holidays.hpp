/// The organisation's holidays.
#pragma once

#include "protocol/holidays.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_holiday_routes(net::Router& routes, Edge& edge);

/// Errors: forbidden (guests).
HolidayList list_holidays(Snapshot& snapshot, const Viewer& viewer, const ListHolidays& request);

/// Errors: forbidden (not an administrator), invalid_request (no dates, or not in order), stale_version. Emits
/// holidays.changed.
Holidays set_holidays(Transaction& tx, const Viewer& viewer, const SetHolidays& request);

}  // namespace plein::features
