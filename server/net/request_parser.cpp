#include "server/net/request_parser.hpp"

#include "server/net/malformed.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>

#include <algorithm>

namespace plein::net {
namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";

/// RFC 9112 §2.2, §5: a line ends with CRLF, nothing else does; no folding, no control bytes, no blank before
/// a colon. A bare line feed is refused as soon as it is seen, or a head of nothing else would never end.
void check_line_ends(std::string_view bytes, std::size_t from) {
    for (std::size_t i = from; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        const bool line_end = c == '\n' && i > 0 && bytes[i - 1] == '\r';
        if (c == '\n' && !line_end) throw Malformed{400, "bare line feed"};
        if (i > 0 && bytes[i - 1] == '\r' && c != '\n') throw Malformed{400, "bare carriage return"};
        if (i > 0 && bytes[i - 1] == '\n' && (c == ' ' || c == '\t')) throw Malformed{400, "folded field"};
        if ((c < 0x20 && c != '\r' && c != '\n' && c != '\t') || c == 0x7F) {
            throw Malformed{400, "control byte"};
        }
    }
}

/// `HTTP/1.1` or `HTTP/1.0`; of other versions the well-formed ones are named as such.
void check_version(std::string_view version) {
    if (version == "HTTP/1.1" || version == "HTTP/1.0") return;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool well_formed = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                             version[6] == '.' && is_digit(version[7]);
    throw Malformed{well_formed ? 505u : 400u, "HTTP version"};
}

/// Exactly `method SP target SP version`, checked as soon as the line is there: HTTP/0.9 would send nothing more.
void check_request_line(std::string_view line, const NetLimits& limits) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (std::ranges::count(line, ' ') != 2 || line.find('\t') != line.npos)
        throw Malformed{400, "request line"};
    if (last - first - 1 > limits.target_bytes) throw Malformed{414, "target too long"};
    check_version(line.substr(last + 1));
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// RFC 9112 §6.3: a body has one length that all readers agree on, or is chunked, never both.
void check_framing(const http::fields& fields, unsigned version) {
    const auto lengths = fields.count(http::field::content_length);
    const auto codings = fields.count(http::field::transfer_encoding);
    if (lengths > 1 || codings > 1 || (lengths > 0 && codings > 0)) throw Malformed{400, "two framings"};
    if (lengths == 1 && !is_digits(fields[http::field::content_length])) throw Malformed{400, "length"};
    if (codings == 0) return;
    if (version < 11) throw Malformed{400, "transfer coding in HTTP/1.0"};
    if (!boost::beast::iequals(fields[http::field::transfer_encoding], "chunked")) {
        throw Malformed{501, "transfer coding"};
    }
}

void check_fields(const http::request_header<>& head) {
    if (head.method() == http::verb::unknown) throw Malformed{501, "method"};
    if (head.count(http::field::host) != 1) throw Malformed{400, "Host missing or double"};
    if (!is_authority(head[http::field::host])) throw Malformed{400, "Host"};
    check_framing(head, head.version());
    const auto expectations = head.count(http::field::expect);
    if (expectations > 1 ||
        (expectations == 1 && !boost::beast::iequals(head[http::field::expect], "100-continue"))) {
        throw Malformed{417, "expectation"};
    }
}

[[noreturn]] void refuse(boost::beast::error_code error) {
    if (error == http::error::body_limit) throw Malformed{413, "body too large"};
    if (error == http::error::header_limit) throw Malformed{431, "head too large"};
    throw Malformed{400, "parser"};
}

}  // namespace

RequestParser::RequestParser(const NetLimits& limits) : limits_(limits) {
    parser_.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    parser_.body_limit(boost::none);  // of the head alone: whose body may be how long is said behind it
    parser_.eager(true);
}

std::size_t RequestParser::feed(std::string_view bytes) {
    if (!has_head()) return feed_head(bytes);
    return is_complete() || awaits_leave_ ? 0 : put(bytes);
}

std::size_t RequestParser::feed_head(std::string_view bytes) {
    // RFC 9112 §2.2: empty lines before a request are skipped.
    if (bytes.starts_with("\r\n")) return 2;
    const auto end = bytes.find(end_of_head, scanned_ < 3 ? 0 : scanned_ - 3);
    const auto head = bytes.substr(0, end == bytes.npos ? end : end + end_of_head.size());
    check_line_ends(head, scanned_);
    scanned_ = head.size();
    const auto line = head.substr(0, head.find('\r'));
    const bool has_line = line.size() < head.size();
    if (has_line) check_request_line(line, limits_);
    if (head.size() >= limits_.header_bytes) throw Malformed{has_line ? 431u : 414u, "head too large"};
    if (end == bytes.npos) return 0;
    put(head);
    check_fields(parser_.get());
    if (parser_.chunked()) head_ = parser_.get();
    target_ = read_target({parser_.get().target().data(), parser_.get().target().size()});
    const auto declared = parser_.content_length();
    awaits_leave_ = declared && *declared > limits_.body_bytes;
    parser_.body_limit(limits_.body_bytes);  // of chunks, which declare nothing
    return head.size();
}

void RequestParser::allow_body(std::size_t bytes) {
    if (parser_.content_length().value_or(0) > bytes) throw Malformed{413, "body too large"};
    awaits_leave_ = false;
    parser_.body_limit(bytes);
}

std::size_t RequestParser::put(std::string_view bytes) {
    boost::beast::error_code error;
    const auto taken = parser_.put(boost::asio::buffer(bytes), error);
    if (error && error != http::error::need_more) refuse(error);
    return taken;
}

bool RequestParser::expects_continue() const {
    return has_head() && !is_complete() && parser_.get().version() == 11 &&
           parser_.get().count(http::field::expect) > 0;
}

/// Beast adds the fields behind a chunked body to those of the head, where only a proxy may have set them: they go
/// (RFC 9110 §6.5.1).
HttpRequest RequestParser::take() {
    HttpRequest request{parser_.release(), std::move(target_->path), std::move(target_->query)};
    if (head_) request.message.base() = std::move(*head_);
    return request;
}

}  // namespace plein::net
