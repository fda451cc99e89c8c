#include "protocol/text.hpp"

#include <cstdint>

namespace plein {
namespace {

/// How many bytes the code point takes that starts with `lead`; 0 when none does.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_allowed(std::uint32_t code_point, std::size_t length) {
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};  // a longer form than needed is no UTF-8
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < least[length] || code_point > 0x10FFFF || surrogate) return false;
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    return !control || code_point == '\n' || code_point == '\t';
}

}  // namespace

bool is_plain_text(std::string_view text) {
    while (!text.empty()) {
        const auto lead = static_cast<unsigned char>(text.front());
        const std::size_t length = sequence_length(lead);
        if (length == 0 || length > text.size()) return false;
        std::uint32_t code_point = length == 1 ? lead : lead & (0x7Fu >> length);
        for (const char c : text.substr(1, length - 1)) {
            if ((c & 0xC0) != 0x80) return false;
            code_point = code_point << 6 | (static_cast<unsigned char>(c) & 0x3F);
        }
        if (!is_allowed(code_point, length)) return false;
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace plein
