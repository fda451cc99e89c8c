/// Routes: binds a request struct to a function; method, path, response and errors stand beside the struct.
///
/// The adapter finds the route, reads the request struct (path, query, body), runs the handler and writes its
/// response or its Refusal (RFC 9457). It knows no feature. Thread: bound before the listeners start, then
/// read by all I/O threads.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/request_reader.hpp"
#include "server/net/call.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plein::net {

using Parameters = std::vector<std::pair<std::string, std::string>>;  // percent-decoded

template <Request R>
using Handler = std::function<boost::asio::awaitable<typename R::Response>(Call&, R)>;

/// Writes the response itself, as the codec would.
template <Request R>
using JsonHandler = std::function<boost::asio::awaitable<JsonOf<typename R::Response>>(Call&, R)>;

/// A body of JSON with its status, or no body with 204; with a content type of its own what is no JSON.
struct Answer {
    unsigned status = 200;
    std::string body;
    std::string_view content_type = "application/json";
    bool is_picture = false;  // of somebody else: shown, kept for a while by this browser, and never run
};

/// As it stands in a request line.
[[nodiscard]] std::string_view method_name(Method method);

class Router {
public:
    using AnyHandler = std::function<boost::asio::awaitable<Answer>(Call&, Parameters path, Parameters query,
                                                                    std::string body)>;
    /// Throws the Refusal of whoever may not send a body above the general limit.
    using MaySend = std::function<boost::asio::awaitable<void>(Call&)>;
    struct Route {
        Endpoint endpoint;
        AnyHandler handle;
        std::size_t max_body = 0;  // above the general limit, for whom `may_send` lets through
        MaySend may_send;
        bool unlogged = false;
    };
    /// `route` is null when no path matches with this method; `allowed` lists the methods that the path has.
    struct Match {
        const Route* route = nullptr;
        Parameters path;
        std::vector<Method> allowed;
    };

    template <Request R>
    void bind(Handler<R> handler);
    template <Request R>
    void bind_json(JsonHandler<R> handler);
    /// A request with `max_body`: who may send that much is asked before the body is read. Everybody else keeps to the
    /// general limit, and is refused by the handler.
    template <Request R>
    void bind(Handler<R> handler, MaySend may_send);
    /// A request that pages say by themselves, so that a line of it would only tell when somebody is there: the log has the
    /// refused ones alone.
    template <Request R>
    void bind_unlogged(Handler<R> handler);

    [[nodiscard]] Match find(std::optional<Method> method, std::string_view decoded_path) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

private:
    std::vector<Route> routes_;
};

template <Request R>
void Router::bind(Handler<R> handler) {
    AnyHandler any = [handler = std::move(handler)](Call& call, Parameters path, Parameters query,
                                                    std::string body) -> boost::asio::awaitable<Answer> {
        R request = read_request<R>(path, query, body);
        Answer answer;
        if constexpr (std::is_same_v<typename R::Response, NoContent>) {
            co_await handler(call, std::move(request));
            answer.status = 204;
        } else if constexpr (std::is_same_v<typename R::Response, Picture>) {
            Picture picture = co_await handler(call, std::move(request));
            answer = {200, std::move(picture.text), picture.type, true};
        } else if constexpr (requires { R::Response::media; }) {
            answer.body = (co_await handler(call, std::move(request))).text;
            answer.content_type = R::Response::media;
        } else {
            const auto response = co_await handler(call, std::move(request));
            answer.body = to_json(response);
        }
        co_return answer;
    };
    routes_.push_back({R::endpoint, std::move(any), 0, nullptr});
}

template <Request R>
void Router::bind_json(JsonHandler<R> handler) {
    AnyHandler any = [handler = std::move(handler)](Call& call, Parameters path, Parameters query,
                                                    std::string body) -> boost::asio::awaitable<Answer> {
        auto response = co_await handler(call, read_request<R>(path, query, body));
        co_return Answer{.body = std::move(response.text)};
    };
    routes_.push_back({R::endpoint, std::move(any), 0, nullptr});
}

template <Request R>
void Router::bind(Handler<R> handler, MaySend may_send) {
    bind<R>(std::move(handler));
    routes_.back().max_body = R::max_body;
    routes_.back().may_send = std::move(may_send);
}

template <Request R>
void Router::bind_unlogged(Handler<R> handler) {
    bind<R>(std::move(handler));
    routes_.back().unlogged = true;
}

}  // namespace plein::net
