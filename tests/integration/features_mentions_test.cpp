#include "server/features/mentions.hpp"

#include "server/features/profiles.hpp"
#include "tests/support/notification_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::HasSubstr;
using testing::Not;

class Mentions : public NotificationTest {
protected:
    std::vector<std::string> people(PersonId who, TabId tab, const std::string& typed = "") {
        std::vector<std::string> names;
        for (const Person& each : choices(who, tab, typed).people)
            names.push_back(each.name);
        return names;
    }
    std::vector<std::string> departments(PersonId who, const std::string& typed) {
        std::vector<std::string> names;
        for (const Department& each : choices(who, town.general, typed).departments)
            names.push_back(each.name);
        return names;
    }
    MentionChoices choices(PersonId who, TabId tab, const std::string& typed) {
        return look(who, list_mention_choices, ListMentionChoices{tab, Text<limits::search>{typed}});
    }
    void rename(PersonId person, const std::string& name) {
        run_sql(test_database,
                "UPDATE people SET name = '" + name + "' WHERE id = " + std::to_string(person.value));
    }
};

TEST_F(Mentions, CarryTheNameThatTheirPersonHas) {
    const Post made = post(town.owner, town.general, "Ask " + at(town.member) + " or " + at(town.warehouse));
    EXPECT_THAT(made.blocks.text, HasSubstr(R"({"type":"mention","text":"@member","person":)"));
    EXPECT_THAT(made.blocks.text, HasSubstr(R"({"type":"mention","text":"@Warehouse","department":)"));
    EXPECT_THAT(made.blocks.text, Not(HasSubstr("somebody")));
    const Comment said = comment(town.owner, at(town.colleague));
    EXPECT_THAT(said.blocks.text, HasSubstr("@colleague"));
}

TEST_F(Mentions, OfNobodyAreTheTextThatWasWritten) {
    const Post made = post(town.owner, town.general, at(PersonId{999'999}) + at(DepartmentId{999'999}));
    EXPECT_THAT(made.blocks.text, HasSubstr("@somebody"));
    EXPECT_THAT(made.blocks.text, HasSubstr("@some department"));
    EXPECT_THAT(made.blocks.text, Not(HasSubstr("mention")));
    EXPECT_THAT(made.blocks.text, Not(HasSubstr("999999")));
}

TEST_F(Mentions, TellAGuestNoNames) {
    const Post made = post(town.guest, town.opened, at(town.stranger) + at(town.member));
    EXPECT_THAT(made.blocks.text, Not(HasSubstr("@stranger")));
    EXPECT_THAT(made.blocks.text, Not(HasSubstr("@member")));
    EXPECT_THAT(told(town.member), IsEmpty());
    post(town.member, town.opened, "I speak here");
    EXPECT_THAT(post(town.guest, town.opened, at(town.member)).blocks.text, HasSubstr("@member"));
}

TEST_F(Mentions, OfADepartmentAreMadeByColleaguesWhileItIsOpen) {
    EXPECT_THAT(post(town.guest, town.opened, at(town.warehouse)).blocks.text, Not(HasSubstr("mention")));
    EXPECT_THAT(told(town.colleague), IsEmpty());
    run_sql(test_database,
            "UPDATE departments SET archived = true WHERE id = " + std::to_string(town.warehouse.value));
    EXPECT_THAT(post(town.member, town.general, at(town.warehouse)).blocks.text, Not(HasSubstr("mention")));
    EXPECT_THAT(told(town.colleague), IsEmpty());
}

TEST_F(Mentions, AreBounded) {
    std::string body;
    for (std::size_t i = 1; i <= limits::mentions; ++i)
        body += at(PersonId{static_cast<std::int64_t>(i)});
    EXPECT_NO_THROW(post(town.owner, town.general, body + at(PersonId{1})));
    EXPECT_EQ(refused(town.owner, create_post, posting(town.general, body + at(PersonId{51}))),
              ErrorCode::invalid_request);
}

TEST_F(Mentions, AreOfferedByTheBeginningOfAnyWord) {
    rename(town.member, "Fatma Yıldız");
    rename(town.colleague, "Jan de Vries");
    EXPECT_THAT(people(town.owner, town.general, "fat"), ElementsAre("Fatma Yıldız"));
    EXPECT_THAT(people(town.owner, town.general, "yildiz"), ElementsAre("Fatma Yıldız"));
    EXPECT_THAT(people(town.owner, town.general, " de  vr "), ElementsAre("Jan de Vries"));
    EXPECT_THAT(people(town.owner, town.general, "ries"), IsEmpty());
    EXPECT_THAT(people(town.owner, town.general, "%"), IsEmpty());
    EXPECT_THAT(people(town.owner, town.general, "own"), IsEmpty()) << "not oneself";
}

TEST_F(Mentions, AreOfferedOfThoseWhoReadTheTab) {
    EXPECT_THAT(people(town.owner, town.transport_tab, "m"), ElementsAre("member"));
    EXPECT_THAT(people(town.owner, town.general, "m"), UnorderedElementsAre("member", "moderator"));
    EXPECT_THAT(people(town.owner, town.general, "stranger"), IsEmpty());
    EXPECT_THAT(people(town.owner, town.general, "guest"), IsEmpty());
    EXPECT_THAT(people(town.owner, town.opened, "guest"), ElementsAre("guest"));
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_THAT(people(town.owner, town.transport_tab, "m"), IsEmpty());
}

TEST_F(Mentions, AreOfferedOfWhoWroteLastWhileNothingIsTyped) {
    post(town.member, town.general);
    post(town.colleague, town.general);
    post(town.member, town.general);
    EXPECT_THAT(people(town.moderator, town.general), ElementsAre("member", "colleague", "owner"));
    EXPECT_THAT(people(town.member, town.general, " "), ElementsAre("colleague", "owner"));
    remove(town.owner, town.member);
    EXPECT_THAT(people(town.moderator, town.general), ElementsAre("colleague", "owner"));
}

TEST_F(Mentions, AreOfferedOfDepartmentsForWhichSomebodyAnswers) {
    EXPECT_THAT(departments(town.member, "ware"), ElementsAre("Warehouse"));
    EXPECT_THAT(departments(town.member, "trans"), IsEmpty()) << "nobody heads it";
    EXPECT_THAT(departments(town.member, ""), IsEmpty());
}

TEST_F(Mentions, AreOfferedToGuestsOfThoseOnlyWhoSpokeThere) {
    EXPECT_THAT(people(town.guest, town.opened, "m"), IsEmpty());
    post(town.member, town.opened);
    EXPECT_THAT(people(town.guest, town.opened, "m"), ElementsAre("member"));
    EXPECT_THAT(choices(town.guest, town.opened, "ware").departments, IsEmpty());
    const auto hidden = refused(town.guest, list_mention_choices, ListMentionChoices{town.general, {}});
    EXPECT_EQ(hidden, ErrorCode::not_found);
}

}  // namespace
}  // namespace plein::test
