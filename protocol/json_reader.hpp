/// Reads requests strictly. A member that is unknown, missing, of another type, too long or out of range is
/// refused as Refusal{invalid_request} whose `field` is the path, `$.media[0].id`. `null` is never the same
/// as absent.
#pragma once

#include "protocol/described.hpp"
#include "protocol/enum_names.hpp"
#include "protocol/ids.hpp"
#include "protocol/json_parser.hpp"
#include "protocol/json_path.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plein {

using JsonValue = boost::json::value;

/// The checks below every type; each refuses with `path`.
[[nodiscard]] std::int64_t integer_in(const JsonValue& json, std::int64_t min, std::int64_t max,
                                      const JsonPath& path);
[[nodiscard]] std::string_view string_in(const JsonValue& json, const JsonPath& path);
[[nodiscard]] std::string text_in(const JsonValue& json, std::size_t min_bytes, std::size_t max_bytes,
                                  const JsonPath& path);
[[nodiscard]] std::string bytes_in(const JsonValue& json, std::size_t max_bytes, const JsonPath& path);
[[nodiscard]] const boost::json::array& array_in(const JsonValue& json, std::size_t max_items,
                                                 const JsonPath& path);
[[nodiscard]] const boost::json::object& object_in(const JsonValue& json, const JsonPath& path);

void read_json(const JsonValue& json, bool& out, const JsonPath& path);
void read_json(const JsonValue& json, std::string& out, const JsonPath& path);
void read_json(const JsonValue& json, Uuid& out, const JsonPath& path);
void read_json(const JsonValue& json, Timestamp& out, const JsonPath& path);
void read_json(const JsonValue& json, Date& out, const JsonPath& path);

template <std::signed_integral I>
void read_json(const JsonValue& json, I& out, const JsonPath& path) {
    out =
        static_cast<I>(integer_in(json, std::numeric_limits<I>::min(), std::numeric_limits<I>::max(), path));
}

template <class Tag>
void read_json(const JsonValue& json, Id<Tag>& out, const JsonPath& path) {
    out.value = integer_in(json, 1, Id<Tag>::max, path);
}

template <std::size_t Max, std::size_t Min>
void read_json(const JsonValue& json, Text<Max, Min>& out, const JsonPath& path) {
    out.value = text_in(json, Min, Max, path);
}

template <std::size_t Max, std::size_t Min>
void read_json(const JsonValue& json, Secret<Max, Min>& out, const JsonPath& path) {
    out.value = text_in(json, Min, Max, path);
}

template <std::size_t Max>
void read_json(const JsonValue& json, Bytes<Max>& out, const JsonPath& path) {
    out.value = bytes_in(json, Max, path);
}

template <DescribedEnum E>
void read_json(const JsonValue& json, E& out, const JsonPath& path) {
    const auto value = enum_named<E>(string_in(json, path));
    if (!value) refuse(path, "is none of the known names");
    out = *value;
}

template <class T>
void read_items(const JsonValue& json, std::vector<T>& out, std::size_t max_items, const JsonPath& path) {
    const auto& items = array_in(json, max_items, path);
    out.clear();
    out.reserve(items.size());
    for (const JsonValue& item : items) {
        const std::size_t index = out.size();
        read_json(item, out.emplace_back(), JsonPath{path, index});
    }
}

template <class T>
void read_json(const JsonValue& json, std::vector<T>& out, const JsonPath& path) {
    read_items(json, out, std::numeric_limits<std::size_t>::max(), path);
}

template <class T, std::size_t Max>
void read_json(const JsonValue& json, List<T, Max>& out, const JsonPath& path) {
    read_items(json, out.items, Max, path);
}

template <class T>
void read_json(const JsonValue& json, std::optional<T>& out, const JsonPath& path) {
    read_json(json, out.emplace(), path);
}

/// The shape is checked and the text written afresh: what is spliced later is ours.
template <class T>
void read_json(const JsonValue& json, JsonOf<T>& out, const JsonPath& path) {
    T value;
    read_json(json, value, path);
    out.text = to_json(value);
}

template <class T>
inline constexpr bool may_be_absent = false;
template <class T>
inline constexpr bool may_be_absent<std::optional<T>> = true;

/// Reads those fields of `out` whose names `wanted` accepts, and no others may be there.
template <DescribedStruct T, std::predicate<std::string_view> Wanted>
void read_members(const JsonValue& json, T& out, const JsonPath& path, Wanted wanted) {
    const auto& members = object_in(json, path);
    for (const auto& member : members) {
        const std::string_view key{member.key().data(), member.key().size()};
        bool known = false;
        for_each_field(out,
                       [&](std::string_view name, const auto&) { known |= name == key && wanted(name); });
        if (!known) refuse(JsonPath{path, key}, "is not a member here");
    }
    for_each_field(out, [&]<class Field>(std::string_view name, Field& field) {
        if (!wanted(name)) return;
        const JsonPath here{path, name};
        if (const JsonValue* member = members.if_contains({name.data(), name.size()})) {
            read_json(*member, field, here);
        } else if (!may_be_absent<Field>) {
            refuse(here, "is missing");
        }
    });
}

template <DescribedStruct T>
void read_json(const JsonValue& json, T& out, const JsonPath& path) {
    read_members(json, out, path, [](std::string_view) { return true; });
}

template <class T>
[[nodiscard]] T from_json(std::string_view text, std::size_t max_depth = limits::json_depth) {
    T value{};
    read_json(parse_json(text, max_depth), value, JsonPath{"$"});
    return value;
}

}  // namespace plein
