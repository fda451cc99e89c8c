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

const std::vector<OpenInterval> office{
    on(Weekday::monday, "08:00", "12:00"), on(Weekday::monday, "13:00", "17:00"),
    on(Weekday::tuesday, "08:00", "12:00"), on(Weekday::friday, "08:00", "16:00")};

/// "2026-11-23" was a Monday; moments are UTC, in winter an hour behind the clock of Amsterdam.
std::string after(const char* from, std::chrono::minutes open, const std::vector<Holiday>& holidays = {},
                  const std::vector<OpenInterval>& hours = office) {
    const auto moment =
        after_open_time(hours, holidays, "Europe/Amsterdam", parse_timestamp(from).value(), open);
    return moment ? to_string(*moment) : "never";
}

TEST(OpenTime, PassesWhileSomebodyIsThere) {
    using namespace std::chrono_literals;
    EXPECT_EQ(after("2026-11-23T09:00:00.000Z", 1h), "2026-11-23T10:00:00.000Z");
    EXPECT_EQ(after("2026-11-23T10:30:00.000Z", 1h), "2026-11-23T12:30:00.000Z") << "over lunch";
    EXPECT_EQ(after("2026-11-23T03:00:00.000Z", 1h), "2026-11-23T08:00:00.000Z") << "before it opens";
    EXPECT_EQ(after("2026-11-23T15:00:00.000Z", 1h), "2026-11-23T16:00:00.000Z") << "just in time";
    EXPECT_EQ(after("2026-11-23T15:30:00.000Z", 1h), "2026-11-24T07:30:00.000Z") << "over night";
    EXPECT_EQ(after("2026-11-24T10:00:00.000Z", 90min), "2026-11-27T07:30:00.000Z") << "over closed days";
    EXPECT_EQ(after("2026-11-27T14:30:00.000Z", 1h), "2026-11-30T07:30:00.000Z") << "over the weekend";
}

TEST(OpenTime, StandsStillOnAHoliday) {
    const std::vector<Holiday> free{{parse_date("2026-11-24").value(), {"free"}}};
    EXPECT_EQ(after("2026-11-23T15:30:00.000Z", std::chrono::hours{1}, free), "2026-11-27T07:30:00.000Z");
}

TEST(OpenTime, IsThatOfTheClockOnTheWallWhenTheClockChanges) {
    const std::vector<OpenInterval> night{on(Weekday::sunday, "00:00", "06:00")};
    // On 29 March 2026 that night has five hours, on 25 October seven.
    EXPECT_EQ(after("2026-03-28T12:00:00.000Z", std::chrono::hours{5}, {}, night),
              "2026-03-29T04:00:00.000Z");
    EXPECT_EQ(after("2026-10-24T12:00:00.000Z", std::chrono::hours{7}, {}, night),
              "2026-10-25T05:00:00.000Z");
}

std::chrono::minutes between(const char* from, const char* until, const std::vector<Holiday>& holidays = {}) {
    return std::chrono::duration_cast<std::chrono::minutes>(open_time_between(
        office, holidays, "Europe/Amsterdam", parse_timestamp(from).value(), parse_timestamp(until).value()));
}

TEST(OpenTime, IsCountedWhileSomebodyIsThere) {
    using namespace std::chrono_literals;
    const char* const monday = "2026-11-23T09:00:00.000Z";
    EXPECT_EQ(between(monday, "2026-11-23T09:45:00.000Z"), 45min);
    EXPECT_EQ(between(monday, "2026-11-23T12:30:00.000Z"), 2h + 30min) << "without lunch";
    EXPECT_EQ(between(monday, "2026-11-24T08:00:00.000Z"), 6h + 60min) << "without the night";
    EXPECT_EQ(between("2026-11-23T18:00:00.000Z", "2026-11-23T19:00:00.000Z"), 0min) << "in the evening";
    EXPECT_EQ(between("2026-11-27T14:30:00.000Z", "2026-11-30T07:30:00.000Z"), 60min) << "over the weekend";
    EXPECT_EQ(between("2026-11-23T15:00:00.000Z", "2026-12-01T08:00:00.000Z"), 1h + 4h + 8h + 8h + 60min);
    const std::vector<Holiday> free{{parse_date("2026-11-24").value(), {"free"}}};
    EXPECT_EQ(between(monday, "2026-11-27T08:00:00.000Z", free), 6h + 60min) << "without the holiday";
}

TEST(OpenTime, NeverPassesWhereNobodyIsEverThere) {
    EXPECT_EQ(after("2026-11-23T09:00:00.000Z", std::chrono::hours{1}, {}, {}), "never");
}

TEST(Holidays, AreInOrderAndEachDateOnce) {
    const auto on = [](const char* date) { return Holiday{parse_date(date).value(), {"free"}}; };
    EXPECT_EQ(wrong_date({on("2026-12-25"), on("2026-12-26"), on("2028-02-29")}), "");
    EXPECT_EQ(wrong_date({on("2026-12-25"), on("2026-12-25")}), "$.items[1].date");
    EXPECT_EQ(wrong_date({on("2026-12-25"), on("2026-12-24")}), "$.items[1].date");
}

}  // namespace
}  // namespace plein::features
