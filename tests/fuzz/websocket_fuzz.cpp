// Any bytes behind the handshake at /live, through the session and the hub that serve it: whatever is answered is well
// formed, and when the peer has left nothing of it stays.
#include "protocol/json_reader.hpp"
#include "protocol/live.hpp"
#include "protocol/text.hpp"
#include "server/net/request_parser.hpp"
#include "server/net/websocket.hpp"

#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace {

using namespace plein;
using namespace plein::net;
using boost::asio::awaitable;

void require(bool holds) {
    if (!holds) std::abort();
}

awaitable<std::vector<live::Answer>> empty_streams(std::vector<live::Asking> asked) {
    std::vector<live::Answer> answers;
    for (const live::Asking& asking : asked)
        answers.emplace_back().emplace(asking.wishes.size(),
                                       live::Replay{live::Replay::Outcome::served, 0, "1", {}});
    co_return answers;
}

awaitable<live::SharedEvents> no_gap(std::string, std::int64_t, std::int64_t) {
    co_return live::SharedEvents{};
}

/// One I/O thread of a node, without listener: connections come as pairs of sockets.
struct Node {
    Node() { spdlog::set_level(spdlog::level::off); }

    NetOptions options;
    boost::asio::io_context io{1};
    live::Hub hub{io, {}, empty_streams, no_gap};
    std::shared_ptr<Site> site = std::make_shared<Site>(options, Services{});
    std::shared_ptr<Worker> worker = std::make_shared<Worker>(io, options, site, hub);
    std::atomic<std::int64_t> connections = 0;
};

HttpRequest handshake(const NetLimits& limits) {
    RequestParser parser{limits};
    parser.feed(
        "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    return parser.take();
}

/// Everything that the peer gets who says this and leaves.
std::string conversation(Node& node, std::string_view said) {
    std::array<int, 2> ends{};
    require(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
    require(::send(ends[1], said.data(), said.size(), 0) == static_cast<ssize_t>(said.size()));
    ::shutdown(ends[1], SHUT_WR);

    node.connections = 1;
    Upgrade upgrade{node.worker, handshake(node.options.limits), {}, Counted{&node.connections}};
    open_websocket(std::move(upgrade), TcpSocket{node.io, boost::asio::ip::tcp::v4(), ends[0]});
    while (node.connections > 0)
        require(node.io.run_one() > 0);
    node.io.poll();
    node.io.restart();
    require(node.site->counters().websockets == 0);
    require(node.hub.figures().connections == 0 && node.hub.figures().streams == 0);

    std::string heard;
    std::array<char, 64 * 1024> bytes{};
    for (ssize_t count = 0; (count = ::recv(ends[1], bytes.data(), bytes.size(), 0)) > 0;)
        heard.append(bytes.data(), static_cast<std::size_t>(count));
    ::close(ends[1]);
    return heard;
}

void check_close(std::string_view payload) {
    require(payload.size() != 1);
    if (payload.size() < 2) return;
    const auto code = static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
    require(code >= 1000 && code != 1004 && code != 1005 && code != 1006 && code != 1014 && code != 1015);
}

/// Takes one frame off the front: whole, of one piece, without mask, of a kind that a server sends.
void check_frame(std::string_view& bytes) {
    require(bytes.size() >= 2);
    const auto kind = static_cast<unsigned char>(bytes[0]);
    const auto length = static_cast<unsigned char>(bytes[1]);
    require(length < 126 && bytes.size() >= 2u + length);  // notices are short
    const auto payload = bytes.substr(2, length);
    bytes.remove_prefix(2u + length);
    switch (kind) {
        case 0x81:
            (void)from_json<Notice>(payload);
            return;
        case 0x88:
            check_close(payload);
            return require(bytes.empty());
        default:
            return require(kind == 0x8A);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > limits::live_message + 1024) return 0;
    static Node node;
    const std::string heard = conversation(node, {reinterpret_cast<const char*>(data), size});
    const auto end_of_head = heard.find("\r\n\r\n");
    require(heard.starts_with("HTTP/1.1 101 ") && end_of_head != heard.npos);
    std::string_view frames{heard};
    frames.remove_prefix(end_of_head + 4);
    while (!frames.empty())
        check_frame(frames);
    return 0;
}
