#include "server/net/security_headers.hpp"

namespace plein::net {
namespace {

std::string content_security_policy(const NetOptions& options) {
    std::string styles = "'self'";
    for (const auto& hash : options.style_hashes)
        styles += " '" + hash + "'";
    return "default-src 'none'; script-src 'self'; style-src " + styles +
           "; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; "
           "worker-src 'self'; "
           "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";
}

bool is_reached_by_https(const NetOptions& options) {
    return !options.tls_certificate.empty() || options.public_url.starts_with("https://");
}

}  // namespace

std::string security_headers(const NetOptions& options) {
    std::string lines = "Content-Security-Policy: " + content_security_policy(options) + "\r\n";
    if (is_reached_by_https(options)) lines += "Strict-Transport-Security: max-age=31536000\r\n";
    lines +=
        "Cross-Origin-Opener-Policy: same-origin\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "Permissions-Policy: accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), "
        "payment=(), usb=()\r\n";
    return lines;
}

}  // namespace plein::net
