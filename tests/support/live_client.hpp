/// A WebSocket on /live: says what a test tells it to, keeps every line that it hears.
#pragma once

#include "tests/support/http_client.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plein::test {

/// An event in its envelope, or a notice: then `seq` is 0.
struct LiveLine {
    std::string stream;
    std::int64_t seq = 0;
    std::string type;
    std::string cursor;  // of a notice
    std::string text;    // the whole line
};

/// The server answered the handshake with this instead.
class HandshakeRefused : public std::runtime_error {
public:
    explicit HandshakeRefused(HttpAnswer refusal)
        : std::runtime_error("refused: " + refusal.body), answer(std::move(refusal)) {}
    HttpAnswer answer;
};

/// Thread: one at a time.
class LiveClient {
public:
    /// Our own Origin and the cookie of `token`. Throws HandshakeRefused, NoAnswer.
    LiveClient(std::uint16_t port, const std::string& token, const std::string& after = {});
    /// With these fields alone.
    LiveClient(std::uint16_t port, const Fields& fields, const std::string& after);
    ~LiveClient();
    LiveClient(LiveClient&&) noexcept;
    LiveClient& operator=(LiveClient&&) noexcept;

    void subscribe(const std::string& stream, const std::string& after = {});
    void say(const std::string& message);

    /// The next line; nothing when the connection has ended, or when `patience` has passed (then `is_open`).
    std::optional<LiveLine> next(std::chrono::milliseconds patience = std::chrono::seconds{20});
    /// The next line that is meant. Throws NoAnswer when the connection ends first or nothing like it comes.
    LiveLine until(const std::function<bool(const LiveLine&)>& is_meant);
    LiveLine until_type(const std::string& type, const std::string& stream = {});
    /// Everything that the server sent so far has been heard: it answers in order.
    void catch_up();
    /// Returns the close code that the server gave, 0 for none, once the connection has ended.
    unsigned until_closed();

    [[nodiscard]] bool is_open() const;
    [[nodiscard]] const std::vector<LiveLine>& heard() const { return heard_; }
    /// Lines of one stream, in order.
    [[nodiscard]] std::vector<LiveLine> heard_on(const std::string& stream) const;

private:
    class Socket;
    std::unique_ptr<Socket> socket_;
    std::vector<LiveLine> waiting_;  // newest first
    std::vector<LiveLine> heard_;
};

}  // namespace plein::test
