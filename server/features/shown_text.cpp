#include "server/features/shown_text.hpp"

#include "protocol/errors.hpp"

#include <algorithm>
#include <array>

namespace plein::features {

namespace {

/// As bytes of UTF-8: no-break, quads and other widths, line and paragraph separators, ideographic.
constexpr std::array<std::string_view, 20> spaces{
    " ",      "\t",     "\n",     "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u3000"};

/// How many bytes of the front are a space; 0 for none.
std::size_t space_at_front(std::string_view text) {
    const auto* found = std::ranges::find_if(spaces, [&](auto each) { return text.starts_with(each); });
    return found == spaces.end() ? 0 : found->size();
}

/// The code point at the front of valid UTF-8, and how many bytes it takes.
struct Point {
    char32_t value;
    std::size_t size;
};
Point point_at_front(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return {byte(0), 1};
    const std::size_t size = byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
    char32_t value = byte(0) & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
        value = value << 6U | (byte(i) & 0x3FU);
    return {value, size};
}

/// Unicode's format characters and other points that leave no mark: joiners, directions, tags, fillers, variations.
bool is_unseen(char32_t point) {
    constexpr std::array<std::array<char32_t, 2>, 14> ranges{{{0xAD, 0xAD},
                                                              {0x34F, 0x34F},
                                                              {0x61C, 0x61C},
                                                              {0x115F, 0x1160},
                                                              {0x17B4, 0x17B5},
                                                              {0x180B, 0x180F},
                                                              {0x200B, 0x200F},
                                                              {0x202A, 0x202E},
                                                              {0x2060, 0x206F},
                                                              {0x3164, 0x3164},
                                                              {0xFE00, 0xFE0F},
                                                              {0xFEFF, 0xFEFF},
                                                              {0xFFA0, 0xFFA0},
                                                              {0xE0000, 0xE0FFF}}};
    return std::ranges::any_of(ranges,
                               [&](const auto& range) { return point >= range[0] && point <= range[1]; });
}

}  // namespace

std::string one_line(std::string_view text, const char* field) {
    std::string line;
    bool after_space = false;
    while (!text.empty()) {
        const std::size_t space = space_at_front(text);
        const Point point = point_at_front(text);
        if (space == 0) {
            if (is_unseen(point.value)) throw Refusal{ErrorCode::invalid_request, field};
            if (after_space && !line.empty()) line += ' ';
            line += text.substr(0, point.size);
        }
        after_space = space > 0;
        text.remove_prefix(point.size);
    }
    if (line.empty()) throw Refusal{ErrorCode::invalid_request, field};
    return line;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && space_at_front(text) > 0)
        text.remove_prefix(space_at_front(text));
    const auto ends_in_space = [&](auto space) { return text.ends_with(space); };
    for (const auto* last = std::ranges::find_if(spaces, ends_in_space); last != spaces.end();
         last = std::ranges::find_if(spaces, ends_in_space)) {
        text.remove_suffix(last->size());
    }
    return std::string{text};
}

std::size_t letters_of(std::string_view text) {
    std::size_t letters = 0;
    for (; !text.empty(); ++letters)
        text.remove_prefix(point_at_front(text).size);
    return letters;
}

std::string excerpt(std::string_view text, std::size_t letters) {
    std::string line;
    bool after_space = false;
    for (std::size_t taken = 0; !text.empty();) {
        const std::size_t space = space_at_front(text);
        const Point point = point_at_front(text);
        if (space == 0) {
            const bool spaced = after_space && !line.empty();
            taken += spaced ? 2 : 1;
            if (taken > letters) return line + "…";
            if (spaced) line += ' ';
            line += text.substr(0, point.size);
        }
        after_space = space > 0;
        text.remove_prefix(point.size);
    }
    return line;
}

std::string what_is_seen(std::string_view text) {
    std::string seen;
    while (!text.empty()) {
        const Point point = point_at_front(text);
        if (point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0))
            seen += ' ';
        else if (!is_unseen(point.value))
            seen += text.substr(0, point.size);
        text.remove_prefix(point.size);
    }
    return seen;
}

}  // namespace plein::features
