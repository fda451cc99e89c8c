#include "server/net/site.hpp"

#include "protocol/base64.hpp"
#include "protocol/json_writer.hpp"
#include "server/net/call_reader.hpp"
#include "server/net/malformed.hpp"
#include "server/net/problem.hpp"
#include "server/net/security_headers.hpp"

#include <openssl/crypto.h>
#include <boost/beast/core/string.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace plein::net {
namespace {

using boost::asio::awaitable;

HttpResponse text(unsigned status, std::string_view content_type, std::string body) {
    HttpResponse response;
    response.status = status;
    response.content_type = content_type;
    response.body = std::move(body);
    response.fields.emplace_back("Cache-Control", "no-store");
    return response;
}

bool is_loopback(const HttpRequest& request, const boost::asio::ip::address& peer) {
    return peer.is_loopback() && !request.has(http::field::forwarded) &&
           request.message.count("X-Forwarded-For") == 0;
}

/// The lists of all fields of that name, in their order: a proxy may add a field of its own behind the client's.
std::string forwarded_for(const HttpRequest& request) {
    std::string list;
    const auto [first, last] = request.message.equal_range("X-Forwarded-For");
    for (auto field = first; field != last; ++field) {
        if (!list.empty()) list += ',';
        list.append(field->value().data(), field->value().size());
    }
    return list;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void require_get(const HttpRequest& request) {
    const auto method = request.message.method();
    if (method != http::verb::get && method != http::verb::head)
        throw Refusal{ErrorCode::method_not_allowed, "GET, HEAD"};
}

/// RFC 6455 §4.2.1. What is no handshake is told which one there is (§4.4).
void check_handshake(const HttpRequest& request) {
    const auto single = [&](http::field name) {
        return request.message.count(name) == 1 ? request.field(name) : std::string_view{};
    };
    if (!boost::beast::websocket::is_upgrade(request.message) ||
        single(http::field::sec_websocket_version) != "13")
        throw Malformed{426, "no WebSocket handshake"};
    const auto key = from_base64(single(http::field::sec_websocket_key));
    if (!key || key->size() != 16) throw Malformed{400, "WebSocket key"};
}

}  // namespace

Site::Site(const NetOptions& options, Services services)
    : services_(std::move(services)),
      origins_(options),
      proxies_(options.trusted_proxies),
      files_(options.web_root),
      security_headers_(net::security_headers(options)),
      metrics_token_(options.metrics_token),
      body_bytes_(options.limits.body_bytes) {
    const auto add = [this](std::string_view method, std::string_view route) {
        figures_.push_back(std::make_unique<RouteFigures>(method, route));
        return figures_.back().get();
    };
    for (const auto& route : services_.router.routes())
        add(method_name(route.endpoint.method), route.endpoint.path);
    live_figures_ = add("GET", "/live");
    client_figures_ = add("GET", "(client)");
    health_figures_ = add("GET", "(health)");
    nowhere_figures_ = add("", "(none)");
}

awaitable<Answered> Site::answer(HttpRequest& request, boost::asio::ip::address peer) {
    Answered answered;
    answered.route = nowhere_figures_;
    answered.request_id = new_request_id();
    answered.remote_address = proxies_.client(peer, forwarded_for(request)).to_string();
    Call call = read_call(request, answered.request_id, answered.remote_address);
    try {
        co_await dispatch(request, call, is_loopback(request, peer), answered);
    } catch (...) {
        answered.response = problem_of(std::current_exception(), answered.request_id);
    }
    for (auto& cookie : call.set_cookies)
        answered.response.fields.emplace_back("Set-Cookie", std::move(cookie));
    co_return answered;
}

Answered Site::refuse(const std::exception_ptr& malformed, boost::asio::ip::address peer) {
    Answered answered;
    answered.route = nowhere_figures_;
    answered.request_id = new_request_id();
    answered.remote_address = peer.to_string();
    answered.response = problem_of(malformed, answered.request_id);
    return answered;
}

awaitable<void> Site::dispatch(HttpRequest& request, Call& call, bool from_loopback, Answered& answered) {
    if (!origins_.serves(request.field(http::field::host))) throw Malformed{421, "another server's Host"};
    if (request.path == "/api" || request.path.starts_with("/api/")) {
        answered.response = co_await call_api(request, call, answered);
        co_return;
    }
    require_get(request);
    if (request.path == "/live") {
        answered.route = live_figures_;
        answered.live = co_await admit(request, call);
        co_return;
    }
    answered.route = health_figures_;
    if (request.path == "/healthz") {
        answered.response = text(200, "text/plain; charset=utf-8", "alive\n");
    } else if (request.path == "/readyz") {
        answered.response = co_await readiness();
    } else if (request.path == "/metrics") {
        answered.response = metrics(request, from_loopback);
    } else {
        answered.route = client_figures_;
        answered.response = page(request);
    }
}

awaitable<LiveHandshake> Site::admit(const HttpRequest& request, Call& call) {
    check_handshake(request);
    origins_.check(request);
    LiveHandshake handshake;
    for (const auto& [name, value] : request.query) {
        if (name != "after" || handshake.after || value.size() > limits::cursor) {
            throw Refusal{ErrorCode::invalid_request, "?" + std::string{name == "after" ? name : ""}};
        }
        handshake.after = value;
    }
    if (!call.session_token) throw Refusal{ErrorCode::not_signed_in};
    handshake.identity = co_await services_.admit(call);
    co_return handshake;
}

awaitable<HttpResponse> Site::readiness() {
    ReadinessReport report;
    report.ready = !leaving_;
    report.checks = co_await services_.readiness();
    for (const auto& check : report.checks)
        report.ready = report.ready && check.ready;
    co_return text(report.ready ? 200 : 503, "application/json", to_json(report));
}

HttpResponse Site::metrics(const HttpRequest& request, bool from_loopback) const {
    const bool has_token =
        !metrics_token_.empty() && equal_in_constant_time(bearer_token(request), metrics_token_);
    if (!from_loopback && !has_token) throw Refusal{ErrorCode::not_found};
    std::string body = prometheus_text(counters_, figures_);
    for (const auto& provide : services_.figures)
        provide(body);
    return text(200, "text/plain; version=0.0.4; charset=utf-8", std::move(body));
}

HttpResponse Site::page(const HttpRequest& request) const {
    return files_.answer(request.path, request.field(http::field::accept_encoding),
                         request.field(http::field::if_none_match));
}

}  // namespace plein::net
