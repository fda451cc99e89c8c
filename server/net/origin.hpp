/// Which names we answer to, and whether a request comes from our own pages (OWASP ASVS 5.0 3.5).
#pragma once

#include "server/net/http_request.hpp"
#include "server/net/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plein::net {

/// Thread: made before the listeners start, then read by all.
class OriginRules {
public:
    /// Throws std::runtime_error when `public_url` is no http or https URL.
    explicit OriginRules(const NetOptions& options);

    /// With a public URL: its host, `allowed_hosts` and localhost; else every host.
    [[nodiscard]] bool serves(std::string_view authority) const;

    /// Whether `origin` is the public URL or names the very host that the request was sent to.
    [[nodiscard]] bool is_own(std::string_view origin, std::string_view authority) const;

    /// Throws Refusal{foreign_origin} unless the request, by what its browser says of it, comes from our own
    /// pages. A request without Origin passes only without cookies: no browser leaves both out, and whoever
    /// sends a bearer token is no browser page that somebody else wrote.
    void check(const HttpRequest& request) const;

private:
    std::string public_origin_;  // "https://plein.example.nl", without default port
    std::vector<std::string> hosts_;
};

}  // namespace plein::net
