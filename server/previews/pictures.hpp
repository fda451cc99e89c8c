/// What bytes from outside are a picture of.
#pragma once

#include <string_view>

namespace plein::previews {

/// "image/png", "image/jpeg", "image/gif" or "image/webp", as its first bytes say; empty for anything else (SVG, which is a
/// document with scripts, among it), and for one that would take more room on a screen than `most_pixels`.
[[nodiscard]] std::string_view picture_type(std::string_view bytes);

/// A browser holds four bytes of each: 100 MB.
inline constexpr unsigned long long most_pixels = 25'000'000;

}  // namespace plein::previews
