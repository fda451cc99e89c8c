// Opening hours and holidays: in order, without overlap, and on the clock and calendar that there are.
#include "server/features/opening_hours.hpp"

#include "protocol/errors.hpp"

#include <gtest/gtest.h>

namespace plein::features {
namespace {

using Hours = List<OpenInterval, limits::open_intervals>;

OpenInterval on(Weekday day, const char* opens, const char* closes) { return {day, {opens}, {closes}}; }

template <class Check>
std::string wrong_place(Check check) {
    try {
        check();
        return {};
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code, ErrorCode::invalid_request);
        return refusal.field;
    }
}

std::string wrong(std::vector<OpenInterval> hours) {
    return wrong_place([&] { check_hours(Hours{std::move(hours)}); });
}
std::string wrong_date(std::vector<Holiday> holidays) {
    return wrong_place([&] { check_holidays({std::move(holidays)}); });
}

TEST(OpeningHours, AreIntervalsInOrderOfTheWeek) {
    EXPECT_EQ(wrong({}), "");
    EXPECT_EQ(wrong({on(Weekday::monday, "08:30", "12:00"), on(Weekday::monday, "12:00", "17:00"),
                     on(Weekday::friday, "00:00", "24:00"), on(Weekday::saturday, "00:00", "06:00")}),
              "");
    EXPECT_EQ(wrong({on(Weekday::tuesday, "08:30", "17:00"), on(Weekday::monday, "08:30", "17:00")}),
              "$.hours[1].opens");
    EXPECT_EQ(wrong({on(Weekday::monday, "08:30", "12:00"), on(Weekday::monday, "11:59", "17:00")}),
              "$.hours[1].opens");
}

TEST(OpeningHours, CloseAfterTheyOpen) {
    EXPECT_EQ(wrong({on(Weekday::monday, "22:00", "06:00")}), "$.hours[0].closes");
    EXPECT_EQ(wrong({on(Weekday::monday, "09:00", "09:00")}), "$.hours[0].closes");
}

TEST(OpeningHours, AreTimesOfTheDay) {
    for (const char* time : {"24:01", "25:00", "09:60", "9:000", "09.00", "-9:00", "0a:00", "09:-1"})
        EXPECT_EQ(wrong({on(Weekday::monday, time, "24:00")}), "$.hours[0].opens") << time;
    EXPECT_EQ(wrong({on(Weekday::monday, "00:00", "24:01")}), "$.hours[0].closes");
}

TEST(Holidays, AreInOrderAndEachDateOnce) {
    const auto on = [](const char* date) { return Holiday{parse_date(date).value(), {"free"}}; };
    EXPECT_EQ(wrong_date({on("2026-12-25"), on("2026-12-26"), on("2028-02-29")}), "");
    EXPECT_EQ(wrong_date({on("2026-12-25"), on("2026-12-25")}), "$.items[1].date");
    EXPECT_EQ(wrong_date({on("2026-12-25"), on("2026-12-24")}), "$.items[1].date");
}

}  // namespace
}  // namespace plein::features
