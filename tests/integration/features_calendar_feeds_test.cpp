#include "server/features/calendar_feeds.hpp"

#include "server/features/group_changes.hpp"
#include "tests/support/calendar_fixture.hpp"

#include <libical/ical.h>

namespace plein::test {
namespace {

using namespace features;
using testing::HasSubstr;
using testing::Not;

/// What a calendar program understands.
std::vector<std::string> entries_of(const CalendarText& calendar) {
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> read{
        icalparser_parse_string(calendar.text.c_str()), &icalcomponent_free};
    std::vector<std::string> entries;
    if (!read || icalcomponent_count_errors(read.get()) > 0) return {"no calendar"};
    for (auto* each = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT); each != nullptr;
         each = icalcomponent_get_next_component(read.get(), ICAL_VEVENT_COMPONENT)) {
        const auto status = icalcomponent_get_status(each);
        const char* place = icalcomponent_get_location(each);
        entries.push_back(std::string{icalcomponent_get_summary(each)} + " | " +
                          (place != nullptr ? place : "") + " | " +
                          (status == ICAL_STATUS_CANCELLED   ? "cancelled"
                           : status == ICAL_STATUS_TENTATIVE ? "tentative"
                                                             : "confirmed"));
    }
    return entries;
}

class CalendarFeedTest : public CalendarTest {
protected:
    std::string make(PersonId who) { return act(who, make_calendar_feed, MakeCalendarFeed{}).token; }
    CalendarText read(const std::string& token) {
        return database->read_now([&](Snapshot& snapshot) {
            return read_calendar_feed(snapshot, ReadCalendarFeed{{token}}, organisation);
        });
    }
    std::optional<ErrorCode> refused_to_read(const std::string& token) {
        return refusal_of([&] { (void)read(token); });
    }
    CalendarText file(PersonId who, const Post& post) {
        return database->read_now([&, token = token_of(who)](Snapshot& snapshot) {
            return get_event_file(snapshot, access::identify(snapshot, token), GetEventFile{post.id},
                                  organisation);
        });
    }

    const features::Organisation organisation{"Test", "https://plein.example.org"};
};

TEST_F(CalendarFeedTest, HasWhatItsPersonComesToOrMayComeTo) {
    const Post open_day = invite(town.owner, in(24), "# Open day; bring *boots*, please");
    const Post party = invite(town.owner, in(48), "# Party");
    answer(town.member, open_day, Attendance::yes);
    answer(town.member, party, Attendance::maybe);
    answer(town.member, invite(town.owner, in(72), "# Lecture"), Attendance::no);
    answer(town.colleague, invite(town.owner, in(96), "# Of somebody else"), Attendance::yes);
    const std::string token = make(town.member);
    EXPECT_THAT(entries_of(read(token)), ElementsAre("Open day; bring boots, please | Hall 2 | confirmed",
                                                     "Party | Hall 2 | tentative"));
    cancel(town.owner, party, "rain");
    EXPECT_THAT(entries_of(read(token)), ElementsAre("Open day; bring boots, please | Hall 2 | confirmed",
                                                     "Party | Hall 2 | cancelled"));
}

TEST_F(CalendarFeedTest, IsInTheLanguageOfItsPersonWhereTheEventHasIt) {
    CreatePost request = inviting(town.general, in(24), "# Open dag");
    request.translation = NewTranslation{Language::en, {"# Open day\n\nBring boots."}};
    const Post made = act(town.owner, create_post, request);
    const std::string token = make(town.member);
    answer(town.member, made, Attendance::yes);
    const std::vector<std::string> dutch{"Open dag | Hall 2 | confirmed"};
    const std::vector<std::string> english{"Open day | Hall 2 | confirmed"};
    EXPECT_EQ(entries_of(read(token)), dutch);
    EXPECT_EQ(entries_of(file(town.member, made)), dutch);
    run_sql(test_database,
            "UPDATE people SET language = 'en' WHERE id = " + std::to_string(town.member.value));
    EXPECT_EQ(entries_of(read(token)), english);
    EXPECT_EQ(entries_of(file(town.member, made)), english);
    FeatureTest::edit(town.owner, made, "# Dichte dag");
    EXPECT_EQ(entries_of(read(token)), std::vector<std::string>{"Dichte dag | Hall 2 | confirmed"})
        << "a title that is outdated is worse than one in the other language";
    EXPECT_EQ(entries_of(file(town.member, made)), entries_of(read(token)));
}

TEST_F(CalendarFeedTest, SaysWhenInUtcWhereAndHowOftenItWasMoved) {
    const Post made = invite(town.owner, in(24));
    EventPlan nowhere = in(48);
    nowhere.place.value.clear();
    move(town.owner, made, nowhere);
    run_sql(test_database,
            "UPDATE calendar_events SET begins = '2030-01-02T03:04:05Z', ends = '2030-01-02T04:34:05Z'");
    const std::string text = file(town.member, made).text;
    EXPECT_THAT(text, HasSubstr("DTSTART:20300102T030405Z\r\n"));
    EXPECT_THAT(text, HasSubstr("DTEND:20300102T043405Z\r\n"));
    EXPECT_THAT(text, HasSubstr("SEQUENCE:1\r\n"));
    EXPECT_THAT(text, HasSubstr("UID:https://plein.example.org/p/" + std::to_string(made.id.value)));
    EXPECT_THAT(text, Not(HasSubstr("LOCATION")));
    cancel(town.owner, made, "Kevin is ill");
    EXPECT_THAT(file(town.member, made).text, Not(HasSubstr("Kevin")));
    EXPECT_THAT(entries_of({text}), ElementsAre("Open day |  | confirmed"));
}

TEST_F(CalendarFeedTest, LooksBackAMonth) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    const std::string token = make(town.member);
    const auto ended = [&](const char* ago) {
        run_sql(
            test_database,
            std::string{
                "UPDATE calendar_events SET begins = now() - interval '1 year', ends = now() - interval '"} +
                ago + "'");
    };
    ended("30 days");
    EXPECT_EQ(entries_of(read(token)).size(), 1);
    ended("32 days");
    EXPECT_THAT(entries_of(read(token)), IsEmpty());
}

