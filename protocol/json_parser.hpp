/// JSON text to a tree, strictly: what two readers could understand differently is refused.
#pragma once

#include <boost/json/value.hpp>

#include <string_view>

namespace plein {

/// RFC 8259, and beyond it: no duplicate member names, nesting of at most `limits::json_depth`.
/// Throws Refusal{invalid_request} with the path of the place, `$.media[0]`.
[[nodiscard]] boost::json::value parse_json(std::string_view text);

}  // namespace plein
