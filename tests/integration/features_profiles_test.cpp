// Profiles and the directory: who sees whom, and what of them.
#include "server/features/profiles.hpp"
#include "tests/support/feature_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Profiles : public FeatureTest {
protected:
    /// The member fills in one field for each audience.
    Profiles() {
        SetProfile request;
        request.phone = {{"for everyone"}, ProfileAudience::everyone};
        request.mobile = {{"for groupmates"}, ProfileAudience::groupmates};
        request.about = {{"for nobody"}, ProfileAudience::nobody};
        act(town.member, set_profile, request);
    }

    /// What `who` reads of the member, in the order of the profile.
    std::vector<std::string> seen_by(PersonId who) {
        const Profile profile = look(who, get_profile, GetProfile{town.member});
        std::vector<std::string> fields;
        for (const auto& field :
             {profile.phone, profile.mobile, profile.workplace, profile.about, profile.ask_me}) {
            if (field) fields.push_back(*field);
        }
        return fields;
    }
};

TEST_F(Profiles, ShowEachFieldToWhomItsPersonChose) {
    EXPECT_THAT(seen_by(town.member), ElementsAre("for everyone", "for groupmates", "for nobody"));
    EXPECT_THAT(seen_by(town.colleague), ElementsAre("for everyone", "for groupmates"));
    EXPECT_THAT(seen_by(town.stranger), ElementsAre("for everyone"));
    EXPECT_THAT(seen_by(town.administrator), ElementsAre("for everyone"));
}

TEST_F(Profiles, AGuestSeesWhomTheyMetAndNothingOfTheFields) {
    EXPECT_EQ(refused(town.guest, get_profile, GetProfile{town.member}), ErrorCode::not_found);
    post(town.member, town.opened);
    EXPECT_THAT(seen_by(town.guest), IsEmpty());
    EXPECT_THAT(look(town.guest, get_profile, GetProfile{town.member}).groups, IsEmpty());
}

TEST_F(Profiles, AGuestOfTheGroupIsNoGroupmate) {
    set_role(town.owner, town.stranger, GroupRole::guest);
    EXPECT_THAT(seen_by(town.stranger), ElementsAre("for everyone"));
    EXPECT_THAT(look(town.stranger, get_profile, GetProfile{town.member}).groups, IsEmpty());
    set_role(town.owner, town.stranger, GroupRole::member);
    EXPECT_THAT(seen_by(town.stranger), ElementsAre("for everyone", "for groupmates"));
}

TEST_F(Profiles, WhoLeavesTheGroupIsAStrangerAtOnce) {
    remove(town.owner, town.colleague);
    EXPECT_THAT(seen_by(town.colleague), ElementsAre("for everyone"));
}

TEST_F(Profiles, AnArchivedGroupIsSharedByNobody) {
    run_sql(test_database, "UPDATE groups SET archived_at = now()");
    EXPECT_THAT(seen_by(town.colleague), ElementsAre("for everyone"));
    EXPECT_THAT(look(town.colleague, get_profile, GetProfile{town.member}).groups, IsEmpty());
}

TEST_F(Profiles, NameOnlyGroupsThatBothAreIn) {
    const auto groups = [&](PersonId viewer, PersonId person) {
        std::vector<std::string> names;
        for (const SharedGroup& group : look(viewer, get_profile, GetProfile{person}).groups)
            names.push_back(group.name);
        return names;
    };
    EXPECT_THAT(groups(town.owner, town.member), ElementsAre("Group"));
    EXPECT_THAT(groups(town.owner, town.stranger), IsEmpty());
    EXPECT_THAT(groups(town.administrator, town.member), IsEmpty());
}

TEST_F(Profiles, OfNobodyAreNotFound) {
    EXPECT_EQ(refused(town.member, get_profile, GetProfile{PersonId{9999}}), ErrorCode::not_found);
}

TEST_F(Profiles, AreChangedByTheirPersonInTheVersionTheyRead) {
    SetProfile request{.version = 1};
    request.workplace = {{"Zwolle"}, ProfileAudience::everyone};
    EXPECT_EQ(act(town.member, set_profile, request).version, 2);
    EXPECT_THAT(seen_by(town.colleague), ElementsAre("Zwolle"));
    EXPECT_EQ(refused(town.member, set_profile, request), ErrorCode::stale_version);
    EXPECT_EQ(refused(town.owner, set_profile, SetProfile{.version = 1}), ErrorCode::stale_version);
}

TEST_F(Profiles, AColourIsToldToEveryoneAndTheFieldsAreNot) {
    news();
    SetProfile request{.version = 1, .colour = Colour::moss};
    request.phone = {{"secret number"}, ProfileAudience::nobody};
    act(town.member, set_profile, request);
    EXPECT_THAT(news(), ElementsAre("organisation person.changed"));
    EXPECT_EQ(log_lines_with("secret number"), 0);
    EXPECT_EQ(look(town.stranger, get_profile, GetProfile{town.member}).person.colour, Colour::moss);
    request.version = 2;
    request.phone = {{"secret number"}, ProfileAudience::everyone};
    act(town.member, set_profile, request);
    const auto version = look(town.stranger, get_profile, GetProfile{town.member}).person.version;
    EXPECT_THAT(news(), ElementsAre("organisation person.changed")) << "open profiles are read anew";
    request.version = 3;
    act(town.member, set_profile, request);
    EXPECT_EQ(look(town.stranger, get_profile, GetProfile{town.member}).person.version, version)
        << "an administrator who edits the account is not disturbed";
    EXPECT_EQ(log_lines_with("secret number"), 0);
}

