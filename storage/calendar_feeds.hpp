/// Secret addresses at which calendars read a person's events.
#pragma once

#include "protocol/calendar_events.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <string>

namespace plein::storage {

[[nodiscard]] CalendarFeed select_calendar_feed(Reader& reader, const Viewer& viewer);
/// In the place of the one before.
void upsert_calendar_feed(Transaction& tx, const Viewer& viewer, const std::string& token_hash);
void delete_calendar_feed(Transaction& tx, const Viewer& viewer);

}  // namespace plein::storage
