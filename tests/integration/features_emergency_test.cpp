#include "server/features/emergency.hpp"
#include "server/features/group_changes.hpp"
#include "server/features/invitations.hpp"
#include "server/features/joining.hpp"
#include "server/features/profiles.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/feature_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Emergency : public FeatureTest {
protected:
    static BreakGlass breaking(GroupId group, const std::string& reason = "A threat was reported by phone") {
        static std::uint8_t made = 0;
        BreakGlass request{.group = group, .reason = {reason}};
        request.client_id.bytes = {9, ++made};
        return request;
    }
    /// It opens or puts on record what the administrator asks.
    storage::EmergencyRow open_up(GroupId group) { return break_as(town.administrator, breaking(group)); }
    storage::EmergencyRow break_as(PersonId who, const BreakGlass& request) {
        return database->commit_now([&, token = token_of(who)](Transaction& tx) {
            return break_glass(tx, access::identify(tx, token), request);
        });
    }
    std::optional<ErrorCode> refused_to(PersonId who, const BreakGlass& request) {
        return refusal_of([&] { break_as(who, request); });
    }
    void run_out() {
        run_sql(test_database,
                "UPDATE memberships SET until = now() - interval '1 second' WHERE until IS NOT NULL");
    }
    std::int64_t records() {
        return run_sql(test_database, "SELECT count(*) FROM emergency_accesses")[0][0].as<std::int64_t>();
    }
    std::vector<SharedGroup> shared_with(PersonId who) {
        return look(town.administrator, get_profile, GetProfile{who}).groups;
    }
    GroupView view_for(PersonId who) { return look(who, get_group, GetGroup{town.group}).view; }
    std::vector<EmergencyAccess> shown_to(PersonId who) {
        return look(who, list_emergency_accesses, ListEmergencyAccesses{town.group}).items;
    }
};

TEST_F(Emergency, AnAdministratorIsInForAnHourInSightOfTheOwners) {
    const auto row = open_up(town.group);
    EXPECT_EQ(*row.until - row.at, std::chrono::hours{1});
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " member.added",
                                             user_stream(town.administrator) + " group.joined",
                                             user_stream(town.owner) + " emergency.opened",
                                             user_stream(town.other_owner) + " emergency.opened"));
    EXPECT_EQ(look(town.administrator, get_group, GetGroup{town.group}).view.role, GroupRole::member);
    const auto accesses = shown_to(town.owner);
    ASSERT_EQ(accesses.size(), 1U);
    EXPECT_EQ(accesses[0].reason, "A threat was reported by phone");
    EXPECT_EQ(accesses[0].person, town.administrator);
    for (const Member& member : look(town.member, list_members, ListMembers{town.group}).items)
        EXPECT_EQ(member.until.has_value(), member.person == town.administrator);
}

TEST_F(Emergency, NobodyElseBreaksTheGlass) {
    for (const PersonId who : {town.guest, town.member, town.moderator, town.owner, town.stranger})
        EXPECT_EQ(refused_to(who, breaking(town.elsewhere)), ErrorCode::forbidden);
    EXPECT_EQ(records(), 0);
}

TEST_F(Emergency, OnlyOwnersReadTheReasons) {
    open_up(town.group);
    for (const PersonId who : {town.moderator, town.member, town.administrator}) {
        EXPECT_EQ(refused(who, list_emergency_accesses, ListEmergencyAccesses{town.group}),
                  ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.stranger, list_emergency_accesses, ListEmergencyAccesses{town.group}),
              ErrorCode::not_found);
    EXPECT_EQ(log_lines_with("reported by phone"), 0) << "the log reaches more than owners";
}

TEST_F(Emergency, WithoutAReasonNothingOpens) {
    EXPECT_EQ(refused_to(town.administrator, breaking(town.group, "               ")),
              ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.administrator, get_group, GetGroup{town.group}), ErrorCode::not_found);
}

