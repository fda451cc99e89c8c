/// What people write into posts and comments.
#pragma once

#include "protocol/markdown.hpp"
#include "protocol/text.hpp"

#include <chrono>
#include <string>

namespace plein::features {

/// For so long its author can take the deletion back.
inline constexpr std::chrono::minutes undo_window{10};

/// Errors: invalid_request about `$.body`, where nothing is to be read.
JsonOf<MarkdownTree> parse_body(const std::string& body);

}  // namespace plein::features
