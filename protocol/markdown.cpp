#include "protocol/markdown.hpp"

#include "protocol/json_writer.hpp"
#include "protocol/limits.hpp"
#include "protocol/markdown_bounds.hpp"
#include "protocol/topic_words.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

namespace plein {
namespace {

/// A reference definition is copied to each of its uses; beyond this sum, links of one text become text.
constexpr std::size_t max_url_bytes = 64 * 1024;

std::string_view view(const char* text) {
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

/// cmark-gfm's name of the node's type; the only way to recognise what an extension made.
std::string_view type_name(cmark_node* node) { return cmark_node_get_type_string(node); }

bool is_allowed_url(std::string_view url) {
    constexpr std::array<std::string_view, 3> allowed{"http://", "https://", "mailto:"};
    const auto same_letter = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b); };
    return std::ranges::any_of(allowed, [&](std::string_view scheme) {
        return url.size() > scheme.size() &&
               std::ranges::equal(scheme, url.substr(0, scheme.size()), same_letter);
    });
}

/// The id in `person:12`; nothing for every other address.
template <class Tag>
std::optional<Id<Tag>> mentioned(std::string_view scheme, std::string_view url) {
    if (!url.starts_with(scheme)) return std::nullopt;
    const char* const end = url.data() + url.size();
    Id<Tag> id;
    const auto [stopped, error] = std::from_chars(url.data() + scheme.size(), end, id.value);
    if (error != std::errc{} || stopped != end || id.value < 1 || id.value > Id<Tag>::max)
        return std::nullopt;
    return id;
}

/// All text within it, in one string.
std::string text_of(const MarkdownNode& node) {
    std::string text = node.text.value_or("");
    if (node.children) {
        for (const MarkdownNode& child : *node.children)
            text += text_of(child);
    }
    return text;
}

MarkdownNode node_of(NodeType type) { return {.type = type}; }

MarkdownNode text_node(std::string_view text) { return {.type = NodeType::text, .text = std::string{text}}; }

/// Collects the tree from cmark's walk. What has no node of its own is transparent: its children go to
/// whatever is open around it.
class TreeBuilder {
public:
    TreeBuilder() { open_.push_back(node_of(NodeType::paragraph)); }

    void enter(cmark_node* source) {
        if (add_leaf(source)) return;
        auto node = container(source);
        opened_.push_back(node.has_value());
        if (!node) return;
        count_nesting(node->type, +1);
        open_.push_back(std::move(*node));
    }

    void leave() {
        const bool opened = opened_.back();
        opened_.pop_back();
        if (!opened) return;
        MarkdownNode node = std::move(open_.back());
        open_.pop_back();
        count_nesting(node.type, -1);
        if (node.type == NodeType::link && !node.children) node.children = {text_node(*node.url)};
        if (node.type == NodeType::mention) {
            node.text = text_of(node);
            node.children.reset();
        }
        append(std::move(node));
    }

    MarkdownTree finish() { return std::move(open_.front().children).value_or(MarkdownTree{}); }

private:
    /// Adds a node that has no children; false when `source` is none.
    bool add_leaf(cmark_node* source) {
        const std::string_view literal = view(cmark_node_get_literal(source));
        switch (static_cast<unsigned>(cmark_node_get_type(source))) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_HTML_INLINE:
                append_text(literal);
                return true;
            case CMARK_NODE_SOFTBREAK:
            case CMARK_NODE_LINEBREAK:
                append(node_of(NodeType::line_break));
                return true;
            case CMARK_NODE_THEMATIC_BREAK:
                append(node_of(NodeType::rule));
                return true;
            case CMARK_NODE_CODE:
                append({.type = NodeType::code, .text = std::string{literal}});
                return true;
            case CMARK_NODE_CODE_BLOCK:
                add_code_block(view(cmark_node_get_fence_info(source)), literal);
                return true;
            case CMARK_NODE_HTML_BLOCK:
                add_lines(literal);
                return true;
            default:
                return false;
        }
    }

    void add_code_block(std::string_view info, std::string_view code) {
        MarkdownNode node = node_of(NodeType::code_block);
        if (code.ends_with('\n')) code.remove_suffix(1);
        node.text = code;
        const std::string_view language = info.substr(0, info.find_first_of(" \t"));
        if (!language.empty()) node.language = language;
        append(std::move(node));
    }