TEST_F(CalendarFeedTest, IsOneAddressAPersonUntilItIsRenewedOrEnded) {
    EXPECT_FALSE(look(town.member, get_calendar_feed, GetCalendarFeed{}).since);
    const std::string first = make(town.member);
    const std::string other = make(town.colleague);
    EXPECT_TRUE(look(town.member, get_calendar_feed, GetCalendarFeed{}).since);
    const std::string second = make(town.member);
    EXPECT_EQ(refused_to_read(first), ErrorCode::not_found);
    EXPECT_EQ(refused_to_read(second), std::nullopt);
    act(town.member, end_calendar_feed, EndCalendarFeed{});
    act(town.member, end_calendar_feed, EndCalendarFeed{});
    EXPECT_EQ(refused_to_read(second), ErrorCode::not_found);
    EXPECT_FALSE(look(town.member, get_calendar_feed, GetCalendarFeed{}).since);
    EXPECT_EQ(refused_to_read(other), std::nullopt) << "somebody else's";
    EXPECT_EQ(refused_to_read(std::string(43, 'A')), ErrorCode::not_found);
}

TEST_F(CalendarFeedTest, KeepsOnlyTheHashOfItsAddress) {
    const std::string token = make(town.member);
    EXPECT_EQ(run_sql(test_database, "SELECT token_hash FROM calendar_feeds")[0][0].c_str(),
              access::hash_token(token));
}

TEST_F(CalendarFeedTest, ShowsNothingThatItsPersonMayNotReadAnyMore) {
    const Post made = invite(town.owner, in(24));
    answer(town.member, made, Attendance::yes);
    const std::string token = make(town.member);
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_THAT(entries_of(read(token)), IsEmpty()) << "deleted";
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_EQ(entries_of(read(token)).size(), 1);
    remove(town.owner, town.member);
    EXPECT_THAT(entries_of(read(token)), IsEmpty()) << "no member any more";
    run_sql(test_database,
            "UPDATE people SET state = 'suspended' WHERE id = " + std::to_string(town.member.value));
    EXPECT_EQ(refused_to_read(token), ErrorCode::not_found) << "suspended";
}

TEST_F(CalendarFeedTest, OfOneEventIsForItsReaders) {
    const Post made = invite(town.owner, in(24));
    EXPECT_THAT(entries_of(file(town.member, made)), ElementsAre("Open day | Hall 2 | confirmed"));
    EXPECT_EQ(refusal_of([&] { (void)file(town.stranger, made); }), ErrorCode::not_found);
    EXPECT_EQ(refusal_of([&] { (void)file(town.member, subject); }), ErrorCode::not_found) << "no event";
}

}  // namespace
}  // namespace plein::test
