/// What every answer tells the browser to forbid (OWASP ASVS 5.0 chapter 3).
#pragma once

#include "server/net/options.hpp"

#include <string>

namespace plein::net {

/// Whole field lines, the same for every answer of the server. HSTS only where people come by https.
[[nodiscard]] std::string security_headers(const NetOptions& options);

}  // namespace plein::net
