/// The block tree of a post's Markdown: what a client draws. No HTML exists, so none can be injected.
#pragma once

#include "protocol/described.hpp"
#include "protocol/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plein {

enum class NodeType {
    paragraph,
    heading,
    quote,
    list,
    item,
    code_block,
    rule,
    table,
    table_row,
    table_cell,  // blocks
    text,
    strong,
    emphasis,
    strike,
    code,
    link,
    mention,
    topic,
    line_break  // inline
};
PLEIN_DESCRIBE_ENUM(NodeType, paragraph, heading, quote, list, item, code_block, rule, table, table_row,
                    table_cell, text, strong, emphasis, strike, code, link, mention, topic, line_break)

/// One node. Fields that a type does not use are absent.
struct MarkdownNode {
    NodeType type = NodeType::paragraph;
    std::optional<std::string>
        text;  // text, code, code_block; mention: "@" and the name; topic: as it was written, "#Kantine"
    std::optional<std::string> url;          // link: http, https or mailto only
    std::optional<PersonId> person;          // mention: of whom,
    std::optional<DepartmentId> department;  // or of which department
    std::optional<std::string> topic;        // topic: the same for all who write it, "kantine"
    std::optional<std::string> language;     // code_block
    std::optional<std::int32_t> level;       // heading: 1..6
    std::optional<std::int32_t> start;       // list: first number when ordered
    std::optional<bool> checked;             // item of a task list
    std::optional<bool> header;              // table_row
    std::optional<std::vector<MarkdownNode>> children;
};
PLEIN_DESCRIBE(MarkdownNode, type, text, url, person, department, topic, language, level, start, checked,
               header, children);

using MarkdownTree = std::vector<MarkdownNode>;

/// Parses the Markdown subset (cmark-gfm with tables, strikethrough, autolinks, task lists). Raw HTML and
/// images become text and links; links to `person:12` and `department:3` become mentions, whatever name they give; links with other
/// schemes than http, https and mailto become text; nesting beyond `limits::block_depth` is flattened. Never throws on any input.
[[nodiscard]] MarkdownTree parse_markdown(const std::string& source);

/// The tree as JSON, as it is stored and travels; `source` is what it was parsed from, valid UTF-8. What thousands of tiny
/// marks would blow up beyond `limits::post_blocks` is one code block instead, with the source as it stands.
[[nodiscard]] std::string to_blocks(const MarkdownTree& tree, const std::string& source);
[[nodiscard]] std::string to_blocks(const std::string& source);

}  // namespace plein
