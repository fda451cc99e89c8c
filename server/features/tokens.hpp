/// Session and device tokens, and the cookies that carry them.
#pragma once

#include <string>

namespace plein::features {

/// 256 random bits, as 43 characters of URL-safe base64.
std::string make_token();

/// Its browser keeps it as long as the session lives unseen, so whoever renews one renews the other.
/// `__Host-`: only over HTTPS (or to localhost), only to this host, for all of it. Scripts cannot read them.
std::string session_cookie(const std::string& token);
std::string expired_session_cookie();
std::string device_cookie(const std::string& token);

}  // namespace plein::features
