/// Days of the calendar, for people who may be anywhere.
#pragma once

#include "protocol/time.hpp"

namespace plein::features {

/// Everywhere on earth.
[[nodiscard]] inline bool has_passed(Date day, Timestamp now) {
    return day < std::chrono::floor<std::chrono::days>(now) - std::chrono::days{1};
}

}  // namespace plein::features
