#include "server/net/http_session.hpp"

#include "server/net/log.hpp"
#include "server/net/malformed.hpp"
#include "server/net/request_parser.hpp"
#include "server/net/websocket.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <algorithm>

namespace plein::net {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using Clock = std::chrono::steady_clock;

constexpr std::size_t read_bytes = 4096;
constexpr std::size_t write_bytes = 64 * 1024;  // that much has to leave within one `timeouts.write`

class HttpSession final : public Drainable {
public:
    HttpSession(std::shared_ptr<Worker> worker, Stream stream, asio::ip::address peer, Counted counted)
        : worker_(std::move(worker)),
          timeouts_(worker_->options.timeouts),
          stream_(std::move(stream)),
          peer_(std::move(peer)),
          counted_(std::move(counted)),
          buffer_(std::max(worker_->options.limits.header_bytes, read_bytes) + 1),
          deadline_(worker_->wheel, [this] { expire(); }) {
        worker_->drainables.push_back(*this);
    }

    awaitable<void> run();
    void drain() override;

private:
    awaitable<bool> exchange();
    awaitable<std::optional<HttpRequest>> read_request();
    awaitable<std::size_t> read_more();
    awaitable<bool> write(const Answered& answered, Framing framing);
    awaitable<void> write_last(const std::exception_ptr& malformed);
    awaitable<bool> write_bytes_of(std::string_view head, std::string_view body);
    awaitable<void> close();
    void upgrade(HttpRequest request, LiveHandshake handshake);
    void record(const Answered& answered, http::verb method, Clock::duration took);
    void expire();

    [[nodiscard]] std::string_view unread() const {
        return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    }