TEST_F(Emergency, AttemptsOnANumberThatIsNoGroupAreOnRecordToo) {
    const auto row = open_up(GroupId{9999});
    EXPECT_FALSE(row.until);
    EXPECT_EQ(records(), 1);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Emergency, ARepeatIsOneAccess) {
    const auto request = breaking(town.group);
    const auto first = break_as(town.administrator, request);
    EXPECT_EQ(break_as(town.administrator, request).id, first.id);
    EXPECT_EQ(refused_to(town.administrator, breaking(town.group)), ErrorCode::conflict);
    EXPECT_EQ(records(), 1);
}

TEST_F(Emergency, WhoIsInTheGroupNeedsNone) {
    set_role(town.owner, town.administrator, GroupRole::moderator);
    EXPECT_EQ(refused_to(town.administrator, breaking(town.group)), ErrorCode::conflict);
    EXPECT_EQ(look(town.administrator, get_group, GetGroup{town.group}).view.role, GroupRole::moderator);
}

TEST_F(Emergency, WhoWaitedAtTheDoorWaitsNoLonger) {
    act(town.administrator, ask_to_join, AskToJoin{town.group, std::nullopt});
    EXPECT_EQ(look(town.owner, get_group, GetGroup{town.group}).view.pending_requests, 1);
    news();
    open_up(town.group);
    EXPECT_THAT(news(), testing::IsSupersetOf({user_stream(town.owner) + " requests.changed",
                                               user_stream(town.other_owner) + " requests.changed"}));
    EXPECT_EQ(look(town.owner, get_group, GetGroup{town.group}).view.pending_requests, 0);
    EXPECT_EQ(look(town.administrator, get_group, GetGroup{town.group}).view.role, GroupRole::member);
}

TEST_F(Emergency, WhoWasInvitedIsInForAnHourOnly) {
    act(town.owner, set_invitation, SetInvitation{town.group, town.administrator, GroupRole::moderator});
    open_up(town.group);
    EXPECT_EQ(look(town.administrator, get_group, GetGroup{town.group}).view.role, GroupRole::member);
    run_out();
    EXPECT_EQ(refused(town.administrator, get_group, GetGroup{town.group}), ErrorCode::not_found);
}

TEST_F(Emergency, MakesNobodyAGroupmate) {
    EXPECT_THAT(shared_with(town.member), IsEmpty());
    open_up(town.group);
    EXPECT_THAT(shared_with(town.member), IsEmpty());
}

