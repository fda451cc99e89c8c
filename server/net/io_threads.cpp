#include "server/net/io_threads.hpp"

#include <spdlog/spdlog.h>

namespace plein::net {
namespace {

/// Handlers do not throw; one that does is a fault to log, never a thread to lose.
void run_until_stopped(boost::asio::io_context& context) {
    while (!context.stopped()) {
        try {
            context.run();
        } catch (const std::exception& error) {
            spdlog::error("an I/O handler threw: {}", error.what());
        }
    }
}

}  // namespace

IoThreads::IoThreads(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        contexts_.push_back(std::make_unique<boost::asio::io_context>(1));
        guards_.emplace_back(contexts_.back()->get_executor());
    }
}

IoThreads::~IoThreads() { stop(); }

void IoThreads::start() {
    for (const auto& context : contexts_) {
        threads_.emplace_back([&context = *context] { run_until_stopped(context); });
    }
}

void IoThreads::stop() {
    for (const auto& context : contexts_)
        context->stop();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

std::vector<boost::asio::io_context*> IoThreads::contexts() const {
    std::vector<boost::asio::io_context*> all;
    for (const auto& context : contexts_)
        all.push_back(context.get());
    return all;
}

}  // namespace plein::net
