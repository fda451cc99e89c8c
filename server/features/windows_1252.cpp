#include "server/features/windows_1252.hpp"

#include "protocol/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace plein::features {

namespace {

/// What 0x80 to 0x9F mean (0: nothing); from 0xA0 on a byte is its own code point.
constexpr std::array<char16_t, 32> upper{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                         0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                         0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                         0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, char16_t code_point) {
    if (code_point < 0x800) {
        text += static_cast<char>(0xC0 | code_point >> 6);
    } else {
        text += static_cast<char>(0xE0 | code_point >> 12);
        text += static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
    }
    text += static_cast<char>(0x80 | (code_point & 0x3F));
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    if (bytes.find('\0') != bytes.npos) return false;
    // Control characters are a matter of single cells: here they pass for blanks.
    std::string text{bytes};
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return is_plain_text(text);
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char16_t code_point = byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80u] : byte;
        if (code_point == 0) return std::nullopt;
        if (byte < 0x80)
            text += c;
        else
            append(text, code_point);
    }
    return text;
}

}  // namespace plein::features
