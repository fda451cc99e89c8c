/// The Cookie field (RFC 6265 §4.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plein::net {

/// The value of the first cookie of that name, without quotes; nothing when there is none.
[[nodiscard]] std::optional<std::string> cookie_value(std::string_view header, std::string_view name);

}  // namespace plein::net
