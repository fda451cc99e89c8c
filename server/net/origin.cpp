#include "server/net/origin.hpp"

#include "protocol/errors.hpp"
#include "server/net/target.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <stdexcept>

namespace plein::net {
namespace {

constexpr std::string_view local_hosts[] = {"localhost", "127.0.0.1", "[::1]"};

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return boost::beast::iequals({a.data(), a.size()}, {b.data(), b.size()});
}

/// "https://plein.example.nl" of "https://plein.example.nl:443/path", as browsers write an Origin.
std::string origin_of(const std::string& text) {
    const auto url = boost::urls::parse_uri(text);
    const bool is_web = url && (url->scheme() == "http" || url->scheme() == "https");
    if (!is_web || url->encoded_host().empty()) {
        throw std::runtime_error{"the public URL must look like https://plein.example.nl, not \"" + text +
                                 "\""};
    }
    const std::string scheme{url->scheme().data(), url->scheme().size()};
    std::string origin = scheme + "://" + host_of(std::string{url->encoded_host()});
    const std::string port{url->port().data(), url->port().size()};
    if (!port.empty() && port != (scheme == "https" ? "443" : "80")) origin += ":" + port;
    return origin;
}

}  // namespace

OriginRules::OriginRules(const NetOptions& options) {
    for (const auto& host : options.allowed_hosts)
        hosts_.push_back(host_of(host));
    if (options.public_url.empty()) return;
    public_origin_ = origin_of(options.public_url);
    hosts_.push_back(host_of(public_origin_.substr(public_origin_.find("://") + 3)));
}

bool OriginRules::serves(std::string_view authority) const {
    if (public_origin_.empty()) return true;
    const auto host = host_of(authority);
    return std::ranges::find(hosts_, host) != hosts_.end() ||
           std::ranges::find(local_hosts, host) != std::end(local_hosts);
}

bool OriginRules::is_own(std::string_view origin, std::string_view authority) const {
    if (!public_origin_.empty() && equal_ignoring_case(origin, public_origin_)) return true;
    // Whichever scheme: a proxy in front may have ended TLS.
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (origin.starts_with(scheme) && equal_ignoring_case(origin.substr(scheme.size()), authority))
            return true;
    }
    return false;
}

void OriginRules::check(const HttpRequest& request) const {
    const auto site = request.field(http::field::sec_fetch_site);
    const auto origin = request.field(http::field::origin);
    const bool from_elsewhere = !site.empty() && site != "same-origin" && site != "none";
    const bool own =
        origin.empty() ? !request.has(http::field::cookie) : is_own(origin, request.field(http::field::host));
    if (from_elsewhere || !own) throw Refusal{ErrorCode::foreign_origin};
}

}  // namespace plein::net
