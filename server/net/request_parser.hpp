/// Bytes to a request: Beast parses, and what Beast lets through but RFC 9112 forbids is refused here.
///
/// Throws Malformed: 400 for a shape that could mean two things to two readers (no Host or two, both or
/// double lengths, bare line feeds, folded fields, control bytes, dot segments …), 413, 414, 431 for sizes,
/// 501 and 505 for what we do not speak. Nothing can be parsed after a throw.   Bound: `limits`; a body grows
/// with what has arrived.
#pragma once

#include "server/net/http_request.hpp"
#include "server/net/options.hpp"
#include "server/net/target.hpp"

#include <boost/beast/http/parser.hpp>

#include <optional>
#include <string_view>

namespace plein::net {

class RequestParser {
public:
    explicit RequestParser(const NetLimits& limits);

    /// Takes as much of `bytes` as belongs to this request; returns how much. What is not taken comes again,
    /// with more behind it.
    std::size_t feed(std::string_view bytes);

    [[nodiscard]] bool has_head() const { return target_.has_value(); }
    [[nodiscard]] bool is_complete() const { return has_head() && parser_.is_done(); }
    /// Its body is longer than `limits` allow: nothing of it is taken until `allow_body` says how much this sender may
    /// send, which refuses (413) what is longer still.
    [[nodiscard]] bool awaits_leave() const { return awaits_leave_; }
    void allow_body(std::size_t bytes);
    /// Once it has a head.
    [[nodiscard]] const http::request_header<>& head() const { return parser_.get(); }
    [[nodiscard]] const std::string& path() const { return target_->path; }
    /// The client waits for `100 Continue` before it sends its body.
    [[nodiscard]] bool expects_continue() const;
    /// Only when complete.
    [[nodiscard]] HttpRequest take();

private:
    std::size_t feed_head(std::string_view bytes);
    std::size_t put(std::string_view bytes);

    const NetLimits& limits_;
    http::request_parser<http::string_body> parser_;
    std::size_t scanned_ = 0;
    std::optional<Target> target_;
    std::optional<http::request_header<>> head_;  // of a chunked request
    bool awaits_leave_ = false;
};

}  // namespace plein::net
