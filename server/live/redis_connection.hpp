/// One connection to Redis: hiredis' asynchronous client on an Asio descriptor.
///
/// Thread: its context's. It never reconnects; its owner makes another one.
#pragma once

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plein::live {

/// Where Redis is. `socket` (a Unix socket's path) or `host` and `port`.
struct RedisAddress {
    std::string socket;
    std::string host;
    int port = 6379;
    std::string user;
    std::string password;

    /// Reads "unix:///path/redis.sock" or "redis://[user][:password@]host[:port]". Throws
    /// std::invalid_argument.
    static RedisAddress parse(const std::string& url);
};

/// A command and what it is about, whatever bytes they are.
using RedisCommand = std::vector<std::string>;
/// The items of a list, in their order; of any other answer the one item, a number in digits. Nothing where Redis has
/// nothing.
using RedisAnswer = std::vector<std::optional<std::string>>;

class RedisConnection {
public:
    using OnMessage = std::function<void(std::string_view channel, std::string_view message)>;
    using OnAnswer = std::function<void(bool accepted)>;
    using OnReply = std::function<void(std::optional<RedisAnswer> answer)>;
    using OnEnd = std::function<void(const std::string& reason)>;

    /// Begins to connect; `host` is an address in digits. `on_end` is called once, when the connection is
    /// over.
    RedisConnection(boost::asio::io_context& context, const RedisAddress& address, OnEnd on_end);
    ~RedisConnection();
    RedisConnection(const RedisConnection&) = delete;
    RedisConnection& operator=(const RedisConnection&) = delete;

    [[nodiscard]] bool alive() const;

    void subscribe(const std::string& channel, const OnMessage& on_message);
    /// `on_answer` is always called: with false when the connection ended before Redis answered.
    void publish(const std::string& channel, const std::string& message, OnAnswer on_answer);
    /// Not on a connection that subscribes. `on_reply` is always called: with nothing when Redis refused, or the connection
    /// ended before it answered.
    void ask(const RedisCommand& command, OnReply on_reply);

private:
    class Attachment;
    std::shared_ptr<Attachment> attachment_;
};

}  // namespace plein::live
