#include "server/live/redis_connection.hpp"

#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/url/parse.hpp>

#include <array>
#include <stdexcept>

namespace plein::live {

namespace asio = boost::asio;

RedisAddress RedisAddress::parse(const std::string& url) {
    const auto parsed = boost::urls::parse_uri(url);
    RedisAddress address;
    if (parsed && parsed->scheme() == "unix" && parsed->encoded_host().empty() && parsed->path().size() > 1) {
        address.socket = parsed->path();
        return address;
    }
    const bool is_redis = parsed && parsed->scheme() == "redis" && !parsed->encoded_host().empty();
    if (!is_redis)
        throw std::invalid_argument{"a Redis address is unix:///path/redis.sock or redis://host:port"};
    address.host = parsed->host_address();
    if (parsed->has_port()) address.port = parsed->port_number();
    address.user = parsed->user();
    address.password = parsed->password();
    return address;
}

namespace {

std::optional<std::string> item_of(const redisReply& reply) {
    switch (reply.type) {
        case REDIS_REPLY_STRING:
        case REDIS_REPLY_STATUS:
            return std::string{reply.str, reply.len};
        case REDIS_REPLY_INTEGER:
            return std::to_string(reply.integer);
        default:
            return std::nullopt;
    }
}

std::optional<RedisAnswer> answer_of(const redisReply* reply) {
    if (reply == nullptr || reply->type == REDIS_REPLY_ERROR) return std::nullopt;
    if (reply->type != REDIS_REPLY_ARRAY) return RedisAnswer{item_of(*reply)};
    RedisAnswer items;
    for (std::size_t i = 0; i < reply->elements; ++i)
        items.push_back(item_of(*reply->element[i]));
    return items;
}

}  // namespace

/// What hiredis' hooks and Asio's handlers share. It outlives the connection as long as a handler is on its
/// way, and hiredis' context may go first: `context_` is null from then on.
class RedisConnection::Attachment : public std::enable_shared_from_this<Attachment> {
public:
    Attachment(asio::io_context& io, redisAsyncContext* context, OnEnd on_end)
        : context_(context), descriptor_(io, context->c.fd), on_end_(std::move(on_end)) {
        context_->data = this;
        context_->ev.data = this;
        context_->ev.addRead = [](void* self) { of(self).wait(asio::posix::stream_descriptor::wait_read); };
        context_->ev.addWrite = [](void* self) { of(self).wait(asio::posix::stream_descriptor::wait_write); };
        context_->ev.cleanup = [](void* self) { of(self).let_go(); };
    }

    [[nodiscard]] redisAsyncContext* context() const { return context_; }

    void end() {
        on_end_ = nullptr;
        if (context_ != nullptr) redisAsyncFree(context_);
    }

    OnMessage on_message;

private:
    static Attachment& of(void* self) { return *static_cast<Attachment*>(self); }

    /// Hooks are called again and again: one wait of each kind is enough.
    void wait(asio::posix::stream_descriptor::wait_type what) {
        bool& waiting = waiting_[what == asio::posix::stream_descriptor::wait_read ? 0 : 1];
        if (std::exchange(waiting, true)) return;
        descriptor_.async_wait(what,
                               [self = shared_from_this(), what, &waiting](boost::system::error_code error) {
                                   waiting = false;
                                   if (error || self->context_ == nullptr) return;
                                   // Either may end the connection, and with it the context.
                                   if (what == asio::posix::stream_descriptor::wait_read) {
                                       redisAsyncHandleRead(self->context_);
                                   } else {
                                       redisAsyncHandleWrite(self->context_);
                                   }
                               });
    }

    /// hiredis closes the descriptor itself, so Asio must forget it.
    void let_go() {
        const std::string reason = context_->errstr == nullptr ? "closed" : context_->errstr;
        context_ = nullptr;
        descriptor_.release();
        if (const auto on_end = std::exchange(on_end_, nullptr)) on_end(reason);
    }

