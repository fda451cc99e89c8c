/// An event as it travels through Redis: `stream seq revokes ends line`, separated by one space, `-` for
/// none.
#pragma once

#include "server/live/live_event.hpp"

#include <string_view>

namespace plein::live {

[[nodiscard]] std::string write_announcement(const LiveEvent& event);

/// Nothing unless `text` is exactly what `write_announcement` makes: whatever else is on the channel is
/// ignored.
[[nodiscard]] std::optional<LiveEvent> read_announcement(std::string_view text);

}  // namespace plein::live