    std::shared_ptr<Worker> worker_;
    const NetTimeouts& timeouts_;
    Stream stream_;
    asio::ip::address peer_;
    Counted counted_;
    boost::beast::flat_buffer buffer_;
    Deadline deadline_;
    bool idle_ = false;  // between two requests: nothing is lost by ending
    bool expired_ = false;
};

/// A cancelled operation may have been between two steps, and what follows it (a goodbye) waits for the peer too: it
/// has `closing` to end, then the socket goes.
void HttpSession::expire() {
    if (std::exchange(expired_, true)) return stream_.abort();
    worker_->site->counters().timed_out.fetch_add(1, std::memory_order_relaxed);
    stream_.cancel();
    deadline_.set(timeouts_.closing);
}

void HttpSession::drain() {
    if (idle_) stream_.cancel();
}

awaitable<void> HttpSession::run() {
    deadline_.set(timeouts_.tls_handshake);
    if (co_await stream_.handshake()) co_return;
    while (co_await exchange()) {
    }
}

/// One request and its answer. False when nothing more comes on this connection.
awaitable<bool> HttpSession::exchange() {
    std::optional<HttpRequest> request;
    std::exception_ptr malformed;
    try {
        request = co_await read_request();
    } catch (const Malformed&) {
        malformed = std::current_exception();
    }
    if (malformed) co_await write_last(malformed);
    if (!request) co_return false;

    deadline_.clear();  // what happens behind this has deadlines of its own
    const auto began = Clock::now();
    const auto method = request->message.method();
    const bool wants_more = request->message.keep_alive() && request->message.version() == 11;
    Answered answered = co_await worker_->site->answer(*request, peer_);
    if (answered.live) {
        upgrade(std::move(*request), std::move(*answered.live));
        co_return false;
    }
    Framing framing;
    framing.keep_alive = wants_more && !worker_->leaving;
    framing.without_body = method == http::verb::head;
    const bool written = co_await write(answered, framing);
    record(answered, method, Clock::now() - began);
    if (written && !framing.keep_alive) co_await close();
    co_return written&& framing.keep_alive;
}

/// Nothing when the peer left or was idle for too long, or the server drains. Throws Malformed.
awaitable<std::optional<HttpRequest>> HttpSession::read_request() {
    RequestParser parser{worker_->options.limits};
    idle_ = buffer_.size() == 0;
    deadline_.set(idle_ ? timeouts_.idle : timeouts_.header);
    bool in_body = false;
    bool told_to_continue = false;
    for (;;) {
        while (const auto taken = parser.feed(unread()))
            buffer_.consume(taken);
        if (parser.is_complete()) break;
        if (parser.awaits_leave()) {
            deadline_.clear();  // the question has a deadline of its own
            parser.allow_body(co_await worker_->site->body_limit(parser.head(), parser.path()));
            deadline_.set(timeouts_.body);
            continue;
        }
        if (parser.has_head() && !std::exchange(in_body, true)) deadline_.set(timeouts_.body);
        if (parser.expects_continue() && buffer_.size() == 0 && !std::exchange(told_to_continue, true)) {
            if (!co_await write_bytes_of("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return std::nullopt;
            deadline_.set(timeouts_.body);
        }
        if (idle_ && worker_->draining) co_return std::nullopt;
        if (buffer_.size() == buffer_.max_size()) throw Malformed{431, "chunk head too large"};
        const auto received = co_await read_more();
        if (received == 0 && expired_ && !idle_) throw Malformed{408, "too slow"};
        if (received == 0) co_return std::nullopt;
        if (std::exchange(idle_, false)) deadline_.set(timeouts_.header);
    }
    co_return parser.take();
}

/// 0 when nothing more comes.
awaitable<std::size_t> HttpSession::read_more() {
    if (buffer_.size() == 0) buffer_.shrink_to_fit();
    const auto room = std::min(read_bytes, buffer_.max_size() - buffer_.size());
    const auto [error, received] = co_await stream_.read_some(buffer_.prepare(room));
    if (error || expired_) co_return 0;
    buffer_.commit(received);
    worker_->site->counters().bytes_received.fetch_add(received, std::memory_order_relaxed);
    co_return received;
}

awaitable<bool> HttpSession::write(const Answered& answered, Framing framing) {
    framing.request_id = answered.request_id;
    framing.security_headers = worker_->site->security_headers();
    const std::string head = head_of(answered.response, framing);
    const auto body = framing.without_body ? std::string_view{} : answered.response.bytes();
    co_return co_await write_bytes_of(head, body);
}

/// The head leaves with the start of the body. False when the peer is gone or takes too long.
awaitable<bool> HttpSession::write_bytes_of(std::string_view head, std::string_view body) {
    do {
        const auto part = body.substr(0, write_bytes);
        const Stream::Buffers buffers{asio::buffer(head), asio::buffer(part)};
        deadline_.set(timeouts_.write);
        if (co_await stream_.write(buffers)) co_return false;
        worker_->site->counters().bytes_sent.fetch_add(head.size() + part.size(), std::memory_order_relaxed);
        head = {};
        body.remove_prefix(part.size());
    } while (!body.empty());
    co_return !expired_;
}

/// The answer to something that was no request; what follows on the connection cannot be trusted to be one.
awaitable<void> HttpSession::write_last(const std::exception_ptr& malformed) {
    const Answered answered = worker_->site->refuse(malformed, peer_);
    expired_ = false;
    Framing framing;
    framing.keep_alive = false;
    const bool written = co_await write(answered, framing);
    record(answered, http::verb::unknown, {});
    if (written) co_await close();
}

awaitable<void> HttpSession::close() {
    deadline_.set(timeouts_.closing);
    co_await stream_.close();
}

/// RFC 6455 §4.1: the client sends nothing before our answer; one that did is dropped.
void HttpSession::upgrade(HttpRequest request, LiveHandshake handshake) {
    if (buffer_.size() > 0) return;
    Upgrade upgrade{worker_, std::move(request), std::move(handshake), std::move(counted_)};
    std::visit([&](auto& socket) { open_websocket(std::move(upgrade), std::move(socket)); },
               stream_.socket());
}

void HttpSession::record(const Answered& answered, http::verb method, Clock::duration took) {
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took);
    answered.route->record(answered.response.status, us);
    if (answered.unlogged && answered.response.status < 400) return;
    RequestRecord line;
    line.request_id = answered.request_id;
    line.method = method == http::verb::unknown ? "" : std::string{http::to_string(method)};
    line.route = answered.route->route();
    line.status = static_cast<std::int32_t>(answered.response.status);
    line.duration_us = us.count();
    line.bytes = static_cast<std::int64_t>(answered.response.bytes().size());
    line.remote = answered.remote_address;
    log_request(line);
}

awaitable<void> run(std::unique_ptr<HttpSession> session) { co_await session->run(); }

}  // namespace

void open_http(std::shared_ptr<Worker> worker, Stream stream, asio::ip::address peer, Counted counted) {
    auto& context = worker->context;
    auto session = std::make_unique<HttpSession>(std::move(worker), std::move(stream), std::move(peer),
                                                 std::move(counted));
    asio::co_spawn(context, run(std::move(session)), log_thrown);
}

}  // namespace plein::net
