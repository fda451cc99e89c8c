#include "server/net/server.hpp"

#include "server/net/listener.hpp"
#include "server/net/service_manager.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <vector>

namespace plein::net {

namespace asio = boost::asio;

/// Runs on the thread that called `run`; what concerns a worker is posted to its thread.
class Server::Node {
public:
    Node(NetOptions options, IoThreads& threads, Services services);

    void run();
    void leave() {
        asio::post(context_, [this] { begin_to_leave(); });
    }
    void stop() {
        asio::post(context_, [this] { drain(); });
    }
    [[nodiscard]] std::uint16_t port() const { return endpoint_.port(); }

private:
    /// The side of one I/O thread. Touched on that thread only, which also lets go of it last.
    struct Front {
        std::shared_ptr<Worker> worker;
        std::shared_ptr<Acceptor> acceptor;
        std::atomic<bool> closed{false};
    };

    enum class Phase { serving, leaving, draining };

    void wait_for_signal();
    void go_on_with_the_end();
    void reload_certificate();
    void tell_that_it_ends();
    void begin_to_leave();
    void drain();
    void wait_for_last_connection();

    const NetOptions options_;
    asio::io_context context_{1};
    asio::signal_set signals_{context_, SIGINT, SIGTERM, SIGHUP};
    asio::steady_timer timer_{context_};
    std::chrono::steady_clock::time_point give_up_at_;
    Phase phase_ = Phase::serving;
    std::shared_ptr<Tls> tls_;
    std::shared_ptr<Site> site_;
    asio::ip::tcp::endpoint endpoint_;
    std::vector<std::shared_ptr<Front>> fronts_;
};

Server::Node::Node(NetOptions options, IoThreads& threads, Services services)
    : options_(std::move(options)),
      tls_(options_.tls_certificate.empty()
               ? nullptr
               : std::make_shared<Tls>(options_.tls_certificate, options_.tls_key)),
      site_(std::make_shared<Site>(options_, std::move(services))),
      endpoint_(free_endpoint(options_)) {
    const auto contexts = threads.contexts();
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        auto front = std::make_shared<Front>();
        front->worker = std::make_shared<Worker>(*contexts[i], options_, site_, site_->hub(i));
        front->acceptor = std::make_shared<Acceptor>(listen_on(*contexts[i], endpoint_));
        fronts_.push_back(std::move(front));
    }
}

void Server::Node::run() {
    for (const auto& front : fronts_) {
        asio::post(front->worker->context, [front, tls = tls_] {
            front->worker->wheel.start();
            accept_connections(front->worker, front->acceptor, tls);
        });
    }
    wait_for_signal();
    tell_service_manager("READY=1");
    context_.run();
    for (auto& front : fronts_) {
        auto& context = front->worker->context;
        asio::post(context, [last = std::move(front)] { last->worker->wheel.stop(); });
    }
    fronts_.clear();
}

void Server::Node::wait_for_signal() {
    signals_.async_wait([this](boost::system::error_code error, int signal) {
        if (error) return;
        if (signal == SIGHUP)
            reload_certificate();
        else
            go_on_with_the_end();
        wait_for_signal();
    });
}

/// Whoever asks again is in a hurry.
void Server::Node::go_on_with_the_end() {
    if (phase_ == Phase::serving) return begin_to_leave();
    if (phase_ == Phase::leaving) return drain();
    context_.stop();
}

void Server::Node::reload_certificate() {
    if (!tls_) return;
    try {
        tls_->reload();
        spdlog::info("certificate loaded again");
    } catch (const std::exception& error) {
        spdlog::error("the certificate stays as it is: {}", error.what());
    }
}

/// The service manager waits for as long as our own settings say, whatever its own say.
void Server::Node::tell_that_it_ends() {
    constexpr std::chrono::seconds for_the_rest{10};
    const std::chrono::microseconds longest = options_.leaving + options_.drain + for_the_rest;
    site_->leave();
    tell_service_manager(fmt::format("STOPPING=1\nEXTEND_TIMEOUT_USEC={}", longest.count()));
}

void Server::Node::begin_to_leave() {
    if (phase_ != Phase::serving) return;
    if (options_.leaving.count() == 0) return drain();
    tell_that_it_ends();
    phase_ = Phase::leaving;
    for (const auto& front : fronts_)
        asio::post(front->worker->context, [front] { front->worker->leaving = true; });
    timer_.expires_after(options_.leaving);
    timer_.async_wait([this](boost::system::error_code error) {
        if (!error) drain();
    });
}

void Server::Node::drain() {
    if (phase_ == Phase::draining) return;
    if (phase_ == Phase::serving) tell_that_it_ends();
    phase_ = Phase::draining;
    give_up_at_ = std::chrono::steady_clock::now() + options_.drain;
    for (const auto& front : fronts_) {
        asio::post(front->worker->context, [front] {
            boost::system::error_code ignored;  // it listens no more, whatever the answer
            front->acceptor->close(ignored);
            front->worker->leaving = front->worker->draining = true;
            front->worker->hub.stop();
            for (Drainable& session : front->worker->drainables)
                session.drain();
            front->closed = true;
        });
    }
    wait_for_last_connection();
}

void Server::Node::wait_for_last_connection() {
    const bool closed = std::ranges::all_of(fronts_, [](const auto& front) { return front->closed.load(); });
    const auto open = site_->counters().connections.load();
    if ((closed && open == 0) || std::chrono::steady_clock::now() >= give_up_at_) {
        if (open > 0) spdlog::warn("stopped with {} connections open", open);
        return context_.stop();
    }
    timer_.expires_after(std::chrono::milliseconds{20});
    timer_.async_wait([this](boost::system::error_code error) {
        if (!error) wait_for_last_connection();
    });
}

Server::Server(NetOptions options, IoThreads& threads, Services services)
    : node_(std::make_unique<Node>(std::move(options), threads, std::move(services))) {}
Server::~Server() = default;
void Server::run() { node_->run(); }
void Server::leave() { node_->leave(); }
void Server::stop() { node_->stop(); }
std::uint16_t Server::port() const { return node_->port(); }

}  // namespace plein::net
