/// Bounded values of requests. Whoever reads `Text<80>` in a struct knows what the decoder has already
/// checked.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plein {

/// Whether `text` is valid UTF-8 (RFC 3629) without control characters other than line feed and tab.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// Valid UTF-8 of `Min` to `Max` bytes without control characters other than line feed and tab.
/// Only the decoder and trusted code (rows read back) make one; the decoder has checked it.
template <std::size_t Max, std::size_t Min = 0>
struct Text {
    static constexpr std::size_t max_bytes = Max;
    static constexpr std::size_t min_bytes = Min;
    std::string value;

    auto operator<=>(const Text&) const = default;
};

/// A secret that is never logged or echoed; same bounds as `Text`.
template <std::size_t Max, std::size_t Min = 0>
struct Secret {
    static constexpr std::size_t max_bytes = Max;
    static constexpr std::size_t min_bytes = Min;
    std::string value;
};

/// Up to `Max` bytes of any kind, a file for one; base64 (RFC 4648 §4, padded) on the wire.
template <std::size_t Max>
struct Bytes {
    static constexpr std::size_t max_bytes = Max;
    std::string value;
};

/// At most `Max` items; the decoder refuses more before it decodes them.
template <class T, std::size_t Max>
struct List {
    static constexpr std::size_t max_items = Max;
    std::vector<T> items;

    bool operator==(const List&) const = default;
};

/// JSON text of a value of type `T`, already serialised: it is written into an answer as it stands.
/// Whoever makes one vouches that it is valid JSON of that shape.
template <class T>
struct JsonOf {
    std::string text;

    bool operator==(const JsonOf&) const = default;
};

}  // namespace plein
