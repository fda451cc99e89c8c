/// What OpenAPI 3.1 and AsyncAPI 3.0 share: JSON Schema of the types, and readable JSON.
#pragma once

#include "protocol/generate/schema.hpp"

#include <boost/json.hpp>

namespace plein::generate {

namespace json = boost::json;

[[nodiscard]] json::object reference_to(const std::string& type);

/// A string's bounds are bytes of UTF-8; `maxLength` counts code points and so is never stricter.
[[nodiscard]] json::object schema_of(const Shape& shape);

/// `strict`: no members beyond these, as the server reads requests. Answers may grow.
[[nodiscard]] json::object object_schema(const std::vector<Field>& fields, bool strict);

/// The named types that these use.
[[nodiscard]] std::vector<std::string> names_used(const std::vector<Field>& fields);

/// `components/schemas`: the named types that `roots` reach.
[[nodiscard]] json::object component_schemas(const Schema& schema, const std::vector<std::string>& roots);

/// Indented by two spaces, with a line feed at the end.
[[nodiscard]] std::string to_readable(const json::value& value);

}  // namespace plein::generate
