#include "server/net/target.hpp"

#include "protocol/text.hpp"
#include "server/net/malformed.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace plein::net {
namespace {

void check_segment(std::string_view segment) {
    if (segment == "." || segment == "..") throw Malformed{400, "dot segment"};
    if (segment.find_first_of("/\\") != segment.npos) throw Malformed{400, "slash within a segment"};
}

/// Text of one line: a line feed or tab has no place in a path, and what is no UTF-8 has none in a query
/// either.
void check_text(std::string_view text, bool one_line) {
    if (!is_plain_text(text)) throw Malformed{400, "not UTF-8 text"};
    if (one_line && text.find_first_of("\n\t") != text.npos) throw Malformed{400, "control byte in path"};
}

}  // namespace

Target read_target(std::string_view target) {
    const auto url = boost::urls::parse_origin_form({target.data(), target.size()});
    if (!url) throw Malformed{400, "target"};
    Target read;
    for (const std::string& segment : url->segments()) {
        check_segment(segment);
        read.path += '/';
        read.path += segment;
    }
    if (read.path.empty()) read.path = "/";
    check_text(read.path, true);
    for (const auto& parameter : url->params()) {
        check_text(parameter.key, true);
        check_text(parameter.value, false);
        read.query.emplace_back(parameter.key, parameter.value);
    }
    return read;
}

bool is_authority(std::string_view text) {
    const auto authority = boost::urls::parse_authority({text.data(), text.size()});
    if (!authority || authority->has_userinfo() || authority->encoded_host().empty()) return false;
    const bool wrong_port = authority->has_port() && authority->port_number() == 0;  // empty, 0 or too large
    return !wrong_port && text.find('%') == text.npos;
}

std::string host_of(std::string_view authority) {
    const auto bracket = authority.rfind(']');
    const auto colon = authority.find(':', bracket == authority.npos ? 0 : bracket);
    std::string host{authority.substr(0, colon)};
    std::ranges::transform(host, host.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return host;
}

}  // namespace plein::net
