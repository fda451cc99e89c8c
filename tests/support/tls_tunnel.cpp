#include "tests/support/tls_tunnel.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <thread>

namespace plein::test {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

struct Joint {
    tcp::socket near;
    asio::ssl::stream<tcp::socket> far;

    /// Both directions end when one does.
    void end() {
        boost::system::error_code ignored;  // it may have ended by itself
        near.close(ignored);
        far.next_layer().close(ignored);
    }
};

template <class From, class To>
asio::awaitable<void> pump(std::shared_ptr<Joint> joint, From* from, To* to) {
    std::array<char, 16 * 1024> bytes{};
    for (;;) {
        const auto [error, size] = co_await from->async_read_some(asio::buffer(bytes), as_result);
        if (error) break;
        const auto [failure, written] = co_await asio::async_write(*to, asio::buffer(bytes, size), as_result);
        if (failure) break;
    }
    joint->end();
}

asio::awaitable<void> connect(std::shared_ptr<Joint> joint, tcp::endpoint from, tcp::endpoint server) {
    auto& socket = joint->far.next_layer();
    socket.open(from.protocol());
    socket.bind(from);
    const auto [unreachable] = co_await socket.async_connect(server, as_result);
    if (unreachable) co_return joint->end();
    const auto [refused] = co_await joint->far.async_handshake(asio::ssl::stream_base::client, as_result);
    if (refused) co_return joint->end();
    const auto executor = co_await asio::this_coro::executor;
    asio::co_spawn(executor, pump(joint, &joint->near, &joint->far), asio::detached);
    asio::co_spawn(executor, pump(joint, &joint->far, &joint->near), asio::detached);
}

}  // namespace

class TlsTunnel::Listener {
public:
    Listener(std::uint16_t server, const std::string& from)
        : server_(asio::ip::address_v4::loopback(), server), from_(asio::ip::make_address(from), 0) {
        asio::co_spawn(io_, accept(), asio::detached);
        thread_ = std::thread{[this] { io_.run(); }};
    }
    ~Listener() {
        io_.stop();
        thread_.join();
    }

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    asio::awaitable<void> accept() {
        for (;;) {
            auto [error, socket] = co_await acceptor_.async_accept(as_result);
            if (error) co_return;
            auto joint =
                std::make_shared<Joint>(std::move(socket), asio::ssl::stream<tcp::socket>{io_, tls_});
            asio::co_spawn(io_, connect(std::move(joint), from_, server_), asio::detached);
        }
    }

    asio::io_context io_{1};
    asio::ssl::context tls_{asio::ssl::context::tls_client};
    tcp::endpoint server_;
    tcp::endpoint from_;
    tcp::acceptor acceptor_{io_, {asio::ip::address_v4::loopback(), 0}};
    std::thread thread_;
};

TlsTunnel::TlsTunnel(std::uint16_t server, const std::string& from)
    : listener_(std::make_unique<Listener>(server, from)) {}
TlsTunnel::~TlsTunnel() = default;

std::uint16_t TlsTunnel::port() const { return listener_->port(); }

}  // namespace plein::test
