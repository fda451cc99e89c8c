#include "tests/support/joining_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class InvitationLinks : public JoiningTest {
protected:
    CreateLink request(std::int32_t uses = 10, std::int32_t days = 7) {
        CreateLink request{.group = town.group, .days = days, .uses = uses};
        request.client_id.bytes[0] = ++made_;
        return request;
    }
    NewLink make(PersonId owner, std::int32_t uses = 10) { return act(owner, create_link, request(uses)); }
    void follow(PersonId who, const NewLink& link) { act(who, follow_link, FollowLink{{link.token}}); }
    /// How looking and following end; they answer alike.
    std::optional<ErrorCode> refusal(PersonId who, const std::string& token) {
        const auto seen = refused(who, look_at_link, LookAtLink{{token}});
        const auto followed = refused(who, follow_link, FollowLink{{token}});
        EXPECT_EQ(seen, followed);
        return followed;
    }

    std::vector<PersonId> strangers(int count) {
        run_sql(test_database,
                "INSERT INTO people (name, email) SELECT 'person ' || n, 'p' || n || '@example.org' "
                "FROM generate_series(1, " +
                    std::to_string(count) + ") AS n");
        std::vector<PersonId> people;
        for (const auto& row :
             run_sql(test_database, "SELECT id FROM people WHERE name LIKE 'person %' ORDER BY id"))
            people.push_back({row[0].as<std::int64_t>()});
        return people;
    }

    std::uint8_t made_ = 0;
};

TEST_F(InvitationLinks, LetInWhoFollowsThem) {
    const NewLink link = make(town.owner);
    EXPECT_EQ(link.token.size(), 43u);
    const LinkView view = look(town.stranger, look_at_link, LookAtLink{{link.token}});
    EXPECT_EQ(view.sign.name, "Group");
    EXPECT_EQ(view.purpose, "A closed group");
    EXPECT_EQ(view.standing, S::none);
    follow(town.stranger, link);
    EXPECT_EQ(role_of(town.stranger), GroupRole::member);
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " member.added",
                                             user_stream(town.stranger) + " group.joined"));
}

TEST_F(InvitationLinks, AreKeptAsAHash) {
    const NewLink link = make(town.owner);
    const auto kept = run_sql(test_database, "SELECT token_hash FROM invitation_links");
    EXPECT_EQ(kept[0][0].as<std::string>(), access::hash_token(link.token));
    EXPECT_EQ(log_lines_with(link.token), 0);
}

TEST_F(InvitationLinks, WhoIsInUsesNothingUp) {
    const NewLink link = make(town.owner, 1);
    follow(town.member, link);
    follow(town.stranger, link);
    EXPECT_EQ(role_of(town.stranger), GroupRole::member);
}

TEST_F(InvitationLinks, MakeGuestsOfPeopleFromOutside) {
    remove(town.owner, town.guest);
    const NewLink link = make(town.owner);
    EXPECT_EQ(look(town.guest, look_at_link, LookAtLink{{link.token}}).role, GroupRole::guest);
    follow(town.guest, link);
    EXPECT_EQ(role_of(town.guest), GroupRole::guest);
}

TEST_F(InvitationLinks, UsedUpExpiredRevokedAndUnknownAreOneAnswer) {
    const NewLink used = make(town.owner, 1);
    follow(town.stranger, used);
    EXPECT_EQ(refusal(town.newcomer, used.token), ErrorCode::not_found);

    const NewLink revoked = make(town.owner);
    act(town.other_owner, revoke_link, RevokeLink{town.group, revoked.link.id});
    EXPECT_EQ(refusal(town.newcomer, revoked.token), ErrorCode::not_found);

    const NewLink expired = make(town.owner);
    run_sql(test_database, "UPDATE invitation_links SET expires_at = now()");
    EXPECT_EQ(refusal(town.newcomer, expired.token), ErrorCode::not_found);
    EXPECT_EQ(refusal(town.newcomer, std::string(43, 'A')), ErrorCode::not_found);
    EXPECT_EQ(role_of(town.newcomer), std::nullopt);
    EXPECT_THAT(look(town.owner, list_links, ListLinks{town.group}).items, IsEmpty());
}

