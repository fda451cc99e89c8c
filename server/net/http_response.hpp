/// One answer, before it becomes bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plein::net {

struct HttpResponse {
    unsigned status = 200;
    std::string_view content_type;  // empty: no body
    std::string body;
    std::string_view shared_body;  // instead of `body`: bytes that live as long as the server
    /// Further fields. Values are ours: nothing of a request is ever copied into them.
    std::vector<std::pair<std::string_view, std::string>> fields;

    [[nodiscard]] std::string_view bytes() const {
        return shared_body.empty() ? std::string_view{body} : shared_body;
    }
};

/// How an answer is framed by the connection it leaves on.
struct Framing {
    bool keep_alive = true;
    bool without_body = false;  // HEAD: the length stands, the bytes do not follow
    std::string_view request_id;
    std::string_view security_headers;  // whole lines
};

/// Status line and fields with the blank line; the bytes of the body follow it.
[[nodiscard]] std::string head_of(const HttpResponse& response, const Framing& framing);

}  // namespace plein::net
