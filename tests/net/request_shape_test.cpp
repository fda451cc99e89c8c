// Every shape that two readers could take for two things is refused with 400 and the connection ends, so that nothing
// behind it can be taken for a request (RFC 9112 §11.2).
#include "tests/net/running_server.hpp"

#include <gtest/gtest.h>

namespace plein::net::test {
namespace {

struct Shape {
    std::string name;
    std::string bytes;
    unsigned status = 400;
};

void PrintTo(const Shape& shape, std::ostream* out) { *out << shape.name; }

const std::string host = "Host: localhost\r\n";
const std::string post =
    "POST /api/topics/1/words HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

/// Short ones, and more of them than a head may have bytes.
const std::string many_fields = [] {
    std::string fields;
    while (fields.size() < 20'000)
        fields += "X: y\r\n";
    return fields;
}();

const std::vector<Shape> shapes{
    {"NoHost", "GET / HTTP/1.1\r\n\r\n"},
    {"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"},
    {"EmptyHost", "GET / HTTP/1.1\r\nHost:\r\n\r\n"},
    {"HostWithUser", "GET / HTTP/1.1\r\nHost: me@localhost\r\n\r\n"},
    {"HostWithPath", "GET / HTTP/1.1\r\nHost: localhost/x\r\n\r\n"},
    {"HostWithBlank", "GET / HTTP/1.1\r\nHost: local host\r\n\r\n"},
    {"HostWithoutPortNumber", "GET / HTTP/1.1\r\nHost: localhost:\r\n\r\n"},
    {"HostWithWrongPort", "GET / HTTP/1.1\r\nHost: localhost:80a\r\n\r\n"},
    {"HostWithTwoNames", "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n", 421},
    {"NoVersion", "GET /\r\n\r\n"},
    {"NoVersionAndNothingMore", "GET /\r\n"},
    {"UnknownVersion", "GET / HTTP/2.0\r\n" + host + "\r\n", 505},
    {"VersionInLowerCase", "GET / http/1.1\r\n" + host + "\r\n"},
    {"TwoBlanksInRequestLine", "GET  / HTTP/1.1\r\n" + host + "\r\n"},
    {"TabInRequestLine", "GET\t/ HTTP/1.1\r\n" + host + "\r\n"},
    {"BlankBeforeMethod", " GET / HTTP/1.1\r\n" + host + "\r\n"},
    {"UnknownMethod", "BREW / HTTP/1.1\r\n" + host + "\r\n", 501},
    {"AbsoluteForm", "GET http://localhost/ HTTP/1.1\r\n" + host + "\r\n"},
    {"AuthorityForm", "CONNECT localhost:80 HTTP/1.1\r\n" + host + "\r\n"},
    {"AsteriskForm", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n"},
    {"Fragment", "GET /#top HTTP/1.1\r\n" + host + "\r\n"},
    {"DotSegment", "GET /assets/../secret HTTP/1.1\r\n" + host + "\r\n"},
    {"EncodedDotSegment", "GET /assets/%2e%2E/secret HTTP/1.1\r\n" + host + "\r\n"},
    {"EncodedSlash", "GET /assets%2Fapp.js HTTP/1.1\r\n" + host + "\r\n"},
    {"BackSlash", "GET /assets%5Capp.js HTTP/1.1\r\n" + host + "\r\n"},
    {"EncodedNul", "GET /a%00b HTTP/1.1\r\n" + host + "\r\n"},
    {"EncodedLineFeed", "GET /a%0Ab HTTP/1.1\r\n" + host + "\r\n"},
    {"NoUtf8InPath", "GET /%FF HTTP/1.1\r\n" + host + "\r\n"},
    {"HalfAnEscape", "GET /%4 HTTP/1.1\r\n" + host + "\r\n"},
    {"RawByteInPath", "GET /\xC3\xA9 HTTP/1.1\r\n" + host + "\r\n"},
    {"BareLineFeeds", "GET / HTTP/1.1\nHost: localhost\n\n"},
    {"BareLineFeedInField", "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n"},
    {"BareCarriageReturn", "GET / HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n"},
    {"FoldedField", "GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n"},
    {"FoldedHost", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n"},
    {"BlankBeforeColon", "GET / HTTP/1.1\r\n" + host + "X : y\r\n\r\n"},
    {"NoColon", "GET / HTTP/1.1\r\n" + host + "nonsense\r\n\r\n"},
    {"EmptyFieldName", "GET / HTTP/1.1\r\n" + host + ": y\r\n\r\n"},
    {"NulInField", "GET / HTTP/1.1\r\n" + host + std::string{"X: a\0b\r\n\r\n", 10}},
    {"ControlByteInField", "GET / HTTP/1.1\r\n" + host + "X: a\x01\r\n\r\n"},
    {"LengthAndChunked", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"ChunkedAndLength", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
    {"TwoLengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}}"},
    {"TwoEqualLengths", post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"},
    {"ListOfLengths", post + "Content-Length: 2, 2\r\n\r\n{}"},
    {"NegativeLength", post + "Content-Length: -2\r\n\r\n{}"},
    {"SignedLength", post + "Content-Length: +2\r\n\r\n{}"},
    {"HexadecimalLength", post + "Content-Length: 0x2\r\n\r\n{}"},
    {"EmptyLength", post + "Content-Length:\r\n\r\n{}"},
    {"GiantLength", post + "Content-Length: 99999999999999999999999\r\n\r\n"},
    {"ChunkedTwice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"ChunkedTwiceInOne", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 501},
    {"ChunkedNotLast", post + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", 501},
    {"UnknownCoding", post + "Transfer-Encoding: gzip\r\n\r\n", 501},
    {"CodingThatLooksLikeChunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
    {"ChunkedInHttp10",
     "POST /api/topics/1/words HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"ChunkSizeNotHexadecimal", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"},
    {"ChunkWithoutEnd", post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n"},
    {"ChunkSizeOverflow", post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"},
    {"ChunkSizeWithPrefix", chunked + "0x2\r\n{}\r\n0\r\n\r\n"},
    {"ChunkSizeWithSign", chunked + "+2\r\n{}\r\n0\r\n\r\n"},
    {"ChunkSizeBehindABlank", chunked + " 2\r\n{}\r\n0\r\n\r\n"},
    {"ChunkSizeMissing", chunked + "\r\n{}\r\n0\r\n\r\n"},
    {"ChunkSizeWithABlankWithin", chunked + "1 0\r\n{}\r\n0\r\n\r\n"},
    {"ChunkHeadWithLineFeed", chunked + "2\n{}\r\n0\r\n\r\n"},
    {"ChunkHeadWithCarriageReturn", chunked + "2\r{}\r\n0\r\n\r\n"},
    {"ChunkExtensionWithLineFeed", chunked + "2;a\nb\r\n{}\r\n0\r\n\r\n"},
    {"ChunkExtensionWithCarriageReturn", chunked + "2;a\rb\r\n{}\r\n0\r\n\r\n"},
    {"ChunkExtensionWithNul", chunked + std::string{"2;a\0b\r\n", 8} + "{}\r\n0\r\n\r\n"},
    {"ChunkExtensionThatIsNone", chunked + "2;\r\n{}\r\n0\r\n\r\n"},
    {"ChunkExtensionWithoutEnd", chunked + "2;" + std::string(20'000, 'a'), 431},
    {"ChunkThatEndsWithLineFeed", chunked + "2\r\n{}\n0\r\n\r\n"},
    {"ChunkThatSpills", chunked + "2\r\n{}xx0\r\n\r\n"},
    {"LastChunkWithLineFeed", chunked + "2\r\n{}\r\n0\n\r\n\r\n"},
    {"TrailerWithLineFeed", chunked + "2\r\n{}\r\n0\r\nX: y\nZ: a\r\n\r\n"},
    {"TrailerWithoutColon", chunked + "2\r\n{}\r\n0\r\nnonsense\r\n\r\n"},
    {"TrailerWithControlByte", chunked + "2\r\n{}\r\n0\r\nX: \x01\r\n\r\n"},
    {"TrailerWithoutEnd", chunked + "2\r\n{}\r\n0\r\nX: " + std::string(20'000, 'a'), 431},
    {"TrailersWithoutEnd", chunked + "2\r\n{}\r\n0\r\n" + many_fields, 431},
    {"LengthWithBlankWithin", post + "Content-Length: 2 0\r\n\r\n{}"},
    {"IdentityCoding", post + "Transfer-Encoding: identity\r\n\r\n{}", 501},
    {"ChunkedWithParameter", post + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n", 501},
    {"EmptyCoding", post + "Transfer-Encoding:\r\n\r\n0\r\n\r\n", 501},
    {"ExpectationTwice", post + "Expect: 100-continue\r\nExpect: x\r\nContent-Length: 2\r\n\r\n{}", 417},
    {"UnknownExpectation", post + "Expect: miracles\r\nContent-Length: 2\r\n\r\n{}", 417},
    {"BodyTooLarge", post + "Content-Length: 300000\r\n\r\n", 413},
    {"ChunkTooLarge", post + "Transfer-Encoding: chunked\r\n\r\n50000\r\n", 413},
    {"TargetTooLong", "GET /" + std::string(5'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
    {"RequestLineWithoutEnd", "GET /" + std::string(20'000, 'a'), 414},
    {"FieldTooLong", "GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
    {"FieldsWithoutEnd", "GET / HTTP/1.1\r\n" + host + many_fields, 431},
    {"LettersBeyondAsciiInAName", "GET / HTTP/1.1\r\n" + host + "X\xC3\xA9: y\r\n\r\n"},
    {"TwoHostsInTwoCases", "GET / HTTP/1.1\r\nHost: a\r\nhOST: b\r\n\r\n"},
    {"PrefaceOfHttp2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
    {"HandshakeOfTls", std::string{"\x16\x03\x01\x00\xA5\x01\x00\x00\xA1\x03\x03", 11}},
    {"FieldWithoutEnd", "GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'a'), 431},
};

class RequestShape : public testing::TestWithParam<Shape> {
protected:
    static void SetUpTestSuite() {
        NetOptions options;
        options.public_url = "http://localhost:8080";
        server_ = std::make_unique<RunningServer>(options);
    }
    static void TearDownTestSuite() { server_.reset(); }
    static inline std::unique_ptr<RunningServer> server_;
};

TEST_P(RequestShape, IsRefusedAndTheConnectionEnds) {
    RawClient client{server_->port()};
    client.send(GetParam().bytes);
    const auto response = client.read_response();
    EXPECT_EQ(response.status, GetParam().status);
    EXPECT_EQ(response.field("content-type"), "application/problem+json");
    if (GetParam().status == 421) return;  // well-formed: the connection may go on
    EXPECT_EQ(response.field("connection"), "close");
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST_P(RequestShape, IsRefusedAlikeWhenItComesInCrumbs) {
    RawClient client{server_->port()};
    std::string_view left = GetParam().bytes;
    const std::size_t crumb = 1 + left.size() / 500;
    while (!left.empty() && client.send(left.substr(0, crumb)))
        left.remove_prefix(std::min(crumb, left.size()));
    EXPECT_EQ(client.read_response().status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(Malformed, RequestShape, testing::ValuesIn(shapes),
                         [](const auto& info) { return info.param.name; });

TEST_F(RequestShape, AnswerNeverEchoesWhatItRefuses) {
    RawClient client{server_->port()};
    client.send("GET /<script>alert(1)</script> HTTP/1.1\r\nHost: <b>\r\nX: <i>\r\n\r\n");
    const auto answer = client.read_response();
    EXPECT_EQ(answer.status, 400u);
    EXPECT_EQ(answer.body.find('<'), answer.body.npos);
}

TEST_F(RequestShape, NothingBehindARefusedRequestIsAnswered) {
    RawClient client{server_->port()};
    client.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n" +
        get("/healthz"));
    EXPECT_EQ(client.read_response().status, 400u);
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST_F(RequestShape, ABodyThatLooksLikeARequestIsABody) {
    RawClient client{server_->port()};
    client.send(with_body("GET", "/api/nowhere", get("/metrics")) + get("/healthz"));
    EXPECT_EQ(client.read_response().status, 404u);
    EXPECT_EQ(client.read_response().body, "alive\n");
}

TEST_F(RequestShape, EmptyLinesBeforeARequestAreSkipped) {
    RawClient client{server_->port()};
    EXPECT_EQ(client.ask("\r\n\r\n" + get("/healthz")).status, 200u);
}

TEST_F(RequestShape, ForeignHostIsMisdirected) {
    RawClient client{server_->port()};
    EXPECT_EQ(client.ask("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 421u);
    EXPECT_EQ(client.ask("GET /healthz HTTP/1.1\r\nHost: LOCALHOST:1234\r\n\r\n").status, 200u);
    EXPECT_EQ(client.ask("GET /healthz HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n").status, 200u);
}

}  // namespace
}  // namespace plein::net::test
