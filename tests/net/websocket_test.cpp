// The WebSocket at /live: who may open it, what may be said, and what a slow or silent peer meets. What RFC 6455 says of
// frames has a file of its own, websocket_conformance_test.cpp.
#include "tests/net/running_server.hpp"
#include "tests/net/websocket_client.hpp"

#include <gtest/gtest.h>

namespace plein::net::test {
namespace {

using namespace std::chrono_literals;

const std::string session = "Cookie: __Host-plein=" + std::string{good_session} + "\r\n";
const std::string own_page = "Origin: http://localhost\r\n";

class WebSocket : public testing::Test {
protected:
    static void SetUpTestSuite() { server_ = std::make_unique<RunningServer>(); }
    static void TearDownTestSuite() { server_.reset(); }
    static inline std::unique_ptr<RunningServer> server_;

    WebSocketClient client_{server_->port()};
};

TEST_F(WebSocket, WithoutASessionIsRefused) {
    EXPECT_EQ(client_.open(own_page), 401u);
    EXPECT_EQ(client_.open(own_page + "Cookie: __Host-plein=stolen\r\n"), 401u);
}

TEST_F(WebSocket, FromAForeignPageIsRefused) {
    EXPECT_EQ(client_.open(session + "Origin: https://evil.example\r\n"), 403u);
    EXPECT_EQ(client_.open(session), 403u) << "no Origin";
    EXPECT_EQ(client_.open(session + own_page + "Sec-Fetch-Site: same-site\r\n"), 403u);
}

TEST_F(WebSocket, WithABearerTokenNeedsNoOrigin) {
    EXPECT_EQ(client_.open("Authorization: Bearer " + std::string{good_session} + "\r\n"), 101u);
}

TEST_F(WebSocket, PlainGetOfLiveIsToldToUpgrade) {
    EXPECT_EQ(client_.ask(get("/live", session)).status, 426u);
}

TEST_F(WebSocket, UnknownParameterIsRefused) {
    EXPECT_EQ(client_.open(session + own_page, "?before=1"), 400u);
    EXPECT_EQ(client_.open(session + own_page, "?after=1&after=2"), 400u);
    EXPECT_EQ(client_.open(session + own_page, "?after=1:0"), 101u);
}

TEST_F(WebSocket, AnswersAPing) {
    client_.open();
    client_.say(R"({"operation":"ping"})");
    EXPECT_EQ(client_.hear("pong"), R"({"type":"pong"})");
}

TEST_F(WebSocket, AMessageOfAnyLengthIsUnderstoodWhole) {
    client_.open();
    for (const std::size_t length : {20, 127, 128, 129, 256, 257, 1000, 16'000}) {
        client_.say(R"({"operation":"ping")" + std::string(length - 20, ' ') + "}");
        EXPECT_EQ(client_.hear("pong"), R"({"type":"pong"})") << length;
    }
}

struct Wrong {
    std::string name;
    std::vector<Frame> frames;
    unsigned code;
};
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.name; }

class WrongFrames : public WebSocket, public testing::WithParamInterface<Wrong> {};

TEST_P(WrongFrames, CloseTheConnectionWithTheirCode) {
    client_.open();
    for (const auto& frame : GetParam().frames)
        client_.send_frame(frame);
    EXPECT_EQ(client_.read_close_code(), GetParam().code);
}

const std::string ping = R"({"operation":"ping"})";

INSTANTIATE_TEST_SUITE_P(
    WebSocket, WrongFrames,
    testing::Values(
        Wrong{"Binary", {{.opcode = Opcode::binary, .payload = ping}}, 1003},
        Wrong{"GiantDeclaredLength", {{.payload = "{", .declared_length = std::uint64_t{1} << 40}}, 1009},
        Wrong{"LargerThanAllowed", {{.payload = std::string(limits::live_message + 1, ' ')}}, 1009},
        Wrong{"LargerThanAllowedInFragments",
              {{.payload = std::string(9'000, ' '), .last = false},
               {.opcode = Opcode::continuation, .payload = std::string(9'000, ' ')}},
              1009},
        Wrong{"NoJson", {{.payload = "hello"}}, 1008},
        Wrong{"DeepJson", {{.payload = std::string(10'000, '[')}}, 1008},
        Wrong{"UnknownOperation", {{.payload = R"({"operation":"drop"})"}}, 1008},
        Wrong{"UnknownMember", {{.payload = R"({"operation":"ping","x":1})"}}, 1008}),
    [](const auto& info) { return info.param.name; });

TEST(WebSocketLimits, TooManyMessagesAreTooMany) {
    NetOptions options;
    options.limits.live_burst = 5;
    options.limits.live_messages_per_second = 1;
    RunningServer server{options};
    WebSocketClient client{server.port()};
    client.open();
    for (int i = 0; i < 10; ++i)
        client.say(ping);
    EXPECT_EQ(client.read_close_code(), 1008u);
}

/// More than queue and kernel hold together.
NetOptions narrow() {
    NetOptions options;
    options.limits.max_queued_bytes = 100'000;
    options.limits.socket_send_buffer = 8 * 1024;
    return options;
}
constexpr EventLog long_log{.events = 1'000, .bytes_of_each = 1'000};

TEST(WebSocketLimits, AReaderThatIsTooSlowIsToldToComeBackLater) {
    RunningServer server{narrow(), long_log};
    WebSocketClient client{server.port(), 4 * 1024};
    client.open();
    EXPECT_EQ(client.read_close_code(), 1013u);
}

TEST(WebSocketLimits, AReaderThatNeverReadsIsCutOff) {
    NetOptions options = narrow();
    options.timeouts.closing = 300ms;
    RunningServer server{options, long_log};
    WebSocketClient client{server.port(), 4 * 1024};
    client.open();
    EXPECT_TRUE(server.comes_to("plein_live_slow_readers_total 1"));
    EXPECT_TRUE(server.comes_to("plein_websockets 0"));
}

TEST(WebSocketLimits, ASilentPeerIsPingedAndThenClosed) {
    NetOptions options;
    options.timeouts.ping = 300ms;
    RunningServer server{options};
    WebSocketClient client{server.port()};
    client.open();
    const Frame question = client.read_until(Opcode::ping);
    client.send_frame({.opcode = Opcode::pong, .payload = question.payload});
    EXPECT_EQ(client.read_frame().opcode, Opcode::ping) << "a pong keeps it alive for another round";
    EXPECT_EQ(client.read_close_code(), 1006u);
}

TEST(WebSocketLimits, APeerThatTalksButNeverReadsIsClosedAtTheSecondPing) {
    NetOptions options = narrow();
    options.limits.max_queued_bytes = 10'000'000;
    options.timeouts.ping = 500ms;
    constexpr EventLog blocks_the_socket_and_fits_the_queue{.events = 5'000, .bytes_of_each = 1'000};
    RunningServer server{options, blocks_the_socket_and_fits_the_queue, 1};
    WebSocketClient client{server.port(), 4 * 1024};
    client.open();
    {
        WebSocketClient later{server.port()};
        later.open();
        // On the same thread: the client's own was due before, and waits behind what it does not read.
        later.read_until(Opcode::ping);
        client.send_frame({.opcode = Opcode::pong});
    }
    EXPECT_TRUE(server.comes_to("plein_websockets 0"));
}

TEST(WebSocketLimits, AStoppingServerSaysSoFirst) {
    RunningServer server;
    WebSocketClient client{server.port()};
    client.open();
    client.hear("subscribed");
    server.ask_to_stop();
    client.hear("restarting");
    EXPECT_EQ(client.read_close_code(), 1001u);
    client.send_frame({.opcode = Opcode::close, .payload = "\x03\xE9"});
    client.finish_sending();
    const auto began = std::chrono::steady_clock::now();
    server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
}

// Told any earlier, it would come back before balancers have seen that this server leaves: to this server.
TEST(WebSocketLimits, AServerThatLeavesKeepsThemUntilItHasLeft) {
    NetOptions options;
    options.leaving = 1h;
    RunningServer server{options};
    WebSocketClient client{server.port()};
    client.open();
    client.hear("subscribed");
    ASSERT_TRUE(server.leaves());
    WebSocketClient late{server.port()};
    late.open();
    late.hear("subscribed");
    client.send_frame({.opcode = Opcode::ping});
    EXPECT_EQ(client.read_frame().opcode, Opcode::pong);
    server.ask_to_stop();
    for (WebSocketClient* each : {&client, &late}) {
        each->hear("restarting");
        EXPECT_EQ(each->read_close_code(), 1001u);
    }
}

}  // namespace
}  // namespace plein::net::test
