// Which addresses are outside, in whatever way a host is written.
#include "server/previews/addresses.hpp"

#include "server/previews/fetcher.hpp"
#include "server/previews/resolver.hpp"
#include "server/previews/urls.hpp"

#include <gmock/gmock.h>

namespace plein::previews {
namespace {

bool outside(const std::string& address) { return is_outside(boost::asio::ip::make_address(address)); }

TEST(OutsideAddresses, AreThoseOfTheInternet) {
    for (const char* address :
         {"1.1.1.1",         "9.255.255.255",   "11.0.0.0",        "100.63.255.255", "100.128.0.0",
          "126.255.255.255", "128.0.0.0",       "169.253.255.255", "169.255.0.0",    "172.15.255.255",
          "172.32.0.0",      "192.0.1.0",       "192.167.255.255", "192.169.0.0",    "198.17.255.255",
          "198.20.0.0",      "223.255.255.255", "2000::1",         "2001:200::1",    "2606:4700::1111",
          "2a00:1450::1"})
        EXPECT_TRUE(outside(address)) << address;
}

TEST(OutsideAddresses, AreNotThoseOfThisMachineOrOfNetworksLikeOurs) {
    for (const char* address : {"0.0.0.0",    "0.255.255.255",   "10.0.0.0",    "10.255.255.255",
                                "127.0.0.1",  "127.255.255.255", "169.254.0.0", "169.254.169.254",
                                "172.16.0.0", "172.31.255.255",  "192.168.0.0", "192.168.255.255",
                                "100.64.0.1", "100.127.255.255", "::",          "::1",
                                "fe80::1",    "febf::1",         "fec0::1",     "fc00::1",
                                "fdff::1",    "fe80::1%1",       "2000::1%1"})
        EXPECT_FALSE(outside(address)) << address;
}

TEST(OutsideAddresses, AreNotThoseThatBelongToNobodyOrToMany) {
    for (const char* address :
         {"192.0.0.1",    "192.0.2.1",    "192.88.99.1",     "198.18.0.1", "198.19.255.255",  "198.51.100.1",
          "203.0.113.1",  "224.0.0.1",    "239.255.255.255", "240.0.0.1",  "255.255.255.255", "192.31.196.1",
          "192.52.193.1", "192.175.48.1", "ff02::1",         "ff0e::1",    "100::1",          "2001:db8::1",
          "3fff::1",      "4000::1",      "2620:4f:8000::1", "5f00::1"})
        EXPECT_FALSE(outside(address)) << address;
}

TEST(OutsideAddresses, AreNotThoseThatCarryAnotherAddressWithinThem) {
    for (const char* address :
         {"::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:1.1.1.1", "::ffff:0:10.0.0.1", "::10.0.0.1",
          "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::101:101", "64:ff9b:1::a00:1",
          "2002:7f00:1::", "2002:a00:1::1", "2002:101:101::1", "2001::1", "2001:0:7f00:1::1", "2001:1ff::1"})
        EXPECT_FALSE(outside(address)) << address;
}

/// The hosts of these addresses, as they are looked up.
std::vector<boost::asio::ip::address> addresses_of(const std::string& url) {
    const auto read = Url::read(url);
    return read ? resolve_by_system(read->host()) : std::vector<boost::asio::ip::address>{};
}

TEST(OutsideAddresses, AreToldWhateverWayTheHostIsWritten) {
    for (const char* host : {"127.0.0.1",
                             "127.1",
                             "0x7f.1",
                             "0x7f000001",
                             "2130706433",
                             "017700000001",
                             "0177.0.0.1",
                             "0",
                             "0.0.0.0",
                             "localhost",
                             "LOCALHOST",
                             "[::1]",
                             "[::]",
                             "[::ffff:127.0.0.1]",
                             "[::ffff:7f00:1]",
                             "127.0.0.1.",
                             "%31%32%37.0.0.1",
                             "0xa.0.0.1",
                             "012.1",
                             "169.254.43518",
                             "0xA9FEA9FE"}) {
        const auto addresses = addresses_of(std::string{"http://"} + host + "/");
        const auto may_go = [](const auto& address) { return may_connect_outside(address, 80); };
        EXPECT_TRUE(std::ranges::none_of(addresses, may_go)) << host;
    }
    EXPECT_THAT(addresses_of("http://0x7f.1/"), testing::Not(testing::IsEmpty()));
}

TEST(OutsideAddresses, AreReachedAtThePortsOfTheWebOnly) {
    const auto address = boost::asio::ip::make_address("1.1.1.1");
    EXPECT_TRUE(may_connect_outside(address, 80));
    EXPECT_TRUE(may_connect_outside(address, 443));
    for (const std::uint16_t port : {0, 22, 25, 81, 444, 5432, 6379, 8080, 65535})
        EXPECT_FALSE(may_connect_outside(address, port)) << port;
    EXPECT_FALSE(may_connect_outside(boost::asio::ip::make_address("127.0.0.1"), 80));
}

TEST(OutsideUrls, AreOfHttpAndHttpsAndCarryNoName) {
    for (const char* url :
         {"ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "javascript:alert(1)",
          "data:text/html,x", "//example.org/", "example.org", "http://", "http:///", "",
          "http://me@example.org/", "http://me:secret@example.org/", "http://example.org:99999/",
          "http://[fe80::1%25eth0]/", "http://exa mple.org/", "http://example.org\r\nX: y/"})
        EXPECT_FALSE(Url::read(url)) << url;
    EXPECT_FALSE(Url::read(std::string{"http://example.org/\0x", 21}));
}

TEST(OutsideUrls, SayTheirHostAsItTravelsAndTheirPort) {
    EXPECT_EQ(Url::read("HTTP://Example.ORG")->host(), "example.org");
    EXPECT_EQ(Url::read("http://example.org/")->port(), 80);
    EXPECT_EQ(Url::read("https://example.org/")->port(), 443);
    EXPECT_EQ(Url::read("https://example.org:8443/")->port(), 8443);
    EXPECT_EQ(Url::read("http://[2606:4700::1111]/")->host(), "2606:4700::1111");
    EXPECT_EQ(Url::read("http://0x7f.1/")->host(), "127.0.0.1");
}

TEST(OwnAddresses, AreThoseOfThisMachine) {
    EXPECT_TRUE(is_own(boost::asio::ip::make_address("127.0.0.1")));
    EXPECT_FALSE(is_own(boost::asio::ip::make_address("192.0.2.1")));
    EXPECT_FALSE(is_own(boost::asio::ip::make_address("2001:db8::1")));
}

TEST(OutsideUrls, LeadOnFromWhereTheyStand) {
    const auto page = Url::read("https://example.org/a/b?c#d");
    EXPECT_EQ(page->follow("e.png")->text(), "https://example.org/a/e.png");
    EXPECT_EQ(page->follow("/e.png")->text(), "https://example.org/e.png");
    EXPECT_EQ(page->follow("//other.org/e.png")->text(), "https://other.org/e.png");
    EXPECT_EQ(page->follow("http://other.org/")->text(), "http://other.org/");
    EXPECT_FALSE(page->follow("file:///etc/passwd"));
    EXPECT_FALSE(page->follow("data:image/png;base64,AAAA"));
    EXPECT_FALSE(page->follow("http://me:secret@other.org/"));
}

}  // namespace
}  // namespace plein::previews
