/// A request struct from the three places where HTTP carries its fields: path, query (GET) and JSON body
/// (others).
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/json_reader.hpp"

#include <span>
#include <stdexcept>
#include <type_traits>

namespace plein {

/// Names and values, percent-decoded.
using Parameters = std::span<const std::pair<std::string, std::string>>;

/// The JSON that a parameter means: the type of its field decides, the reader of that type checks it.
template <class T>
[[nodiscard]] JsonValue json_of_parameter(std::type_identity<T>, std::string_view text, const JsonPath&) {
    return boost::json::string{text.data(), text.size()};
}

/// Canonical decimal only: `7`, not `07` or `+7`.
[[nodiscard]] JsonValue json_of_parameter(std::type_identity<std::int64_t>, std::string_view text,
                                          const JsonPath& path);
[[nodiscard]] JsonValue json_of_parameter(std::type_identity<bool>, std::string_view text,
                                          const JsonPath& path);

[[nodiscard]] inline JsonValue json_of_parameter(std::type_identity<std::int32_t>, std::string_view text,
                                                 const JsonPath& path) {
    return json_of_parameter(std::type_identity<std::int64_t>{}, text, path);
}

template <class Tag>
[[nodiscard]] JsonValue json_of_parameter(std::type_identity<Id<Tag>>, std::string_view text,
                                          const JsonPath& path) {
    return json_of_parameter(std::type_identity<std::int64_t>{}, text, path);
}

template <class T>
[[nodiscard]] JsonValue json_of_parameter(std::type_identity<std::optional<T>>, std::string_view text,
                                          const JsonPath& path) {
    return json_of_parameter(std::type_identity<T>{}, text, path);
}

/// Items are separated by commas: `7,31`.
template <class T, std::size_t Max>
[[nodiscard]] JsonValue json_of_parameter(std::type_identity<List<T, Max>>, std::string_view text,
                                          const JsonPath& path) {
    boost::json::array items;
    for (std::size_t start = 0, comma = 0; comma != text.npos; start = comma + 1) {
        if (items.size() == Max) refuse(path, "has more than " + std::to_string(Max) + " items");
        comma = text.find(',', start);
        const auto item = text.substr(start, comma == text.npos ? comma : comma - start);
        items.push_back(json_of_parameter(std::type_identity<T>{}, item, JsonPath{path, items.size()}));
    }
    return items;
}

template <class Field>
void read_parameter(std::string_view text, Field& field, const JsonPath& path) {
    read_json(json_of_parameter(std::type_identity<Field>{}, text, path), field, path);
}

/// The one value of `name`; null when there is none; refuses two.
[[nodiscard]] const std::string* find_parameter(Parameters parameters, std::string_view name);

[[noreturn]] void refuse_unknown_parameter(std::string_view name);

/// What is not an id does not exist: not_found, named after the field. The router has matched every name.
template <Request R>
void read_path(Parameters path, R& request) {
    for_each_field(request, [&](std::string_view name, auto& field) {
        if (!R::endpoint.path_has(name)) return;
        const std::string* text = find_parameter(path, name);
        if (text == nullptr) throw std::logic_error{"the router gave no {" + std::string{name} + "}"};
        try {
            read_parameter(*text, field, JsonPath{name});
        } catch (const Refusal& refusal) {
            throw Refusal{ErrorCode::not_found, std::string{name}, refusal.what()};
        }
    });
}

template <Request R>
void read_query(Parameters query, R& request) {
    for (const auto& [key, value] : query) {
        bool known = false;
        for_each_field(request, [&](std::string_view name, const auto&) {
            known |= name == key && !R::endpoint.path_has(name);
        });
        if (!known) refuse_unknown_parameter(key);
    }
    for_each_field(request, [&]<class Field>(std::string_view name, Field& field) {
        if (R::endpoint.path_has(name)) return;
        const std::string label = "?" + std::string{name};
        const JsonPath here{label};
        if (const std::string* text = find_parameter(query, name)) {
            read_parameter(*text, field, here);
        } else if (!may_be_absent<Field>) {
            refuse(here, "is missing");
        }
    });
}

/// Whether anything of `R` stands outside its path.
template <Request R>
[[nodiscard]] constexpr bool has_fields_beyond_path() {
    bool found = false;
    boost::mp11::mp_for_each<MembersOf<R>>([&](auto member) { found |= !R::endpoint.path_has(member.name); });
    return found;
}

/// Without fields beyond the path, the body is empty or `{}`.
/// Throws not_found for a path, invalid_request (`?limit`, `$.body`) for the rest.
template <Request R>
[[nodiscard]] R read_request(Parameters path, Parameters query, std::string_view body) {
    constexpr bool from_query = R::endpoint.method == Method::get;
    R request{};
    read_path(path, request);
    if constexpr (from_query) {
        read_query(query, request);
    } else if (!query.empty()) {
        refuse_unknown_parameter(query.front().first);
    }
    if constexpr (from_query) {
        if (!body.empty()) refuse_field("$", "this request has no body");
    } else if (has_fields_beyond_path<R>() || !body.empty()) {
        read_members(parse_json(body), request, JsonPath{"$"},
                     [](std::string_view name) { return !R::endpoint.path_has(name); });
    }
    return request;
}

}  // namespace plein
