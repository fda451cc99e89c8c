/// The WebSocket session for one kind of stream. Only websocket_plain.cpp and websocket_tls.cpp include this: each costs
/// the compiler some ten seconds.
#pragma once

#include "protocol/json_reader.hpp"
#include "server/net/log.hpp"
#include "server/net/rate_limit.hpp"
#include "server/net/websocket.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/container/devector.hpp>

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace plein::net {

template <class Socket>
class WebSocketSession final : public live::Connection,
                               public std::enable_shared_from_this<WebSocketSession<Socket>> {
    using Clock = std::chrono::steady_clock;
    using Reason = boost::beast::websocket::close_code;
    static constexpr std::size_t most_joined_bytes = 16 * 1024;

public:
    WebSocketSession(std::shared_ptr<Worker> worker, Counted counted, Socket socket)
        : worker_(std::move(worker)),
          counted_(std::move(counted)),
          stream_(std::move(socket)),
          rate_(worker_->options.limits.live_messages_per_second, worker_->options.limits.live_burst),
          deadline_(worker_->wheel, [this] { expire(); }) {
        stream_.auto_fragment(false);
        stream_.text(true);
        // `take` has our bound. What Beast refuses it closes with bytes unread, and the reason may be lost.
        stream_.read_message_max(4 * limits::live_message);
        counters().websockets.fetch_add(1, std::memory_order_relaxed);
    }
    ~WebSocketSession() override { counters().websockets.fetch_sub(1, std::memory_order_relaxed); }

    boost::asio::awaitable<void> open(HttpRequest request, LiveHandshake handshake);

    void send(live::SharedMessage message) override;
    void close(live::CloseCode code) override { close_with(static_cast<Reason>(code)); }

private:
    void read_next();
    void take(std::size_t received);
    void receive(std::string_view text);
    void close_with(Reason reason);
    void write_next();
    void join_waiting();
    void written();
    void say_goodbye();
    void heard();
    void expire();

    [[nodiscard]] Counters& counters() const { return worker_->site->counters(); }
    [[nodiscard]] const NetTimeouts& timeouts() const { return worker_->options.timeouts; }

    std::shared_ptr<Worker> worker_;
    Counted counted_;
    boost::beast::websocket::stream<Socket, false> stream_;
    std::array<char, 128> chunk_;  // what most messages fit in; no more memory while nothing comes
    std::string incoming_;         // the start of a longer one
    boost::container::devector<live::SharedMessage> outgoing_;  // front: being written; no memory while empty
    std::size_t queued_bytes_ = 0;
    bool writing_ = false;
    std::optional<Reason> closing_;
    bool pinged_ = false;   // and not heard since
    bool pinging_ = false;  // the ping has not left yet: the peer reads nothing, whatever it sends
    RateLimit rate_;
    Deadline deadline_;
};

template <class Socket>
boost::asio::awaitable<void> WebSocketSession<Socket>::open(HttpRequest request, LiveHandshake handshake) {
    deadline_.set(timeouts().websocket_handshake);
    const auto [error] =
        co_await stream_.async_accept(request.message, boost::asio::as_tuple(boost::asio::use_awaitable));
    if (error) co_return;
    stream_.control_callback(
        [this](boost::beast::websocket::frame_type, boost::beast::string_view) { heard(); });
    heard();
    worker_->hub.attach(this->shared_from_this(), std::move(handshake.identity), std::move(handshake.after));
    read_next();
}

/// By a handler, since a coroutine that waits here would hold its frames, and the request's, for as long as the connection
/// is idle: a third of what one takes.
///
/// Behind our goodbye Beast itself reads until the peer's. A read of ours beside it, begun when a control frame has arrived
/// already, holds what Beast's waits for and waits for what that holds: for ever, since no socket is waited for.
template <class Socket>
void WebSocketSession<Socket>::read_next() {
    if (closing_) return worker_->hub.detach(*this);
    auto read = [self = this->shared_from_this()](boost::system::error_code error, std::size_t received) {
        // The peer left or broke the protocol: Beast has said so to it (1002, 1007).
        if (error) return self->worker_->hub.detach(*self);
        self->take(received);
        self->read_next();
    };
    stream_.async_read_some(boost::asio::buffer(chunk_), std::move(read));
}

template <class Socket>
void WebSocketSession<Socket>::take(std::size_t received) {
    const std::string_view part{chunk_.data(), received};
    if (incoming_.size() + received > limits::live_message) {
        incoming_ = {};
        return close_with(Reason::too_big);
    }
    if (!stream_.is_message_done()) {
        incoming_ += part;
        return;
    }
    counters().messages_received.fetch_add(1, std::memory_order_relaxed);
    heard();
    if (closing_) return;
    if (incoming_.empty()) return receive(part);
    receive(std::exchange(incoming_, {}).append(part));
}

template <class Socket>
void WebSocketSession<Socket>::receive(std::string_view text) {
    if (!stream_.got_text()) return close_with(Reason::unknown_data);
    if (!rate_.take(Clock::now())) return close_with(Reason::policy_error);
    try {
        worker_->hub.receive(*this, from_json<LiveRequest>(text));
    } catch (const Refusal&) {
        close_with(Reason::policy_error);
    } catch (...) {
        log_thrown(std::current_exception());
        close_with(Reason::internal_error);
    }
}

/// Something came from the peer: it lives.
template <class Socket>
void WebSocketSession<Socket>::heard() {
    pinged_ = false;
    if (!closing_) deadline_.set(timeouts().ping);
}

template <class Socket>
void WebSocketSession<Socket>::expire() {
    if (closing_ || pinged_ || pinging_ || !stream_.is_open()) {
        counters().timed_out.fetch_add(1, std::memory_order_relaxed);
        boost::system::error_code ignored;  // it is gone either way
        boost::beast::get_lowest_layer(stream_).close(ignored);
        return;
    }
    pinged_ = pinging_ = true;
    deadline_.set(timeouts().ping);
    stream_.async_ping(
        {}, [self = this->shared_from_this()](boost::system::error_code) { self->pinging_ = false; });
}

template <class Socket>
void WebSocketSession<Socket>::send(live::SharedMessage message) {
    if (closing_) return;
    queued_bytes_ += message->size();
    if (queued_bytes_ > worker_->options.limits.max_queued_bytes) {
        counters().slow_readers.fetch_add(1, std::memory_order_relaxed);
        return close_with(Reason::try_again_later);
    }
    outgoing_.push_back(std::move(message));
    if (!writing_) write_next();
}

template <class Socket>
void WebSocketSession<Socket>::write_next() {
    if (outgoing_.empty()) {
        if (closing_) say_goodbye();
        return;
    }
    join_waiting();
    writing_ = true;
    const std::string& message = *outgoing_.front();
    stream_.async_write(boost::asio::buffer(message),
                        [self = this->shared_from_this()](boost::system::error_code error, std::size_t) {
                            self->writing_ = false;
                            if (!error) self->written();  // else the read loop ends for the same reason
                        });
}

/// Small ones that wait leave as one, each a line of it as before: copying them costs less than a write of each.
template <class Socket>
void WebSocketSession<Socket>::join_waiting() {
    std::size_t bytes = outgoing_.front()->size();
    std::size_t count = 1;
    while (count < outgoing_.size() && bytes + 1 + outgoing_[count]->size() <= most_joined_bytes)
        bytes += 1 + outgoing_[count++]->size();
    if (count == 1) return;
    std::string joined;
    joined.reserve(bytes);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) joined += '\n';
        joined += *outgoing_[i];
    }
    queued_bytes_ += count - 1;
    outgoing_.erase(outgoing_.begin() + 1, outgoing_.begin() + static_cast<std::ptrdiff_t>(count));
    outgoing_.front() = std::make_shared<const std::string>(std::move(joined));
}

