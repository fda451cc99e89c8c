/// Coroutines run from a test, and waited for.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <future>
#include <thread>

namespace plein::test {

/// Runs an I/O context on a thread of its own.
class IoThread {
public:
    ~IoThread() {
        guard_.reset();
        thread_.join();
    }

    /// Starts the coroutine there; the future brings its result or what it threw.
    template <class T>
    std::future<T> start(boost::asio::awaitable<T> coroutine) {
        return boost::asio::co_spawn(context_, std::move(coroutine), boost::asio::use_future);
    }

private:
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_ =
        make_work_guard(context_);
    std::thread thread_{[this] { context_.run(); }};
};

}  // namespace plein::test
