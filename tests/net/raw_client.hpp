/// A client that sends exactly the bytes it is told to, so that tests can be as wrong as they like.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plein::net::test {

struct RawResponse {
    unsigned status = 0;
    std::map<std::string, std::string> fields;  // names in lower case; of several, the last
    std::string body;

    [[nodiscard]] std::string field(const std::string& name) const {
        const auto found = fields.find(name);
        return found == fields.end() ? "" : found->second;
    }
};

/// Blocking; every read gives up after ten seconds, so that a failing test fails instead of hanging.
class RawClient {
public:
    explicit RawClient(std::uint16_t port, std::size_t receive_buffer = 0);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False when the server has closed the connection.
    bool send(std::string_view bytes);
    /// Exactly so many; nothing when the connection ends before.
    std::optional<std::string> read(std::size_t size);
    /// The next answer; status 0 when the connection ends before it is complete.
    RawResponse read_response(bool to_head = false);
    /// Whether the server ends the connection, and nothing else comes before.
    bool is_closed_by_server();
    /// Whatever comes until the server ends the connection.
    std::string read_all();
    void finish_sending();

    /// One request on this connection.
    RawResponse ask(std::string_view request) {
        send(request);
        return read_response(request.starts_with("HEAD "));
    }

private:
    std::optional<std::string> read_line();
    bool receive();

    int socket_;
    std::string received_;
};

/// "GET path HTTP/1.1" with Host and further field lines (each with its CRLF).
std::string get(std::string_view path, std::string_view fields = {});

/// A request with a JSON body.
std::string with_body(std::string_view method, std::string_view path, std::string_view body,
                      std::string_view fields = {});

}  // namespace plein::net::test
