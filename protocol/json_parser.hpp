/// JSON text to a tree, strictly: what two readers could understand differently is refused.
#pragma once

#include "protocol/limits.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace plein {

/// Deep enough for an answer: a block tree nests more than any request.
inline constexpr std::size_t answer_depth = 128;

/// RFC 8259, and beyond it: no duplicate member names, nesting of at most `max_depth`.
/// Throws Refusal{invalid_request} with the path of the place, `$.media[0]`.
[[nodiscard]] boost::json::value parse_json(std::string_view text,
                                            std::size_t max_depth = limits::json_depth);

}  // namespace plein
