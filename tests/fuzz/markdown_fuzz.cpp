// Any bytes as Markdown: a tree of bounded depth whose links are of the allowed schemes, and whose topics were written.
#include "protocol/limits.hpp"
#include "protocol/markdown.hpp"
#include "protocol/topic_words.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace plein;

void check(const MarkdownNode& topic, const std::string& source) {
    if (source.find(topic.text.value()) == std::string::npos) std::abort();
    if (topic.topic != topic_key(topic.text->substr(1))) std::abort();
}

void check(const MarkdownTree& nodes, const std::string& source, std::size_t depth) {
    if (depth > 3 * limits::block_depth + 6) std::abort();
    for (const MarkdownNode& node : nodes) {
        if (node.url && !node.url->starts_with("http") && !node.url->starts_with("mailto:")) {
            const char first = static_cast<char>(node.url->front() | 0x20);
            if (first != 'h' && first != 'm') std::abort();
        }
        if (node.type == NodeType::topic) check(node, source);
        if (node.children) check(*node.children, source, depth + 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > limits::post_body) return 0;
    const std::string source{reinterpret_cast<const char*>(data), size};
    check(parse_markdown(source), source, 0);
    return 0;
}
