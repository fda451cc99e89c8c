// What the API, the web client and the health pages answer.
#include "tests/net/running_server.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace plein::net::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string path = "/api/topics/1/words";
const std::string hello = R"({"words":"hello"})";
const std::string session = "Cookie: __Host-plein=" + std::string{good_session} + "\r\n";
const std::string bearer = "Authorization: Bearer " + std::string{good_session} + "\r\n";

class Answers : public testing::Test {
protected:
    static void SetUpTestSuite() {
        web_ = std::make_unique<TemporaryFolder>();
        web_->write("index.html", "<!doctype html><title>Plein</title>");
        web_->write("sw.js", "// worker");
        web_->write("assets/app-1a2b.js", "identity");
        web_->write("assets/app-1a2b.js.br", "brotli");
        web_->write("assets/app-1a2b.js.gz", "gzip");
        web_->write("lonely.css.br", "brotli");
        NetOptions options;
        options.web_root = web_->path();
        options.public_url = "https://plein.example.nl";
        options.trusted_proxies = {"127.0.0.0/8"};
        server_ = std::make_unique<RunningServer>(options);
    }
    static void TearDownTestSuite() {
        server_.reset();
        web_.reset();
    }

    RawClient client_{server_->port()};
    static inline std::unique_ptr<TemporaryFolder> web_;
    static inline std::unique_ptr<RunningServer> server_;
};

