/// The one place where what went wrong becomes a status and a body (RFC 9457).
#pragma once

#include "protocol/errors.hpp"
#include "server/net/http_response.hpp"

#include <exception>
#include <string>

namespace plein::net {

[[nodiscard]] unsigned status_of(ErrorCode code);

/// Problem details of whatever was thrown: Refusal and Malformed by their kind; anything else is `internal`,
/// is logged with the request id, and its text stays in the log. The `field` of method_not_allowed is the
/// value of Allow.
[[nodiscard]] HttpResponse problem_of(const std::exception_ptr& thrown, const std::string& request_id);

}  // namespace plein::net
