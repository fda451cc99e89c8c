#include "server/net/problem.hpp"

#include "protocol/json_writer.hpp"
#include "server/net/log.hpp"
#include "server/net/malformed.hpp"

namespace plein::net {
namespace {

HttpResponse response_of(const Problem& problem) {
    HttpResponse response;
    response.status = static_cast<unsigned>(problem.status);
    response.content_type = "application/problem+json";
    response.body = to_json(problem);
    response.fields.emplace_back("Cache-Control", "no-store");
    if (problem.retry_after_seconds) {
        response.fields.emplace_back("Retry-After", std::to_string(*problem.retry_after_seconds));
    }
    return response;
}

ErrorCode code_of_status(unsigned status) {
    if (status == 413 || status == 414 || status == 431) return ErrorCode::too_large;
    return ErrorCode::invalid_request;
}

Problem problem_with(unsigned status, ErrorCode code, const std::string& request_id) {
    Problem problem;
    problem.status = static_cast<std::int32_t>(status);
    problem.code = code;
    problem.request_id = request_id;
    return problem;
}

HttpResponse internal(const char* what, const std::string& request_id) {
    log_fault({.message = what, .request_id = request_id});
    return response_of(problem_with(500, ErrorCode::internal, request_id));
}

HttpResponse response_of(const Malformed& malformed, const std::string& request_id) {
    const auto code = code_of_status(malformed.status);
    HttpResponse response = response_of(problem_with(malformed.status, code, request_id));
    if (malformed.status == 426) {
        response.fields.emplace_back("Upgrade", "websocket");
        response.fields.emplace_back("Sec-WebSocket-Version", "13");
    }
    return response;
}

HttpResponse response_of(const Refusal& refusal, const std::string& request_id) {
    Problem problem = problem_with(status_of(refusal.code), refusal.code, request_id);
    problem.retry_after_seconds = refusal.retry_after_seconds;
    if (problem.status == 503 && !problem.retry_after_seconds) problem.retry_after_seconds = 1;
    const bool names_methods = refusal.code == ErrorCode::method_not_allowed;
    if (!refusal.field.empty() && !names_methods) problem.field = refusal.field;
    HttpResponse response = response_of(problem);
    if (names_methods) response.fields.emplace_back("Allow", refusal.field);
    if (response.status == 401) response.fields.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace

unsigned status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_request:
            return 400;
        case ErrorCode::not_signed_in:
            return 401;
        case ErrorCode::sign_in_failed:
            return 401;
        case ErrorCode::not_found:
            return 404;
        case ErrorCode::forbidden:
            return 403;
        case ErrorCode::conflict:
            return 409;
        case ErrorCode::stale_version:
            return 409;
        case ErrorCode::last_owner:
            return 409;
        case ErrorCode::last_tab:
            return 409;
        case ErrorCode::full:
            return 409;
        case ErrorCode::weak_password:
            return 422;
        case ErrorCode::wrong_password:
            return 422;
        case ErrorCode::too_many_requests:
            return 429;
        case ErrorCode::foreign_origin:
            return 403;
        case ErrorCode::too_large:
            return 413;
        case ErrorCode::method_not_allowed:
            return 405;
        case ErrorCode::unsupported_media:
            return 415;
        case ErrorCode::overloaded:
            return 503;
        case ErrorCode::outcome_unknown:
            return 503;
        case ErrorCode::internal:
            return 500;
    }
    return 500;
}

HttpResponse problem_of(const std::exception_ptr& thrown, const std::string& request_id) {
    try {
        std::rethrow_exception(thrown);
    } catch (const Refusal& refusal) {
        if (refusal.code == ErrorCode::internal) return internal(refusal.what(), request_id);
        return response_of(refusal, request_id);
    } catch (const Malformed& malformed) {
        return response_of(malformed, request_id);
    } catch (const std::exception& error) {
        return internal(error.what(), request_id);
    } catch (...) {
        return internal("an exception that is no std::exception", request_id);
    }
}

}  // namespace plein::net
