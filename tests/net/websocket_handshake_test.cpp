// RFC 6455 §4: which requests become a WebSocket, and what the others are told.
#include "tests/net/running_server.hpp"

#include <gtest/gtest.h>

namespace plein::net::test {
namespace {

struct Handshake {
    std::string name;
    std::string request_line;
    std::string fields;
    unsigned status;
};
void PrintTo(const Handshake& handshake, std::ostream* out) { *out << handshake.name; }

const std::string get_live = "GET /live HTTP/1.1";
const std::string asks = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
const std::string version = "Sec-WebSocket-Version: 13\r\n";
const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
const std::string entitled = "Authorization: Bearer " + std::string{good_session} + "\r\n";

class Handshakes : public testing::TestWithParam<Handshake> {
protected:
    static void SetUpTestSuite() { server_ = std::make_unique<RunningServer>(); }
    static void TearDownTestSuite() { server_.reset(); }

    RawResponse answer() {
        return client_.ask(GetParam().request_line + "\r\nHost: localhost\r\n" + entitled +
                           GetParam().fields + "\r\n");
    }

    static inline std::unique_ptr<RunningServer> server_;
    RawClient client_{server_->port()};
};

TEST_P(Handshakes, AreAnsweredByTheirForm) {
    const RawResponse response = answer();
    EXPECT_EQ(response.status, GetParam().status);
    if (response.status == 426) {
        EXPECT_EQ(response.field("upgrade"), "websocket");
        EXPECT_EQ(response.field("sec-websocket-version"), "13");
    }
    if (response.status >= 400) {
        EXPECT_EQ(response.field("content-type"), "application/problem+json");
    }
}

INSTANTIATE_TEST_SUITE_P(
    Section4, Handshakes,
    testing::Values(
        Handshake{"WhatTheRfcAsksFor", get_live, asks + version + key, 101},
        Handshake{"NamesInAnyCaseAmongOthers", get_live,
                  "connection: keep-alive, UPGRADE\r\nupgrade: WebSocket\r\n" + version + key, 101},
        Handshake{"NoUpgrade", get_live, "Connection: Upgrade\r\n" + version + key, 426},
        Handshake{"NoConnection", get_live, "Upgrade: websocket\r\n" + version + key, 426},
        Handshake{"AnotherProtocol", get_live, "Connection: Upgrade\r\nUpgrade: h2c\r\n" + version + key,
                  426},
        Handshake{"NoVersion", get_live, asks + key, 426},
        Handshake{"OlderVersion", get_live, asks + "Sec-WebSocket-Version: 8\r\n" + key, 426},
        Handshake{"LaterVersion", get_live, asks + "Sec-WebSocket-Version: 14\r\n" + key, 426},
        Handshake{"VersionThatIsNone", get_live, asks + "Sec-WebSocket-Version: 13x\r\n" + key, 426},
        Handshake{"TwoVersions", get_live, asks + "Sec-WebSocket-Version: 8\r\n" + version + key, 426},
        Handshake{"NoKey", get_live, asks + version, 400},
        Handshake{"EmptyKey", get_live, asks + version + "Sec-WebSocket-Key:\r\n", 400},
        Handshake{"KeyOf15Bytes", get_live, asks + version + "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0\r\n",
                  400},
        Handshake{"KeyOf17Bytes", get_live,
                  asks + version + "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NTY=\r\n", 400},
        Handshake{"KeyThatIsNoBase64", get_live,
                  asks + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ!==\r\n", 400},
        Handshake{"GiantKey", get_live,
                  asks + version + "Sec-WebSocket-Key: " + std::string(4'000, 'A') + "\r\n", 400},
        Handshake{"TwoKeys", get_live, asks + version + key + key, 400},
        Handshake{"Http10", "GET /live HTTP/1.0", asks + version + key, 426},
        Handshake{"Head", "HEAD /live HTTP/1.1", asks + version + key, 426},
        Handshake{"Post", "POST /live HTTP/1.1", asks + version + key + "Content-Length: 0\r\n", 405},
        Handshake{"AnotherPath", "GET /healthz HTTP/1.1", asks + version + key, 200}),
    [](const auto& info) { return info.param.name; });

TEST_F(Handshakes, TheAnswerProvesThatTheKeyWasReadAndPromisesNothingElse) {
    client_.send(
        get("/live", asks + version + key + entitled +
                         "Sec-WebSocket-Protocol: chat, superchat\r\n"
                         "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"));
    const RawResponse response = client_.read_response();
    EXPECT_EQ(response.status, 101u);
    EXPECT_EQ(response.field("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    EXPECT_FALSE(response.fields.contains("sec-websocket-protocol"));
    EXPECT_FALSE(response.fields.contains("sec-websocket-extensions"));
}

TEST_F(Handshakes, WhoSpeaksBeforeTheAnswerIsDropped) {
    client_.send(get("/live", asks + version + key + entitled) + "\x81\x80----");
    EXPECT_TRUE(client_.is_closed_by_server());
}

}  // namespace
}  // namespace plein::net::test
