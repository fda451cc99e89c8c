/// One HTTP request, complete, checked and decoded.
#pragma once

#include "server/net/router.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string>
#include <string_view>

namespace plein::net {

namespace http = boost::beast::http;

struct HttpRequest {
    http::request<http::string_body> message;
    std::string path;  // percent-decoded, without dot segments
    Parameters query;  // percent-decoded, in order

    /// The value of a field; empty when there is none. Of several fields of one name, the first.
    [[nodiscard]] std::string_view field(http::field name) const {
        const auto value = message[name];
        return {value.data(), value.size()};
    }
    [[nodiscard]] bool has(http::field name) const { return message.find(name) != message.end(); }
};

}  // namespace plein::net
