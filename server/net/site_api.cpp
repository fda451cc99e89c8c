#include "server/net/site.hpp"

#include "server/net/call_reader.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>

namespace plein::net {
namespace {

using boost::asio::awaitable;

/// HEAD is GET whose body stays here (RFC 9110 §9.3.2).
std::optional<Method> method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
        case http::verb::head:
            return Method::get;
        case http::verb::post:
            return Method::post;
        case http::verb::put:
            return Method::put;
        case http::verb::delete_:
            return Method::delete_;
        default:
            return std::nullopt;
    }
}

/// JSON in UTF-8 and nothing else. Also keeps forms of foreign pages out: they cannot send this type.
void check_media(const HttpRequest& request) {
    if (request.message.body().empty()) return;
    auto type = request.field(http::field::content_type);
    type = type.substr(0, type.find_last_not_of(" \t", type.find(';') - 1) + 1);
    const bool is_json = boost::beast::iequals({type.data(), type.size()}, "application/json");
    if (!is_json || request.has(http::field::content_encoding)) throw Refusal{ErrorCode::unsupported_media};
}

/// The value of Allow.
std::string names_of_methods(std::vector<Method> methods) {
    std::ranges::sort(methods);
    methods.erase(std::ranges::unique(methods).begin(), methods.end());
    std::string list;
    for (const Method method : methods) {
        if (!list.empty()) list += ", ";
        list += method_name(method);
        if (method == Method::get) list += ", HEAD";
    }
    return list;
}

HttpResponse response_of(Answer answer) {
    HttpResponse response;
    response.status = answer.status;
    response.body = std::move(answer.body);
    if (!response.body.empty()) response.content_type = answer.content_type;
    response.fields.emplace_back("Cache-Control", "no-store");
    if (answer.is_picture)
        response.fields.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

}  // namespace

awaitable<std::size_t> Site::body_limit(const http::request_header<>& head, const std::string& path) {
    const auto match = services_.router.find(method_of(head.method()), path);
    if (match.route == nullptr || match.route->max_body <= body_bytes_) co_return body_bytes_;
    HttpRequest request;
    static_cast<http::request_header<>&>(request.message) = head;
    Call call = read_call(request, {}, {});
    try {
        if (!call.session_token) co_return body_bytes_;
        co_await match.route->may_send(call);
        co_return match.route->max_body;
    } catch (const std::exception&) {
        co_return body_bytes_;  // the handler says why, to a request that is short enough
    }
}

/// What can be refused without looking at the body or asking the database is refused first.
awaitable<HttpResponse> Site::call_api(HttpRequest& request, Call& call, Answered& answered) {
    const auto method = method_of(request.message.method());
    auto match = services_.router.find(method, request.path);
    if (match.route == nullptr) {
        if (match.allowed.empty()) throw Refusal{ErrorCode::not_found};
        throw Refusal{ErrorCode::method_not_allowed, names_of_methods(match.allowed)};
    }
    const auto& route = *match.route;
    answered.route = figures_[static_cast<std::size_t>(&route - services_.router.routes().data())].get();
    answered.unlogged = route.unlogged;
    if (method != Method::get) origins_.check(request);
    if (route.endpoint.audience == Audience::signed_in && !call.session_token)
        throw Refusal{ErrorCode::not_signed_in};
    check_media(request);
    co_return response_of(co_await route.handle(call, std::move(match.path), std::move(request.query),
                                                std::move(request.message.body())));
}

}  // namespace plein::net