TEST_F(Emergency, EndsByItselfByEveryRoute) {
    open_up(town.group);
    const Post made = post(town.administrator, town.general);
    run_out();
    const PersonId who = town.administrator;
    EXPECT_EQ(refused(who, get_group, GetGroup{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(who, list_posts, ListPosts{town.general}), ErrorCode::not_found);
    EXPECT_EQ(refused(who, get_post, GetPost{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(who, edit_post, EditPost{.post = made.id, .body = {"x"}}), ErrorCode::not_found);
    EXPECT_EQ(refused(who, create_post, posting(town.general, "x")), ErrorCode::not_found);
    EXPECT_EQ(refused(who, list_members, ListMembers{town.group}), ErrorCode::not_found);
    EXPECT_THAT(look(who, list_groups, ListGroups{}).items, IsEmpty());
    EXPECT_THAT(look(who, list_home_posts, ListHomePosts{}).items, IsEmpty());
}

TEST_F(Emergency, TheJobTellsTheEndOnEveryStreamOnce) {
    open_up(town.group);
    EXPECT_EQ(jobs::end_emergency_accesses(*database), 0);
    run_out();
    news();
    EXPECT_EQ(jobs::end_emergency_accesses(*database), 1);
    EXPECT_THAT(revoked(town.administrator),
                UnorderedElementsAre(group_stream(town.group), moderators_stream_of(town.group),
                                     tab_stream(town.transport_tab), tab_stream(town.opened)));
    EXPECT_EQ(jobs::end_emergency_accesses(*database), 0);
    EXPECT_EQ(look(town.owner, get_group, GetGroup{town.group}).view.member_count, 6);
    const auto recorded = shown_to(town.owner);
    ASSERT_EQ(recorded.size(), 1U) << "the record stays";
    EXPECT_FALSE(recorded[0].open);
    EXPECT_FALSE(view_for(town.owner).emergency_until);
}

TEST_F(Emergency, OwnersSeeThatSomebodyIsInAndWhoIsInSeesUntilWhen) {
    const auto row = open_up(town.group);
    EXPECT_EQ(view_for(town.owner).emergency_until, row.until);
    EXPECT_EQ(view_for(town.moderator).emergency_until, std::nullopt);
    EXPECT_EQ(view_for(town.administrator).until, row.until);
    EXPECT_EQ(view_for(town.owner).until, std::nullopt);
    EXPECT_TRUE(shown_to(town.owner).at(0).open);
    remove(town.administrator, town.administrator);
    EXPECT_EQ(view_for(town.owner).emergency_until, std::nullopt);
    EXPECT_FALSE(shown_to(town.owner).at(0).open) << "left before the hour was over";
}

TEST_F(Emergency, FillsNobodysHome) {
    post(town.owner, town.general);
    open_up(town.group);
    for (const TabView& tab : view_for(town.administrator).tabs)
        EXPECT_EQ(tab.reading.following, Following::unfollowed);
    EXPECT_THAT(look(town.administrator, list_home_posts, ListHomePosts{}).items, IsEmpty());
}

TEST_F(Emergency, ASecondOneWithinTheMinuteOfTheJobEndsTheFirst) {
    open_up(town.group);
    run_out();
    news();
    open_up(town.group);
    EXPECT_THAT(news(), testing::IsSupersetOf({group_stream(town.group) + " member.removed",
                                               group_stream(town.group) + " member.added"}));
    EXPECT_EQ(look(town.owner, get_group, GetGroup{town.group}).view.member_count, 7);
}

TEST_F(Emergency, AnOwnerEndsItOrMakesItAMembership) {
    open_up(town.group);
    remove(town.owner, town.administrator);
    EXPECT_EQ(refused(town.administrator, get_group, GetGroup{town.group}), ErrorCode::not_found);
    open_up(town.group);
    set_role(town.owner, town.administrator, GroupRole::member);
    run_out();
    EXPECT_EQ(jobs::end_emergency_accesses(*database), 0);
    EXPECT_EQ(look(town.administrator, get_group, GetGroup{town.group}).view.role, GroupRole::member);
    for (const EmergencyAccess& access : shown_to(town.owner))
        EXPECT_FALSE(access.open);
}

TEST_F(Emergency, OpensAnArchivedGroupToReadOnly) {
    const Post made = post(town.owner, town.general, "what was said");
    act(town.owner, archive_group, ArchiveGroup{town.group});
    open_up(town.group);
    const auto view = look(town.administrator, get_group, GetGroup{town.group}).view;
    EXPECT_TRUE(view.archived);
    for (const TabView& tab : view.tabs)
        EXPECT_FALSE(tab.may_post);
    EXPECT_EQ(look(town.administrator, get_post, GetPost{made.id}).view.post.body, "what was said");
    EXPECT_EQ(refused(town.administrator, create_post, posting(town.general, "x")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, get_group, GetGroup{town.group}), ErrorCode::not_found);
    act(town.owner, restore_group, RestoreGroup{town.group});
    EXPECT_EQ(shown_to(town.owner).size(), 1U);
    EXPECT_FALSE(look(town.administrator, get_group, GetGroup{town.group}).view.archived);
}

TEST_F(Emergency, GoesOnWhenTheGroupIsArchivedMeanwhile) {
    open_up(town.group);
    news();
    act(town.owner, archive_group, ArchiveGroup{town.group});
    EXPECT_THAT(news(), testing::Contains(user_stream(town.administrator) + " access.changed"));
    EXPECT_EQ(look(town.administrator, get_group, GetGroup{town.group}).view.group.name, "Group");
}

TEST_F(Emergency, TheServerCannotChangeTheRecord) {
    open_up(town.group);
    pqxx::connection connection{test_database.server_url()};
    for (const char* sql : {"UPDATE emergency_accesses SET reason = 'nothing'",
                            "DELETE FROM emergency_accesses", "TRUNCATE emergency_accesses"}) {
        pqxx::work work{connection};
        EXPECT_THROW(work.exec(sql), pqxx::insufficient_privilege) << sql;
    }
}

}  // namespace
}  // namespace plein::test
