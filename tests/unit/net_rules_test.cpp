// Rules of the network that need no connection: targets, hosts, origins, cookies, codings, proxies, statuses.
#include "server/net/client_address.hpp"
#include "server/net/content_coding.hpp"
#include "server/net/cookies.hpp"
#include "server/net/malformed.hpp"
#include "server/net/origin.hpp"
#include "server/net/problem.hpp"
#include "server/net/rate_limit.hpp"
#include "server/net/target.hpp"

#include <gmock/gmock.h>

namespace plein::net {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(NetTargets, AreDecoded) {
    const auto target = read_target("/api/people/J%C3%B6rg?q=a+b%26c&q=&flag");
    EXPECT_EQ(target.path, "/api/people/J\xC3\xB6rg");
    EXPECT_THAT(target.query, ElementsAre(Pair("q", "a b&c"), Pair("q", ""), Pair("flag", "")));
}

TEST(NetTargets, KeepTheirSlashes) {
    EXPECT_EQ(read_target("/").path, "/");
    EXPECT_EQ(read_target("/groups/").path, "/groups/");
    EXPECT_EQ(read_target("//evil.example/x").path, "//evil.example/x");
}

TEST(NetTargets, WithTwoMeaningsAreRefused) {
    for (const auto* target :
         {"", "groups", "*", "http://localhost/", "/a/../b", "/..", "/a/.", "/%2e%2e/b", "/a%2fb", "/a%5cb",
          "/a\\b", "/a%00", "/a%0d%0a", "/%c0%af", "/a#b", "/a b", "/%zz"}) {
        EXPECT_THROW((void)read_target(target), Malformed) << target;
    }
}

TEST(NetHosts, MustBeWellFormed) {
    for (const auto* host :
         {"localhost", "plein.example.nl", "plein.example.nl:8443", "127.0.0.1:80", "[::1]", "[::1]:80"}) {
        EXPECT_TRUE(is_authority(host)) << host;
    }
    for (const auto* host : {"", ":80", "a b", "a/b", "me@a", "a:", "a:b", "a:99999999", "[::1", "::1]",
                             "a%41", "a\"b", "<b>"}) {
        EXPECT_FALSE(is_authority(host)) << host;
    }
    EXPECT_EQ(host_of("Plein.Example.NL:8443"), "plein.example.nl");
    EXPECT_EQ(host_of("[::1]:80"), "[::1]");
}

OriginRules rules(const std::string& public_url) {
    NetOptions options;
    options.public_url = public_url;
    options.allowed_hosts = {"intranet"};
    return OriginRules{options};
}

TEST(NetOrigins, HostsAreThePublicOneTheAllowedAndLocalhost) {
    const auto ours = rules("https://plein.example.nl");
    for (const auto* host : {"plein.example.nl", "PLEIN.example.nl:443", "intranet:8080", "localhost:8080",
                             "127.0.0.1", "[::1]:80"}) {
        EXPECT_TRUE(ours.serves(host)) << host;
    }
    for (const auto* host : {"evil.example", "plein.example.nl.evil.example", "xplein.example.nl"}) {
        EXPECT_FALSE(ours.serves(host)) << host;
    }
    EXPECT_TRUE(rules("").serves("anything.example")) << "development";
}

TEST(NetOrigins, OwnPagesAreThePublicUrlAndTheVeryHost) {
    const auto ours = rules("https://plein.example.nl:443/");
    EXPECT_TRUE(ours.is_own("https://plein.example.nl", "internal-name:8080"));
    EXPECT_TRUE(ours.is_own("http://localhost:8080", "localhost:8080"));
    EXPECT_FALSE(ours.is_own("http://localhost:9090", "localhost:8080"));
    EXPECT_FALSE(ours.is_own("http://plein.example.nl.evil.example", "plein.example.nl"));
    EXPECT_FALSE(ours.is_own("null", "localhost"));
    EXPECT_FALSE(ours.is_own("file://localhost", "localhost"));
    EXPECT_THROW(rules("plein.example.nl"), std::runtime_error);
    EXPECT_THROW(rules("ftp://plein.example.nl"), std::runtime_error);
}

TEST(NetCookies, AreFoundByTheirWholeName) {
    EXPECT_EQ(cookie_value("a=1; __Host-plein=token; b=2", "__Host-plein"), "token");
    EXPECT_EQ(cookie_value("x__Host-plein=no;__Host-plein=\"yes\"", "__Host-plein"), "yes");
    EXPECT_EQ(cookie_value("__Host-plein-device=d", "__Host-plein"), std::nullopt);
    EXPECT_EQ(cookie_value("__Host-plein=first; __Host-plein=second", "__Host-plein"), "first");
    EXPECT_EQ(cookie_value("__Host-plein=", "__Host-plein"), "");
    for (const auto* nothing : {"", ";", "=", ";;=;", "__Host-plein", "  "}) {
        EXPECT_EQ(cookie_value(nothing, "__Host-plein"), std::nullopt) << nothing;
    }
}

TEST(NetCodings, HaveTheQualityThatTheClientGives) {
    EXPECT_EQ(quality_of(Coding::br, "gzip, br"), 1000);
    EXPECT_EQ(quality_of(Coding::br, "gzip;q=1.0, BR;q=0.25"), 250);
    EXPECT_EQ(quality_of(Coding::gzip, "br, *;q=0.5"), 500);
    EXPECT_EQ(quality_of(Coding::gzip, "br;q=0, *"), 1000) << "a parameter belongs to its own item";
    EXPECT_EQ(quality_of(Coding::gzip, "br"), 0);
    EXPECT_EQ(quality_of(Coding::gzip, ""), 0);
    EXPECT_GT(quality_of(Coding::identity, ""), 0);
    EXPECT_EQ(quality_of(Coding::identity, "br, *;q=0"), 0);
    for (const auto* wrong : {"br;q=2", "br;q=-1", "br;q=0.12345", "br;q=1.5", "br;q=x"}) {
        EXPECT_EQ(quality_of(Coding::br, wrong), 0) << wrong;
    }
}

TEST(NetProxies, OnlyTrustedOnesSayWhoTheClientIs) {
    const TrustedProxies proxies{{"10.0.0.0/8", "::1"}};
    const auto client = [&](const char* peer, const char* forwarded) {
        return proxies.client(boost::asio::ip::make_address(peer), forwarded).to_string();
    };
    EXPECT_EQ(client("192.0.2.1", "6.6.6.6"), "192.0.2.1") << "no proxy of ours";
    EXPECT_EQ(client("10.1.2.3", "6.6.6.6, 192.0.2.1"), "192.0.2.1")
        << "the left one is the client's own claim";
    EXPECT_EQ(client("10.1.2.3", "192.0.2.1, 10.9.9.9"), "192.0.2.1") << "through two proxies";
    EXPECT_EQ(client("::1", " 2001:db8::1 "), "2001:db8::1");
    EXPECT_EQ(client("::ffff:10.1.2.3", "192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(client("10.1.2.3", ""), "10.1.2.3");
    EXPECT_EQ(client("10.1.2.3", "unknown"), "10.1.2.3");
    EXPECT_THROW(TrustedProxies({"10.0.0.0/99"}), std::runtime_error);
    EXPECT_THROW(TrustedProxies({"proxy.example"}), std::runtime_error);
}

HttpResponse problem(std::exception_ptr thrown) { return problem_of(thrown, "0123456789abcdef"); }

TEST(NetProblems, EveryErrorCodeHasAStatusOfItsKind) {
    for (const auto& [code, name] : names_of<ErrorCode>) {
        const auto status = status_of(code);
        EXPECT_TRUE(status >= 400 && status < 600) << name;
        EXPECT_EQ(status >= 500, code == ErrorCode::internal || code == ErrorCode::overloaded ||
                                     code == ErrorCode::outcome_unknown)
            << name;
    }
}

TEST(NetProblems, RefusalKeepsFieldAndRetryAfter) {
    Refusal refusal{ErrorCode::too_many_requests, "login", "address 192.0.2.1 tried 40 times"};
    refusal.retry_after_seconds = 30;
    const auto response = problem(std::make_exception_ptr(refusal));
    EXPECT_EQ(response.status, 429u);
    EXPECT_EQ(response.body,
              R"({"status":429,"code":"too_many_requests","field":"login","retry_after_seconds":30,)"
              R"("request_id":"0123456789abcdef"})");
    EXPECT_THAT(response.fields, testing::Contains(Pair("Retry-After", "30")));
}

TEST(NetProblems, WhatIsOursTellsNothing) {
    const auto response = problem(std::make_exception_ptr(std::runtime_error{"password of the database"}));
    EXPECT_EQ(response.status, 500u);
    EXPECT_THAT(response.body, testing::Not(HasSubstr("password")));
    EXPECT_EQ(problem(std::make_exception_ptr(7)).status, 500u);
}

TEST(NetRateLimit, LetsABurstThroughAndThenTheAverage) {
    RateLimit limit{10, 3};
    const auto start = RateLimit::Clock::now();
    EXPECT_TRUE(limit.take(start) && limit.take(start) && limit.take(start));
    EXPECT_FALSE(limit.take(start));
    EXPECT_TRUE(limit.take(start + 150ms));
    EXPECT_FALSE(limit.take(start + 160ms));
}

}  // namespace
}  // namespace plein::net
