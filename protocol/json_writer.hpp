/// Writes described structs as JSON (RFC 8259), straight into a string: no tree in between.
///
/// The result is one line (control characters are escaped), so that lines can separate messages. Absent
/// optionals are left out. A `Secret` does not compile.
#pragma once

#include "protocol/base64.hpp"
#include "protocol/described.hpp"
#include "protocol/enum_names.hpp"
#include "protocol/ids.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plein {

void write_json(std::string& out, bool value);
void write_json(std::string& out, std::int64_t value);
/// `value` must be valid UTF-8; it is quoted and escaped.
void write_json(std::string& out, std::string_view value);
void write_json(std::string& out, const Uuid& value);
void write_json(std::string& out, Timestamp value);
void write_json(std::string& out, Date value);

inline void write_json(std::string& out, std::int32_t value) { write_json(out, std::int64_t{value}); }
inline void write_json(std::string& out, const std::string& value) {
    write_json(out, std::string_view{value});
}
/// Without this a literal would be written as `true`.
inline void write_json(std::string& out, const char* value) { write_json(out, std::string_view{value}); }

/// Declared first: structs of other namespaces in a vector are not found by their arguments.
template <DescribedStruct T>
void write_json(std::string& out, const T& value);

template <class Tag>
void write_json(std::string& out, Id<Tag> id) {
    write_json(out, id.value);
}

template <std::size_t Max, std::size_t Min>
void write_json(std::string& out, const Text<Max, Min>& text) {
    write_json(out, text.value);
}

template <std::size_t Max>
void write_json(std::string& out, const Bytes<Max>& bytes) {
    write_json(out, to_base64(bytes.value));
}

template <std::size_t Max, std::size_t Min>
void write_json(std::string&, const Secret<Max, Min>&) {
    static_assert(Max == 0, "a secret is never written");
}

template <class T>
void write_json(std::string& out, const JsonOf<T>& json) {
    out += json.text;
}

template <DescribedEnum E>
void write_json(std::string& out, E value) {
    write_json(out, name_of(value));
}

template <class T>
void write_json(std::string& out, const std::vector<T>& items) {
    out += '[';
    for (const T& item : items) {
        if (&item != &items.front()) out += ',';
        write_json(out, item);
    }
    out += ']';
}

template <class T, std::size_t Max>
void write_json(std::string& out, const List<T, Max>& list) {
    write_json(out, list.items);
}

/// One member of an object with the comma before it; nothing for an absent optional.
template <class T>
void write_member(std::string& out, std::string_view name, const T& value) {
    if (out.back() != '{') out += ',';
    out += '"';
    out += name;
    out += "\":";
    write_json(out, value);
}

template <class T>
void write_member(std::string& out, std::string_view name, const std::optional<T>& value) {
    if (value) write_member(out, name, *value);
}

template <DescribedStruct T>
void write_json(std::string& out, const T& value) {
    out += '{';
    for_each_field(value, [&](std::string_view name, const auto& field) { write_member(out, name, field); });
    out += '}';
}

template <class T>
[[nodiscard]] std::string to_json(const T& value) {
    std::string out;
    out.reserve(512);  // a post fits: spares most of the growing
    write_json(out, value);
    return out;
}

}  // namespace plein