    /// HTML that stands by itself, shown as the text it is.
    void add_lines(std::string_view text) {
        while (text.ends_with('\n'))
            text.remove_suffix(1);
        open_.push_back(node_of(NodeType::paragraph));
        for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
            append_text(text.substr(0, end));
            append(node_of(NodeType::line_break));
            text.remove_prefix(end + 1);
        }
        append_text(text);
        MarkdownNode paragraph = std::move(open_.back());
        open_.pop_back();
        append(std::move(paragraph));
    }

    std::optional<MarkdownNode> container(cmark_node* source) {
        switch (static_cast<unsigned>(cmark_node_get_type(source))) {
            case CMARK_NODE_PARAGRAPH:
                return node_of(NodeType::paragraph);
            case CMARK_NODE_HEADING: {
                MarkdownNode heading = node_of(NodeType::heading);
                heading.level = cmark_node_get_heading_level(source);
                return heading;
            }
            case CMARK_NODE_BLOCK_QUOTE:
                return within_depth(NodeType::quote);
            case CMARK_NODE_LIST:
                return list(source);
            case CMARK_NODE_ITEM:
                return item(source);
            case CMARK_NODE_STRONG:
                return within_depth(NodeType::strong);
            case CMARK_NODE_EMPH:
                return within_depth(NodeType::emphasis);
            case CMARK_NODE_LINK:
            case CMARK_NODE_IMAGE:
                return link(source);
            default:
                return of_extension(source);
        }
    }

    std::optional<MarkdownNode> of_extension(cmark_node* source) {
        const std::string_view name = type_name(source);
        if (name == "strikethrough") return within_depth(NodeType::strike);
        if (name == "table") return node_of(NodeType::table);
        if (name == "table_cell") return node_of(NodeType::table_cell);
        if (name == "table_row" || name == "table_header") {
            MarkdownNode row = node_of(NodeType::table_row);
            row.header = name == "table_header";
            return row;
        }
        return std::nullopt;
    }

    std::optional<MarkdownNode> list(cmark_node* source) {
        auto node = within_depth(NodeType::list);
        if (node && cmark_node_get_list_type(source) == CMARK_ORDERED_LIST) {
            node->start = cmark_node_get_list_start(source);
        }
        return node;
    }

    std::optional<MarkdownNode> item(cmark_node* source) {
        if (!opened_.back()) return std::nullopt;  // an item of a list that was flattened
        MarkdownNode node = node_of(NodeType::item);
        if (type_name(source) == "tasklist")
            node.checked = cmark_gfm_extensions_get_tasklist_item_checked(source);
        return node;
    }

    std::optional<MarkdownNode> link(cmark_node* source) {
        const std::string_view url = view(cmark_node_get_url(source));
        if (is_inside(NodeType::link) || is_inside(NodeType::mention)) return std::nullopt;
        MarkdownNode mention = node_of(NodeType::mention);
        mention.person = mentioned<PersonTag>("person:", url);
        mention.department = mentioned<DepartmentTag>("department:", url);
        if (mention.person || mention.department) return mention;
        if (!is_allowed_url(url) || url.size() > url_bytes_left_) return std::nullopt;
        url_bytes_left_ -= url.size();
        MarkdownNode node = node_of(NodeType::link);
        node.url = url;
        return node;
    }

    std::optional<MarkdownNode> within_depth(NodeType type) const {
        const std::size_t depth =
            type == NodeType::quote || type == NodeType::list ? block_depth_ : inline_depth_;
        if (depth >= limits::block_depth) return std::nullopt;
        return node_of(type);
    }

    bool is_inside(NodeType type) const {
        return std::ranges::find(open_, type, &MarkdownNode::type) != open_.end();
    }

    void count_nesting(NodeType type, int step) {
        if (type == NodeType::quote || type == NodeType::list) block_depth_ += step;
        if (type == NodeType::strong || type == NodeType::emphasis || type == NodeType::strike)
            inline_depth_ += step;
    }

    MarkdownTree& siblings() {
        auto& children = open_.back().children;
        return children ? *children : children.emplace();
    }

    void append(MarkdownNode node) { siblings().push_back(std::move(node)); }

    /// cmark hands out text in pieces ("[", "x", "]"); one run becomes one node.
    void append_text(std::string_view text) {
        if (text.empty()) return;
        MarkdownTree& nodes = siblings();
        if (!nodes.empty() && nodes.back().type == NodeType::text) {
            *nodes.back().text += text;
        } else {
            nodes.push_back(text_node(text));
        }
    }

    std::vector<MarkdownNode> open_;  // outermost first; the first stands for the document
    std::vector<bool> opened_;        // per cmark container: whether it has a node in open_
    std::size_t block_depth_ = 0;
    std::size_t inline_depth_ = 0;
    std::size_t url_bytes_left_ = max_url_bytes;
};

void attach(cmark_parser* parser, const char* extension) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
}

struct Free {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::unique_ptr<cmark_node, Free> parse_document(std::string_view source) {
    // cmark-gfm 0.29.0.gfm.6 keeps the extensions' special characters in a table of the process while it
    // parses.
    static std::mutex one_at_a_time;
    const std::lock_guard lock{one_at_a_time};
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, Free> parser{cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)};
    for (const char* extension : {"strikethrough", "autolink", "tasklist"})
        attach(parser.get(), extension);
    if (tables_are_bounded(source)) attach(parser.get(), "table");
    cmark_parser_feed(parser.get(), source.data(), source.size());
    return std::unique_ptr<cmark_node, Free>{cmark_parser_finish(parser.get())};
}

}  // namespace

MarkdownTree parse_markdown(const std::string& source) {
    const auto document = parse_document(bound_nesting(source));
    const std::unique_ptr<cmark_iter, Free> walk{cmark_iter_new(document.get())};
    TreeBuilder tree;
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        if (event == CMARK_EVENT_ENTER) {
            tree.enter(cmark_iter_get_node(walk.get()));
        } else {
            tree.leave();
        }
    }
    MarkdownTree nodes = tree.finish();
    find_topics(nodes, source);
    return nodes;
}

std::string to_blocks(const std::string& source) { return to_blocks(parse_markdown(source), source); }

std::string to_blocks(const MarkdownTree& tree, const std::string& source) {
    std::string blocks = to_json(tree);
    if (blocks.size() <= limits::post_blocks) return blocks;
    MarkdownNode as_it_stands{.type = NodeType::code_block};
    as_it_stands.text = source;
    return to_json(MarkdownTree{std::move(as_it_stands)});
}

}  // namespace plein
