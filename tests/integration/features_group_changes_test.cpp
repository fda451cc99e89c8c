#include "server/features/group_changes.hpp"
#include "server/features/joining.hpp"
#include "server/features/profiles.hpp"
#include "storage/groups.hpp"
#include "tests/support/feature_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

class GroupChanges : public FeatureTest {
protected:
    static GroupForm form(const std::string& name, GroupVisibility visibility = GroupVisibility::closed) {
        return {.name = {name}, .purpose = {"What it is for"}, .visibility = visibility};
    }
    static CreateGroup founding(const std::string& name,
                                GroupVisibility visibility = GroupVisibility::closed) {
        static std::uint8_t made = 0;
        CreateGroup request{.form = form(name, visibility)};
        request.client_id.bytes = {7, ++made};
        return request;
    }
    GroupView view(PersonId who, GroupId group) { return look(who, get_group, GetGroup{group}).view; }
    Group edit(PersonId who, GroupForm to) {
        return act(who, edit_group,
                   EditGroup{town.group, view(who, town.group).group.version, std::move(to)});
    }
    void archive() { act(town.owner, archive_group, ArchiveGroup{town.group}); }
    void restore() { act(town.owner, restore_group, RestoreGroup{town.group}); }
    std::int64_t count_of_groups() {
        return run_sql(test_database, "SELECT count(*) FROM groups")[0][0].as<std::int64_t>();
    }
};

TEST_F(GroupChanges, ANewGroupHasGeneralAndATabForEachDepartment) {
    CreateGroup request = founding("  Docks &  scanners ");
    request.departments = {{town.warehouse, town.transport}};
    const Group made = act(town.member, create_group, request);
    EXPECT_EQ(made.name, "Docks & scanners");
    const GroupView seen = view(town.member, made.id);
    EXPECT_EQ(seen.role, GroupRole::owner);
    EXPECT_THAT(tab_names(seen), ElementsAre("Algemeen", "Warehouse", "Transport"));
    EXPECT_EQ(seen.tabs[1].tab.department, town.warehouse);
    EXPECT_EQ(seen.tabs[0].tab.default_mark, Mark::work);
}

TEST_F(GroupChanges, TheTabsOfAnInterestGroupArePersonal) {
    CreateGroup request = founding("Running");
    request.form.kind = GroupKind::interest;
    request.departments = {{town.transport}};
    const Group made = act(town.member, create_group, request);
    for (const TabView& tab : view(town.member, made.id).tabs)
        EXPECT_EQ(tab.tab.default_mark, Mark::personal);
}

TEST_F(GroupChanges, EveryOwnerOfANewGroupIsToldAndOwnsIt) {
    CreateGroup request = founding("Both sides");
    request.owners = {{town.colleague, town.member, town.colleague}};
    const Group made = act(town.member, create_group, request);
    EXPECT_THAT(news(), UnorderedElementsAre(user_stream(town.member) + " group.joined",
                                             user_stream(town.colleague) + " group.joined"));
    EXPECT_EQ(view(town.colleague, made.id).role, GroupRole::owner);
    EXPECT_EQ(view(town.colleague, made.id).member_count, 2);
}

TEST_F(GroupChanges, ARepeatedCreateMakesOneGroup) {
    const CreateGroup request = founding("Once");
    const Group first = act(town.member, create_group, request);
    EXPECT_EQ(act(town.member, create_group, request).id, first.id);
    CreateGroup other = founding("Something else");
    other.client_id = request.client_id;
    EXPECT_EQ(refused(town.member, create_group, other), ErrorCode::conflict);
    EXPECT_EQ(count_of_groups(), 3);
}

TEST_F(GroupChanges, GuestsBeginNoGroupAndOwnNone) {
    EXPECT_EQ(refused(town.guest, create_group, founding("Mine")), ErrorCode::forbidden);
    CreateGroup request = founding("Ours");
    request.owners = {{town.guest}};
    EXPECT_EQ(refused(town.member, create_group, request), ErrorCode::conflict);
    request.owners = {{PersonId{9999}}};
    EXPECT_EQ(refused(town.member, create_group, request), ErrorCode::not_found);
    EXPECT_EQ(count_of_groups(), 2);
}

