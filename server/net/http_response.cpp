#include "server/net/http_response.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <boost/beast/http/status.hpp>

#include <ctime>
#include <iterator>

namespace plein::net {
namespace {

/// IMF-fixdate (RFC 9110 §5.6.7), made once a second for each thread.
const std::string& http_date() {
    thread_local std::time_t made_at = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        text = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
        made_at = now;
    }
    return text;
}

}  // namespace

std::string head_of(const HttpResponse& response, const Framing& framing) {
    const auto reason =
        boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
    std::string head;
    head.reserve(1024);
    auto out = std::back_inserter(head);
    fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                   std::string_view{reason.data(), reason.size()}, http_date());
    if (!framing.request_id.empty()) fmt::format_to(out, "X-Request-Id: {}\r\n", framing.request_id);
    if (!framing.keep_alive) head += "Connection: close\r\n";
    if (!response.content_type.empty()) fmt::format_to(out, "Content-Type: {}\r\n", response.content_type);
    // RFC 9110 §8.6: neither 204 nor 304 carries a length of its own.
    if (response.status != 204 && response.status != 304) {
        fmt::format_to(out, "Content-Length: {}\r\n", response.bytes().size());
    }
    for (const auto& [name, value] : response.fields)
        fmt::format_to(out, "{}: {}\r\n", name, value);
    head += framing.security_headers;
    head += "\r\n";
    return head;
}

}  // namespace plein::net
