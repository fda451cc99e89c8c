/// Events as calendars read them (RFC 5545), written by libical.
#pragma once

#include "protocol/endpoint.hpp"
#include "storage/calendar_events.hpp"

#include <string>
#include <vector>

namespace plein::features {

/// `address`: of this Plein; each event leads to its post there, and is called by it. Of the text it has the title alone.
[[nodiscard]] CalendarText calendar_text(const std::vector<storage::CalendarEntry>& entries,
                                         const std::string& address, Timestamp now);

}  // namespace plein::features
