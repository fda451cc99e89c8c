/// Bytes as text: base64 with padding (RFC 4648 §4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plein {

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Nothing for any other form: blanks, missing padding, and the other ways to write the same bytes.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace plein
