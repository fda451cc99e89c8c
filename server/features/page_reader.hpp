/// What a page says of itself, for those to whom somebody shows a link to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plein::features {

/// In letters; what is longer ends in an ellipsis.
inline constexpr std::size_t preview_title = 120;
inline constexpr std::size_t preview_description = 200;

/// Plain text in one line each, without controls and what nobody sees.
struct PageWords {
    std::optional<std::string> title;
    std::optional<std::string> description;
    std::optional<std::string> image;  // an address as it stands there
};

/// Open Graph (ogp.me) before title and description of HTML; read by libxml2, which mends what is not well formed (ADR 0046).
/// `html`: a page, or the beginning of one. Never throws on any input.   Memory: what stands in these elements.
[[nodiscard]] PageWords read_page(std::string_view html, std::string_view content_type);

}  // namespace plein::features
