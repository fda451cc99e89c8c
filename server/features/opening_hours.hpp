/// Opening hours and holidays as somebody fills them in. Without I/O.
#pragma once

#include "protocol/departments.hpp"
#include "protocol/holidays.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace plein::features {

/// Errors: invalid_request that names the first wrong place, `$.hours[2].closes`: no time of the day, closed before
/// it opens, or not behind the interval before it.
void check_hours(const List<OpenInterval, limits::open_intervals>& hours);

/// Errors: invalid_request, `$.items[1].date`: not behind the one before it.
void check_holidays(const List<Holiday, limits::holidays>& holidays);

/// When so much time will have passed during which somebody is there; nothing where nobody is for a year. `hours` are in
/// order, on the clock of `time_zone` (an IANA name); on a holiday nobody is there.
std::optional<Timestamp> after_open_time(const std::vector<OpenInterval>& hours,
                                         const std::vector<Holiday>& holidays, const std::string& time_zone,
                                         Timestamp from, std::chrono::milliseconds open);

/// How long somebody was there in between, on the same clock.
std::chrono::milliseconds open_time_between(const std::vector<OpenInterval>& hours,
                                            const std::vector<Holiday>& holidays,
                                            const std::string& time_zone, Timestamp from, Timestamp until);

}  // namespace plein::features