TEST_F(InvitationLinks, OnlyOwnersMakeSeeAndRevokeThem) {
    const NewLink link = make(town.owner);
    for (const PersonId who : {town.moderator, town.member, town.guest}) {
        EXPECT_EQ(refused(who, create_link, request()), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, list_links, ListLinks{town.group}), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, revoke_link, RevokeLink{town.group, link.link.id}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.stranger, create_link, request()), ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, revoke_link, RevokeLink{town.group, link.link.id}),
              ErrorCode::not_found);
    act(town.stranger, revoke_link, RevokeLink{town.elsewhere, link.link.id});
    EXPECT_EQ(look(town.other_owner, list_links, ListLinks{town.group}).items.size(), 1u)
        << "an owner of another group revokes nothing here";
}

TEST_F(InvitationLinks, EndWithTheRightsOfTheirMaker) {
    const NewLink removed = make(town.other_owner);
    set_role(town.owner, town.other_owner, GroupRole::member);
    set_role(town.owner, town.other_owner, GroupRole::owner);
    EXPECT_EQ(refusal(town.newcomer, removed.token), ErrorCode::not_found)
        << "the role came back, the link did not";

    const NewLink suspended = make(town.other_owner);
    act(town.administrator, suspend_person, SuspendPerson{town.other_owner});
    EXPECT_EQ(refusal(town.newcomer, suspended.token), ErrorCode::not_found);
    act(town.administrator, reinstate_person, ReinstatePerson{town.other_owner});
    EXPECT_EQ(refusal(town.newcomer, suspended.token), ErrorCode::not_found);

    const NewLink bypassed = make(town.owner);
    run_sql(test_database,
            "UPDATE memberships SET role = 'member' WHERE person_id = " + std::to_string(town.owner.value));
    EXPECT_EQ(refusal(town.newcomer, bypassed.token), ErrorCode::not_found);
}

TEST_F(InvitationLinks, LeadNowhereWhenTheGroupIsArchived) {
    const NewLink link = make(town.owner);
    run_sql(test_database, "UPDATE groups SET archived_at = now()");
    EXPECT_EQ(refusal(town.newcomer, link.token), ErrorCode::not_found);
}

TEST_F(InvitationLinks, HaveBoundsOfDaysUsesAndNumber) {
    EXPECT_EQ(refused(town.owner, create_link, request(0)), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.owner, create_link, request(501)), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.owner, create_link, request(1, 0)), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.owner, create_link, request(1, 31)), ErrorCode::invalid_request);
    for (std::size_t i = 0; i < limits::open_links; ++i)
        make(town.owner);
    EXPECT_EQ(refused(town.owner, create_link, request()), ErrorCode::full);
}

TEST_F(InvitationLinks, ARepeatAnswersTheSameLinkWithATokenThatWorks) {
    const CreateLink asked = request();
    const NewLink first = act(town.owner, create_link, asked);
    const NewLink again = act(town.owner, create_link, asked);
    EXPECT_EQ(first.link.id, again.link.id);
    EXPECT_EQ(refusal(town.stranger, first.token), ErrorCode::not_found) << "nobody read the lost answer";
    follow(town.stranger, again);
    act(town.owner, revoke_link, RevokeLink{town.group, again.link.id});
    EXPECT_EQ(refused(town.owner, create_link, asked), ErrorCode::conflict);
}

TEST_F(InvitationLinks, FollowedFiftyTimesAtOnceLetsInAsManyAsItSays) {
    const NewLink link = make(town.owner, 10);
    const auto people = strangers(50);
    for (const PersonId person : people)
        token_of(person);
    std::vector<std::future<std::optional<ErrorCode>>> tries;
    for (std::size_t i = 0; i < people.size(); ++i) {
        storage::Database& node = i % 2 ? *database : *other_node;
        tries.push_back(std::async(std::launch::async, [this, &node, &link, person = people[i]] {
            return refusal_of([&] { act_on(node, person, follow_link, FollowLink{{link.token}}); });
        }));
    }
    int let_in = 0;
    for (auto& each : tries) {
        const auto outcome = each.get();
        if (!outcome)
            ++let_in;
        else
            EXPECT_EQ(outcome, ErrorCode::not_found);
    }
    EXPECT_EQ(let_in, 10);
    const auto members = run_sql(test_database,
                                 "SELECT count(*) FROM memberships JOIN people ON people.id = person_id "
                                 "WHERE people.name LIKE 'person %'");
    EXPECT_EQ(members[0][0].as<int>(), 10);
}

}  // namespace
}  // namespace plein::test
