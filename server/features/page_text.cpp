#include "server/features/page_text.hpp"

#include "protocol/text.hpp"
#include "server/features/windows_1252.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace plein::features {

namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_latin(std::string_view charset) {
    constexpr std::array<std::string_view, 8> names{"iso-8859-1", "iso8859-1", "latin1",       "l1",
                                                    "us-ascii",   "ascii",     "windows-1252", "cp1252"};
    return std::ranges::find(names, charset) != names.end();
}

/// How many bytes of the front are a character; 0 for none.
std::size_t character_at_front(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    if (lead < 0x80) return lead == 0 ? 0 : 1;
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const auto character = bytes.substr(0, size);
    // U+0080 to U+009F are controls, which no text of ours has; they are characters all the same.
    const bool control = lead == 0xC2 && character.size() == 2 && (character[1] & 0xE0) == 0x80;
    return control || is_plain_text(character) ? size : 0;
}

std::string from_latin(std::string_view bytes) {
    std::string text{bytes};
    const auto means_nothing = [](char c) {
        return c == 0 || c == '\x81' || c == '\x8D' || c == '\x8F' || c == '\x90' || c == '\x9D';
    };
    std::ranges::replace_if(text, means_nothing, ' ');
    return from_windows_1252(text).value_or("");
}

/// Without the character that the end of what was fetched cut in two.
std::string_view without_cut_end(std::string_view bytes) {
    for (std::size_t size = 1; size <= std::min<std::size_t>(3, bytes.size()); ++size) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - size]);
        if (byte >= 0xC0) return bytes.substr(0, bytes.size() - size);
        if (byte < 0x80) return bytes;
    }
    return bytes;
}

}  // namespace

std::string mended_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t size = character_at_front(bytes);
        if (size > 0)
            text += bytes.substr(0, size);
        else if (bytes.front() != '\0')
            text += replacement;
        bytes.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return text;
}

std::string charset_of(std::string_view content_type) {
    std::string words{content_type};
    std::ranges::transform(words, words.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::string_view key = "charset=";
    const auto found = words.find(key);
    if (found == words.npos) return {};
    std::string value = words.substr(found + key.size());
    value = value.substr(0, value.find_first_of("; \t"));
    std::erase_if(value, [](char c) { return c == '"' || c == '\''; });
    return value;
}

std::string page_text(std::string_view bytes, std::string_view charset) {
    if (is_latin(charset)) return from_latin(bytes);
    if (charset.empty() && !is_utf8(without_cut_end(bytes))) return from_latin(bytes);
    return mended_utf8(bytes);
}

}  // namespace plein::features
