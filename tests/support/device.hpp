/// A browser of somebody: says the described requests to a node, with its cookie and its own Origin.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/json_reader.hpp"
#include "tests/support/http_client.hpp"

#include <string>

namespace plein::test {

/// A request as it travels.
struct Wire {
    std::string method;
    std::string target;
    std::string body;
};

[[nodiscard]] std::string percent_encoded(const std::string& text);

/// An answer that a test did not expect: what was asked, the status and the body.
class Unexpected : public std::runtime_error {
public:
    Unexpected(const Wire& wire, const HttpAnswer& answer);
    unsigned status;
};

/// Text of a path or query parameter.
template <class T>
std::string parameter(const T& value) {
    if constexpr (requires { value.items; }) {
        std::string list;
        for (const auto& item : value.items)
            list += (list.empty() ? "" : ",") + parameter(item);
        return list;
    } else {
        std::string json = to_json(value);
        return json.starts_with('"') ? json.substr(1, json.size() - 2) : json;
    }
}
template <class T>
std::string parameter(const std::optional<T>& value) {
    return parameter(*value);
}
template <std::size_t Max, std::size_t Min>
std::string parameter(const Secret<Max, Min>& secret) {
    return secret.value;
}

template <std::size_t Max, std::size_t Min>
void write_body_member(std::string& out, std::string_view name, const Secret<Max, Min>& secret) {
    write_member(out, name, secret.value);
}
template <class T>
void write_body_member(std::string& out, std::string_view name, const T& value) {
    write_member(out, name, value);
}

template <class T>
constexpr bool is_absent(const T&) {
    return false;
}
template <class T>
constexpr bool is_absent(const std::optional<T>& value) {
    return !value;
}

template <Request R>
Wire wire_of(const R& request) {
    constexpr const char* methods[] = {"GET", "POST", "PUT", "DELETE"};
    Wire wire{methods[static_cast<int>(R::endpoint.method)], std::string{R::endpoint.path}, "{"};
    std::string query;
    bool has_body = false;  // if it is only `{}`
    for_each_field(request, [&](std::string_view name, const auto& field) {
        const std::string place = "{" + std::string{name} + "}";
        if (R::endpoint.path_has(name)) {
            wire.target.replace(wire.target.find(place), place.size(), percent_encoded(parameter(field)));
        } else if (R::endpoint.method != Method::get) {
            has_body = true;
            write_body_member(wire.body, name, field);
        } else if (!is_absent(field)) {
            query +=
                (query.empty() ? "?" : "&") + std::string{name} + "=" + percent_encoded(parameter(field));
        }
    });
    wire.target += query;
    wire.body = has_body ? wire.body + "}" : "";
    return wire;
}

/// Thread: one at a time.
class Device {
public:
    /// Without a token nobody is signed in.
    explicit Device(std::uint16_t port, std::string token = {})
        : client_(port), port_(port), token_(std::move(token)) {}

    HttpAnswer send(const Wire& wire) { return client_.send(wire.method, wire.target, fields(), wire.body); }

    template <Request R>
    HttpAnswer send(const R& request) {
        return send(wire_of(request));
    }

    /// The response; throws Unexpected for a refusal.
    template <Request R>
    typename R::Response ask(const R& request) {
        const Wire wire = wire_of(request);
        const HttpAnswer answer = send(wire);
        if (answer.status / 100 != 2) throw Unexpected{wire, answer};
        if constexpr (std::is_same_v<typename R::Response, NoContent>)
            return {};
        else
            return from_json<typename R::Response>(answer.body, answer_depth);
    }

    /// What a browser sends with an unsafe request of our own pages.
    [[nodiscard]] Fields fields() const;
    [[nodiscard]] const std::string& token() const { return token_; }

    /// The same person and session on another port, after a node came back or for another one.
    void move_to(std::uint16_t port) {
        client_ = HttpClient{port};
        port_ = port;
    }

private:
    HttpClient client_;
    std::uint16_t port_;
    std::string token_;
};

}  // namespace plein::test
