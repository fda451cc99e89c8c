/// The organisation's holidays.
#pragma once

#include "protocol/holidays.hpp"
#include "storage/transaction.hpp"

#include <optional>

namespace plein::storage {

Holidays select_holidays(Reader& reader);

/// Nothing when they are in another version by now.
std::optional<Holidays> replace_holidays(Transaction& tx, const SetHolidays& request);

}  // namespace plein::storage
