// Clients that send without end, or say that they will, against the running binary: each gets as far as its limit, and the
// node's memory stays within what the limits add up to.
#include "tests/net/raw_client.hpp"
#include "tests/support/deployment.hpp"
#include "tests/support/sanitizers.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace plein::test {
namespace {

using net::test::RawClient;

constexpr std::size_t crowd = 40;
constexpr std::size_t kib = 1024;
constexpr std::size_t bytes_of_each =
    6 * 1024 * kib;  // more than lies in the sockets when the node takes no more

class Hoarders : public testing::Test {
protected:
    std::unique_ptr<RawClient> on_http(const std::string& opening) {
        auto client = std::make_unique<RawClient>(plein_.port());
        client->send(opening);
        return client;
    }
    /// Of several people in turn: one alone may not have so many.
    std::unique_ptr<RawClient> on_websocket() {
        const auto& town = plein_.town;
        const std::vector people{town.owner,     town.other_owner, town.moderator, town.member,
                                 town.colleague, town.guest,       town.stranger,  town.newcomer};
        auto client = on_http(
            "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Authorization: Bearer " +
            plein_.session_of(people.at(opened_++ % people.size())) + "\r\n\r\n");
        EXPECT_EQ(client->read_response().status, 101u);
        return client;
    }
    static void send_again_and_again(RawClient& client, const std::string& piece) {
        for (std::size_t sent = 0; sent < bytes_of_each && client.send(piece);)
            sent += piece.size();
    }

    /// What a crowd makes the node's memory grow by, for each of it, while all of them stay; where that can be told.
    template <class Come>
    std::size_t memory_of_each(Come come) {
        come();  // what the first one needs is needed once
        const std::size_t before = plein_.node().resident_bytes();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (std::size_t i = 0; i < crowd; ++i)
            clients.push_back(come());
        EXPECT_EQ(Device{plein_.port()}.send({.method = "GET", .target = "/healthz"}).status, 200u);
        const std::size_t after = plein_.node().resident_bytes();
        const std::size_t each = after > before ? (after - before) / crowd : 0;
        RecordProperty("bytes_of_each", std::to_string(each));
        return with_address_sanitizer ? 0 : each;
    }

    Deployment plein_{{.redis = false, .settings = {{"PLEIN_TIMEOUTS_CLOSING_MS", "100"}}}};
    const std::string post_ =
        "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    std::size_t opened_ = 0;
};

TEST_F(Hoarders, OfFieldsGetAHead) {
    EXPECT_LT(memory_of_each([&] {
                  auto client = on_http("GET / HTTP/1.1\r\nHost: localhost\r\n");
                  send_again_and_again(*client, "X: " + std::string(1'000, 'y') + "\r\n");
                  return client;
              }),
              100 * kib);
}

TEST_F(Hoarders, OfADeclaredLengthGetWhatTheySent) {
    EXPECT_LT(memory_of_each([&] { return on_http(post_ + "Content-Length: 262144\r\n\r\n{"); }), 50 * kib);
}

TEST_F(Hoarders, OfChunksGetABody) {
    EXPECT_LT(memory_of_each([&] {
                  auto client = on_http(post_ + "Transfer-Encoding: chunked\r\n\r\n");
                  send_again_and_again(*client, "1000\r\n" + std::string(4096, ' ') + "\r\n");
                  return client;
              }),
              600 * kib);
}

TEST_F(Hoarders, OfChunkExtensionsGetAHead) {
    EXPECT_LT(memory_of_each([&] {
                  auto client = on_http(post_ + "Transfer-Encoding: chunked\r\n\r\n1;");
                  send_again_and_again(*client, std::string(4096, 'x'));
                  return client;
              }),
              100 * kib);
}

TEST_F(Hoarders, OfAMessageInFragmentsGetAMessage) {
    const std::string mask(4, '\0');
    EXPECT_LT(memory_of_each([&] {
                  auto client = on_websocket();
                  client->send("\x01\x80" + mask);
                  send_again_and_again(*client,
                                       std::string{"\x00\xFE\x10\x00", 4} + mask + std::string(4096, ' '));
                  return client;
              }),
              100 * kib);
}

TEST_F(Hoarders, OfADeclaredMessageGetNothing) {
    EXPECT_LT(memory_of_each([&] {
                  auto client = on_websocket();
                  client->send(std::string{"\x81\xFF\0\0\0\0\x7F\xFF\xFF\xFF\0\0\0\0{", 15});
                  return client;
              }),
              50 * kib);
}

}  // namespace
}  // namespace plein::test
