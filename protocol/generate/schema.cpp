#include "protocol/generate/schema.hpp"

#include "protocol/enum_names.hpp"
#include "protocol/type_name.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <type_traits>

namespace plein::generate {
namespace {

/// Collects each named type once, what it uses before itself.
class Describer {
public:
    template <class T>
    Shape shape_of() {
        return shape(std::type_identity<T>{});
    }

    template <DescribedStruct T>
    std::vector<Field> fields_of() {
        std::vector<Field> fields;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            using Value = std::remove_reference_t<decltype(std::declval<T&>().*member.pointer)>;
            fields.push_back(field(member.name, std::type_identity<Value>{}));
        });
        return fields;
    }

    std::vector<NamedType> types() && { return std::move(types_); }

private:
    using Kind = Shape::Kind;

    template <class T>
    Field field(std::string name, std::type_identity<T>) {
        return {std::move(name), shape_of<T>(), false};
    }
    template <class T>
    Field field(std::string name, std::type_identity<std::optional<T>>) {
        return {std::move(name), shape_of<T>(), true};
    }

    Shape shape(std::type_identity<bool>) { return {.kind = Kind::boolean}; }
    Shape shape(std::type_identity<std::string>) { return {.kind = Kind::text}; }
    Shape shape(std::type_identity<Uuid>) { return {.kind = Kind::uuid}; }
    Shape shape(std::type_identity<Timestamp>) { return {.kind = Kind::moment}; }
    Shape shape(std::type_identity<Date>) { return {.kind = Kind::day}; }

    template <std::signed_integral I>
    Shape shape(std::type_identity<I>) {
        return {.kind = Kind::integer,
                .min = std::max<std::int64_t>(std::numeric_limits<I>::min(), -PersonId::max),
                .max = std::min<std::int64_t>(std::numeric_limits<I>::max(), PersonId::max)};
    }
    template <std::size_t Max, std::size_t Min>
    Shape shape(std::type_identity<Text<Max, Min>>) {
        return {.kind = Kind::text, .min = Min, .max = Max};
    }
    template <std::size_t Max, std::size_t Min>
    Shape shape(std::type_identity<Secret<Max, Min>>) {
        return {.kind = Kind::secret, .min = Min, .max = Max};
    }
    template <std::size_t Max>
    Shape shape(std::type_identity<Bytes<Max>>) {
        return {.kind = Kind::bytes, .max = Max};
    }
    template <class T>
    Shape shape(std::type_identity<std::vector<T>>) {
        return {.kind = Kind::list, .item = {shape_of<T>()}};
    }
    template <class T, std::size_t Max>
    Shape shape(std::type_identity<List<T, Max>>) {
        return {.kind = Kind::list, .max = Max, .item = {shape_of<T>()}};
    }
    template <class T>
    Shape shape(std::type_identity<JsonOf<T>>) {
        return shape_of<T>();
    }

    template <class Tag>
    Shape shape(std::type_identity<Id<Tag>>) {
        std::string name{type_name<Tag>()};
        name.replace(name.rfind("Tag"), 3, "Id");
        return named(name, [&] { types_.push_back({NamedType::Kind::id, name}); });
    }
    template <DescribedEnum E>
    Shape shape(std::type_identity<E>) {
        const std::string name{type_name<E>()};
        return named(name, [&] {
            NamedType type{NamedType::Kind::enumeration, name};
            for (const auto& enumerator : names_of<E>)
                type.enumerators.emplace_back(enumerator.name);
            types_.push_back(std::move(type));
        });
    }
    template <DescribedStruct T>
    Shape shape(std::type_identity<T>) {
        const std::string name{type_name<T>()};
        return named(name, [&] {
            NamedType type{NamedType::Kind::structure, name};
            type.fields = fields_of<T>();
            types_.push_back(std::move(type));
        });
    }

    template <class Add>
    Shape named(const std::string& name, Add add) {
        if (begun_.insert(name).second) add();
        return {.kind = Kind::named, .name = name};
    }

    std::vector<NamedType> types_;
    std::set<std::string> begun_;
};

/// What any request of this kind can meet before its feature runs, and what the feature refuses.
std::vector<ErrorCode> errors_of(const Endpoint& endpoint, bool has_body) {
    std::vector errors{ErrorCode::invalid_request};
    if (endpoint.audience == Audience::signed_in) errors.push_back(ErrorCode::not_signed_in);
    errors.insert(errors.end(), endpoint.errors.begin(), endpoint.errors.begin() + endpoint.error_count);
    if (endpoint.method != Method::get) {
        errors.insert(errors.end(),
                      {ErrorCode::foreign_origin, ErrorCode::too_many_requests, ErrorCode::outcome_unknown});
    }
    if (has_body) errors.insert(errors.end(), {ErrorCode::too_large, ErrorCode::unsupported_media});
    errors.insert(errors.end(), {ErrorCode::overloaded, ErrorCode::internal});
    return errors;
}

template <Request R>
Operation operation(Describer& describer) {
    const Endpoint& endpoint = R::endpoint;
    Operation operation{.name = describer.shape_of<R>().name,
                        .method = endpoint.method,
                        .path = std::string{endpoint.path},
                        .summary = std::string{endpoint.summary},
                        .audience = endpoint.audience};
    if constexpr (requires { R::needs; }) operation.needs = R::needs;
    for (Field& field : describer.fields_of<R>()) {
        auto& place = endpoint.path_has(field.name) ? operation.path_fields : operation.other_fields;
        place.push_back(std::move(field));
    }
    const bool has_body = endpoint.method != Method::get && !operation.other_fields.empty();
    operation.errors = errors_of(endpoint, has_body);
    if constexpr (requires { R::Response::media; }) {
        operation.media = R::Response::media;
    } else if constexpr (!std::is_same_v<typename R::Response, NoContent>) {
        operation.response = describer.shape_of<typename R::Response>().name;
    }
    return operation;
}

}  // namespace

Schema describe_protocol() {
    Describer describer;
    Schema schema;
    (void)describer.shape_of<Problem>();
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Requests>>(
        [&]<class R>(std::type_identity<R>) { schema.operations.push_back(operation<R>(describer)); });
    (void)describer.shape_of<LiveRequest>();
    (void)describer.shape_of<Notice>();
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Events>>(
        [&]<class E>(std::type_identity<E>) {
            schema.events.push_back({std::string{E::type}, describer.shape_of<E>().name});
        });
    schema.types = std::move(describer).types();
    return schema;
}

std::string lower_camel(std::string name) {
    name.front() = static_cast<char>(name.front() | 0x20);
    return name;
}

}  // namespace plein::generate
