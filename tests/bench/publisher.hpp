/// Another node, as far as events go: commits them to the log and announces them on Redis.
#pragma once

#include "server/live/redis_link.hpp"
#include "storage/database.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <atomic>
#include <string>
#include <thread>

namespace plein::bench {

/// A thread for a context, as long as this stands; what is still to be done then is left.
class ContextThread {
public:
    explicit ContextThread(boost::asio::io_context& context)
        : context_(context), stays_(context.get_executor()), thread_([&context] { context.run(); }) {}
    ~ContextThread() {
        context_.stop();
        thread_.join();
    }
    ContextThread(const ContextThread&) = delete;
    ContextThread& operator=(const ContextThread&) = delete;

private:
    boost::asio::io_context& context_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> stays_;
    std::thread thread_;
};

class Publisher {
public:
    /// Errors: whatever PostgreSQL has to say; std::runtime_error, when Redis does not answer.
    Publisher(const std::string& database_url, const std::string& redis_url);

    /// So many posts on the stream of the group, in one transaction. Blocks until they are in the log.
    void publish(GroupId group, TabId tab, PersonId author, std::size_t posts);
    /// Of an event as it is announced.
    [[nodiscard]] std::size_t event_bytes() const { return event_bytes_; }

private:
    boost::asio::io_context context_{1};
    live::RedisLink redis_;
    storage::Database database_;
    std::atomic<std::size_t> event_bytes_{0};
    std::int64_t post_ = 1;
    ContextThread thread_{context_};
};

}  // namespace plein::bench
