/// From a request to what a handler may know of it.
#pragma once

#include "server/net/call.hpp"
#include "server/net/http_request.hpp"

#include <string>

namespace plein::net {

/// 16 hex digits, unlikely to repeat; no secret.
[[nodiscard]] std::string new_request_id();

[[nodiscard]] Call read_call(const HttpRequest& request, std::string request_id, std::string remote_address);

/// The token of `Authorization: Bearer …`; empty when there is none.
[[nodiscard]] std::string_view bearer_token(const HttpRequest& request);

}  // namespace plein::net
