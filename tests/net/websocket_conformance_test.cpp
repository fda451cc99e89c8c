// RFC 6455 §5 to §8 as a server keeps them: what is heard, and with which code a broken rule ends the connection. After each
// case the server serves the next one. The handshake (§4) is in websocket_handshake_test.cpp.
#include "tests/net/running_server.hpp"
#include "tests/net/websocket_client.hpp"

#include <gtest/gtest.h>

namespace plein::net::test {
namespace {

using namespace std::chrono_literals;

const std::string ping = R"({"operation":"ping"})";
const std::string pong = R"({"type":"pong"})";

std::string close_payload(unsigned code, const std::string& reason = {}) {
    return std::string{static_cast<char>(code >> 8), static_cast<char>(code)} + reason;
}

class Conformance : public testing::Test {
protected:
    static void SetUpTestSuite() { server_ = std::make_unique<RunningServer>(); }
    static void TearDownTestSuite() { server_.reset(); }

    void TearDown() override {
        WebSocketClient next{server_->port()};
        next.open();
        next.say(ping);
        EXPECT_EQ(next.hear("pong"), pong);
    }

    static inline std::unique_ptr<RunningServer> server_;
    WebSocketClient client_{server_->port()};
};

// ---- §5 to §8: what is a message, and what is heard

struct Right {
    std::string name;
    std::vector<Frame> frames;
    std::vector<Frame> heard;
};
void PrintTo(const Right& right, std::ostream* out) { *out << right.name; }

const std::string foreign_letters =
    "{\"operation\":\"ping\",\"after\":\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"}";
const Frame answer{.payload = pong};

/// The message cut in three, in the middle of the letters.
std::vector<Frame> cut(const std::string& text, std::size_t first, std::size_t second) {
    return {{.payload = text.substr(0, first), .last = false},
            {.opcode = Opcode::continuation, .payload = text.substr(first, second - first), .last = false},
            {.opcode = Opcode::continuation, .payload = text.substr(second)}};
}

class RightFrames : public Conformance, public testing::WithParamInterface<Right> {};

TEST_P(RightFrames, AreHeard) {
    client_.open();
    client_.hear("subscribed");
    client_.send_frames(GetParam().frames);
    for (const Frame& expected : GetParam().heard) {
        const Frame frame = client_.read_frame();
        EXPECT_EQ(frame.opcode, expected.opcode);
        EXPECT_EQ(frame.payload, expected.payload);
    }
    client_.send_frame({.opcode = Opcode::close, .payload = close_payload(1000)});
    EXPECT_EQ(client_.read_frame().payload, close_payload(1000)) << "and nothing else was said before";
}

INSTANTIATE_TEST_SUITE_P(
    Section5, RightFrames,
    testing::Values(
        Right{"LengthInOneByte", {{.payload = ping}}, {answer}},
        Right{"LengthOf125", {{.payload = ping + std::string(125 - ping.size(), ' ')}}, {answer}},
        Right{"LengthInTwoBytes", {{.payload = ping + std::string(126 - ping.size(), ' ')}}, {answer}},
        Right{"TheLongestMessage",
              {{.payload = ping + std::string(limits::live_message - ping.size(), ' ')}},
              {answer}},
        Right{"Fragments", cut(ping, 3, 9), {answer}}, Right{"EmptyFragments", cut(ping, 0, 0), {answer}},
        Right{"AnEmptyLastFragment", cut(ping, 4, ping.size()), {answer}},
        Right{"LettersCutByFragments", cut(foreign_letters, 30, 33), {answer}},
        Right{"LettersCutByFragmentsElsewhere", cut(foreign_letters, 31, 35), {answer}},
        Right{"PingWithinAMessage",
              {{.payload = R"({"operation":)", .last = false},
               {.opcode = Opcode::ping, .payload = "first"},
               {.opcode = Opcode::continuation, .payload = R"("pi)", .last = false},
               {.opcode = Opcode::ping, .payload = "second"},
               {.opcode = Opcode::continuation, .payload = R"(ng"})"}},
              {{.opcode = Opcode::pong, .payload = "first"},
               {.opcode = Opcode::pong, .payload = "second"},
               answer}},
        Right{"PingWithNothing", {{.opcode = Opcode::ping}}, {{.opcode = Opcode::pong}}},
        Right{"PingWithAnyBytes",
              {{.opcode = Opcode::ping, .payload = std::string{"\xFF\x00\x80", 3}}},
              {{.opcode = Opcode::pong, .payload = std::string{"\xFF\x00\x80", 3}}}},
        Right{"TheLongestPing",
              {{.opcode = Opcode::ping, .payload = std::string(125, 'x')}},
              {{.opcode = Opcode::pong, .payload = std::string(125, 'x')}}},
        Right{"PongThatNobodyAskedFor",
              {{.opcode = Opcode::pong, .payload = "here"}, {.payload = ping}},
              {answer}}),
    [](const auto& info) { return info.param.name; });

TEST_F(Conformance, APingWithinAMessageIsAnsweredBeforeTheMessageEnds) {
    client_.open();
    client_.send_frame({.payload = "{", .last = false});
    client_.send_frame({.opcode = Opcode::ping, .payload = "x"});
    EXPECT_EQ(client_.read_until(Opcode::pong).payload, "x");
}

// ---- §5 to §8: what breaks a rule

struct Broken {
    std::string name;
    std::vector<Frame> frames;
    unsigned code = 1002;
};
void PrintTo(const Broken& broken, std::ostream* out) { *out << broken.name; }

class BrokenFrames : public Conformance, public testing::WithParamInterface<Broken> {};

TEST_P(BrokenFrames, EndTheConnectionWithTheirCode) {
    client_.open();
    client_.send_frames(GetParam().frames);
    client_.say(ping);
    EXPECT_EQ(client_.read_close_code(), GetParam().code);
    EXPECT_TRUE(client_.is_closed_by_server()) << "what follows is not heard";
}

std::string name_of(const testing::TestParamInfo<Broken>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Section5Framing, BrokenFrames,
    testing::Values(
        Broken{"ReservedBit1", {{.payload = ping, .reserved = 0x40}}},
        Broken{"ReservedBit2", {{.payload = ping, .reserved = 0x20}}},
        Broken{"ReservedBit3", {{.payload = ping, .reserved = 0x10}}},
        Broken{"ReservedBitOfAPing", {{.opcode = Opcode::ping, .reserved = 0x40}}},
        Broken{"ReservedBitOfAFragment",
               {{.payload = "{", .last = false},
                {.opcode = Opcode::continuation, .payload = "}", .reserved = 0x40}}},
        Broken{"MessageWithoutMask", {{.payload = ping, .masked = false}}},
        Broken{"PingWithoutMask", {{.opcode = Opcode::ping, .masked = false}}},
        Broken{"CloseWithoutMask",
               {{.opcode = Opcode::close, .payload = close_payload(1000), .masked = false}}},
        Broken{"TwoBytesForAShortLength", {{.payload = ping, .length_bytes = 2}}},
        Broken{"EightBytesForAShortLength", {{.payload = ping, .length_bytes = 8}}},
        Broken{"EightBytesForALongerLength", {{.payload = std::string(1'000, ' '), .length_bytes = 8}}},
        Broken{"LengthWithTheTopBit", {{.payload = "{", .declared_length = std::uint64_t{1} << 63}}, 1009}),
    name_of);

/// §5.2: 3 to 7 are reserved for messages, 11 to 15 for control.
std::vector<Broken> reserved_opcodes() {
    std::vector<Broken> all;
    for (const unsigned opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        all.push_back(
            {"Number" + std::to_string(opcode), {{.opcode = static_cast<Opcode>(opcode), .payload = ping}}});
    return all;
}
INSTANTIATE_TEST_SUITE_P(Section5ReservedOpcodes, BrokenFrames, testing::ValuesIn(reserved_opcodes()),
                         name_of);

INSTANTIATE_TEST_SUITE_P(
    Section5Fragments, BrokenFrames,
    testing::Values(Broken{"ContinuationOfNothing", {{.opcode = Opcode::continuation, .payload = ping}}},
                    Broken{"ContinuationOfNothingToBeContinued",
                           {{.opcode = Opcode::continuation, .payload = ping, .last = false}}},
                    Broken{"ContinuationOfAWholeMessage",
                           {{.payload = ping}, {.opcode = Opcode::continuation, .payload = ping}}},
                    Broken{"NewMessageWithinAMessage", {{.payload = "{", .last = false}, {.payload = ping}}},
                    Broken{"NewFragmentsWithinAMessage",
                           {{.payload = "{", .last = false}, {.payload = ping, .last = false}}},
                    Broken{"BinaryWithinAMessage",
                           {{.payload = "{", .last = false}, {.opcode = Opcode::binary, .payload = ping}}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Section5Control, BrokenFrames,
    testing::Values(
        Broken{"PingInFragments", {{.opcode = Opcode::ping, .payload = "x", .last = false}}},
        Broken{"PongInFragments", {{.opcode = Opcode::pong, .payload = "x", .last = false}}},
        Broken{"CloseInFragments",
               {{.opcode = Opcode::close, .payload = close_payload(1000), .last = false}}},
        Broken{"LongPing", {{.opcode = Opcode::ping, .payload = std::string(126, 'x')}}},
        Broken{"LongPong", {{.opcode = Opcode::pong, .payload = std::string(126, 'x')}}},
        Broken{"LongClose",
               {{.opcode = Opcode::close, .payload = close_payload(1000, std::string(124, 'x'))}}},
        Broken{"GiantPing", {{.opcode = Opcode::ping, .declared_length = std::uint64_t{1} << 40}}},
        Broken{"CloseWithOneByte", {{.opcode = Opcode::close, .payload = "\x03"}}},
        Broken{
            "CloseWithoutUtf8", {{.opcode = Opcode::close, .payload = close_payload(1000, "\xFF")}}, 1002}),
    name_of);

/// §7.4: unassigned, or never sent.
std::vector<Broken> false_codes() {
    std::vector<Broken> all;
    for (const unsigned code : {0, 1, 999, 1004, 1005, 1006, 1014, 1015, 1016, 2000, 2999})
        all.push_back(
            {"Code" + std::to_string(code), {{.opcode = Opcode::close, .payload = close_payload(code)}}});
    return all;
}
INSTANTIATE_TEST_SUITE_P(Section7, BrokenFrames, testing::ValuesIn(false_codes()), name_of);

/// §8.1, RFC 3629 §3.
std::vector<Broken> false_texts() {
    const std::vector<std::pair<std::string, std::string>> texts{{"NoSuchByte", "\xFF"},
                                                                 {"ContinuationByteAlone", "\x80"},
                                                                 {"TwoBytesForOne", "\xC0\xAF"},
                                                                 {"ThreeBytesForOne", "\xE0\x80\xAF"},
                                                                 {"FourBytesForOne", "\xF0\x80\x80\xAF"},
                                                                 {"Surrogate", "\xED\xA0\x80"},
                                                                 {"BeyondUnicode", "\xF4\x90\x80\x80"},
                                                                 {"FiveBytes", "\xF8\x88\x80\x80\x80"},
                                                                 {"LetterThatEndsEarly", "\xE2\x82 "}};
    std::vector<Broken> all;
    for (const auto& [name, text] : texts) {
        all.push_back({name, {{.payload = R"({"operation":")" + text + R"("})"}}, 1007});
        all.push_back({name + "CutByFragments",
                       {{.payload = R"({"operation":")" + text.substr(0, 1), .last = false},
                        {.opcode = Opcode::continuation, .payload = text.substr(1) + R"("})"}},
                       1007});
    }
    all.push_back({"MessageThatEndsWithinALetter", {{.payload = "{}\xE2\x82"}}, 1007});
    all.push_back(
        {"MessageOfFragmentsThatEndsWithinALetter",
         {{.payload = "{}\xE2", .last = false}, {.opcode = Opcode::continuation, .payload = "\x82"}},
         1007});
    return all;
}
INSTANTIATE_TEST_SUITE_P(Section8, BrokenFrames, testing::ValuesIn(false_texts()), name_of);

TEST_F(Conformance, FalseTextEndsTheConnectionBeforeItsFrameIsWhole) {
    client_.open();
    client_.send_frame({.payload = "{\"operation\":\"\xFF", .declared_length = 1'000});
    EXPECT_EQ(client_.read_close_code(), 1007u);
}

TEST_F(Conformance, FalseTextEndsTheConnectionBeforeItsMessageIsWhole) {
    client_.open();
    client_.send_frame({.payload = "{\"operation\":\"\xED\xA0\x80", .last = false});
    EXPECT_EQ(client_.read_close_code(), 1007u);
}

// ---- §7: the end

class Goodbyes : public Conformance, public testing::WithParamInterface<unsigned> {};

TEST_P(Goodbyes, AreSaidBackWithTheirCode) {
    client_.open();
    client_.send_frame({.opcode = Opcode::close, .payload = close_payload(GetParam(), "tot ziens")});
    EXPECT_EQ(client_.read_close_code(), GetParam());
    EXPECT_TRUE(client_.is_closed_by_server());
}

// The RFC gives no meaning to 5000 and above, and forbids nothing.
INSTANTIATE_TEST_SUITE_P(Section7, Goodbyes,
                         testing::Values(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013,
                                         3000, 3999, 4000, 4999, 5000),
                         [](const auto& info) { return "Code" + std::to_string(info.param); });

TEST_F(Conformance, AGoodbyeWithoutACodeIsSaidBackAsAnOrdinaryOne) {
    client_.open();
    client_.send_frame({.opcode = Opcode::close});
    EXPECT_EQ(client_.read_close_code(), 1000u);
    EXPECT_TRUE(client_.is_closed_by_server());
}

TEST_F(Conformance, WhatComesBehindAGoodbyeIsNotHeard) {
    client_.open();
    client_.hear("subscribed");
    client_.send_frame({.opcode = Opcode::close, .payload = close_payload(1000)});
    client_.send_frames(
        {{.payload = ping}, {.opcode = Opcode::ping, .payload = "x"}, {.payload = ping, .masked = false}});
    EXPECT_EQ(client_.read_frame().payload, close_payload(1000));
    EXPECT_TRUE(client_.is_closed_by_server());
}

TEST_F(Conformance, AGoodbyeWithinAMessageEndsIt) {
    client_.open();
    client_.send_frame({.payload = "{", .last = false});
    client_.send_frame({.opcode = Opcode::close, .payload = close_payload(1001)});
    EXPECT_EQ(client_.read_close_code(), 1001u);
}

TEST_F(Conformance, APeerThatLeavesWithinAFrameIsForgotten) {
    client_.open();
    client_.send_frame({.payload = "{", .declared_length = 1'000});
    client_.finish_sending();
    client_.read_all();
    EXPECT_TRUE(server_->comes_to("plein_websockets 0"));
}

// Ours and the peer's, with a ping between: one waited for the other, and the deadline found nothing to cancel.
TEST(GoodbyesThatCross, LeaveNothingBehind) {
    NetOptions options;
    options.timeouts.closing = 300ms;
    RunningServer server{options};
    for (int i = 0; i < 20; ++i) {
        WebSocketClient client{server.port()};
        client.open();
        client.send_frames({{.payload = "hello"},
                            {.opcode = Opcode::ping},
                            {.opcode = Opcode::close, .payload = close_payload(1000)}});
        EXPECT_EQ(client.read_close_code(), 1008u);
    }
    EXPECT_TRUE(server.comes_to("plein_websockets 0"));
}

TEST(HalfAFrame, AndSilenceIsPingedAndThenClosed) {
    NetOptions options;
    options.timeouts.ping = 300ms;
    RunningServer server{options};
    WebSocketClient client{server.port()};
    client.open();
    client.send_frame({.payload = "{", .declared_length = 1'000});
    client.read_until(Opcode::ping);
    EXPECT_EQ(client.read_close_code(), 1006u);
}

}  // namespace
}  // namespace plein::net::test
