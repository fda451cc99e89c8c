/// What a node answers: the API, the web client, its health, and who may open a WebSocket. Knows no
/// connection.
///
/// Thread: any I/O thread; nothing in it changes after the start but counters.
#pragma once

#include "server/net/client_address.hpp"
#include "server/net/http_request.hpp"
#include "server/net/http_response.hpp"
#include "server/net/metrics.hpp"
#include "server/net/origin.hpp"
#include "server/net/services.hpp"
#include "server/net/static_files.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plein::net {

/// A handshake at `/live` that may go on.
struct LiveHandshake {
    live::Identity identity;
    std::optional<std::string> after;
};

struct Answered {
    HttpResponse response;
    std::optional<LiveHandshake> live;  // when set there is no response: the connection becomes a WebSocket
    RouteFigures* route = nullptr;
    bool unlogged = false;  // unless it is refused
    std::string request_id;
    std::string remote_address;
};

class Site {
public:
    Site(const NetOptions& options, Services services);

    /// Never throws: what goes wrong is an answer too. `request` outlives the call.
    [[nodiscard]] boost::asio::awaitable<Answered> answer(HttpRequest& request,
                                                          boost::asio::ip::address peer);

    /// How long the body of this request may be: the general limit, and more where the route and its sender allow it. Never
    /// throws.
    [[nodiscard]] boost::asio::awaitable<std::size_t> body_limit(const http::request_header<>& head,
                                                                 const std::string& path);

    /// For a request that never became one.
    [[nodiscard]] Answered refuse(const std::exception_ptr& malformed, boost::asio::ip::address peer);

    /// `/readyz` says no from now on, so that balancers look elsewhere.
    void leave() { leaving_ = true; }

    [[nodiscard]] const std::string& security_headers() const { return security_headers_; }
    [[nodiscard]] live::Hub& hub(std::size_t thread) { return services_.hub(thread); }
    [[nodiscard]] Counters& counters() { return counters_; }

private:
    boost::asio::awaitable<void> dispatch(HttpRequest& request, Call& call, bool from_loopback,
                                          Answered& answered);
    boost::asio::awaitable<HttpResponse> call_api(HttpRequest& request, Call& call, Answered& answered);
    boost::asio::awaitable<LiveHandshake> admit(const HttpRequest& request, Call& call);
    boost::asio::awaitable<HttpResponse> readiness();
    HttpResponse metrics(const HttpRequest& request, bool from_loopback) const;
    HttpResponse page(const HttpRequest& request) const;

    Services services_;
    OriginRules origins_;
    TrustedProxies proxies_;
    StaticFiles files_;
    std::string security_headers_;
    std::string metrics_token_;
    std::size_t body_bytes_;
    std::atomic<bool> leaving_{false};
    Counters counters_;
    std::vector<std::unique_ptr<RouteFigures>>
        figures_;  // one for each route of the router, then those below
    RouteFigures* live_figures_;
    RouteFigures* client_figures_;
    RouteFigures* health_figures_;
    RouteFigures* nowhere_figures_;  // no route, or no request
};

}  // namespace plein::net
