/// Enumerators by the names they have on the wire. A trailing underscore (`delete_`) only dodges a keyword.
#pragma once

#include "protocol/described.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace plein {

constexpr std::string_view without_underscore(std::string_view name) {
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

template <DescribedEnum E>
struct Named {
    E value;
    std::string_view name;
};

/// Every enumerator with its name, in the order of the description.
template <DescribedEnum E>
inline constexpr auto names_of = []<class... D>(boost::mp11::mp_list<D...>) {
    return std::array{Named<E>{D::value, without_underscore(D::name)}...};
}(boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});

/// Empty for a value that is no enumerator.
template <DescribedEnum E>
constexpr std::string_view name_of(E value) {
    for (const auto& named : names_of<E>) {
        if (named.value == value) return named.name;
    }
    return {};
}

template <DescribedEnum E>
constexpr std::optional<E> enum_named(std::string_view name) {
    for (const auto& named : names_of<E>) {
        if (named.name == name) return named.value;
    }
    return std::nullopt;
}

}  // namespace plein
