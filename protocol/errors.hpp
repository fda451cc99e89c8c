/// Refusals: typed, thrown once, translated once (in server/net) to RFC 9457 problem details.
#pragma once

#include "protocol/described.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace plein {

/// What went wrong, for machines. The words for people live in the client's catalogue under this code.
enum class ErrorCode {
    invalid_request,     // the request does not have the described shape; `field` is the path, `$.body`
    not_signed_in,       // no session, or one that has ended
    sign_in_failed,      // unknown login or wrong password: one answer for both
    not_found,           // it is not there, or this viewer may not see it: one answer for both
    forbidden,           // visible, but not this person's to do
    conflict,            // other content under the same client_id, or a state that does not allow this
    stale_version,       // somebody else changed it first
    last_owner,          // a group keeps at least one owner
    last_tab,            // a group keeps at least one tab
    full,                // there are as many as there may be
    weak_password,       // too common, a login of the person, or as it was
    wrong_password,      // the current password does not match
    too_many_requests,   // throttled; `retry_after_seconds` says when to come back
    foreign_origin,      // the request did not come from our own pages
    too_large,           // body or message beyond its limit
    method_not_allowed,  // the path exists, not with this method
    unsupported_media,   // the body is not JSON
    overloaded,          // queue full or deadline passed before work began: safe to repeat
    outcome_unknown,     // the commit is in doubt: safe to repeat with the same client_id
    internal,            // our fault; `request_id` finds it in the log
};
PLEIN_DESCRIBE_ENUM(ErrorCode, invalid_request, not_signed_in, sign_in_failed, not_found, forbidden, conflict,
                    stale_version, last_owner, last_tab, full, weak_password, wrong_password,
                    too_many_requests, foreign_origin, too_large, method_not_allowed, unsupported_media,
                    overloaded, outcome_unknown, internal)

/// Thrown by any floor; rolls the transaction back. `field` names what it is about, in the request's words.
class Refusal : public std::runtime_error {
public:
    explicit Refusal(ErrorCode code, std::string field = {}, std::string log_detail = {})
        : std::runtime_error(log_detail.empty() ? field : log_detail), code(code), field(std::move(field)) {}

    ErrorCode code;
    std::string field;
    std::optional<std::int64_t> retry_after_seconds;
};

/// Throttled. `seconds`: when to come back.
inline Refusal too_many_requests(std::int64_t seconds, std::string field = {}) {
    Refusal refusal{ErrorCode::too_many_requests, std::move(field)};
    refusal.retry_after_seconds = seconds;
    return refusal;
}

/// RFC 9457 body of every refusal, `application/problem+json`.
struct Problem {
    std::int32_t status = 500;
    ErrorCode code = ErrorCode::internal;
    std::optional<std::string> field;
    std::optional<std::int64_t> retry_after_seconds;
    std::string request_id;
};
PLEIN_DESCRIBE(Problem, status, code, field, retry_after_seconds, request_id);

}  // namespace plein
