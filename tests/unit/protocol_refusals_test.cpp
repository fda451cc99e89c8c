// Bad JSON of every kind is refused with the path of the place, and never with anything but a Refusal.
#include "protocol/events.hpp"
#include "protocol/json_reader.hpp"
#include "protocol/live.hpp"
#include "protocol/routes.hpp"

#include <gtest/gtest.h>

namespace plein {
namespace {

/// The field that the refusal of `text` names; "accepted" when there is none.
template <class T>
std::string refused_at(std::string_view text) {
    try {
        (void)from_json<T>(text);
        return "accepted";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code, ErrorCode::invalid_request);
        EXPECT_STRNE(refusal.what(), "") << "the log deserves a reason";
        return refusal.field;
    }
}

std::string with_body(std::string_view body) {
    return R"({"post":12,"version":1,"mark":"work","body":)" + std::string{body} + "}";
}

std::string edit_refused_at(std::string_view body) { return refused_at<EditPost>(with_body(body)); }

TEST(JsonReader, AcceptsWhatIsDescribed) { EXPECT_EQ(edit_refused_at(R"("hallo")"), "accepted"); }

TEST(JsonReader, NamesAMissingMember) { EXPECT_EQ(refused_at<GroupJoined>("{}"), "$.group"); }

TEST(JsonReader, NamesAnUnknownMember) {
    EXPECT_EQ(refused_at<GroupJoined>(R"({"group":1,"extra":2})"), "$.extra");
}

TEST(JsonReader, CutsTheNameOfAnUnknownMemberAtACodePoint) {
    const std::string key(39, 'k');
    EXPECT_EQ(refused_at<GroupJoined>("{\"" + key + "ééé" + std::string(100'000, 'x') + "\":1}"),
              "$." + key + "…");
}

TEST(JsonReader, RefusesDuplicateMembersAnywhere) {
    EXPECT_EQ(refused_at<GroupJoined>(R"({"group":1,"group":2})"), "$.group");
    EXPECT_EQ(refused_at<GroupJoined>(R"({"group":1,"gr\u006fup":2})"), "$.group");
    EXPECT_EQ(refused_at<GroupJoined>(R"({"x":[0,{"a":1,"a":2}]})"), "$.x[1].a");
}

TEST(JsonReader, TellsNullFromAbsent) {
    EXPECT_EQ(refused_at<LiveRequest>(R"({"operation":"ping"})"), "accepted");
    EXPECT_EQ(refused_at<LiveRequest>(R"({"operation":"ping","stream":null})"), "$.stream");
}

TEST(JsonReader, RefusesOtherTypes) {
    for (const char* other : {"1", "true", "null", "[]", "{}", "1.5"})
        EXPECT_EQ(edit_refused_at(other), "$.body");
    for (const char* other : {R"("1")", "true", "null", "[]", "{}"}) {
        EXPECT_EQ(refused_at<GroupJoined>(R"({"group":)" + std::string{other} + "}"), "$.group") << other;
    }
    EXPECT_EQ(refused_at<GroupJoined>("[]"), "$");
    EXPECT_EQ(refused_at<ListPeople>(R"({"ids":{}})"), "$.ids");
    EXPECT_EQ(refused_at<MyPost>(R"({"may_edit":1,"may_delete":false})"), "$.may_edit");
}

TEST(JsonReader, BoundsIds) {
    const auto id_refused_at = [](std::string_view id) {
        return refused_at<GroupJoined>(R"({"group":)" + std::string{id} + "}");
    };
    EXPECT_EQ(id_refused_at("1"), "accepted");
    EXPECT_EQ(id_refused_at("9007199254740991"), "accepted");
    for (const char* bad : {"0", "-1", "9007199254740992", "18446744073709551615", "99999999999999999999",
                            "1.0", "1e3", "1e999", "-9223372036854775809"}) {
        EXPECT_EQ(id_refused_at(bad), "$.group") << bad;
    }
}

TEST(JsonReader, BoundsNumbersByTheirType) {
    const auto version_refused_at = [](std::string_view version) {
        return refused_at<EditPost>(R"({"post":1,"mark":"work","body":"x","version":)" +
                                    std::string{version} + "}");
    };
    EXPECT_EQ(version_refused_at("2147483647"), "accepted");
    EXPECT_EQ(version_refused_at("2147483648"), "$.version");
    EXPECT_EQ(version_refused_at("-2147483649"), "$.version");
}

TEST(JsonReader, BoundsTextInBytes) {
    EXPECT_EQ(edit_refused_at(R"("")"), "$.body");
    EXPECT_EQ(edit_refused_at('"' + std::string(limits::post_body, 'x') + '"'), "accepted");
    EXPECT_EQ(edit_refused_at('"' + std::string(limits::post_body + 1, 'x') + '"'), "$.body");
    std::string wide;
    while (wide.size() <= limits::post_body)
        wide += "é";
    EXPECT_EQ(edit_refused_at('"' + wide + '"'), "$.body");
}

TEST(JsonReader, RefusesControlCharactersButLineFeedAndTab) {
    EXPECT_EQ(edit_refused_at(R"("a\n\tb")"), "accepted");
    for (const char* bad :
         {R"("\u0000")", R"("\r")", R"("\u001b[31m")", R"("\u007f")", R"("\u0085")", "\"a\nb\""}) {
        EXPECT_EQ(edit_refused_at(bad), "$.body") << bad;
    }
}

TEST(JsonReader, RefusesInvalidUtf8) {
    for (const char* bad : {"\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"",
                            "\"\xe2\x82\"", R"("\ud800")", R"("\udc00x")"}) {
        EXPECT_EQ(edit_refused_at(bad), "$.body");
    }
}

TEST(JsonReader, RefusesUnknownNames) {
    for (const char* name : {"works", "Work", "", "work\\u0000"}) {
        const auto json = R"({"post":1,"version":1,"body":"x","mark":")" + std::string{name} + "\"}";
        EXPECT_EQ(refused_at<EditPost>(json), "$.mark") << name;
    }
}

TEST(JsonReader, RefusesTooManyItems) {
    const auto ids = [](std::size_t count) {
        std::string json = R"({"ids":[)";
        for (std::size_t i = 0; i < count; ++i)
            json += i == 0 ? "1" : ",1";
        return json + "]}";
    };
    EXPECT_EQ(refused_at<ListPeople>(ids(limits::page_items)), "accepted");
    EXPECT_EQ(refused_at<ListPeople>(ids(limits::page_items + 1)), "$.ids");
    EXPECT_EQ(refused_at<ListPeople>(R"({"ids":[1,2,"3"]})"), "$.ids[2]");
}

TEST(JsonReader, RefusesBadUuidsAndMoments) {
    const auto uuid_refused_at = [](std::string_view uuid) {
        return refused_at<CreatePost>(R"({"tab":1,"body":"x","mark":"work","client_id":")" +
                                      std::string{uuid} + "\"}");
    };
    EXPECT_EQ(uuid_refused_at("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), "accepted");
    EXPECT_EQ(uuid_refused_at("f81d4fae7dec11d0a76500a0c91e6bf6"), "$.client_id");
    EXPECT_EQ(refused_at<Reading>(
                  R"({"tab":1,"version":1,"unread":0,"following":"muted","read_until":"yesterday"})"),
              "$.read_until");
    EXPECT_EQ(refused_at<EarlierReading>(R"({"tab":1,"version":1,"read_until":"0000-01-01T00:00:00.000Z"})"),
              "$.read_until");
}

TEST(JsonReader, RefusesWhatIsNoJson) {
    EXPECT_EQ(refused_at<SignOut>(" {}\n"), "accepted");
    for (const char* bad : {"", " ", "{", "}", "nul", "{} {}", "{},", "{}x", R"({"a":1,})", "{'a':1}",
                            "{a:1}", "\xef\xbb\xbf{}", "// x\n{}", "NaN", "\"", "[1", "-", "01"}) {
        EXPECT_EQ(refused_at<SignOut>(bad).substr(0, 1), "$") << bad;
    }
}

TEST(JsonReader, RefusesDepthWhereItBegins) {
    std::string deepest = "$";
    for (std::size_t i = 0; i < limits::json_depth; ++i)
        deepest += "[0]";
    EXPECT_EQ(refused_at<SignOut>(std::string(100'000, '[')), deepest);
    EXPECT_EQ(refused_at<GroupJoined>(R"({"group":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]})"), "$.group")
        << "16 deep, just allowed";
}

TEST(JsonReader, ManyMembersOfAHostileObjectCostLittle) {
    std::string many = "{";
    for (int i = 0; many.size() < limits::request_body - 20; ++i)
        many += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
    EXPECT_EQ(refused_at<GroupJoined>(many + "}"), "$.0");
}

}  // namespace
}  // namespace plein
