#include "server/net/content_coding.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <optional>
#include <string>

namespace plein::net {
namespace {

namespace http = boost::beast::http;

/// "0.8" as 800; what is no qvalue (RFC 9110 §12.4.2) refuses the coding.
int thousandths(std::string_view text) {
    const bool one = text.starts_with('1');
    if (text.empty() || text.size() > 5 || (!one && text[0] != '0')) return 0;
    if (text.size() == 1) return one ? 1000 : 0;
    if (text[1] != '.') return 0;
    std::string digits{text.substr(2)};
    if (digits.find_first_not_of(one ? "0" : "0123456789") != digits.npos) return 0;
    digits.resize(3, '0');
    return one ? 1000 : std::stoi(digits);
}

int quality(const http::param_list& parameters) {
    for (const auto& [name, value] : parameters) {
        if (boost::beast::iequals(name, "q")) return thousandths({value.data(), value.size()});
    }
    return 1000;
}

}  // namespace

std::string_view name_of_coding(Coding coding) {
    switch (coding) {
        case Coding::identity:
            return "identity";
        case Coding::gzip:
            return "gzip";
        case Coding::br:
            return "br";
    }
    return {};
}

int quality_of(Coding coding, std::string_view accept_encoding) {
    // Beast 1.81 gives a last item without parameters those of the item before it: no item is the last.
    const std::string list = std::string{accept_encoding} + ',';
    const auto wanted = name_of_coding(coding);
    std::optional<int> any;
    for (const auto& [name, parameters] : http::ext_list{list}) {
        if (boost::beast::iequals(name, {wanted.data(), wanted.size()})) return quality(parameters);
        if (name == "*") any = quality(parameters);
    }
    return any.value_or(coding == Coding::identity ? 1 : 0);
}

}  // namespace plein::net