TEST_F(Answers, CarryTheHeadersThatProtectTheReader) {
    const auto answer = client_.ask(get("/"));
    EXPECT_EQ(answer.status, 200u);
    EXPECT_THAT(answer.field("content-security-policy"), HasSubstr("default-src 'none'; script-src 'self'"));
    EXPECT_THAT(answer.field("content-security-policy"), HasSubstr("require-trusted-types-for 'script'"));
    EXPECT_THAT(answer.field("strict-transport-security"), HasSubstr("max-age="));
    EXPECT_EQ(answer.field("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.field("referrer-policy"), "no-referrer");
    EXPECT_EQ(answer.field("x-request-id").size(), 16u);
}

TEST_F(Answers, OfTheApiAreNeverStored) {
    const auto answer = client_.ask(get(path));
    EXPECT_EQ(answer.status, 200u);
    EXPECT_EQ(answer.field("cache-control"), "no-store");
    EXPECT_EQ(answer.field("content-type"), "application/json");
}

TEST_F(Answers, ToHeadHaveTheLengthAndNoBody) {
    const auto whole = client_.ask(get(path, "X-Forwarded-For: 192.0.2.7\r\n"));
    const auto head =
        client_.ask("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.7\r\n\r\n");
    EXPECT_EQ(head.field("content-length"), std::to_string(whole.body.size()));
    EXPECT_EQ(client_.ask(get("/healthz")).body, "alive\n");
}

TEST_F(Answers, UnknownPathIsNotFound) {
    const auto answer = client_.ask(get("/api/nothing"));
    EXPECT_EQ(answer.status, 404u);
    EXPECT_THAT(answer.body, HasSubstr(R"("code":"not_found")"));
    EXPECT_THAT(answer.body, HasSubstr(answer.field("x-request-id")));
}

TEST_F(Answers, WrongMethodIsToldWhichOnesThereAre) {
    for (const std::string method : {"PUT", "PATCH", "OPTIONS", "TRACE"}) {
        const auto answer =
            client_.ask(fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\n\r\n", method, path));
        EXPECT_EQ(answer.status, 405u) << method;
        EXPECT_EQ(answer.field("allow"), "GET, HEAD, POST") << method;
    }
    EXPECT_EQ(client_.ask("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n").field("allow"), "GET, HEAD");
}

TEST_F(Answers, BodyMustBeJsonByName) {
    const auto form =
        client_.ask("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\na=b");
    EXPECT_EQ(form.status, 415u);
    const auto zipped = client_.ask(with_body("POST", path, hello, "Content-Encoding: gzip\r\n"));
    EXPECT_EQ(zipped.status, 415u);
}

TEST_F(Answers, BadFieldIsNamedAndNotRepeated) {
    const auto answer = client_.ask(with_body("POST", path, R"({"words":7})"));
    EXPECT_EQ(answer.status, 400u);
    EXPECT_THAT(answer.body, HasSubstr(R"("field":"$.words")"));
    EXPECT_EQ(client_.ask(with_body("POST", path, R"({"words":"a","<script>":1})")).status, 400u);
}

TEST_F(Answers, OurOwnFaultTellsNothing) {
    const auto answer = client_.ask(get("/api/fault"));
    EXPECT_EQ(answer.status, 500u);
    EXPECT_THAT(answer.body, HasSubstr(R"("code":"internal")"));
    EXPECT_THAT(answer.body, Not(HasSubstr("secret")));
}

TEST_F(Answers, ForeignOriginIsRefusedOnlyWhereItCouldChangeSomething) {
    const std::string evil = "Origin: https://evil.example\r\n";
    EXPECT_EQ(client_.ask(with_body("POST", path, hello, evil)).status, 403u);
    EXPECT_EQ(client_.ask(with_body("POST", path, hello, "Origin: null\r\n")).status, 403u);
    EXPECT_EQ(client_.ask(with_body("POST", path, hello, "Sec-Fetch-Site: cross-site\r\n")).status, 403u);
    EXPECT_EQ(client_.ask(with_body("POST", path, hello, "Origin: http://localhost.evil.example\r\n")).status,
              403u);
    EXPECT_EQ(client_.ask(get(path, evil)).status, 200u);
}

TEST_F(Answers, OwnOriginIsThePublicUrlOrTheVeryHost) {
    EXPECT_EQ(client_.ask(with_body("POST", path, hello, "Origin: https://plein.example.nl\r\n")).status,
              200u);
    EXPECT_EQ(client_.ask(with_body("POST", path, hello, "Origin: http://localhost\r\n")).status, 200u);
}

TEST_F(Answers, CookieWithoutOriginIsRefused) {
    const std::string forget = "DELETE /api/topics/1 HTTP/1.1\r\nHost: localhost\r\n";
    EXPECT_EQ(client_.ask(forget + session + "\r\n").status, 403u);
    const auto done = client_.ask(forget + session + "Origin: http://localhost\r\n\r\n");
    EXPECT_EQ(done.status, 204u);
    EXPECT_THAT(done.field("set-cookie"), HasSubstr("Max-Age=0"));
    EXPECT_EQ(done.field("content-length"), "");
}

TEST_F(Answers, BearerTokenNeedsNoOrigin) {
    EXPECT_EQ(client_.ask("DELETE /api/topics/1 HTTP/1.1\r\nHost: localhost\r\n" + bearer + "\r\n").status,
              204u);
}

TEST_F(Answers, WithoutASessionNothingElseIsLookedAt) {
    const auto answer = client_.ask("DELETE /api/topics/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(answer.status, 401u);
    EXPECT_THAT(answer.body, HasSubstr(R"("code":"not_signed_in")"));
}

TEST_F(Answers, ClientAddressComesFromTrustedProxiesOnly) {
    const auto answer =
        client_.ask(get(path, "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 192.0.2.7, 127.0.0.9\r\n"));
    EXPECT_THAT(answer.body, HasSubstr("192.0.2.7"));
}

// A proxy sets the fields of the head; what a client writes behind the body has passed it by (RFC 9110 §6.5.1).
TEST_F(Answers, WhatStandsBehindTheBodyIsNoFieldOfTheRequest) {
    const auto answer =
        client_.ask("GET " + path +
                    " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.7\r\n"
                    "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n");
    EXPECT_THAT(answer.body, HasSubstr("192.0.2.7"));
    const std::string forget =
        "DELETE /api/topics/1 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n";
    EXPECT_EQ(client_.ask(forget + "\r\n0\r\n" + bearer + "\r\n").status, 401u);
}

TEST_F(Answers, FilesComeInTheFormThatTheClientPrefers) {
    const auto file = [&](const std::string& accepted) {
        return client_.ask(get("/assets/app-1a2b.js", "Accept-Encoding: " + accepted + "\r\n"));
    };
    EXPECT_EQ(file("gzip, deflate, br").body, "brotli");
    EXPECT_EQ(file("gzip, deflate, br").field("content-encoding"), "br");
    EXPECT_EQ(file("gzip").body, "gzip");
    EXPECT_EQ(file("br;q=0.2, gzip;q=0.8").body, "gzip");
    EXPECT_EQ(file("br;q=0, *").body, "gzip");
    EXPECT_EQ(file("identity").body, "identity");
    EXPECT_EQ(file("identity").field("vary"), "Accept-Encoding");
    EXPECT_EQ(client_.ask(get("/assets/app-1a2b.js")).body, "identity");
    EXPECT_EQ(client_.ask(get("/lonely.css", "Accept-Encoding: br\r\n")).status, 404u);
}

TEST_F(Answers, AssetsAreKeptForAYearAndPagesAskedForAgain) {
    EXPECT_THAT(client_.ask(get("/assets/app-1a2b.js")).field("cache-control"), HasSubstr("immutable"));
    EXPECT_EQ(client_.ask(get("/sw.js")).field("cache-control"), "no-cache");
    EXPECT_EQ(client_.ask(get("/sw.js")).field("content-type"), "text/javascript; charset=utf-8");
}

TEST_F(Answers, UnchangedFileIsNotSentAgain) {
    const auto etag = client_.ask(get("/")).field("etag");
    const auto again = client_.ask(get("/", "If-None-Match: W/\"old\", " + etag + "\r\n"));
    EXPECT_EQ(again.status, 304u);
    EXPECT_EQ(again.field("etag"), etag);
    EXPECT_EQ(client_.ask(get("/", "If-None-Match: \"old\"\r\n")).status, 200u);
}

TEST_F(Answers, PagesOfTheClientAreIndexHtmlAndMissingFilesAreNot) {
    EXPECT_THAT(client_.ask(get("/groups/7/posts/31")).body, HasSubstr("<title>Plein</title>"));
    EXPECT_EQ(client_.ask(get("/assets/gone.js")).status, 404u);
    EXPECT_EQ(client_.ask(get("/api")).body.find("<title>"), std::string::npos);
}

TEST_F(Answers, MetricsTellFiguresToNeighboursOnly) {
    client_.ask(get(path));
    const auto own = client_.ask(get("/metrics"));
    EXPECT_THAT(
        own.body,
        HasSubstr(
            R"(plein_http_requests_total{method="GET",route="/api/topics/{topic}/words",status="2xx"})"));
    EXPECT_THAT(own.body, HasSubstr("plein_of_the_test 1\n"));
    EXPECT_EQ(client_.ask(get("/metrics", "X-Forwarded-For: 192.0.2.7\r\n")).status, 404u);
}

TEST_F(Answers, ReadinessNamesWhatItDependsOn) {
    const auto answer = client_.ask(get("/readyz"));
    EXPECT_EQ(answer.status, 200u);
    EXPECT_EQ(answer.body, R"({"ready":true,"checks":[{"name":"database","ready":true}]})");
}

TEST(AnswersWithoutClient, SayHowToBuildIt) {
    RunningServer server;
    RawClient client{server.port()};
    const auto answer = client.ask(get("/"));
    EXPECT_EQ(answer.status, 503u);
    EXPECT_THAT(answer.body, HasSubstr("./run"));
}

TEST(AnswersWithMetricsToken, LetAnyoneInWhoKnowsIt) {
    NetOptions options;
    options.metrics_token = "letmein";
    RunningServer server{options};
    RawClient client{server.port()};
    const std::string from_afar = "X-Forwarded-For: 192.0.2.7\r\n";
    EXPECT_EQ(client.ask(get("/metrics", from_afar + "Authorization: Bearer letmein\r\n")).status, 200u);
    EXPECT_EQ(client.ask(get("/metrics", from_afar + "Authorization: Bearer letmeim\r\n")).status, 404u);
}

}  // namespace
}  // namespace plein::net::test
