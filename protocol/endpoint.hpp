/// What stands beside each request struct: `using Response = …; static constexpr Endpoint endpoint{…};`, and
/// `static constexpr Right needs` where the role in the organisation has to give a right.
///
/// A field whose name stands in the path as `{name}` comes from there; the others come from the query (GET)
/// or the JSON body (POST, PUT, DELETE). The router, OpenAPI and the TypeScript client all read this one
/// description.
#pragma once

#include "protocol/described.hpp"
#include "protocol/errors.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace plein {

enum class Method { get, post, put, delete_ };
PLEIN_DESCRIBE_ENUM(Method, get, post, put, delete_)

/// `anyone` needs no session; the others are refused with not_signed_in without one.
enum class Audience { anyone, signed_in };

struct Endpoint {
    Method method;
    std::string_view path;     // "/api/tabs/{tab}/posts"
    std::string_view summary;  // one sentence, English, for OpenAPI
    Audience audience = Audience::signed_in;
    /// Errors beyond those that every endpoint has (invalid_request, not_signed_in, overloaded, internal) and
    /// those that every command has (foreign_origin, too_many_requests, outcome_unknown).
    std::array<ErrorCode, 6> errors{};
    std::size_t error_count = 0;

    template <class... Codes>
    constexpr Endpoint(Method method, std::string_view path, std::string_view summary, Audience audience,
                       Codes... codes)
        : method(method),
          path(path),
          summary(summary),
          audience(audience),
          errors{codes...},
          error_count(sizeof...(codes)) {}

    /// Whether `field` stands in the path as `{field}`.
    [[nodiscard]] constexpr bool path_has(std::string_view field) const {
        for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
            if (path.substr(open + 1, path.find('}', open) - open - 1) == field) return true;
        }
        return false;
    }
};

template <class T>
concept Request = DescribedStruct<T> && requires {
    typename T::Response;
    { T::endpoint.path } -> std::convertible_to<std::string_view>;
};

/// An answer that is no JSON but a calendar (RFC 5545), for other programs than ours.
struct CalendarText {
    static constexpr std::string_view media = "text/calendar; charset=utf-8";
    std::string text;
};

/// A picture, of the type that its own first bytes say.
struct Picture {
    static constexpr std::string_view media = "image/*";
    std::string_view type;  // "image/png"
    std::string text;
};

/// The answer of a command that has nothing to say: 204 without a body.
struct NoContent {};
PLEIN_DESCRIBE_EMPTY(NoContent)

}  // namespace plein
