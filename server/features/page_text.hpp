/// Pages of others as UTF-8, in whatever they are written.
#pragma once

#include <string>
#include <string_view>

namespace plein::features {

/// With U+FFFD for each byte that belongs to no character, and without NUL.
[[nodiscard]] std::string mended_utf8(std::string_view bytes);

/// The value of `charset` in a content type, in small letters; empty for none.
[[nodiscard]] std::string charset_of(std::string_view content_type);

/// `charset`: what header or page say. Latin 1 and its kin are read as Windows-1252, as browsers do; UTF-8 and what we do not
/// know are mended; where nothing is said, it is UTF-8 when it can be.
[[nodiscard]] std::string page_text(std::string_view bytes, std::string_view charset);

}  // namespace plein::features
