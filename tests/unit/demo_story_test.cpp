#include "server/demo/story.hpp"

#include <date/tz.h>
#include <gmock/gmock.h>

#include <stdexcept>

namespace plein::demo {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

StoryMoment in_week(int week, int weekday, std::chrono::minutes time) { return {week, weekday, time}; }

const StoryMoment friday_at_five = in_week(13, 4, std::chrono::hours{17});

std::string on_the_clock(Timestamp moment) {
    return date::format("%a %H:%M", date::zoned_time{"Europe/Amsterdam", moment});
}

TEST(DemoStory, AHeadSaysWhenWhoAndWhere) {
    const auto posts = parse_posts(
        "week", 5, "=== Fri 17:26 | kevin | Lijn 2 / Algemeen | personal\nGeen salaris.\n\nWat nu?\n");
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].when.week, 5);
    EXPECT_EQ(posts[0].when.weekday, 4);
    EXPECT_EQ(posts[0].when.time, std::chrono::minutes{17 * 60 + 26});
    EXPECT_EQ(posts[0].author, "kevin");
    EXPECT_EQ(posts[0].place, "Lijn 2 / Algemeen");
    EXPECT_EQ(posts[0].mark, Mark::personal);
    EXPECT_EQ(posts[0].body, "Geen salaris.\n\nWat nu?");
}

TEST(DemoStory, APostOfTheLastHoursCountsBackFromNow) {
    const auto posts = parse_posts("now", std::nullopt, "=== 40 minutes ago | marek | Dok / Algemeen\nVrij.");
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].when.week, std::nullopt);
    EXPECT_EQ(posts[0].when.time, std::chrono::minutes{40});
    EXPECT_FALSE(posts[0].mark);
}

TEST(DemoStory, AHeadThatSaysTooLittleIsRefusedWithItsLine) {
    for (const char* head :
         {"=== Fri 17 | kevin | a / b", "=== Fre 17:00 | kevin | a / b", "=== Fri 17:00 | kevin",
          "=== Fri 17:00 | kevin | a / b | loud", "=== 5 minutes ago | kevin | a / b"}) {
        const auto parse = [&] {
            (void)parse_posts("posts-05.md", 5, "text\n" + std::string{head} + "\nbody\n");
        };
        EXPECT_THAT(parse, ThrowsMessage<std::runtime_error>(HasSubstr("posts-05.md:2"))) << head;
    }
}

TEST(DemoStory, OpeningHoursNameADayOrARunOfDays) {
    const auto hours = parse_hours({"monday-tuesday 08:30-17:00", "saturday 09:00-12:00"});
    ASSERT_EQ(hours.size(), 3U);
    EXPECT_EQ(hours[1].day, Weekday::tuesday);
    EXPECT_EQ(hours[1].opens.value, "08:30");
    EXPECT_EQ(hours[2].day, Weekday::saturday);
    EXPECT_EQ(hours[2].closes.value, "12:00");
    EXPECT_THROW((void)parse_hours({"someday 08:30-17:00"}), std::runtime_error);
    EXPECT_THROW((void)parse_hours({"monday"}), std::runtime_error);
}

TEST(DemoStory, TheWholeStoryCanBeRead) {
    const Story story = read_story();
    EXPECT_EQ(story.departments.size(), 11U);
    EXPECT_EQ(story.groups.size(), 8U);
    EXPECT_GT(story.posts.size(), 85U);
    for (const StoryPost& post : story.posts)
        EXPECT_FALSE(post.body.empty()) << post.author << " in " << post.place;
}

TEST(DemoCalendar, NothingIsInTheFutureOnWhateverDayOneLoads) {
    const Timestamp monday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};
    for (int hour = 0; hour < 7 * 24; ++hour) {
        const Timestamp now = monday + std::chrono::hours{hour};
        const Timestamp end = Calendar{now, friday_at_five, "Europe/Amsterdam"}.at(friday_at_five);
        EXPECT_LE(end, now);
        EXPECT_GT(end, now - std::chrono::weeks{1});
    }
}

TEST(DemoCalendar, WeekdaysAndTimesAreTrueInSummerAndWinter) {
    const Timestamp now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};
    const Calendar calendar{now, friday_at_five, "Europe/Amsterdam"};
    for (int week = 1; week <= 13; ++week) {
        EXPECT_EQ(on_the_clock(calendar.at(in_week(week, 0, std::chrono::minutes{8 * 60 + 30}))),
                  "Mon 08:30");
        EXPECT_EQ(on_the_clock(calendar.at(in_week(week, 6, std::chrono::hours{10}))), "Sun 10:00");
    }
}

}  // namespace
}  // namespace plein::demo
