#include "tests/support/tls_tunnel.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <thread>
#include <utility>
#include <vector>

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

asio::awaitable<void> rest(std::chrono::milliseconds time) {
    asio::steady_timer timer{co_await asio::this_coro::executor, time};
    co_await timer.async_wait(as_result);
}

/// Bytes that are under way when silence falls wait for its end.
asio::awaitable<void> suffer(const Trouble* trouble) {
    if (const auto delay = trouble->delay.load(); delay.count() > 0) co_await rest(delay);
    while (trouble->silence)
        co_await rest(std::chrono::milliseconds{10});
}

/// Whether this is one of those that end here.
bool is_hit(std::atomic<int>& cuts) {
    int left = cuts;
    while (left > 0 && !cuts.compare_exchange_weak(left, left - 1)) {
    }
    return left > 0;
}

template <class From, class To>
asio::awaitable<void> pump(std::shared_ptr<Joint> joint, From* from, To* to, const Trouble* trouble,
                           std::atomic<int>* cuts) {
    std::array<char, 16 * 1024> bytes{};
    for (bool cut = false; !cut;) {
        const auto [error, size] = co_await from->async_read_some(asio::buffer(bytes), as_result);
        co_await suffer(trouble);
        if (error) break;
        cut = is_hit(*cuts);
        const std::size_t passing = cut ? size / 2 : size;
        const auto [failure, written] =
            co_await asio::async_write(*to, asio::buffer(bytes, passing), as_result);
        if (failure) break;
    }
    joint->end();
}

asio::awaitable<void> connect(std::shared_ptr<Joint> joint, tcp::endpoint from, tcp::endpoint server,
                              Trouble* trouble) {
    auto& socket = joint->far.next_layer();
    socket.open(from.protocol());
    socket.bind(from);
    const auto [unreachable] = co_await socket.async_connect(server, as_result);
    if (unreachable) co_return joint->end();
    const auto [refused] = co_await joint->far.async_handshake(asio::ssl::stream_base::client, as_result);
    if (refused) co_return joint->end();
    const auto executor = co_await asio::this_coro::executor;
    asio::co_spawn(executor, pump(joint, &joint->near, &joint->far, trouble, &trouble->cut_requests),
                   asio::detached);
    asio::co_spawn(executor, pump(joint, &joint->far, &joint->near, trouble, &trouble->cut_responses),
                   asio::detached);
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

    void cut_all() {
        asio::post(io_, [this] {
            for (const auto& weak : std::exchange(joints_, {})) {
                if (const auto joint = weak.lock()) joint->end();
            }
        });
    }

    Trouble trouble;

private:
    asio::awaitable<void> accept() {
        for (;;) {
            auto [error, socket] = co_await acceptor_.async_accept(as_result);
            if (error) co_return;
            auto joint =
                std::make_shared<Joint>(std::move(socket), asio::ssl::stream<tcp::socket>{io_, tls_});
            std::erase_if(joints_, [](const auto& each) { return each.expired(); });
            joints_.push_back(joint);
            asio::co_spawn(io_, connect(std::move(joint), from_, server_, &trouble), asio::detached);
        }
    }

    asio::io_context io_{1};
    asio::ssl::context tls_{asio::ssl::context::tls_client};
    tcp::endpoint server_;
    tcp::endpoint from_;
    tcp::acceptor acceptor_{io_, {asio::ip::address_v4::loopback(), 0}};
    std::vector<std::weak_ptr<Joint>> joints_;
    std::thread thread_;
};

TlsTunnel::TlsTunnel(std::uint16_t server, const std::string& from)
    : listener_(std::make_unique<Listener>(server, from)) {}
TlsTunnel::~TlsTunnel() = default;

std::uint16_t TlsTunnel::port() const { return listener_->port(); }
Trouble& TlsTunnel::trouble() { return listener_->trouble; }
void TlsTunnel::cut_all() { listener_->cut_all(); }

}  // namespace plein::test
