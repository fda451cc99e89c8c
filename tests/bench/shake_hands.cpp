#include "tests/bench/shake_hands.hpp"

#include <fmt/format.h>

namespace plein::bench {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;

asio::ip::tcp::socket connect_to(asio::io_context& context, std::uint16_t port) {
    asio::ip::tcp::socket socket{context};
    socket.connect({asio::ip::address_v4::loopback(), port});
    socket.set_option(asio::ip::tcp::no_delay{true});
    return socket;
}

PlainWebSocket shake_hands(asio::io_context& context, std::uint16_t port, const std::string& path,
                           const std::string& cookie) {
    PlainWebSocket stream{connect_to(context, port)};
    stream.set_option(websocket::stream_base::decorator([&cookie](websocket::request_type& request) {
        if (!cookie.empty()) request.set("Cookie", cookie);
    }));
    stream.handshake(fmt::format("localhost:{}", port), path);
    stream.set_option(websocket::stream_base::decorator([](websocket::request_type&) {}));
    return stream;
}

}  // namespace plein::bench
