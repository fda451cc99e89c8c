/// Text in the encoding that Excel in western Europe writes when nobody asks for another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plein::features {

/// Whether these bytes are UTF-8 of text: without NUL.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// In UTF-8; nothing when a byte is none of Windows-1252 text: NUL for one, of which UTF-16 is full.
[[nodiscard]] std::optional<std::string> from_windows_1252(std::string_view bytes);

}  // namespace plein::features
