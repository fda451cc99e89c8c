/// The I/O threads of a node: one `io_context` each, so that a connection lives and dies on one thread
/// without locks.
///
/// Made first, then `live::Live` (a hub per context), then `Server`; destroyed in the opposite order.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

namespace plein::net {

class IoThreads {
public:
    /// Contexts exist from here on; threads run from `start` on.
    explicit IoThreads(std::size_t count);
    ~IoThreads();
    IoThreads(const IoThreads&) = delete;
    IoThreads& operator=(const IoThreads&) = delete;

    void start();
    /// Leaves what has not run yet and joins. Twice is no error.
    void stop();

    [[nodiscard]] std::size_t size() const { return contexts_.size(); }
    [[nodiscard]] std::vector<boost::asio::io_context*> contexts() const;

private:
    using Guard = boost::asio::executor_work_guard<boost::asio::io_context::executor_type>;

    std::vector<std::unique_ptr<boost::asio::io_context>> contexts_;
    std::vector<Guard> guards_;
    std::vector<std::thread> threads_;
};

}  // namespace plein::net
