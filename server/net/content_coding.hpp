/// Which of the forms a file is kept in to send (RFC 9110 §12.5.3).
#pragma once

#include <array>
#include <string_view>

namespace plein::net {

enum class Coding { identity, gzip, br };
inline constexpr std::array codings{Coding::identity, Coding::gzip, Coding::br};

[[nodiscard]] std::string_view name_of_coding(Coding coding);

/// The quality in thousandths that `accept_encoding` gives to a coding; 0 refuses it. An empty field accepts
/// identity only; identity is acceptable unless it is refused by name or by `*;q=0`.
[[nodiscard]] int quality_of(Coding coding, std::string_view accept_encoding);

}  // namespace plein::net
