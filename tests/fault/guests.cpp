#include "tests/fault/guests.hpp"

#include "server/access/access.hpp"
#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <list>
#include <random>
#include <thread>

namespace plein::test {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t connections_each = 12;  // of one person; a node has a bound for them
constexpr auto shortest_pause = 100ms;        // before another try

std::vector<std::string> sessions_of_new_people(Deployment& plein, std::size_t count) {
    storage::DatabaseOptions of_the_test{.url = plein.database().server_url(), .connections = 1};
    storage::Database database{of_the_test, [](auto) {}};
    std::vector<std::string> tokens;
    database.commit_now([&](storage::Transaction& tx) {
        const auto system = access::as_system("a test's guests");
        for (std::size_t i = 0; i < count; ++i) {
            tokens.push_back(features::make_token());
            const std::string name = fmt::format("guest{}", i);
            const PersonId person =
                storage::insert_person(tx, system, {.name = name, .email = name + "@example.org"});
            storage::insert_session(tx, person, access::hash_token(tokens.back()), "a test");
        }
        return 0;
    });
    return tokens;
}

/// The handshake of RFC 6455; what comes behind it is not masked, and looked at as text.
std::string handshake(std::uint16_t port, const std::string& token) {
    return fmt::format(
        "GET /live HTTP/1.1\r\nHost: localhost:{0}\r\nOrigin: http://localhost:{0}\r\nCookie: "
        "__Host-plein={1}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        port, token);
}

}  // namespace

class Guests::Lobby {
public:
    Lobby(Deployment& plein, std::size_t count)
        : server_(asio::ip::address_v4::loopback(), plein.port()),
          tokens_(sessions_of_new_people(plein, 1 + count / connections_each)),
          count_(count),
          thread_([this] { io_.run(); }) {}
    ~Lobby() {
        leave();
        work_.reset();
        thread_.join();
    }

    void come() {
        for (std::size_t i = 0; i < count_; ++i)
            asio::co_spawn(io_, stay(tokens_[i / connections_each]), asio::detached);
    }

    void drop_everything() {
        std::atomic<bool> dropped = false;
        asio::post(io_, [&] {
            for (tcp::socket* socket : sockets_)
                drop(*socket);
            present_ = 0;  // at once: their coroutines hear of it later
            ++drops_;
            dropped = true;
            dropped.notify_all();
        });
        dropped.wait(false);
    }

    void leave() {
        leaving_ = true;
        drop_everything();
    }

    [[nodiscard]] std::size_t present() const { return present_; }

private:
    /// Without a goodbye, and without a port that stays reserved for it.
    static void drop(tcp::socket& socket) {
        boost::system::error_code ignored;  // it may have ended by itself
        socket.set_option(asio::socket_base::linger{true, 0}, ignored);
        socket.close(ignored);
    }

    asio::awaitable<void> stay(std::string token) {
        asio::steady_timer pause{io_};
        const std::string request = handshake(server_.port(), token);
        while (!leaving_) {
            tcp::socket socket{io_};
            const auto place = sockets_.insert(sockets_.end(), &socket);
            const auto [refused] = co_await socket.async_connect(server_, as_result);
            if (!refused) {
                const auto [unsent, size] =
                    co_await asio::async_write(socket, asio::buffer(request), as_result);
                if (!unsent) co_await listen(socket);
            }
            sockets_.erase(place);
            // Each at a moment of its own, as a page does: the node says 503 to those for whom it has no place in its queue.
            pause.expires_after(shortest_pause * (1 + random_() % 20));
            if (!leaving_) co_await pause.async_wait(as_result);
        }
    }

    /// Until the connection ends, or is none. Present from the first notice on.
    asio::awaitable<void> listen(tcp::socket& socket) {
        std::array<char, 1024> bytes{};
        std::string said;
        bool is_present = false;
        std::size_t drops = 0;  // before it was present
        for (;;) {
            const auto [error, size] = co_await socket.async_read_some(asio::buffer(bytes), as_result);
            if (error) break;
            if (is_present) continue;
            said.append(bytes.data(), size);
            if (!said.starts_with("HTTP/1.1 101 ")) break;
            is_present = said.find(R"("subscribed")") != std::string::npos;
            if (!is_present) continue;
            drops = drops_;
            ++present_;
        }
        if (is_present && drops == drops_) --present_;
    }

    asio::io_context io_{1};
    asio::executor_work_guard<asio::io_context::executor_type> work_{io_.get_executor()};
    tcp::endpoint server_;
    std::vector<std::string> tokens_;
    std::size_t count_;
    std::list<tcp::socket*> sockets_;
    std::minstd_rand random_;
    std::size_t drops_ = 0;
    std::atomic<std::size_t> present_ = 0;
    std::atomic<bool> leaving_ = false;
    std::thread thread_;
};

Guests::Guests(Deployment& plein, std::size_t count) : lobby_(std::make_unique<Lobby>(plein, count)) {}
Guests::~Guests() = default;
void Guests::come() { lobby_->come(); }
void Guests::drop_everything() { lobby_->drop_everything(); }
void Guests::leave() { lobby_->leave(); }
std::size_t Guests::present() const { return lobby_->present(); }

}  // namespace plein::test
