/// Between SQL and the types of the protocol: parameters (`to_sql`) and columns (`value_of`, `row_as`).
#pragma once

#include "protocol/enum_names.hpp"
#include "protocol/ids.hpp"
#include "protocol/text.hpp"
#include "protocol/time.hpp"

#include <pqxx/pqxx>

#include <cstdlib>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace plein::storage {

// Parameters. libpqxx 6 takes no string_view and no array: arrays go as text with `$1::bigint[]`.
template <class Tag>
std::int64_t to_sql(Id<Tag> id) {
    return id.value;
}
inline std::string to_sql(Timestamp moment) { return to_string(moment); }
inline std::string to_sql(Date day) { return to_string(day); }
inline std::string to_sql(const Uuid& uuid) { return uuid.to_string(); }
template <DescribedEnum E>
std::string to_sql(E value) {
    return std::string{name_of(value)};
}
template <std::size_t Max, std::size_t Min>
const std::string& to_sql(const Text<Max, Min>& text) {
    return text.value;
}
inline const std::string& to_sql(const std::string& text) { return text; }
inline std::string to_sql(std::string_view text) { return std::string{text}; }
inline std::string to_sql(const char* text) { return text; }
template <class T>
    requires std::is_arithmetic_v<T>
T to_sql(T value) {
    return value;
}
template <class T>
auto to_sql(const std::optional<T>& value) {
    using Sql = std::remove_cvref_t<decltype(to_sql(*value))>;
    return value ? std::optional<Sql>{to_sql(*value)} : std::nullopt;
}
/// As PostgreSQL reads an array: `{7,NULL,"a \"word\""}`.
template <class T>
std::string to_sql(const std::vector<T>& values) {
    std::string array = "{";
    const auto append = [&](const auto& value) {
        if constexpr (requires { std::to_string(value); }) {
            array += std::to_string(value);
        } else {
            array += '"';
            for (const char c : value) {
                if (c == '"' || c == '\\') array += '\\';
                array += c;
            }
            array += '"';
        }
    };
    for (const T& value : values) {
        if (array.size() > 1) array += ',';
        const auto& parameter = to_sql(value);
        if constexpr (requires { parameter.has_value(); }) {
            parameter ? append(*parameter) : void(array += "NULL");
        } else {
            append(parameter);
        }
    }
    return array + "}";
}

/// One value of each row, as an array for `unnest`.
template <class Rows, class Value>
auto column_of(const Rows& rows, Value value) {
    using Row = typename Rows::value_type;
    std::vector<std::remove_cvref_t<std::invoke_result_t<Value, const Row&>>> values;
    values.reserve(rows.size());
    for (const auto& row : rows)
        values.push_back(std::invoke(value, row));
    return values;
}

// Columns.
template <class T>
struct Column {
    static T read(const pqxx::field& field) { return field.as<T>(); }
};
template <class Tag>
struct Column<Id<Tag>> {
    static Id<Tag> read(const pqxx::field& field) { return {field.as<std::int64_t>()}; }
};
template <>
struct Column<Timestamp> {
    static Timestamp read(const pqxx::field& field) {
        const auto moment = parse_timestamp(field.c_str());
        if (!moment) throw std::runtime_error{std::string{"not a timestamp: "} + field.c_str()};
        return *moment;
    }
};
template <>
struct Column<Date> {
    static Date read(const pqxx::field& field) {
        const auto day = parse_date(field.c_str());
        if (!day) throw std::runtime_error{std::string{"not a date: "} + field.c_str()};
        return *day;
    }
};
template <DescribedEnum E>
struct Column<E> {
    static E read(const pqxx::field& field) {
        const auto value = enum_named<E>(field.c_str());
        if (!value) throw std::runtime_error{std::string{"not a known name: "} + field.c_str()};
        return *value;
    }
};
/// From PostgreSQL's form of an array of numbers, `{7,31}`.
template <class Item, class Make>
std::vector<Item> items_of(const pqxx::field& field, Make make) {
    std::vector<Item> items;
    for (const char* at = field.c_str() + 1; *at != '}' && *at != '\0';) {
        char* end = nullptr;
        items.push_back(make(std::strtoll(at, &end, 10)));
        at = *end == ',' ? end + 1 : end;
    }
    return items;
}
template <class Tag>
struct Column<std::vector<Id<Tag>>> {
    static std::vector<Id<Tag>> read(const pqxx::field& field) {
        return items_of<Id<Tag>>(field, [](std::int64_t id) { return Id<Tag>{id}; });
    }
};
template <>
struct Column<std::vector<std::int32_t>> {
    static std::vector<std::int32_t> read(const pqxx::field& field) {
        return items_of<std::int32_t>(field,
                                      [](std::int64_t number) { return static_cast<std::int32_t>(number); });
    }
};
template <>
struct Column<std::vector<std::string>> {
    static std::vector<std::string> read(const pqxx::field& field) {
        using Juncture = pqxx::array_parser::juncture;
        std::vector<std::string> words;
        auto parser = field.as_array();
        for (auto [found, word] = parser.get_next(); found != Juncture::done;
             std::tie(found, word) = parser.get_next()) {
            if (found == Juncture::string_value) words.push_back(std::move(word));
        }
        return words;
    }
};
template <std::size_t Max, std::size_t Min>
struct Column<Text<Max, Min>> {
    static Text<Max, Min> read(const pqxx::field& field) { return {field.as<std::string>()}; }
};
template <class T>
struct Column<JsonOf<T>> {
    static JsonOf<T> read(const pqxx::field& field) { return {field.as<std::string>()}; }
};
template <class T>
struct Column<std::optional<T>> {
    static std::optional<T> read(const pqxx::field& field) {
        return field.is_null() ? std::nullopt : std::optional<T>{Column<T>::read(field)};
    }
};

template <class T>
T value_of(const pqxx::field& field) {
    return Column<T>::read(field);
}

/// The first column of every row.
template <class T>
std::vector<T> values_of(const pqxx::result& rows) {
    std::vector<T> values;
    values.reserve(rows.size());
    for (const auto& row : rows)
        values.push_back(value_of<T>(row[0]));
    return values;
}

/// How many columns a described struct has.
template <DescribedStruct T>
inline constexpr int columns_of = static_cast<int>(boost::mp11::mp_size<MembersOf<T>>::value);

/// A described struct from consecutive columns, starting at `first`, in the order of its description.
template <DescribedStruct T>
T row_as(const pqxx::row& row, int first = 0) {
    T value;
    int column = first;
    for_each_field(value, [&](const char*, auto& field) {
        field = value_of<std::remove_cvref_t<decltype(field)>>(row[column++]);
    });
    return value;
}

/// The same, where they are empty if there is none: its first column never is.
template <DescribedStruct T>
std::optional<T> row_as_optional(const pqxx::row& row, int first) {
    if (row[first].is_null()) return std::nullopt;
    return row_as<T>(row, first);
}

template <DescribedStruct T>
std::vector<T> rows_as(const pqxx::result& rows) {
    std::vector<T> values;
    values.reserve(rows.size());
    for (const auto& row : rows)
        values.push_back(row_as<T>(row));
    return values;
}

}  // namespace plein::storage
