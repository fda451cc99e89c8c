#include "server/net/router.hpp"

#include <algorithm>

namespace plein::net {
namespace {

/// Takes the segment behind the leading slash off the front.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

/// What stands in the braces of the pattern, or nothing when the path is another one. A parameter is never
/// empty.
std::optional<Parameters> match(std::string_view pattern, std::string_view path) {
    Parameters found;
    while (pattern.starts_with('/') && path.starts_with('/')) {
        const auto expected = take_segment(pattern);
        const auto segment = take_segment(path);
        if (!expected.starts_with('{')) {
            if (expected != segment) return std::nullopt;
        } else if (segment.empty()) {
            return std::nullopt;
        } else {
            found.emplace_back(expected.substr(1, expected.size() - 2), segment);
        }
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return found;
}

}  // namespace

std::string_view method_name(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::delete_:
            return "DELETE";
    }
    return {};
}

Router::Match Router::find(std::optional<Method> method, std::string_view decoded_path) const {
    Match best;
    for (const Route& route : routes_) {
        auto path = match(route.endpoint.path, decoded_path);
        if (!path) continue;
        best.allowed.push_back(route.endpoint.method);
        // A literal segment is more particular than a parameter: /api/people/me before /api/people/{person}.
        const bool better = best.route == nullptr || path->size() < best.path.size();
        if (route.endpoint.method != method || !better) continue;
        best.route = &route;
        best.path = std::move(*path);
    }
    return best;
}

}  // namespace plein::net