TEST_F(GroupChanges, ADepartmentThatIsNotThereOrIsNamedTwiceMakesNoGroup) {
    CreateGroup request = founding("Ours");
    request.departments = {{DepartmentId{9999}}};
    EXPECT_EQ(refused(town.member, create_group, request), ErrorCode::not_found);
    request.departments = {{town.transport, town.transport}};
    EXPECT_EQ(refused(town.member, create_group, request), ErrorCode::invalid_request);
    EXPECT_EQ(count_of_groups(), 2);
}

TEST_F(GroupChanges, NoClosedGroupTakesTheNameOfAnother) {
    for (const char* name : {"Group", "GROUP", " group ", "\uFF27roup"})
        EXPECT_EQ(refused(town.stranger, create_group, founding(name)), ErrorCode::conflict) << name;
    EXPECT_EQ(refused(town.stranger, edit_group, EditGroup{town.elsewhere, 1, form("gROUP")}),
              ErrorCode::conflict);
    archive();
    EXPECT_EQ(refused(town.stranger, create_group, founding("Group")), ErrorCode::conflict)
        << "nobody takes the place of an archived group";
}

TEST_F(GroupChanges, ANameThatIsTakenTellsNothingOfSecretGroups) {
    act(town.member, create_group, founding("Steering", GroupVisibility::secret));
    act(town.stranger, create_group, founding("Steering", GroupVisibility::secret));
    act(town.stranger, create_group, founding("Steering"));
    act(town.stranger, create_group, founding("Group", GroupVisibility::secret));
    EXPECT_EQ(count_of_groups(), 6);
}

TEST_F(GroupChanges, TwoWhoTakeOneNameAtOnceMakeOneGroup) {
    const auto other_node = open();
    token_of(town.member);
    token_of(town.stranger);
    const auto make = [&](storage::Database& node, PersonId who) {
        return std::async(std::launch::async, [this, &node, who, request = founding("At once")] {
            return refusal_of([&] { act_on(node, who, create_group, request); });
        });
    };
    auto one = make(*database, town.member);
    auto two = make(*other_node, town.stranger);
    const std::vector outcomes{one.get(), two.get()};
    EXPECT_THAT(outcomes, UnorderedElementsAre(std::nullopt, std::optional{ErrorCode::conflict}));
}

TEST_F(GroupChanges, AnOwnerChangesCharterAndLooksAndEverybodyHears) {
    GroupForm to = form("Transport & Warehouse", GroupVisibility::secret);
    to.purpose = {"Keeping docks going"};
    to.kind = GroupKind::interest;
    to.colour = GroupColour::brick;
    to.cover = GroupCover::fan;
    to.review_on = parse_date("2999-06-01");
    const Group changed = edit(town.owner, to);
    EXPECT_EQ(changed.version, 2);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " group.changed",
                                    user_stream(town.guest) + " access.changed"));
    for (const PersonId who : {town.member, town.guest}) {
        const Group seen = view(who, town.group).group;
        EXPECT_EQ(to_json(seen), to_json(changed));
    }
    EXPECT_EQ(changed.review_on, to.review_on);
    EXPECT_EQ(changed.cover, GroupCover::fan);
}

TEST_F(GroupChanges, ANewReviewDateIsNotInThePastAndAnOldOneStands) {
    GroupForm past = form("Group");
    past.review_on = parse_date("2020-01-01");
    EXPECT_EQ(refused(town.owner, edit_group, EditGroup{town.group, 1, past}), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.owner, create_group, CreateGroup{.form = past}), ErrorCode::invalid_request);
    run_sql(test_database, "UPDATE groups SET review_on = '2020-01-01'");
    past.purpose = {"It was due long ago"};
    EXPECT_EQ(edit(town.owner, past).review_on, past.review_on);
    past.review_on = parse_date("2020-02-02");
    EXPECT_EQ(refused(town.owner, edit_group, EditGroup{town.group, 1, past}), ErrorCode::stale_version)
        << "of an older version that is said first";
}

TEST_F(GroupChanges, NobodyButAnOwnerChangesTheGroup) {
    for (const PersonId who : {town.moderator, town.member, town.guest})
        EXPECT_EQ(refused(who, edit_group, EditGroup{town.group, 1, form("Ours")}), ErrorCode::forbidden);
    for (const PersonId who : {town.stranger, town.administrator})
        EXPECT_EQ(refused(who, edit_group, EditGroup{town.group, 1, form("Ours")}), ErrorCode::not_found);
    EXPECT_EQ(view(town.member, town.group).group.name, "Group");
}

