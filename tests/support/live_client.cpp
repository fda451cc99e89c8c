#include "tests/support/live_client.hpp"

#include "tests/support/device.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <ranges>

namespace plein::test {
namespace {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using std::chrono::steady_clock;
constexpr auto handshake_patience = std::chrono::seconds{20};

std::string text_of(const boost::json::object& line, const char* name) {
    const auto* value = line.if_contains(name);
    return value && value->is_string() ? std::string{value->as_string()} : "";
}

LiveLine read_line(std::string text) {
    const auto json = boost::json::parse(text).as_object();
    LiveLine line{text_of(json, "stream"), 0, text_of(json, "type"), text_of(json, "cursor"),
                  std::move(text)};
    if (const auto* seq = json.if_contains("seq")) line.seq = seq->as_int64();
    return line;
}

Fields own_fields(std::uint16_t port, const std::string& token) {
    Fields fields{{"Origin", "http://localhost:" + std::to_string(port)}};
    if (!token.empty()) fields.emplace("Cookie", "__Host-plein=" + token);
    return fields;
}

}  // namespace

class LiveClient::Socket {
public:
    Socket(std::uint16_t port, const Fields& fields, const std::string& target) {
        const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port};
        auto& tcp = boost::beast::get_lowest_layer(stream_);
        tcp.expires_after(handshake_patience);
        run(tcp.async_connect(server, asio::use_future));
        tcp.socket().set_option(asio::ip::tcp::no_delay{true});
        stream_.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
            for (const auto& [name, value] : fields)
                request.insert(name, value);
        }));
        shake_hands("localhost:" + std::to_string(port), target);
        tcp.expires_never();
    }
    ~Socket() {
        boost::system::error_code ignored;
        boost::beast::get_lowest_layer(stream_).socket().close(ignored);
        context_.restart();
        context_.run();
    }

    void write(const std::string& message) {
        run(stream_.async_write(asio::buffer(message), asio::use_future));
    }

    /// The next message; nothing when none came until then, or the connection ended.
    std::optional<std::string> read(steady_clock::time_point deadline) {
        if (!open_) return std::nullopt;
        const bool came_during_a_write = !reading_ && buffer_.size() > 0;
        if (!came_during_a_write && !std::exchange(reading_, true)) {
            stream_.async_read(buffer_, [this](boost::system::error_code error, std::size_t) {
                reading_ = false;
                open_ = !error;
            });
        }
        context_.restart();
        while (reading_ && context_.run_one_until(deadline) > 0) {
        }
        if (reading_ || !open_) return std::nullopt;
        std::string message{static_cast<const char*>(buffer_.data().data()), buffer_.size()};
        buffer_.consume(buffer_.size());
        return message;
    }

    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] unsigned close_code() const { return stream_.reason().code; }

private:
    void shake_hands(const std::string& host, const std::string& target) {
        websocket::response_type response;
        try {
            run(stream_.async_handshake(response, host, target, asio::use_future));
        } catch (const boost::system::system_error& error) {
            if (error.code() != websocket::error::upgrade_declined) throw;
            throw HandshakeRefused{{response.result_int(), {}, response.body()}};
        }
    }

    /// A read that waits goes on meanwhile, so this stops when the future is there.
    template <class Future>
    void run(Future done) {
        context_.restart();
        while (done.wait_for(std::chrono::seconds{0}) != std::future_status::ready &&
               context_.run_one() > 0) {
        }
        done.get();
    }

    asio::io_context context_{1};
    websocket::stream<boost::beast::tcp_stream> stream_{context_};
    boost::beast::flat_buffer buffer_;
    bool reading_ = false;
    bool open_ = true;
};

LiveClient::LiveClient(std::uint16_t port, const std::string& token, const std::string& after)
    : LiveClient(port, own_fields(port, token), after) {}

LiveClient::LiveClient(std::uint16_t port, const Fields& fields, const std::string& after) {
    const std::string target = after.empty() ? "/live" : "/live?after=" + percent_encoded(after);
    try {
        socket_ = std::make_unique<Socket>(port, fields, target);
    } catch (const HandshakeRefused&) {
        throw;
    } catch (const std::exception& error) {
        throw NoAnswer{std::string{"/live: "} + error.what()};
    }
}
LiveClient::~LiveClient() = default;
LiveClient::LiveClient(LiveClient&&) noexcept = default;
LiveClient& LiveClient::operator=(LiveClient&&) noexcept = default;

void LiveClient::subscribe(const std::string& stream, const std::string& after) {
    const std::string cursor = after.empty() ? "" : R"(,"after":")" + after + '"';
    say(R"({"operation":"subscribe","stream":")" + stream + '"' + cursor + "}");
}

void LiveClient::say(const std::string& message) {
    try {
        socket_->write(message);
    } catch (const std::exception& error) {
        throw NoAnswer{std::string{"/live: "} + error.what()};
    }
}

std::optional<LiveLine> LiveClient::next(std::chrono::milliseconds patience) {
    if (waiting_.empty()) {
        const auto message = socket_->read(steady_clock::now() + patience);
        if (!message) return std::nullopt;
        for (const auto part : std::views::split(*message, '\n')) {
            if (!part.empty()) waiting_.push_back(read_line({part.begin(), part.end()}));
        }
        std::ranges::reverse(waiting_);
    }
    heard_.push_back(std::move(waiting_.back()));
    waiting_.pop_back();
    return heard_.back();
}

LiveLine LiveClient::until(const std::function<bool(const LiveLine&)>& is_meant) {
    while (auto line = next()) {
        if (is_meant(*line)) return *line;
    }
    std::string last = heard_.empty() ? "nothing" : heard_.back().text;
    throw NoAnswer{(is_open() ? "waited in vain after " : "closed after ") + last};
}

LiveLine LiveClient::until_type(const std::string& type, const std::string& stream) {
    return until(
        [&](const LiveLine& line) { return line.type == type && (stream.empty() || line.stream == stream); });
}

void LiveClient::catch_up() {
    say(R"({"operation":"ping"})");
    until_type("pong");
}

unsigned LiveClient::until_closed() {
    while (next()) {
    }
    if (is_open()) throw NoAnswer{"the connection stays open"};
    return socket_->close_code();
}

bool LiveClient::is_open() const { return socket_->is_open() || !waiting_.empty(); }

std::vector<LiveLine> LiveClient::heard_on(const std::string& stream) const {
    std::vector<LiveLine> lines;
    std::ranges::copy_if(heard_, std::back_inserter(lines),
                         [&](const LiveLine& line) { return line.stream == stream; });
    return lines;
}

}  // namespace plein::test
