#include "server/net/listener.hpp"

#include "server/net/http_session.hpp"
#include "server/net/log.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>

namespace plein::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr std::chrono::milliseconds back_off{100};

void open_connection(const std::shared_ptr<Worker>& worker, const std::shared_ptr<Tls>& tls, TcpSocket socket,
                     const tcp::endpoint& peer) {
    auto& counters = worker->site->counters();
    Counted counted{&counters.connections};
    const auto already = counters.connections.fetch_add(1);
    if (already >= static_cast<std::int64_t>(worker->options.limits.connections)) {
        counters.refused.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    counters.accepted.fetch_add(1, std::memory_order_relaxed);
    boost::system::error_code gone;  // a peer that left already is noticed by the first read
    socket.set_option(tcp::no_delay{true}, gone);
    if (tls) {
        open_http(worker, Stream{std::move(socket), *tls->current()}, peer.address(), std::move(counted));
    } else {
        open_http(worker, Stream{std::move(socket)}, peer.address(), std::move(counted));
    }
}

asio::awaitable<void> accept_loop(std::shared_ptr<Worker> worker, std::shared_ptr<Acceptor> acceptor,
                                  std::shared_ptr<Tls> tls) {
    asio::steady_timer pause{worker->context};
    while (acceptor->is_open()) {
        tcp::endpoint peer;
        TcpSocket socket{worker->context.get_executor()};
        const auto [error] =
            co_await acceptor->async_accept(socket, peer, asio::as_tuple(asio::use_awaitable));
        if (!error) {
            open_connection(worker, tls, std::move(socket), peer);
            continue;
        }
        if (!acceptor->is_open() || error == asio::error::operation_aborted) co_return;
        if (error == asio::error::connection_aborted) continue;  // the peer left while it waited
        worker->site->counters().accept_errors.fetch_add(1, std::memory_order_relaxed);
        spdlog::warn("cannot accept connections: {}; trying again in {} ms", error.message(),
                     back_off.count());
        pause.expires_after(back_off);
        co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

}  // namespace

tcp::endpoint free_endpoint(const NetOptions& options) {
    boost::system::error_code error;
    const auto address =
        asio::ip::make_address(options.host == "localhost" ? "127.0.0.1" : options.host, error);
    if (error)
        throw std::runtime_error{"the server's host must be an IP address, not \"" + options.host + "\""};
    asio::io_context context;
    tcp::acceptor probe{context};
    probe.open(tcp::endpoint{address, options.port}.protocol());
    probe.set_option(tcp::acceptor::reuse_address{true});
    probe.bind({address, options.port}, error);
    if (!error) probe.listen(1, error);
    if (error) {
        throw std::runtime_error{
            fmt::format("cannot listen on {} port {}: {}. Choose another port, or stop what uses it.",
                        options.host, options.port, error.message())};
    }
    return probe.local_endpoint();
}

Acceptor listen_on(asio::io_context& context, const tcp::endpoint& endpoint) {
    Acceptor acceptor{context.get_executor()};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(Acceptor::reuse_address{true});
    acceptor.set_option(ReusePort{true});
    acceptor.bind(endpoint);
    acceptor.listen();
    return acceptor;
}

void accept_connections(std::shared_ptr<Worker> worker, std::shared_ptr<Acceptor> acceptor,
                        std::shared_ptr<Tls> tls) {
    if (const auto bytes = worker->options.limits.socket_send_buffer; bytes > 0) {
        // Accepted sockets inherit it.
        acceptor->set_option(Acceptor::send_buffer_size{static_cast<int>(bytes)});
    }
    auto& context = worker->context;
    asio::co_spawn(context, accept_loop(std::move(worker), std::move(acceptor), std::move(tls)), log_thrown);
}

}  // namespace plein::net
