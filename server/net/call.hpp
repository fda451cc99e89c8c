/// What a handler may know of a call besides its request struct, and what it may say besides its response
/// struct.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plein::net {

/// One HTTP call (or WebSocket handshake).   Lifetime: until its answer has been written.
struct Call {
    std::string request_id;      // 16 hex digits, ours; in logs and problem details
    std::string remote_address;  // of the peer, or of the client when the peer is a trusted proxy
    std::string user_agent;      // at most 200 bytes
    std::optional<std::string> session_token;  // from the cookie, else `Authorization: Bearer`
    std::optional<std::string> device_token;   // long-lived cookie of a device that has signed in before

    /// `Set-Cookie` values to send with the answer.
    std::vector<std::string> set_cookies;
};

inline constexpr const char* session_cookie = "__Host-plein";
inline constexpr const char* device_cookie = "__Host-plein-device";

}  // namespace plein::net
