#include "server/features/written_text.hpp"

#include "protocol/errors.hpp"
#include "server/features/shown_text.hpp"

namespace plein::features {

JsonOf<MarkdownTree> parse_body(const std::string& body) {
    if (trimmed(body).empty()) throw Refusal{ErrorCode::invalid_request, "$.body", "blank"};
    return {to_blocks(body)};
}

}  // namespace plein::features