TEST_F(Profiles, TheLogForgetsWhoSomebodyWas) {
    act(town.member, set_profile, SetProfile{.version = 1, .colour = Colour::moss});
    act(town.member, set_profile, SetProfile{.version = 2, .colour = Colour::pine});
    EXPECT_EQ(log_lines_with("moss"), 0);
    EXPECT_EQ(log_lines_with("pine"), 1);
}

class Directory : public FeatureTest {
protected:
    std::vector<std::string> found(BrowsePeople request) {
        std::vector<std::string> names;
        for (const Person& person : look(town.member, browse_people, request).items)
            names.push_back(person.name);
        return names;
    }
    std::vector<std::string> found(const std::string& search) {
        return found(BrowsePeople{.search = Text<limits::search>{search}});
    }
};

TEST_F(Directory, ListsEverybodyByNamePageByPage) {
    BrowsePeople request{.limit = 6};
    const PersonPage first = look(town.member, browse_people, request);
    ASSERT_TRUE(first.next);
    request.after = Text<limits::cursor>{*first.next};
    const PersonPage second = look(town.member, browse_people, request);
    EXPECT_FALSE(second.next);
    std::vector<std::string> names;
    for (const auto* page : {&first, &second}) {
        for (const Person& person : page->items)
            names.push_back(person.name);
    }
    EXPECT_THAT(names, ElementsAre("administrator", "colleague", "guest", "member", "moderator", "newcomer",
                                   "other_owner", "owner", "stranger"));
}

TEST_F(Directory, FindsWordsInNameTitleAndDepartment) {
    run_sql(test_database,
            "UPDATE people SET name = 'Fatma Yıldız', title = 'Salarisadministrateur' "
            "WHERE name = 'stranger'");
    EXPECT_THAT(found("yildiz"), ElementsAre("Fatma Yıldız"));
    EXPECT_THAT(found("SALARIS transport"), ElementsAre("Fatma Yıldız"));
    EXPECT_THAT(found("admin transport"), ElementsAre("Fatma Yıldız"));
    EXPECT_THAT(found("admin warehouse"), ElementsAre("administrator"));
    EXPECT_THAT(found("%"), IsEmpty());
    EXPECT_THAT(found("_ember"), IsEmpty());
    EXPECT_THAT(found("example.org"), IsEmpty()) << "addresses are nobody's business";
}

TEST_F(Directory, IsNarrowedToASideOrADepartmentAndThoseBelowIt) {
    EXPECT_THAT(found(BrowsePeople{.side = Side::ssc}), ElementsAre("member", "owner", "stranger"));
    EXPECT_THAT(found(BrowsePeople{.department = town.transport}),
                ElementsAre("member", "owner", "stranger"));
    run_sql(test_database, "UPDATE departments SET parent_id = " + std::to_string(town.warehouse.value) +
                               " WHERE name = 'Transport'");
    EXPECT_EQ(found(BrowsePeople{.department = town.warehouse}).size(), 8u);
    EXPECT_THAT(found(BrowsePeople{.department = DepartmentId{9999}}), IsEmpty());
}

TEST_F(Directory, LeavesOutWhoIsSuspended) {
    act(town.administrator, suspend_person, SuspendPerson{town.stranger});
    EXPECT_THAT(found("stranger"), IsEmpty());
    act(town.administrator, reinstate_person, ReinstatePerson{town.stranger});
    EXPECT_THAT(found("stranger"), ElementsAre("stranger"));
}

TEST_F(Directory, IsClosedToGuests) {
    EXPECT_EQ(refused(town.guest, browse_people, BrowsePeople{}), ErrorCode::forbidden);
}

class OrganisationStream : public FeatureTest {
protected:
    bool reads(PersonId who) { return may_listen(who, std::string{organisation_stream}); }
};

TEST_F(OrganisationStream, IsReadByEveryoneButGuests) {
    for (const PersonId who : {town.owner, town.stranger, town.newcomer, town.administrator})
        EXPECT_TRUE(reads(who));
    EXPECT_FALSE(reads(town.guest));
}

TEST_F(OrganisationStream, EndsForWhoIsSuspendedBeforeItSaysSo) {
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    std::vector<std::string> lines;
    for (const std::string& line : news()) {
        if (line.starts_with("organisation ")) lines.push_back(line);
    }
    EXPECT_THAT(lines, ElementsAre("organisation access.revoked", "organisation person.changed"));
}

TEST_F(OrganisationStream, SaysNothingOfAGuestsAccess) {
    act(town.administrator, suspend_person, SuspendPerson{town.guest});
    EXPECT_THAT(revoked(town.guest), testing::Not(testing::Contains(organisation_stream)));
}

}  // namespace
}  // namespace plein::test
