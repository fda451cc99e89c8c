/// Moments: UTC with millisecond precision, on the wire as RFC 3339 (`2026-11-23T08:30:00.000Z`); days of the
/// calendar, `2026-11-23`.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace plein {

using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] std::string to_string(Timestamp moment);

/// Reads the form that `to_string` writes, and PostgreSQL's `2026-11-23 08:30:00.123+00`; nothing otherwise.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

/// A day of the calendar, wherever one is: a review date, a holiday. Years 0000 to 9999.
using Date = std::chrono::sys_days;

[[nodiscard]] std::string to_string(Date day);
/// Reads the form that `to_string` writes; nothing otherwise, nor for a day that no calendar has.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

}  // namespace plein
