/// Structured logs: one JSON object a line on standard error, made by spdlog, escaped by the protocol's
/// writer.
///
/// `spdlog::warn("…")` from any floor becomes {"time", "level", "message"}. Requests and faults carry fields
/// of their own. Never in a log: bodies, query strings, cookies, tokens, names of people or groups.
#pragma once

#include "protocol/described.hpp"

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace plein::net {

/// Makes JSON the form of every log line of the process.
void start_json_logs();

/// One answered request. `route` is the template ("/api/tabs/{tab}/posts"), never the path that was asked
/// for.
struct RequestRecord {
    std::string message = "request";
    std::string request_id;
    std::string method;
    std::string route;
    std::int32_t status = 0;
    std::int64_t duration_us = 0;
    std::int64_t bytes = 0;  // of the answer's body
    std::string remote;
};
PLEIN_DESCRIBE(RequestRecord, message, request_id, method, route, status, duration_us, bytes, remote);

/// Our own fault, found by its request id.
struct FaultRecord {
    std::string message;
    std::string request_id;
};
PLEIN_DESCRIBE(FaultRecord, message, request_id);

void log_request(const RequestRecord& record);
void log_fault(const FaultRecord& record);

/// Completion handler of a spawned coroutine whose exceptions are nobody else's.
void log_thrown(std::exception_ptr thrown);

}  // namespace plein::net
