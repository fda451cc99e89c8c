// What is fetched from outside, and what never is: against web servers on this machine, of which only one counts as outside.
#include "server/previews/fetcher.hpp"

#include "tests/support/page_server.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>

namespace plein::previews {
namespace {

using namespace std::chrono_literals;
using test::PageServer;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
namespace ip = boost::asio::ip;

const Wanted page{.type = "text/html", .max_bytes = 1000, .beginning_is_enough = true};
const Wanted picture{.type = "image/", .max_bytes = 1000};

class PreviewFetcher : public testing::Test {
protected:
    Fetched fetch(const std::string& url, const Wanted& wanted = page,
                  std::chrono::milliseconds within = 10s) {
        return fetcher.fetch(url, wanted, Fetcher::Clock::now() + within);
    }
    bool fails(const std::string& url, const Wanted& wanted = page, std::chrono::milliseconds within = 10s) {
        return fetch(url, wanted, within).outcome == Outcome::failed;
    }

    PageServer outside{"127.0.0.1"};
    PageServer inside{"127.0.0.2"};
    Fetcher fetcher{
        [](const ip::address& address, std::uint16_t) { return address.to_string() == "127.0.0.1"; },
        resolve_by_system};
};

TEST_F(PreviewFetcher, BringsWhatStandsThere) {
    outside.show("/page?a=b", "<title>words</title>");
    const auto found = fetch(outside.url("/page?a=b#c"));
    EXPECT_EQ(found.outcome, Outcome::fetched);
    EXPECT_EQ(found.body, "<title>words</title>");
    EXPECT_EQ(found.content_type, "text/html; charset=utf-8");
}

TEST_F(PreviewFetcher, SaysWhoAsksAndNothingElse) {
    ::setenv("http_proxy", inside.url("").c_str(), 1);
    ::setenv("all_proxy", inside.url("").c_str(), 1);
    outside.say("/", "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
    outside.show("/next", "words");
    EXPECT_EQ(fetch(outside.url("/")).body, "words");
    ::unsetenv("http_proxy");
    ::unsetenv("all_proxy");
    EXPECT_EQ(inside.connections(), 0u);
    ASSERT_THAT(outside.requests(), SizeIs(2));
    for (const std::string& head : outside.requests()) {
        EXPECT_EQ(std::ranges::count(head, '\n'), 5) << head;
        EXPECT_THAT(head, AllOf(HasSubstr("\r\nHost: 127.0.0.1:"), HasSubstr("\r\nAccept: text/html\r\n"),
                                HasSubstr("\r\nUser-Agent: Plein (link preview)\r\n")));
    }
}

TEST_F(PreviewFetcher, TakesTheBeginningOfALongPageAndNothingOfALongPicture) {
    outside.show("/page", std::string(5000, 'x'));
    outside.show("/picture", std::string(1001, 'x'), "image/png");
    outside.show("/small", std::string(1000, 'x'), "image/png");
    EXPECT_EQ(fetch(outside.url("/page")).body, std::string(1000, 'x'));
    EXPECT_TRUE(fails(outside.url("/picture"), picture));
    EXPECT_EQ(fetch(outside.url("/small"), picture).body.size(), 1000u);
}

TEST_F(PreviewFetcher, StopsReadingAPageWithoutEnd) {
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    outside.act("/page", [&](auto& socket) { test::write_without_end(socket, head + "\r\n", "words "); });
    outside.act("/head", [&](auto& socket) { test::write_without_end(socket, head, "X: words\r\n"); });
    EXPECT_THAT(fetch(outside.url("/page")).body, SizeIs(1000));
    EXPECT_TRUE(fails(outside.url("/head")));
}

TEST_F(PreviewFetcher, WaitsNoLongerThanItIsGiven) {
    for (const char* said :
         {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>"}) {
        outside.act("/", [said = std::string{said}](auto& socket) { test::wait_for_end(socket, said); });
        EXPECT_TRUE(fails(outside.url("/"), page, 200ms)) << said;
    }
    EXPECT_EQ(fetch(outside.url("/"), page, 0ms).outcome, Outcome::later);
    EXPECT_THAT(outside.requests(), SizeIs(3));
}

TEST_F(PreviewFetcher, EndsWhenTheServerStops) {
    outside.act("/", [&](auto& socket) {
        fetcher.stop();
        test::wait_for_end(socket, "");
    });
    EXPECT_TRUE(fails(outside.url("/"), page, 1h));
    EXPECT_EQ(fetch(outside.url("/")).outcome, Outcome::later);
}

TEST_F(PreviewFetcher, TakesOnlyWhatItWants) {
    outside.show("/picture", "words", "image/png");
    outside.show("/page", "words");
    outside.show("/text", "words", "text/plain");
    outside.show("/html", "words", "Text/HTML ; Charset=x");
    outside.show("/xhtml", "words", "text/htmlx");
    outside.say("/untyped", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords");
    outside.say("/gone",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nwords");
    outside.say("/no-http", "words\r\n\r\n");
    for (const char* path :
         {"/picture", "/text", "/xhtml", "/untyped", "/gone", "/no-http", "/nothing-there"})
        EXPECT_TRUE(fails(outside.url(path))) << path;
    EXPECT_EQ(fetch(outside.url("/html")).body, "words");
    EXPECT_TRUE(fails(outside.url("/page"), picture));
    EXPECT_EQ(fetch(outside.url("/picture"), picture).body, "words");
}

TEST_F(PreviewFetcher, UnpacksNothing) {
    // A gigabyte of zeros would be a thousand times as long as this.
    outside.say("/",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                "Content-Length: 4\r\n\r\n\x1F\x8B\x08\x01");
    EXPECT_TRUE(fails(outside.url("/")));
    EXPECT_THAT(outside.requests().at(0), Not(HasSubstr("Accept-Encoding")));
}

TEST_F(PreviewFetcher, GoesNowhereInside) {
    inside.show("/", "secret");
    const std::string port = ":" + std::to_string(inside.port()) + "/";
    for (const std::string& url :
         {inside.url("/"), "http://127.2" + port, "http://0x7f.2" + port, "http://2130706434" + port,
          "http://0177.0.0.2" + port, "http://[::ffff:127.0.0.2]" + port, "http://me:secret@127.0.0.1" + port,
          "ftp://127.0.0.1" + port, std::string{"file:///etc/passwd"}, std::string{"not an address"}})
        EXPECT_TRUE(fails(url)) << url;
    EXPECT_EQ(inside.connections(), 0u);
    EXPECT_EQ(outside.connections(), 0u);
}

TEST_F(PreviewFetcher, GoesNowhereOnThisMachineByItsOwnRule) {
    Fetcher real;
    outside.show("/", "secret");
    for (const char* host : {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "127.1"}) {
        const std::string url = std::string{"http://"} + host + ":" + std::to_string(outside.port()) + "/";
        EXPECT_EQ(real.fetch(url, page, Fetcher::Clock::now() + 10s).outcome, Outcome::failed) << url;
    }
    Fetcher at_any_port{
        [](const ip::address& address, std::uint16_t) { return may_connect_outside(address, 80); },
        resolve_by_system};
    EXPECT_EQ(at_any_port.fetch(outside.url("/"), page, Fetcher::Clock::now() + 10s).outcome,
              Outcome::failed);
    EXPECT_EQ(outside.connections(), 0u);
}

TEST_F(PreviewFetcher, FollowsAFewRedirectsAndNoMore) {
    outside.redirect("/3", "/2");
    outside.redirect("/2", outside.url("/1"));
    outside.redirect("/1", "0");
    outside.show("/0", "words");
    outside.redirect("/4", "/3");
    outside.redirect("/round", "/round");
    const auto found = fetch(outside.url("/3"));
    EXPECT_EQ(found.body, "words");
    EXPECT_EQ(found.url, outside.url("/0"));
    EXPECT_TRUE(fails(outside.url("/4")));
    EXPECT_TRUE(fails(outside.url("/round")));
}

TEST_F(PreviewFetcher, IsNotSentInsideByARedirect) {
    inside.show("/", "secret");
    for (const std::string& to : {inside.url("/"), "//127.0.0.2:" + std::to_string(inside.port()) + "/",
                                  std::string{"file:///etc/passwd"}, std::string{"ftp://127.0.0.1/"},
                                  "http://me:secret@127.0.0.1:" + std::to_string(outside.port()) + "/"}) {
        outside.redirect("/", to);
        EXPECT_TRUE(fails(outside.url("/"))) << to;
    }
    EXPECT_EQ(inside.connections(), 0u);
    EXPECT_EQ(outside.connections(), 5u);
}

/// Of a name whose owner answers otherwise from the second time on.
class RebindingName : public PreviewFetcher {
protected:
    std::string url(const std::string& path) const {
        return "http://page.example:" + std::to_string(outside.port()) + path;
    }

    std::atomic<int> asked{0};
    Fetcher rebound{
        [](const ip::address& address, std::uint16_t) { return address.to_string() == "127.0.0.1"; },
        [this](const std::string& host) -> std::vector<ip::address> {
            EXPECT_EQ(host, "page.example");
            return {ip::make_address(asked++ == 0 ? "127.0.0.1" : "127.0.0.2")};
        }};
};

TEST_F(RebindingName, IsAskedOnceForAConnection) {
    outside.show("/", "words");
    const auto found = rebound.fetch(url("/"), page, Fetcher::Clock::now() + 10s);
    EXPECT_EQ(found.body, "words");
    EXPECT_EQ(asked, 1);
    EXPECT_THAT(outside.requests().at(0), HasSubstr("\r\nHost: page.example:"));
}

TEST_F(RebindingName, IsCheckedAgainAtEachRedirect) {
    outside.redirect("/", "/next");
    EXPECT_EQ(rebound.fetch(url("/"), page, Fetcher::Clock::now() + 10s).outcome, Outcome::failed);
    EXPECT_EQ(asked, 2);
    EXPECT_THAT(outside.requests(), SizeIs(1));
}

TEST_F(PreviewFetcher, GoesToNoHostOfWhichOneAddressIsInside) {
    const auto resolve = [](const std::string&) {
        return std::vector{ip::make_address("127.0.0.1"), ip::make_address("127.0.0.2")};
    };
    Fetcher mixed{
        [](const ip::address& address, std::uint16_t) { return address.to_string() == "127.0.0.1"; },
        resolve};
    outside.show("/", "words");
    EXPECT_EQ(mixed.fetch(outside.url("/"), page, Fetcher::Clock::now() + 10s).outcome, Outcome::failed);
    EXPECT_EQ(outside.connections(), 0u);
}

TEST_F(PreviewFetcher, ConnectsToNothingButWhatWasChecked) {
    // What was looked up is not what stands in the url, where libcurl goes without asking anybody.
    Fetcher misled{[](const ip::address&, std::uint16_t) { return true; },
                   [](const std::string&) { return std::vector{ip::make_address("127.0.0.1")}; }};
    inside.show("/", "secret");
    const std::string url = "http://[::ffff:127.0.0.2]:" + std::to_string(inside.port()) + "/";
    EXPECT_EQ(misled.fetch(url, page, Fetcher::Clock::now() + 10s).outcome, Outcome::failed);
    EXPECT_EQ(inside.connections(), 0u);
}

TEST_F(PreviewFetcher, CountsTheAddressThatItConnectsTo) {
    // Nobody listens at the first one, so libcurl goes on to the second.
    Fetcher two{[](const ip::address&, std::uint16_t) { return true; },
                [](const std::string&) {
                    return std::vector{ip::make_address("127.0.0.3"), ip::make_address("127.0.0.1")};
                }};
    outside.show("/", "words");
    const std::string url = "http://page.example:" + std::to_string(outside.port()) + "/";
    const auto outcome = [&] { return two.fetch(url, page, Fetcher::Clock::now() + 10s).outcome; };
    for (std::size_t i = 0; i < requests_of_an_address; ++i)
        EXPECT_EQ(outcome(), Outcome::fetched);
    EXPECT_EQ(outcome(), Outcome::later);
    EXPECT_EQ(outside.connections(), requests_of_an_address);
}

TEST_F(PreviewFetcher, RemembersWhoWasAskedAndSaidNothing) {
    outside.act("/", [](auto& socket) {
        test::wait_for_end(socket, "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 9\r\n\r\n");
    });
    EXPECT_TRUE(fails(outside.url("/"), page, 200ms));
}

TEST_F(PreviewFetcher, AsksOneAddressOnlySoOftenAMinute) {
    outside.show("/", "words");
    std::size_t fetched = 0;
    for (std::size_t i = 0; i < requests_of_an_address + 5; ++i)
        fetched += fetch(outside.url("/")).outcome == Outcome::fetched ? 1 : 0;
    EXPECT_EQ(fetched, requests_of_an_address);
    EXPECT_EQ(fetch(outside.url("/")).outcome, Outcome::later);
    EXPECT_EQ(outside.connections(), requests_of_an_address);
}

}  // namespace
}  // namespace plein::previews
