/// Opening hours and holidays as somebody fills them in. Without I/O.
#pragma once

#include "protocol/departments.hpp"
#include "protocol/holidays.hpp"

namespace plein::features {

/// Errors: invalid_request that names the first wrong place, `$.hours[2].closes`: no time of the day, closed before
/// it opens, or not behind the interval before it.
void check_hours(const List<OpenInterval, limits::open_intervals>& hours);

/// Errors: invalid_request, `$.items[1].date`: not behind the one before it.
void check_holidays(const List<Holiday, limits::holidays>& holidays);

}  // namespace plein::features
