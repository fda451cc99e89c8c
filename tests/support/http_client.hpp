/// HTTP as a plain client speaks it: one connection, kept alive, one request at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace plein::test {

/// Names in lower case.
using Fields = std::multimap<std::string, std::string>;

struct HttpAnswer {
    unsigned status = 0;
    Fields fields;
    std::string body;

    [[nodiscard]] std::string field(const std::string& name) const {
        const auto found = fields.find(name);
        return found == fields.end() ? "" : found->second;
    }
};

/// The connection could not be made, broke, or nothing came for `patience`: whether the server acted is not known.
class NoAnswer : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thread: one at a time.
class HttpClient {
public:
    /// To this machine. Connects with the first request, and again after a failure.
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    /// `fields` are sent beside Host. Throws NoAnswer.
    HttpAnswer send(const std::string& method, const std::string& target, const Fields& fields,
                    const std::string& body = {});

private:
    class Connection;
    std::uint16_t port_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace plein::test
