// Keep-alive, pipelining, time-outs, sizes and the orderly end of HTTP connections.
#include "tests/net/running_server.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

namespace plein::net::test {
namespace {

using namespace std::chrono_literals;
using plein::test::until;

const std::string path = "/api/topics/1/words";

TEST(Connections, StayOpenForTheNextRequest) {
    RunningServer server;
    RawClient client{server.port()};
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(client.ask(get("/healthz")).status, 200u);
}

TEST(Connections, EndWhenTheClientWantsIt) {
    RunningServer server;
    RawClient client{server.port()};
    const auto response = client.ask(get("/healthz", "Connection: close\r\n"));
    EXPECT_EQ(response.field("connection"), "close");
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Connections, Http10IsAnsweredAndClosed) {
    RunningServer server;
    RawClient client{server.port()};
    const auto response =
        client.ask("GET /healthz HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(response.status, 200u);
    EXPECT_EQ(response.field("connection"), "close");
}

TEST(Connections, PipelinedRequestsAreAnsweredInOrder) {
    RunningServer server;
    RawClient client{server.port()};
    std::string requests;
    for (int i = 0; i < 300; ++i) {
        requests += with_body("POST", "/api/topics/" + std::to_string(i) + "/words", R"({"words":"hello"})");
    }
    client.send(requests);
    for (int i = 0; i < 300; ++i) {
        const auto response = client.read_response();
        ASSERT_EQ(response.status, 200u);
        ASSERT_EQ(response.body, R"({"words":"hello","topic":)" + std::to_string(i) + "}");
    }
}

TEST(Connections, ABodyMayComeInChunks) {
    RunningServer server;
    RawClient client{server.port()};
    const auto response =
        client.ask("POST " + path +
                   " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json; charset=utf-8\r\n"
                   "Transfer-Encoding: Chunked\r\n\r\n6;x=y\r\n{\"word\r\nb\r\ns\":\"hello\"}\r\n0\r\nHost: "
                   "trailer\r\n\r\n");
    EXPECT_EQ(response.status, 200u);
    EXPECT_EQ(response.body, R"({"words":"hello","topic":1})");
    EXPECT_EQ(client.ask(get("/healthz")).status, 200u);
}

TEST(Connections, AClientThatAsksFirstIsToldToContinue) {
    RunningServer server;
    RawClient client{server.port()};
    const std::string body = R"({"words":"hello"})";
    const auto request = with_body("POST", path, body, "Expect: 100-continue\r\n");
    client.send(request.substr(0, request.size() - body.size()));
    EXPECT_EQ(client.read_response().status, 100u);
    client.send(body);
    EXPECT_EQ(client.read_response().status, 200u);
}

TEST(Connections, AClientThatAsksFirstIsSparedABodyThatIsTooLarge) {
    RunningServer server;
    RawClient client{server.port()};
    client.send("POST " + path +
                " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 900000\r\n\r\n");
    EXPECT_EQ(client.read_response().status, 413u);
}

TEST(Connections, ARefusalReachesAClientThatIsStillSending) {
    RunningServer server;
    RawClient client{server.port()};
    client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n");
    client.send(std::string(900'000, 'x'));
    EXPECT_EQ(client.read_response().status, 413u);
}

TEST(Connections, ThatAreIdleAreClosedInSilence) {
    NetOptions options;
    options.timeouts.idle = 300ms;
    RunningServer server{options};
    RawClient client{server.port()};
    EXPECT_EQ(client.ask(get("/healthz")).status, 200u);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Connections, SlowHeadIsCutOffWith408) {
    NetOptions options;
    options.timeouts.header = 300ms;
    RunningServer server{options};
    RawClient client{server.port()};
    client.send("GET / HTTP/1.1\r\nHost: loc");
    EXPECT_EQ(client.read_response().status, 408u);
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Connections, ADrippingHeadIsCutOffAllTheSame) {
    NetOptions options;
    options.timeouts.header = 500ms;
    options.timeouts.closing = 500ms;
    RunningServer server{options};
    RawClient client{server.port()};
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
    const auto began = std::chrono::steady_clock::now();
    while (client.send("X: y\r\n") && std::chrono::steady_clock::now() - began < 5s) {
        std::this_thread::sleep_for(20ms);  // this client's pace, not a wait for a condition
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
}

TEST(Connections, SlowBodyIsCutOffWith408) {
    NetOptions options;
    options.timeouts.body = 300ms;
    RunningServer server{options};
    RawClient client{server.port()};
    client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    EXPECT_EQ(client.read_response().status, 408u);
}

TEST(Connections, AnAnswerThatNobodyReadsIsGivenUp) {
    TemporaryFolder web;
    web.write("index.html", "<!doctype html>");
    std::string big;
    big.resize(20'000'000, 'x');
    web.write("assets/big.js", big);
    NetOptions options;
    options.web_root = web.path();
    options.timeouts.write = 300ms;
    options.limits.socket_send_buffer = 16 * 1024;
    RunningServer server{options};
    RawClient reader{server.port(), 16 * 1024};
    reader.send(get("/assets/big.js"));
    EXPECT_TRUE(server.comes_to("plein_timeouts_total 1"));
    EXPECT_LT(reader.read_all().size(), 20'000'000u);
}

TEST(Connections, BeyondTheLimitAreClosedAtOnce) {
    NetOptions options;
    options.limits.connections = 2;
    RunningServer server{options};
    RawClient first{server.port()};
    RawClient second{server.port()};
    EXPECT_EQ(first.ask(get("/healthz")).status, 200u);
    EXPECT_EQ(second.ask(get("/healthz")).status, 200u);
    RawClient third{server.port()};
    EXPECT_TRUE(third.is_closed_by_server());
    EXPECT_EQ(first.ask(get("/healthz")).status, 200u);
}

TEST(Connections, ThatAreIdleEndWhenTheServerStops) {
    RunningServer server;
    RawClient client{server.port()};
    EXPECT_EQ(client.ask(get("/healthz")).status, 200u);
    const auto began = std::chrono::steady_clock::now();
    server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Connections, ARequestThatHasBegunIsFinishedWhenTheServerStops) {
    RunningServer server;
    RawClient client{server.port()};
    const auto request = with_body("POST", path, R"({"words":"hello"})");
    client.send(request.substr(0, 20));
    RawClient watcher{server.port()};
    const auto question = get("/metrics");
    std::size_t received = 20;
    EXPECT_TRUE(until([&] {
        received += question.size();
        const auto line = "plein_http_received_bytes_total " + std::to_string(received) + "\n";
        return watcher.ask(question).body.find(line) != std::string::npos;
    }));
    server.ask_to_stop();
    EXPECT_TRUE(watcher.is_closed_by_server());
    client.send(request.substr(20));
    const auto response = client.read_response();
    EXPECT_EQ(response.status, 200u);
    EXPECT_EQ(response.field("connection"), "close");
}

TEST(Connections, AServerThatLeavesServesThemAllButEachForOneRequestOnly) {
    NetOptions options;
    options.leaving = 1h;
    RunningServer server{options};
    RawClient idle{server.port()};
    EXPECT_EQ(idle.ask(get("/healthz")).field("connection"), "");
    ASSERT_TRUE(server.leaves());
    RawClient late{server.port()};
    for (RawClient* client : {&idle, &late}) {
        const auto response = client->ask(with_body("POST", path, R"({"words":"hello"})"));
        EXPECT_EQ(response.status, 200u);
        EXPECT_EQ(response.field("connection"), "close");
        client->finish_sending();
        EXPECT_TRUE(client->is_closed_by_server());
    }
}

TEST(Connections, ThatAreIdleEndWhenTheServerHasLeft) {
    NetOptions options;
    options.leaving = 1h;
    RunningServer server{options};
    RawClient idle{server.port()};
    EXPECT_EQ(idle.ask(get("/healthz")).status, 200u);
    ASSERT_TRUE(server.leaves());
    server.ask_to_stop();
    EXPECT_TRUE(idle.is_closed_by_server());
}

TEST(Connections, ASecondServerOnThePortIsRefusedWithReason) {
    RunningServer server;
    NetOptions options;
    options.port = server.port();
    IoThreads threads{1};
    Services services;
    try {
        const Server second{options, threads, std::move(services)};
        FAIL() << "two servers on one port";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string{error.what()}.find("Choose another port"), std::string::npos);
    }
}

}  // namespace
}  // namespace plein::net::test
