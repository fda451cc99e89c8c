/// The request target (RFC 9112 §3.2) and Host (RFC 9110 §7.2), decoded and checked.
#pragma once

#include "server/net/router.hpp"

#include <string>
#include <string_view>

namespace plein::net {

struct Target {
    std::string path;  // percent-decoded
    Parameters query;  // percent-decoded, `+` is a blank
};

/// Reads `/path?query` only: other forms are for proxies and CONNECT. Refused with Malformed{400}: bytes that
/// are no UTF-8 text after decoding, dot segments, encoded slashes, back slashes, fragments.
[[nodiscard]] Target read_target(std::string_view target);

/// `host`, `host:port` or `[v6]:port`, without user information and not empty.
[[nodiscard]] bool is_authority(std::string_view text);

/// The host of an authority, in lower case, without port.
[[nodiscard]] std::string host_of(std::string_view authority);

}  // namespace plein::net
