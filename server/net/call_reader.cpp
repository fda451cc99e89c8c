#include "server/net/call_reader.hpp"

#include "protocol/text.hpp"
#include "server/net/cookies.hpp"

#include <fmt/format.h>
#include <boost/beast/core/string.hpp>

#include <random>

namespace plein::net {
namespace {

constexpr std::size_t max_user_agent = 200;
constexpr std::size_t max_token = 200;

std::optional<std::string> bounded(std::string_view token) {
    if (token.empty() || token.size() > max_token) return std::nullopt;
    return std::string{token};
}

/// Browsers send one Cookie field; HTTP/2 proxies in front may split it.
std::optional<std::string> cookie(const HttpRequest& request, std::string_view name) {
    const auto [first, last] = request.message.equal_range(http::field::cookie);
    for (auto field = first; field != last; ++field) {
        if (const auto value = cookie_value({field->value().data(), field->value().size()}, name))
            return bounded(*value);
    }
    return std::nullopt;
}

}  // namespace

std::string new_request_id() {
    thread_local std::mt19937_64 random{(std::uint64_t{std::random_device{}()} << 32) ^
                                        std::random_device{}()};
    return fmt::format("{:016x}", random());
}

std::string_view bearer_token(const HttpRequest& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto value = request.field(http::field::authorization);
    const auto start = value.substr(0, scheme.size());
    const bool is_bearer = boost::beast::iequals({start.data(), start.size()}, "Bearer ");
    return is_bearer ? value.substr(scheme.size()) : std::string_view{};
}

Call read_call(const HttpRequest& request, std::string request_id, std::string remote_address) {
    Call call;
    call.request_id = std::move(request_id);
    call.remote_address = std::move(remote_address);
    const auto agent = request.field(http::field::user_agent).substr(0, max_user_agent);
    if (is_plain_text(agent)) call.user_agent = agent;
    call.session_token = cookie(request, session_cookie);
    if (!call.session_token) call.session_token = bounded(bearer_token(request));
    call.device_token = cookie(request, device_cookie);
    return call;
}

}  // namespace plein::net
