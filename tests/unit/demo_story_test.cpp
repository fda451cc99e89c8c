#include "server/demo/story.hpp"

#include <date/tz.h>
#include <gmock/gmock.h>

#include <map>
#include <set>
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

/// Without the edits, which replace a text and add no post.
std::vector<StoryPost> posts_of_the_story() {
    Story story = read_story();
    std::erase_if(story.posts, [](const StoryPost& post) { return post.edit; });
    return std::move(story.posts);
}

std::map<std::string, Side> sides_of_people(const Story& story) {
    std::map<std::string, Side> sides;
    for (const StoryDepartment& department : story.departments) {
        for (const StoryPerson& person : department.people)
            sides.emplace(person.key, department.side);
    }
    return sides;
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
    for (const StoryPost& post : story.posts)
        EXPECT_FALSE(post.body.empty()) << post.author << " in " << post.place;
}

TEST(DemoStory, AtLeastThreeHundredPostsAreDistinct) {
    std::set<std::string> bodies;
    for (const StoryPost& post : posts_of_the_story())
        EXPECT_TRUE(bodies.insert(post.body).second) << post.author << " repeats: " << post.body;
    EXPECT_GE(bodies.size(), 300U);
}

TEST(DemoStory, EveryWeekHasEnoughToLookLivedIn) {
    std::map<std::optional<int>, int> posts;  // by week; without one: the last hours and days
    for (const StoryPost& post : posts_of_the_story())
        ++posts[post.when.week];
    EXPECT_GE(posts[std::nullopt], 20);
    for (int week = 1; week <= 13; ++week)
        EXPECT_GE(posts[week], 20) << "week " << week;
}

TEST(DemoStory, BothSidesTalkAboutEqually) {
    const auto sides = sides_of_people(read_story());
    std::map<Side, int> posts;
    for (const StoryPost& post : posts_of_the_story())
        ++posts[sides.at(post.author)];
    const int both = posts[Side::business] + posts[Side::ssc];
    EXPECT_NEAR(posts[Side::business], posts[Side::ssc], both / 10.0);
}

TEST(DemoStory, EveryTabHasSomethingInIt) {
    std::set<std::string> places;
    for (const StoryPost& post : posts_of_the_story())
        places.insert(post.place);
    for (const StoryGroup& group : read_story().groups) {
        for (const StoryTab& tab : group.tabs)
            EXPECT_TRUE(places.contains(group.name + " / " + tab.name)) << group.name << " / " << tab.name;
    }
}

TEST(DemoStory, EveryoneHasWrittenMoreThanOnce) {
    std::map<std::string, int> posts;
    for (const StoryPost& post : posts_of_the_story())
        ++posts[post.author];
    for (const auto& [person, side] : sides_of_people(read_story()))
        EXPECT_GE(posts[person], 2) << person;
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