TEST_F(GroupChanges, AnEditOfAnOlderVersionIsRefused) {
    edit(town.owner, form("First"));
    EXPECT_EQ(refused(town.other_owner, edit_group, EditGroup{town.group, 1, form("Second")}),
              ErrorCode::stale_version);
    EXPECT_EQ(view(town.member, town.group).group.name, "First");
}

TEST_F(GroupChanges, AnArchivedGroupIsNotThereForAnyoneByAnyRoute) {
    const Post made = post(town.member, town.general);
    archive();
    for (const PersonId who : {town.owner, town.moderator, town.member, town.guest, town.stranger}) {
        EXPECT_THAT(look(who, list_home_posts, ListHomePosts{}).items, IsEmpty());
        EXPECT_EQ(refused(who, get_group, GetGroup{town.group}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_posts, ListPosts{town.general}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_posts, ListPosts{town.opened}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_group_posts, ListGroupPosts{town.group}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, get_post, GetPost{made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_members, ListMembers{town.group}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, list_candidates, ListCandidates{town.group, {"a"}}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, create_post, posting(town.general, "x")), ErrorCode::not_found);
        EXPECT_EQ(refused(who, edit_post, EditPost{.post = made.id, .body = {"x"}}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, delete_post, DeletePost{made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, restore_post, RestorePost{made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, mark_read, MarkRead{town.general, made.id}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, set_member, SetMember{town.group, town.stranger, GroupRole::member}),
                  ErrorCode::not_found);
        EXPECT_EQ(refused(who, remove_member, RemoveMember{town.group, who}), ErrorCode::not_found);
        EXPECT_EQ(refused(who, edit_group, EditGroup{town.group, 1, form("Ours")}), ErrorCode::not_found);
    }
    EXPECT_THAT(look(town.member, list_groups, ListGroups{}).items, IsEmpty());
}

TEST_F(GroupChanges, AnArchiveEndsEveryStreamOfTheGroupForEveryone) {
    archive();
    EXPECT_THAT(news(), UnorderedElementsAre(group_stream(town.group) + " group.archived",
                                             moderators_stream_of(town.group) + " group.archived",
                                             tab_stream(town.transport_tab) + " group.archived",
                                             tab_stream(town.opened) + " group.archived",
                                             user_stream(town.guest) + " access.changed"));
    std::vector<std::string> ended;
    for (const auto& event : published.events()) {
        if (event.revokes == everyone) ended.push_back(event.stream);
    }
    EXPECT_THAT(ended, UnorderedElementsAre(group_stream(town.group), moderators_stream_of(town.group),
                                            tab_stream(town.transport_tab), tab_stream(town.opened)));
}

TEST_F(GroupChanges, OnlyItsOwnersSeeAnArchivedGroup) {
    archive();
    for (const PersonId who : {town.owner, town.other_owner}) {
        const auto list = look(who, list_archived_groups, ListArchivedGroups{});
        ASSERT_EQ(list.items.size(), 1U);
        EXPECT_EQ(list.items[0].group.name, "Group");
        EXPECT_THAT(streams(list.cursors), ElementsAre(user_stream(who)));
    }
    for (const PersonId who : {town.moderator, town.member, town.guest, town.stranger, town.administrator}) {
        EXPECT_THAT(look(who, list_archived_groups, ListArchivedGroups{}).items, IsEmpty());
        EXPECT_EQ(refused(who, restore_group, RestoreGroup{town.group}), ErrorCode::not_found);
    }
}

TEST_F(GroupChanges, WhoWaitsAtTheDoorWaitsNoLongerOnceItIsGone) {
    const auto told = user_stream(town.stranger) + " standing.changed";
    const auto waits = [&] { return look(town.stranger, list_standings, ListStandings{}).items.size(); };
    const auto ask = [&] {
        act(town.stranger, ask_to_join, AskToJoin{town.group, std::nullopt});
        EXPECT_EQ(waits(), 1U);
        news();
    };
    ask();
    archive();
    EXPECT_THAT(news(), testing::Contains(told));
    EXPECT_EQ(waits(), 0U);
    restore();
    EXPECT_EQ(waits(), 0U);
    ask();
    edit(town.owner, form("Out of sight", GroupVisibility::secret));
    EXPECT_THAT(news(), testing::Contains(told));
    EXPECT_EQ(waits(), 0U);
}

TEST_F(GroupChanges, WhoWaitsAtTheDoorHearsThatTheGroupBehindItChanged) {
    act(town.stranger, ask_to_join, AskToJoin{town.group, std::nullopt});
    news();
    edit(town.owner, form("Another name"));
    EXPECT_THAT(news(), testing::Contains(user_stream(town.stranger) + " access.changed"));
}

TEST_F(GroupChanges, AProfileNamesNoGroupThatIsArchived) {
    const auto shared = [&] { return look(town.member, get_profile, GetProfile{town.moderator}).groups; };
    EXPECT_EQ(shared().size(), 1U);
    archive();
    EXPECT_THAT(shared(), IsEmpty());
    restore();
    EXPECT_EQ(shared().size(), 1U);
}

TEST_F(GroupChanges, NobodyButAnOwnerArchives) {
    for (const PersonId who : {town.moderator, town.member, town.guest})
        EXPECT_EQ(refused(who, archive_group, ArchiveGroup{town.group}), ErrorCode::forbidden);
    for (const PersonId who : {town.stranger, town.administrator})
        EXPECT_EQ(refused(who, archive_group, ArchiveGroup{town.group}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, restore_group, RestoreGroup{town.group}), ErrorCode::not_found);
}

TEST_F(GroupChanges, ArchivingAndRestoringTwiceSaysNothingMore) {
    archive();
    news();
    archive();
    EXPECT_THAT(news(), IsEmpty());
    restore();
    news();
    restore();
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(GroupChanges, ARestoredGroupIsAsItWas) {
    const Post made = post(town.owner, town.general, "kept");
    archive();
    news();
    restore();
    std::vector<std::string> told;
    for (const PersonId who :
         {town.owner, town.other_owner, town.moderator, town.member, town.colleague, town.guest})
        told.push_back(user_stream(who) + " access.changed");
    EXPECT_THAT(news(), testing::UnorderedElementsAreArray(told));
    const GroupView seen = view(town.member, town.group);
    EXPECT_EQ(seen.member_count, 6);
    EXPECT_EQ(seen.tabs.at(0).reading.unread, 1);
    EXPECT_EQ(look(town.member, get_post, GetPost{made.id}).view.post.body, "kept");
}

TEST_F(GroupChanges, AnArchiveWaitsForAPostThatIsOnItsWay) {
    const auto other_node = open();
    const std::string token = token_of(town.member);
    token_of(town.owner);
    std::future<NoContent> archiving;
    database->commit_now([&](Transaction& tx) {
        const auto viewer = access::identify(tx, token);
        (void)access::to_tab(tx, viewer, town.general);
        archiving = std::async(std::launch::async, [&] {
            return act_on(*other_node, town.owner, archive_group, ArchiveGroup{town.group});
        });
        await_lock_waiters(test_database);
        return create_post(tx, viewer, posting(town.general, "on its way"));
    });
    archiving.get();
    const auto said =
        run_sql(test_database, "SELECT string_agg(type, ' ' ORDER BY seq) FROM events WHERE stream = '" +
                                   group_stream(town.group) + "'");
    EXPECT_EQ(said[0][0].as<std::string>(), "post.created group.archived")
        << "nothing is said behind the end";
}

TEST_F(GroupChanges, APostThatCameTooLateFindsNoGroup) {
    const auto other_node = open();
    const std::string token = token_of(town.owner);
    token_of(town.member);
    std::future<std::optional<ErrorCode>> late;
    database->commit_now([&](Transaction& tx) {
        const auto done = archive_group(tx, access::identify(tx, token), ArchiveGroup{town.group});
        late = std::async(std::launch::async, [&] {
            return refusal_of(
                [&] { act_on(*other_node, town.member, create_post, posting(town.general, "too late")); });
        });
        await_lock_waiters(test_database);
        return done;
    });
    EXPECT_EQ(late.get(), ErrorCode::not_found);
    EXPECT_EQ(log_lines_with("too late"), 0);
}

}  // namespace
}  // namespace plein::test