template <class Socket>
void WebSocketSession<Socket>::written() {
    counters().messages_sent.fetch_add(1, std::memory_order_relaxed);
    queued_bytes_ -= outgoing_.front()->size();
    outgoing_.pop_front();
    write_next();
}

/// What is queued goes out first, except to a reader so slow that it has to read afresh.
template <class Socket>
void WebSocketSession<Socket>::close_with(Reason reason) {
    if (closing_) return;
    closing_ = reason;
    deadline_.set(timeouts().closing);
    worker_->hub.detach(*this);
    if (reason == Reason::try_again_later) outgoing_.resize(writing_ ? 1 : 0);
    if (!writing_) write_next();
}

template <class Socket>
void WebSocketSession<Socket>::say_goodbye() {
    stream_.async_close(*closing_, [self = this->shared_from_this()](boost::system::error_code) {});
}

template <class Socket>
void start(Upgrade upgrade, Socket socket) {
    auto& context = upgrade.worker->context;
    auto session = std::make_shared<WebSocketSession<Socket>>(upgrade.worker, std::move(upgrade.counted),
                                                              std::move(socket));
    auto run = [session, request = std::move(upgrade.request),
                handshake = std::move(upgrade.handshake)]() mutable {
        return session->open(std::move(request), std::move(handshake));
    };
    boost::asio::co_spawn(context, std::move(run), log_thrown);
}

}  // namespace plein::net
