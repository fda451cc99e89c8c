#include "protocol/json_reader.hpp"

namespace plein {

std::int64_t integer_in(const JsonValue& json, std::int64_t min, std::int64_t max, const JsonPath& path) {
    if (!json.is_number()) refuse(path, "is not a number");
    if (json.is_double()) refuse(path, "is not a whole number");
    if (json.is_uint64() || json.get_int64() < min || json.get_int64() > max) {
        refuse(path, "is not between " + std::to_string(min) + " and " + std::to_string(max));
    }
    return json.get_int64();
}

std::string_view string_in(const JsonValue& json, const JsonPath& path) {
    if (!json.is_string()) refuse(path, "is not a string");
    return {json.get_string().data(), json.get_string().size()};
}

std::string text_in(const JsonValue& json, std::size_t min_bytes, std::size_t max_bytes,
                    const JsonPath& path) {
    const std::string_view text = string_in(json, path);
    if (text.size() < min_bytes) refuse(path, "is shorter than " + std::to_string(min_bytes) + " bytes");
    if (text.size() > max_bytes) refuse(path, "is longer than " + std::to_string(max_bytes) + " bytes");
    if (!is_plain_text(text)) refuse(path, "contains control characters or invalid UTF-8");
    return std::string{text};
}

std::string bytes_in(const JsonValue& json, std::size_t max_bytes, const JsonPath& path) {
    auto bytes = from_base64(string_in(json, path));
    if (!bytes) refuse(path, "is not base64");
    if (bytes->size() > max_bytes) refuse(path, "is longer than " + std::to_string(max_bytes) + " bytes");
    return std::move(*bytes);
}

const boost::json::array& array_in(const JsonValue& json, std::size_t max_items, const JsonPath& path) {
    if (!json.is_array()) refuse(path, "is not an array");
    if (json.get_array().size() > max_items)
        refuse(path, "has more than " + std::to_string(max_items) + " items");
    return json.get_array();
}

const boost::json::object& object_in(const JsonValue& json, const JsonPath& path) {
    if (!json.is_object()) refuse(path, "is not an object");
    return json.get_object();
}

void read_json(const JsonValue& json, bool& out, const JsonPath& path) {
    if (!json.is_bool()) refuse(path, "is not true or false");
    out = json.get_bool();
}

void read_json(const JsonValue& json, std::string& out, const JsonPath& path) { out = string_in(json, path); }

void read_json(const JsonValue& json, Uuid& out, const JsonPath& path) {
    const auto uuid = Uuid::parse(string_in(json, path));
    if (!uuid) refuse(path, "is not a UUID");
    out = *uuid;
}

void read_json(const JsonValue& json, Timestamp& out, const JsonPath& path) {
    const auto moment = parse_timestamp(string_in(json, path));
    if (!moment) refuse(path, "is not a moment like 2026-11-23T08:30:00.000Z");
    out = *moment;
}

void read_json(const JsonValue& json, Date& out, const JsonPath& path) {
    const auto day = parse_date(string_in(json, path));
    if (!day) refuse(path, "is not a day like 2026-11-23");
    out = *day;
}

}  // namespace plein
