#include "server/demo/story.hpp"

#include <date/tz.h>
#include <gmock/gmock.h>

#include <algorithm>
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

/// Without the edits, which replace a text and add none.
std::vector<StoryPost> posts_of_the_story() {
    Story story = read_story();
    std::erase_if(story.posts, [](const StoryPost& post) { return post.edit; });
    for (StoryPost& post : story.posts)
        std::erase_if(post.comments, [](const StoryComment& comment) { return comment.edit; });
    return std::move(story.posts);
}

/// A post or a comment.
struct Said {
    std::optional<int> week;
    std::string author;
    std::string body;
};

std::vector<Said> all_said() {
    std::vector<Said> said;
    for (const StoryPost& post : posts_of_the_story()) {
        said.push_back({post.when.week, post.author, post.body});
        for (const StoryComment& comment : post.comments)
            said.push_back({comment.when.week, comment.author, comment.body});
    }
    return said;
}

/// What the line reader says of a file of week 5.
std::string complaint_about(const std::string& text) {
    try {
        (void)parse_posts("posts-05.md", 5, text);
        return "none";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
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

TEST(DemoStory, CommentsStandBelowTheirPostInTheOrderOfTheFile) {
    const auto posts = parse_posts("week", 5,
                                   "=== Fri 17:26 | kevin | a / b\nGeen salaris.\n\n"
                                   "--- Fri 17:26 | sjaak\nHier ook niet.\n\nWat nu?\n\n"
                                   "--- Sat 08:30 | gerrit | quote sjaak\nIk bel je.\n"
                                   "=== Sat 09:00 | kevin | a / b\nGoed.\n");
    ASSERT_EQ(posts.size(), 2U);
    EXPECT_EQ(posts[0].body, "Geen salaris.");
    EXPECT_TRUE(posts[1].comments.empty());
    ASSERT_EQ(posts[0].comments.size(), 2U);
    const StoryComment& first = posts[0].comments[0];
    EXPECT_EQ(first.when.weekday, 4);
    EXPECT_EQ(first.author, "sjaak");
    EXPECT_EQ(first.body, "Hier ook niet.\n\nWat nu?");
    EXPECT_FALSE(first.quote);
    EXPECT_EQ(posts[0].comments[1].quote, "sjaak");
    EXPECT_EQ(posts[0].comments[1].when.time, std::chrono::minutes{8 * 60 + 30});
}

TEST(DemoStory, ACommentOfTheLastHoursCountsBackFromNow) {
    const auto posts = parse_posts(
        "now", std::nullopt, "=== 40 minutes ago | marek | a / b\nVrij.\n--- 5 minutes ago | sjaak\nFijn.\n");
    EXPECT_EQ(posts.at(0).comments.at(0).when.time, std::chrono::minutes{5});
}

TEST(DemoStory, ReactionsAreToThePostOrCommentAboveThem) {
    const auto posts =
        parse_posts("week", 5,
                    "=== Fri 17:26 | kevin | a / b\nGeen salaris.\n+++ care: sjaak, marek; like: ans\n\n"
                    "--- Fri 17:30 | sjaak\nHier ook niet.\n+++ care: kevin\n");
    const StoryPost& post = posts.at(0);
    ASSERT_EQ(post.reactions.size(), 3U);
    EXPECT_EQ(post.reactions[1].kind, ReactionKind::care);
    EXPECT_EQ(post.reactions[1].person, "marek");
    EXPECT_EQ(post.reactions[2].kind, ReactionKind::like);
    EXPECT_EQ(post.reactions[2].person, "ans");
    EXPECT_EQ(post.body, "Geen salaris.");
    ASSERT_EQ(post.comments.at(0).reactions.size(), 1U);
    EXPECT_EQ(post.comments.at(0).body, "Hier ook niet.");
}

TEST(DemoStory, AnEditOfACommentReplacesWhatItsAuthorSaidBelowThePost) {
    const std::string post = "=== Fri 17:26 | kevin | a / b\nGeen salaris.\n";
    const auto posts = parse_posts(
        "week", 5, post + "--- Fri 18:00 | daan\nEerst kijken.\n--- Fri 18:20 | daan | edit\nExcuus.\n");
    EXPECT_TRUE(posts.at(0).comments.at(1).edit);
    EXPECT_EQ(complaint_about(post + "--- Fri 18:20 | daan | edit\nExcuus.\n"),
              "posts-05.md:3 edits nothing");
}

TEST(DemoStory, AQuestionNamesWhomItAsksAndACommentThatItIsTheAnswer) {
    const auto posts =
        parse_posts("week", 5,
                    "=== Fri 17:26 | kevin | a / HR | question\nWaar is mijn salaris?\n"
                    "--- Fri 17:40 | sjaak\nEn het mijne?\n"
                    "--- Fri 17:50 | fatma | answer\nDat komt vandaag.\n"
                    "=== Sat 09:00 | kevin | a / b | question Verlof en verzuim\nMag ik vrij?\n"
                    "--- Sat 09:10 | yusuf | answer sandra\nJa.\n"
                    "--- Sat 09:12 | yusuf | same kevin\nDat vroeg Kevin ook.\n");
    EXPECT_EQ(posts.at(0).question, "");
    EXPECT_FALSE(posts[0].comments.at(0).answer);
    EXPECT_EQ(posts[0].comments.at(1).answer, "");
    EXPECT_EQ(posts.at(1).question, "Verlof en verzuim");
    EXPECT_EQ(posts[1].comments.at(0).answer, "sandra");
    EXPECT_EQ(posts[1].comments.at(1).same, "kevin");
}

TEST(DemoStory, APollHasOptionsAndWhoChoseThem) {
    const auto posts =
        parse_posts("week", 5,
                    "=== Fri 17:26 | kevin | a / b | poll 7\nWelke koffie?\n\n"
                    "*** Koffie A | sjaak, emine\n*** Thee\n+++ like: daan\n"
                    "=== Fri 18:00 | kevin | a / b | poll anonymous 14\nBlij?\n*** Ja\n*** Nee\n"
                    "=== Fri 19:00 | kevin | a / b | poll multiple 1\nWanneer?\n*** Nu\n*** Dan\n");
    EXPECT_EQ(posts.at(0).body, "Welke koffie?");
    ASSERT_TRUE(posts[0].poll);
    EXPECT_EQ(posts[0].poll->days, 7);
    EXPECT_EQ(posts[0].poll->options.at(0).text, "Koffie A");
    EXPECT_EQ(posts[0].poll->options[0].voters, (std::vector<std::string>{"sjaak", "emine"}));
    EXPECT_TRUE(posts[0].poll->options.at(1).voters.empty());
    EXPECT_EQ(posts[0].reactions.size(), 1u);
    EXPECT_TRUE(posts.at(1).poll->anonymous);
    EXPECT_EQ(posts[1].poll->days, 14);
    EXPECT_TRUE(posts.at(2).poll->multiple);
}

TEST(DemoStory, HasIdeasAndHowFarTheyHaveCome) {
    const auto posts =
        parse_posts("week", 5,
                    "=== Fri 17:26 | kevin | a / b | idea\nEen\n"
                    "=== Fri 18:00 | kevin | a / b | idea HR\nTwee\n"
                    "^^^ heard | gerrit | 1 | Gelezen.\n^^^ under_review | gerrit | 2 | Even kijken.\n");
    EXPECT_EQ(posts.at(0).idea.value().addressee, "");
    const StoryIdea idea = posts.at(1).idea.value();
    EXPECT_EQ(idea.addressee, "HR");
    EXPECT_EQ(idea.steps.at(1).status, IdeaStatus::under_review);
    EXPECT_EQ(idea.steps.at(1).by, "gerrit");
    EXPECT_EQ(idea.steps.at(1).days, 2);
    EXPECT_EQ(idea.steps.at(1).note, "Even kijken.");
    EXPECT_EQ(posts.at(1).body, "Twee");
}

TEST(DemoStory, HasEventsAndWhoComes) {
    const auto posts = parse_posts("week", 5,
                                   "=== Fri 17:26 | kevin | a / b | event 3 10:00-12:30\n# Open dag\n"
                                   "@@@ Hal B | 8 | yes: fatma, oleh; maybe: daan\n"
                                   "=== Fri 18:00 | kevin | a / b | event 0 19:00-20:00\n# Zo\n@@@ Hier |\n");
    const StoryEvent event = posts.at(0).event.value();
    EXPECT_EQ(event.days, 3);
    EXPECT_EQ(event.begins, std::chrono::hours{10});
    EXPECT_EQ(event.ends, std::chrono::minutes{750});
    EXPECT_EQ(event.place, "Hal B");
    EXPECT_EQ(event.places, 8);
    ASSERT_EQ(event.answers.size(), 3u);
    EXPECT_EQ(event.answers[2].attendance, Attendance::maybe);
    EXPECT_EQ(event.answers[2].person, "daan");
    EXPECT_EQ(posts.at(0).body, "# Open dag");
    EXPECT_FALSE(posts.at(1).event->places);
    EXPECT_TRUE(posts[1].event->answers.empty());
}

TEST(DemoStory, HasNewsThatAsksAndDepartmentsThatTakeItUp) {
    const auto posts =
        parse_posts("week", 5,
                    "=== Fri 17:26 | kevin | a / b | news\n# Zo is het\n"
                    "=== Fri 18:00 | kevin | a / b | news must-read\n# Lees\n"
                    "=== Fri 19:00 | kevin | a / b | news must-read affects HR, Finance\n# Doe\n\nNu.\n"
                    "^^^ Finance | sanne | 3 | Geregeld.\n+++ like: ans\n");
    EXPECT_FALSE(posts.at(0).news.value().must_read);
    EXPECT_TRUE(posts.at(1).news.value().must_read);
    EXPECT_TRUE(posts.at(1).news->affects.empty());
    const StoryNews news = posts.at(2).news.value();
    EXPECT_TRUE(news.must_read);
    EXPECT_EQ(news.affects, (std::vector<std::string>{"HR", "Finance"}));
    EXPECT_EQ(news.taken_up.at(0).department, "Finance");
    EXPECT_EQ(news.taken_up.at(0).by, "sanne");
    EXPECT_EQ(news.taken_up.at(0).days, 3);
    EXPECT_EQ(news.taken_up.at(0).note, "Geregeld.");
    EXPECT_EQ(posts.at(2).body, "# Doe\n\nNu.");
}

TEST(DemoStory, APraiseNamesPeople) {
    const auto posts =
        parse_posts("week", 5, "=== Fri 17:26 | kevin | a / b | praise ruben, aditi\nVoor de nacht.\n");
    EXPECT_EQ(posts.at(0).praised, (std::vector<std::string>{"ruben", "aditi"}));
    EXPECT_FALSE(posts[0].mark);
}

TEST(DemoStory, WhatIsWrongBelowAPostIsRefusedWithItsLine) {
    const std::string post = "=== Fri 17:26 | kevin | a / b\nGeen salaris.\n";
    const std::string edit = "=== Fri 17:28 | kevin | a / b | edit\nGeen salaris!\n";
    const std::string comment = "--- Fri 17:40 | sjaak\nHier ook.\n";
    const std::map<std::string, std::string> complaints{
        {comment, "posts-05.md:1 is a comment below no post"},
        {post + edit + comment, "posts-05.md:5 is a comment below no post"},
        {post + "--- 17:40 | sjaak\nHier ook.\n", "posts-05.md:3 is no head of a comment"},
        {post + "--- Fri 17:40\nHier ook.\n", "posts-05.md:3 is no head of a comment"},
        {post + "--- Fri 17:40 | sjaak | loud\nHier ook.\n", "posts-05.md:3 is no head of a comment"},
        {post + "--- Fri 17:25 | sjaak\nHier ook.\n", "posts-05.md:3 is before what stands above it"},
        {post + comment + "--- Fri 17:39 | ans\nOok.\n", "posts-05.md:5 is before what stands above it"},
        {post + comment + "--- Fri 17:41 | ans | quote marek\nOok.\n", "posts-05.md:5 replies to nothing"},
        {post + "--- Fri 17:41 | ans | quote\nOok.\n", "posts-05.md:3 is no head of a comment"},
        {post + "--- Fri 17:41 | ans | same fatma\nJa.\n", "posts-05.md:3 merges no question"},
        {post + "--- Fri 17:41 | ans | answer\nJa.\n", "posts-05.md:3 answers no question"},
        {"=== Fri 17:26 | kevin | a / b | poll\nWat?\n", "posts-05.md:1 is no head of a post"},
        {"=== Fri 17:26 | kevin | a / b | poll secret 7\nWat?\n", "posts-05.md:1 is no head of a post"},
        {"=== Fri 17:26 | kevin | a / b | praise\nDank.\n", "posts-05.md:1 is no head of a post"},
        {"=== Fri 17:26 | kevin | a / b | news affects\n# Zo\n", "posts-05.md:1 is no head of a post"},
        {"=== Fri 17:26 | kevin | a / b | news soon\n# Zo\n", "posts-05.md:1 is no head of a post"},
        {"=== Fri 17:26 | kevin | a / b | news affects HR\n# Zo\n^^^ HR | gerrit | soon | Goed.\n",
         "posts-05.md:3 takes nothing up"},
        {"=== Fri 17:26 | kevin | a / b | news affects HR\n# Zo\n^^^ ICT | hilde | 1 | Goed.\n",
         "posts-05.md:3 takes up what does not affect it"},
        {"=== Fri 17:26 | kevin | a / b | idea\nZo\n^^^ perhaps | gerrit | 1 | Goed.\n",
         "posts-05.md:3 decides nothing"},
        {"=== Fri 17:26 | kevin | a / b | idea\nZo\n^^^ heard | gerrit | 2 | Goed.\n"
         "^^^ done | gerrit | 1 | Klaar.\n",
         "posts-05.md:4 is before what stands above it"},
        {"=== Fri 17:26 | kevin | a / b | event 3\n# Zo\n", "posts-05.md:1 is no head of a post"},
        {"=== Fri 17:26 | kevin | a / b | event 3 10:00-12:00\n# Zo\n@@@ | 8 | yes: ans\n",
         "posts-05.md:3 is no place of an event"},
        {"=== Fri 17:26 | kevin | a / b | event 3 10:00-12:00\n# Zo\n@@@ Hal B | few\n",
         "posts-05.md:3 is no place of an event"},
        {post + "@@@ Hal B\n", "posts-05.md:3 is the place of no event"},
        {post + "*** Koffie A | sjaak\n", "posts-05.md:3 is an option of no poll"},
        {"=== Fri 17:26 | kevin | a / b | poll 7\nWat?\n*** | sjaak\n",
         "posts-05.md:3 is no option of a poll"},
        {post + "+++ love: sjaak\n", "posts-05.md:3 is no line of reactions"},
        {post + "+++ sjaak\n", "posts-05.md:3 is no line of reactions"},
        {post + "+++ like:\n", "posts-05.md:3 is no line of reactions"},
        {"+++ like: sjaak\n", "posts-05.md:1 reacts to nothing"},
        {post + edit + "+++ like: sjaak\n", "posts-05.md:5 reacts to nothing"},
        {post + "+++ like: sjaak; care: sjaak\n", "posts-05.md:3 has sjaak react twice"},
        {post + "+++ like: sjaak\n\nEn nog iets.\n", "posts-05.md:5 is text behind the reactions"},
    };
    for (const auto& [text, complaint] : complaints)
        EXPECT_EQ(complaint_about(text), complaint) << text;
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
    for (const Said& said : all_said())
        EXPECT_FALSE(said.body.empty()) << said.author;
}

TEST(DemoStory, NobodyRepeatsAnybody) {
    std::set<std::string> bodies;
    for (const Said& said : all_said())
        EXPECT_TRUE(bodies.insert(said.body).second) << said.author << " repeats: " << said.body;
    EXPECT_GE(bodies.size(), 500U);
    EXPECT_GE(posts_of_the_story().size(), 250U);
}

TEST(DemoStory, EveryWeekHasEnoughToLookLivedIn) {
    std::map<std::optional<int>, int> said;  // by week; without one: the last hours and days
    for (const Said& each : all_said())
        ++said[each.week];
    EXPECT_GE(said[std::nullopt], 20);
    for (int week = 1; week <= 13; ++week)
        EXPECT_GE(said[week], 20) << "week " << week;
}

TEST(DemoStory, BothSidesTalkAboutEqually) {
    const auto sides = sides_of_people(read_story());
    std::map<Side, int> said;
    for (const Said& each : all_said())
        ++said[sides.at(each.author)];
    const int both = said[Side::business] + said[Side::ssc];
    EXPECT_NEAR(said[Side::business], said[Side::ssc], both / 10.0);
}

TEST(DemoStory, NobodyLaughsInTheWeekWithoutPay) {
    for (const StoryPost& post : posts_of_the_story()) {
        if (post.when.week != 5 || post.when.weekday < 4) continue;
        const auto laughs = [](const StoryReaction& reaction) {
            return reaction.kind == ReactionKind::laugh;
        };
        EXPECT_TRUE(std::ranges::none_of(post.reactions, laughs)) << post.body;
        for (const StoryComment& comment : post.comments)
            EXPECT_TRUE(std::ranges::none_of(comment.reactions, laughs)) << comment.body;
    }
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
    std::map<std::string, int> said;
    for (const Said& each : all_said())
        ++said[each.author];
    for (const auto& [person, side] : sides_of_people(read_story()))
        EXPECT_GE(said[person], 2) << person;
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