    redisAsyncContext* context_;
    asio::posix::stream_descriptor descriptor_;
    OnEnd on_end_;
    std::array<bool, 2> waiting_{};
};

RedisConnection::RedisConnection(asio::io_context& context, const RedisAddress& address, OnEnd on_end) {
    redisAsyncContext* redis = address.socket.empty() ? redisAsyncConnect(address.host.c_str(), address.port)
                                                      : redisAsyncConnectUnix(address.socket.c_str());
    if (redis == nullptr) throw std::bad_alloc{};
    if (redis->err != 0) {
        const std::string reason = redis->errstr;
        redisAsyncFree(redis);
        throw std::runtime_error{reason};
    }
    attachment_ = std::make_shared<Attachment>(context, redis, std::move(on_end));
    if (address.password.empty()) return;
    if (address.user.empty()) {
        redisAsyncCommand(redis, nullptr, nullptr, "AUTH %s", address.password.c_str());
    } else {
        redisAsyncCommand(redis, nullptr, nullptr, "AUTH %s %s", address.user.c_str(),
                          address.password.c_str());
    }
}

RedisConnection::~RedisConnection() {
    if (attachment_) attachment_->end();
}

bool RedisConnection::alive() const { return attachment_->context() != nullptr; }

void RedisConnection::subscribe(const std::string& channel, const OnMessage& on_message) {
    if (!alive()) return;
    attachment_->on_message = on_message;
    // Called for the acknowledgement and for each message, `[kind, channel, message]`; with null at the end.
    constexpr auto on_reply = [](redisAsyncContext* context, void* answer, void*) {
        const auto* reply = static_cast<const redisReply*>(answer);
        const bool is_message = reply != nullptr && reply->type == REDIS_REPLY_ARRAY &&
                                reply->elements == 3 && reply->element[2]->type == REDIS_REPLY_STRING;
        if (!is_message) return;
        const auto text = [](const redisReply& part) { return std::string_view{part.str, part.len}; };
        static_cast<Attachment*>(context->data)
            ->on_message(text(*reply->element[1]), text(*reply->element[2]));
    };
    redisAsyncCommand(attachment_->context(), on_reply, nullptr, "SUBSCRIBE %b", channel.data(),
                      channel.size());
}

void RedisConnection::publish(const std::string& channel, const std::string& message, OnAnswer on_answer) {
    if (!alive()) return on_answer(false);
    constexpr auto on_reply = [](redisAsyncContext*, void* answer, void* data) {
        const std::unique_ptr<OnAnswer> told{static_cast<OnAnswer*>(data)};
        const auto* reply = static_cast<const redisReply*>(answer);
        (*told)(reply != nullptr && reply->type == REDIS_REPLY_INTEGER);
    };
    OnAnswer* const told = std::make_unique<OnAnswer>(std::move(on_answer)).release();  // on_reply's
    const int queued = redisAsyncCommand(attachment_->context(), on_reply, told, "PUBLISH %b %b",
                                         channel.data(), channel.size(), message.data(), message.size());
    if (queued != REDIS_OK) on_reply(attachment_->context(), nullptr, told);
}

void RedisConnection::ask(const RedisCommand& command, OnReply on_reply) {
    if (!alive()) return on_reply(std::nullopt);
    constexpr auto on_answer = [](redisAsyncContext*, void* answer, void* data) {
        const std::unique_ptr<OnReply> told{static_cast<OnReply*>(data)};
        (*told)(answer_of(static_cast<const redisReply*>(answer)));
    };
    std::vector<const char*> words;
    std::vector<std::size_t> sizes;
    for (const std::string& word : command) {
        words.push_back(word.data());
        sizes.push_back(word.size());
    }
    OnReply* const told = std::make_unique<OnReply>(std::move(on_reply)).release();  // on_answer's
    const int queued = redisAsyncCommandArgv(attachment_->context(), on_answer, told,
                                             static_cast<int>(words.size()), words.data(), sizes.data());
    if (queued != REDIS_OK) on_answer(attachment_->context(), nullptr, told);
}

}  // namespace plein::live
