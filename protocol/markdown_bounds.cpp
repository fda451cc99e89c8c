#include "protocol/markdown_bounds.hpp"

#include <algorithm>

namespace plein {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// How many bytes the block marker takes that `text` starts with, less the blank after it; 0 when it is none.
std::size_t marker_length(std::string_view text) {
    if (text.starts_with('>')) return 1;
    std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool numbered = length > 0;
    if (length == text.size()) return 0;
    if (std::string_view{numbered ? ".)" : "-+*"}.find(text[length]) == text.npos) return 0;
    ++length;
    return length < text.size() && is_blank(text[length]) ? length : 0;
}

/// Where the marker stands in `line` that is one too many; the line's size when none is.
std::size_t excess_marker(std::string_view line) {
    std::size_t at = 0;
    for (std::size_t markers = 0; at < line.size(); ++markers) {
        while (at < line.size() && is_blank(line[at]))
            ++at;
        const std::size_t length = marker_length(line.substr(at));
        if (length == 0) return line.size();
        if (markers == max_markers_per_line) return at;
        at += length;
    }
    return line.size();
}

}  // namespace

std::string bound_nesting(std::string_view source) {
    std::string bounded;
    bounded.reserve(source.size());
    while (!source.empty()) {
        const std::size_t end = source.find_first_of("\r\n");
        const std::string_view line = source.substr(0, end == source.npos ? end : end + 1);
        const std::size_t excess = excess_marker(line);
        bounded += line.substr(0, excess);
        if (excess < line.size()) bounded += '\\';
        bounded += line.substr(excess);
        source.remove_prefix(line.size());
    }
    return bounded;
}

bool tables_are_bounded(std::string_view source) {
    std::size_t lines = 1;
    std::size_t widest = 1;
    std::size_t cells = 1;
    for (const char c : source) {
        if (c == '|') widest = std::max(widest, ++cells);
        if (c != '\n' && c != '\r') continue;
        ++lines;
        cells = 1;
    }
    return lines * widest <= max_table_cells;
}

}  // namespace plein
