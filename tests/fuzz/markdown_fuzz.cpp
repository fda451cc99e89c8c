// Any bytes as Markdown: a tree of bounded depth whose links are of the allowed schemes.
#include "protocol/limits.hpp"
#include "protocol/markdown.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace plein;

void check(const MarkdownTree& nodes, std::size_t depth) {
    if (depth > 3 * limits::block_depth + 6) std::abort();
    for (const MarkdownNode& node : nodes) {
        if (node.url && !node.url->starts_with("http") && !node.url->starts_with("mailto:")) {
            const char first = static_cast<char>(node.url->front() | 0x20);
            if (first != 'h' && first != 'm') std::abort();
        }
        if (node.children) check(*node.children, depth + 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > limits::post_body) return 0;
    check(parse_markdown({reinterpret_cast<const char*>(data), size}), 0);
    return 0;
}
