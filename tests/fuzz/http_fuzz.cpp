// Any bytes: the request parser takes them or refuses them with a status, and never looks beyond them. What it takes
// holds what the floors above rely on, and does not depend on how the bytes were cut.
#include "protocol/text.hpp"
#include "server/net/content_coding.hpp"
#include "server/net/cookies.hpp"
#include "server/net/malformed.hpp"
#include "server/net/request_parser.hpp"

#include <cstdlib>

namespace {

using namespace plein::net;

const NetLimits limits;

/// The status that refuses the bytes, 0 when they are a whole request, 1 when more must come.
unsigned outcome(std::string_view bytes, std::size_t step, std::string& path, std::string& body) {
    RequestParser parser{limits};
    std::string unread;
    try {
        while (!bytes.empty() || !unread.empty()) {
            while (const auto taken = parser.feed(unread))
                unread.erase(0, taken);
            if (parser.is_complete()) {
                auto request = parser.take();
                path = request.path;
                body = request.message.body();
                for (const Coding coding : codings)
                    (void)quality_of(coding, request.field(http::field::accept_encoding));
                (void)cookie_value(request.field(http::field::cookie), "__Host-plein");
                return 0;
            }
            if (bytes.empty()) return 1;
            unread += bytes.substr(0, step);
            bytes.remove_prefix(std::min(step, bytes.size()));
        }
    } catch (const Malformed& malformed) {
        return malformed.status;
    }
    return 1;
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    std::string path, body, other_path, other_body;
    const auto whole = outcome(bytes, bytes.size() + 1, path, body);
    if (whole == 0) {
        require(path.starts_with('/') && plein::is_plain_text(path) && path.find("/../") == path.npos);
        require(body.size() <= limits.body_bytes);
        require(outcome(bytes, 7, other_path, other_body) == 0 && other_path == path && other_body == body);
    }
    return 0;
}
