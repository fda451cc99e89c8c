// The small values: moments, UUIDs, cursors, names.
#include "protocol/endpoint.hpp"
#include "protocol/enum_names.hpp"
#include "protocol/envelope.hpp"
#include "protocol/ids.hpp"
#include "protocol/text.hpp"

#include <gtest/gtest.h>

namespace plein {
namespace {

using namespace std::chrono;

TEST(Moment, IsWrittenAsRfc3339WithMilliseconds) {
    EXPECT_EQ(to_string(Timestamp{}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(to_string(sys_days{2026y / 11 / 23} + 8h + 30min + 5s + 7ms), "2026-11-23T08:30:05.007Z");
    EXPECT_EQ(to_string(Timestamp{-1ms}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_string(Timestamp{sys_days{2024y / 2 / 29}}), "2024-02-29T00:00:00.000Z");
}

TEST(Day, IsWrittenAsRfc3339AndReadBack) {
    EXPECT_EQ(to_string(Date{2024y / 2 / 29}), "2024-02-29");
    EXPECT_EQ(parse_date("2024-02-29"), Date{2024y / 2 / 29});
    EXPECT_EQ(parse_date("0001-01-01"), Date{1y / 1 / 1});
}

TEST(Day, RefusesWhatNoCalendarHasAndOtherForms) {
    for (const char* bad : {"", "2026-02-29", "2026-11-31", "2026-13-01", "2026-1-01", "26-11-01",
                            "2026-11-01 ", "2026-11-01T00:00:00.000Z", "-026-11-01"}) {
        EXPECT_EQ(parse_date(bad), std::nullopt) << bad;
    }
}

TEST(Moment, ReadsWhatItWritesOverNineThousandYears) {
    for (auto day = sys_days{1y / 1 / 1}; day < sys_days{9999y / 1 / 1}; day += days{97}) {
        const Timestamp moment = day + 13h + 59min + 59s + milliseconds{day.time_since_epoch().count() & 511};
        ASSERT_EQ(parse_timestamp(to_string(moment)), moment) << to_string(moment);
    }
}

TEST(Moment, ReadsPostgresqlAndCutsMicroseconds) {
    const Timestamp second = sys_days{2026y / 11 / 23} + 8h + 30min;
    EXPECT_EQ(parse_timestamp("2026-11-23 08:30:00+00"), second);
    EXPECT_EQ(parse_timestamp("2026-11-23 08:30:00.1+00"), second + 100ms);
    EXPECT_EQ(parse_timestamp("2026-11-23 08:30:00.123999+00"), second + 123ms);
}

TEST(Moment, RefusesEverythingElse) {
    for (const char* bad : {"", "2026", "2026-11-23", "2026-11-23T08:30:00.000", "2026-11-23T08:30:00.000+00",
                            "2026-11-23 08:30:00Z", "2026-11-23 08:30:00+01", "2026-02-29T00:00:00.000Z",
                            "2026-13-01T00:00:00.000Z", "2026-11-23T24:00:00.000Z",
                            "2026-11-23T08:60:00.000Z", "2026-11-23T08:30:60.000Z", "2026-11-23T08:30:00.Z",
                            "2026-11-23T8:30:00.000Z", "2026-11-23T08:30:00.000Z ",
                            "-026-11-23T08:30:00.000Z", "infinity", "2026-11-23T08:30:00.0000000000Z"}) {
        EXPECT_EQ(parse_timestamp(bad), std::nullopt) << bad;
    }
}

TEST(UuidText, ComesBackInLowerCase) {
    const auto uuid = Uuid::parse("F81D4FAE-7DEC-11D0-A765-00a0c91e6bf6");
    ASSERT_TRUE(uuid);
    EXPECT_EQ(uuid->to_string(), "f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
}

TEST(UuidText, RefusesOtherForms) {
    for (const char* bad : {"", "f81d4fae7dec11d0a76500a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
                            "f81d4fae-7dec-11d0-a765-00a0c91e6bf66", "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
                            "f81d4fae+7dec-11d0-a765-00a0c91e6bf6", "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6",
                            "{81d4fae-7dec-11d0-a765-00a0c91e6bf}"}) {
        EXPECT_EQ(Uuid::parse(bad), std::nullopt) << bad;
    }
}

TEST(CursorText, ComesBackAsItWas) {
    const Cursor cursor{.generation = "k3:x", .seq = 9'007'199'254'740'991};
    EXPECT_EQ(Cursor::parse(cursor.to_string()), cursor);
}

TEST(CursorText, RefusesOtherForms) {
    for (const char* bad : {"", ":", "a", "a:", ":1", "a:-1", "a:1x", "a: 1", "a:99999999999999999999"}) {
        EXPECT_EQ(Cursor::parse(bad), std::nullopt) << bad;
    }
}

TEST(PlainText, HoldsEveryCodePointButControlsAndSurrogates) {
    for (const char* good : {"", "a\n\tb", "é", "€", "😀", "\u00a0", "\U0010FFFF", "\uFEFF"}) {
        EXPECT_TRUE(is_plain_text(good)) << good;
    }
    for (const char* bad :
         {"\r", "\x1b", "\x7f", "\u0080", "\u009f", "\x80", "\xc3", "\xc1\x81", "\xe0\x80\x80",
          "\xf0\x80\x80\x80", "\xed\xbf\xbf", "\xf5\x80\x80\x80", "\xe2\x82"}) {
        EXPECT_FALSE(is_plain_text(bad));
    }
    EXPECT_FALSE(is_plain_text(std::string_view{"a\0b", 3}));
}

TEST(EnumNames, AreReadAsTheyAreWritten) {
    for (const auto& [method, name] : names_of<Method>)
        EXPECT_EQ(enum_named<Method>(name), method);
    EXPECT_EQ(name_of(Method::delete_), "delete");
    EXPECT_EQ(enum_named<Method>("delete_"), std::nullopt);
    EXPECT_EQ(name_of(static_cast<Method>(99)), "");
}

TEST(EndpointPath, KnowsItsFields) {
    constexpr Endpoint endpoint{Method::put, "/api/groups/{group}/members/{person}", "", Audience::signed_in};
    EXPECT_TRUE(endpoint.path_has("group"));
    EXPECT_TRUE(endpoint.path_has("person"));
    EXPECT_FALSE(endpoint.path_has("groups"));
    EXPECT_FALSE(endpoint.path_has("members"));
    EXPECT_FALSE(endpoint.path_has(""));
}

}  // namespace
}  // namespace plein
