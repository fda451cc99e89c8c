/// Moments: UTC with millisecond precision, on the wire as RFC 3339 (`2026-11-23T08:30:00.000Z`).
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

}  // namespace plein
