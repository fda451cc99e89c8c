/// One description of each struct, from which the JSON codec, the TypeScript client, OpenAPI and AsyncAPI
/// follow.
///
/// `PLEIN_DESCRIBE(CreatePost, tab, client_id, body)` stands behind the struct, in its namespace. A member
/// that is forgotten does not compile: the struct is taken apart into the names given, which must be all. (ADR 0005)
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#define PLEIN_DESCRIBE(Type, ...)                                        \
    BOOST_DESCRIBE_STRUCT(Type, (), (__VA_ARGS__))                       \
    [[maybe_unused]] inline void name_every_field(const Type& struct_) { \
        [[maybe_unused]] const auto& [__VA_ARGS__] = struct_;            \
    }                                                                    \
    static_assert(true)

/// A struct without fields (a command that its path says in full).
#define PLEIN_DESCRIBE_EMPTY(Type) BOOST_DESCRIBE_STRUCT(Type, (), ())

#define PLEIN_DESCRIBE_ENUM(Type, ...) BOOST_DESCRIBE_ENUM(Type, __VA_ARGS__)

namespace plein {

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

/// Calls `visit(name, field)` for each described field, in the order of the description.
template <class T, class Visit>
    requires DescribedStruct<std::remove_cvref_t<T>>
constexpr void for_each_field(T&& value, Visit&& visit) {
    boost::mp11::mp_for_each<MembersOf<std::remove_cvref_t<T>>>(
        [&](auto described) { visit(described.name, value.*described.pointer); });
}

}  // namespace plein
