/// The generated files. Each follows from the schema alone, the same bytes on every machine.
#pragma once

#include "protocol/generate/schema.hpp"

namespace plein::generate {

/// The web client's types, its table of endpoints and the interface of its API.
[[nodiscard]] std::string typescript(const Schema& schema);

/// OpenAPI 3.1 of the HTTP API.
[[nodiscard]] std::string openapi(const Schema& schema);

/// AsyncAPI 3.0 of the live channel.
[[nodiscard]] std::string asyncapi(const Schema& schema);

}  // namespace plein::generate
