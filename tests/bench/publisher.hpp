/// Another node, as far as events go: commits them to the log and announces them on Redis.
#pragma once

#include "server/live/redis_link.hpp"
#include "storage/database.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <string>
#include <thread>

namespace plein::bench {

class Publisher {
public:
    /// Errors: whatever PostgreSQL has to say; std::runtime_error, when Redis does not answer.
    Publisher(const std::string& database_url, const std::string& redis_url);
    ~Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    /// So many posts on the stream of the group, in one transaction. Blocks until they are in the log.
    void publish(GroupId group, TabId tab, PersonId author, std::size_t posts);
    /// Of an event as it is announced.
    [[nodiscard]] std::size_t event_bytes() const { return event_bytes_; }

private:
    boost::asio::io_context context_{1};
    live::RedisLink redis_;
    storage::Database database_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> stays_{context_.get_executor()};
    std::thread thread_{[this] { context_.run(); }};
    std::atomic<std::size_t> event_bytes_{0};
    std::int64_t post_ = 1;
};

}  // namespace plein::bench
