#include "server/access/access.hpp"
#include "server/demo/act_as.hpp"
#include "server/demo/conversations.hpp"
#include "server/features/groups.hpp"
#include "storage/accounts.hpp"
#include "tests/support/demo_fixture.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using storage::Transaction;
using storage::Viewer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

class DemoLoad : public DemoTest {
protected:
    /// The groups that the person with this login sees, by name.
    std::map<std::string, GroupView> groups_of(const std::string& login) {
        const std::string token = access::hash_token(login);
        database->commit_now([&](Transaction& tx) {
            storage::insert_session(tx, storage::select_account(tx, login)->person, token, "test");
        });
        const GroupList list = database->read_now([&](storage::Snapshot& snapshot) {
            return features::list_groups(snapshot, access::identify(snapshot, token), {});
        });
        std::map<std::string, GroupView> groups;
        for (const GroupView& view : list.items)
            groups[view.group.name] = view;
        return groups;
    }

    /// What the loader says of a story of which `change` made something else.
    template <class Change>
    std::string complaint_about(Change change) {
        demo::Story story = demo::read_story();
        change(story);
        const TestDatabase other;
        storage::Database empty{patient(other), [](auto) {}};
        try {
            empty.commit_now(
                [&](Transaction& tx) { demo::load(tx, story, {"Europe/Amsterdam", "no password"}); });
            return "none";
        } catch (const std::runtime_error& error) {
            return error.what();
        }
    }

    std::string text(const std::string& sql) { return run_sql(test_database, sql)[0][0].as<std::string>(); }
};

std::vector<std::string> tabs_of(const GroupView& view) {
    std::vector<std::string> names;
    for (const TabView& tab : view.tabs)
        names.push_back(tab.tab.name);
    return names;
}

std::vector<std::string> names_of(const std::map<std::string, GroupView>& groups) {
    std::vector<std::string> names;
    for (const auto& [name, view] : groups)
        names.push_back(name);
    return names;
}

TEST_F(DemoLoad, MakesTheOrganisationOfTheStory) {
    EXPECT_EQ(text("SELECT count(*) FROM people"), "47");
    EXPECT_EQ(text("SELECT count(*) FROM departments"), "11");
    EXPECT_EQ(text("SELECT string_agg(name, ', ' ORDER BY name) FROM groups WHERE visibility = 'secret'"),
              "Stuurgroep");
    EXPECT_EQ(text("SELECT count(*) FROM groups WHERE NOT EXISTS (SELECT FROM memberships WHERE group_id = "
                   "groups.id "
                   "AND role = 'owner')"),
              "0");
}

TEST_F(DemoLoad, TellsWhoDoesWhat) {
    EXPECT_EQ(text("SELECT string_agg(people.name, ', ' ORDER BY services.name) FROM services "
                   "JOIN people ON people.id = owner_id WHERE kind = 'process'"),
              "Gerrit Postma, Priya Ramdin");
    EXPECT_EQ(text("SELECT count(*) FROM departments WHERE side = 'business' AND partner_id IS NULL"), "1");
    EXPECT_EQ(text("SELECT count(*) FROM department_heads WHERE deputy"), "9");
    EXPECT_EQ(text("SELECT count(*) FROM holidays"), "8");
    EXPECT_EQ(text("SELECT count(*) FROM profiles"), "8");
}

TEST_F(DemoLoad, GivesEachWorkGroupAnOwnerFromBothSides) {
    EXPECT_EQ(text("SELECT coalesce(string_agg(name, ', '), '') FROM groups WHERE kind = 'work' AND "
                   "(SELECT count(DISTINCT departments.side) FROM memberships "
                   "   JOIN people ON people.id = memberships.person_id "
                   "   JOIN departments ON departments.id = people.department_id "
                   "  WHERE memberships.group_id = groups.id AND memberships.role = 'owner') < 2"),
              "");
    EXPECT_EQ(text("SELECT count(*) FROM groups WHERE review_on <= current_date"), "1");
}

TEST_F(DemoLoad, RefusesADatabaseThatIsInUse) {
    EXPECT_THAT([&] { load_demo(*database); }, ThrowsMessage<std::runtime_error>(HasSubstr("not empty")));
    EXPECT_EQ(text("SELECT count(*) FROM people"), "47");
}

TEST_F(DemoLoad, MakesTheSameDataEachTime) {
    const std::string all =
        "SELECT concat((SELECT md5(string_agg(concat_ws('|', id, tab_id, author_id, client_id, mark, "
        "version, "
        "body, blocks), '|' ORDER BY id)) FROM posts), "
        "(SELECT md5(string_agg(concat_ws('|', id, post_id, author_id, client_id, version, quote_id, body, "
        "blocks), '|' ORDER BY id)) FROM comments), "
        "(SELECT md5(string_agg(concat_ws('|', post_id, comment_id, person_id, kind), '|' "
        "ORDER BY post_id, comment_id, person_id)) FROM reactions))";
    const TestDatabase other;
    load_demo(other);
    EXPECT_EQ(text(all), run_sql(other, all)[0][0].as<std::string>());
}

TEST_F(DemoLoad, PutsPostsInThePastInTheOrderOfTheirIds) {
    EXPECT_EQ(text("SELECT count(*) FROM posts WHERE published_at > now()"), "0");
    EXPECT_EQ(text("SELECT count(*) FROM (SELECT published_at < lag(published_at) OVER (PARTITION BY tab_id "
                   "ORDER BY id) "
                   "AS back FROM posts) AS pairs WHERE back"),
              "0");
    EXPECT_GT(std::stoi(text("SELECT extract(day FROM max(published_at) - min(published_at)) FROM posts")),
              80);
}

TEST_F(DemoLoad, PutsCommentsBehindTheirPostsInTheOrderOfTheirIds) {
    EXPECT_GT(std::stoi(text("SELECT count(*) FROM comments")), 200);
    EXPECT_EQ(text("SELECT count(*) FROM comments JOIN posts ON posts.id = post_id "
                   "WHERE comments.published_at < posts.published_at OR comments.published_at > now()"),
              "0");
    EXPECT_EQ(text("SELECT count(*) FROM (SELECT published_at < lag(published_at) OVER (PARTITION BY post_id "
                   "ORDER BY id) AS back FROM comments) AS pairs WHERE back"),
              "0");
    EXPECT_EQ(
        text("SELECT count(*) FROM (SELECT post_id, count(*) FROM comments GROUP BY post_id) AS written "
             "FULL JOIN threads USING (post_id) WHERE threads.comments IS DISTINCT FROM written.count"),
        "0");
}

TEST_F(DemoLoad, HasPeopleReplyToEachOther) {
    EXPECT_EQ(
        text("SELECT quoted.body FROM comments JOIN comments AS quoted ON quoted.id = comments.quote_id "
             "WHERE comments.body = 'Hij fluit.'"),
        "> Chidi fluit als een frame past\n\nI do not whistle. I *measure acoustically*.");
}

TEST_F(DemoLoad, CountsEveryReactionOnce) {
    EXPECT_GT(std::stoi(text("SELECT count(*) FROM reactions")), 1000);
    EXPECT_EQ(text("SELECT count(*) FROM reaction_changes"), "0");
    EXPECT_EQ(text("SELECT count(*) FROM "
                   "(SELECT post_id, coalesce(comment_id, 0) AS comment, count(*) AS chosen "
                   "   FROM reactions GROUP BY 1, 2) AS made "
                   "FULL JOIN (SELECT post_id, coalesce(comment_id, 0) AS comment, "
                   "                  (SELECT sum((each->>'count')::int) "
                   "                     FROM jsonb_array_elements(counts::jsonb) AS each) AS counted "
                   "             FROM reaction_counts) AS told USING (post_id, comment) "
                   "WHERE chosen IS DISTINCT FROM counted"),
              "0");
}

TEST_F(DemoLoad, HasNobodyAnswerOutsideTheirGroups) {
    EXPECT_EQ(text("SELECT count(*) FROM (SELECT post_id, author_id AS person_id FROM comments UNION ALL "
                   "SELECT post_id, person_id FROM reactions) AS answers JOIN posts ON posts.id = post_id "
                   "WHERE NOT EXISTS (SELECT FROM memberships WHERE memberships.group_id = posts.group_id "
                   "AND memberships.person_id = answers.person_id)"),
              "0");
    const auto last_post = [](demo::Story& story) -> demo::StoryPost& { return story.posts.back(); };
    EXPECT_THAT(complaint_about([&](demo::Story& story) {
                    last_post(story).comments.push_back(
                        {.when = last_post(story).when, .author = "anouk", .body = "Hallo."});
                }),
                HasSubstr("the story has anouk comment in"));
    EXPECT_THAT(complaint_about([&](demo::Story& story) {
                    last_post(story).reactions.push_back({ReactionKind::like, "anouk"});
                }),
                HasSubstr("the story has anouk react in"));
}

TEST_F(DemoLoad, LeavesNoEventWithAMomentThatIsNoLongerTrue) {
    EXPECT_EQ(text("SELECT count(*) FROM events WHERE subject ~ '^(post|comment):' AND type <> 'redacted'"),
              "0");
}

TEST_F(DemoLoad, LeavesNoSessionBehind) { EXPECT_EQ(text("SELECT count(*) FROM sessions"), "0"); }

TEST_F(DemoLoad, ShowsTheGuestOneTab) {
    const auto groups = groups_of("anouk.peeters@kettingwerk.example");
    EXPECT_THAT(names_of(groups), ElementsAre("SSC & Kettingwerk"));
    EXPECT_THAT(tabs_of(groups.at("SSC & Kettingwerk")), ElementsAre("Kettingwerk"));
}

TEST_F(DemoLoad, HidesTheLimitedTabFromOtherDepartments) {
    EXPECT_THAT(tabs_of(groups_of("gerrit.postma@vaartland.example").at("SSC & Assemblage")),
                ElementsAre("Algemeen", "HR", "Finance", "ICT", "Facilitair", "Communicatie", "Assemblage"));
    EXPECT_THAT(tabs_of(groups_of("10391").at("SSC & Assemblage")),
                ElementsAre("Algemeen", "Finance", "ICT", "Facilitair", "Communicatie", "Assemblage"));
}

TEST_F(DemoLoad, ShowsTheSecretGroupToItsMembersOnly) {
    EXPECT_TRUE(groups_of("gerrit.postma@vaartland.example").contains("Stuurgroep"));
    EXPECT_FALSE(groups_of("jeroen.maas@vaartland.example").contains("Stuurgroep"));
}

TEST_F(DemoLoad, LeavesALittleUnread) {
    for (const char* login : {"fatma.yildiz@vaartland.example", "10482", "gerrit.postma@vaartland.example"}) {
        int unread = 0;
        for (const auto& [name, view] : groups_of(login)) {
            for (const TabView& tab : view.tabs)
                unread += tab.reading.unread;
        }
        EXPECT_GT(unread, 0) << login;
        EXPECT_LT(unread, 60) << login;
    }
}

TEST(DemoStage, IsSetForRecordedConversations) {
    const TemporaryFolder folder;
    const auto file = folder.write("conversations.jsonl", R"({"author": "p001", "tab": "general"})"
                                                          "\n");
    const TestDatabase empty;
    storage::Database database{{.url = empty.server_url(), .connections = 1}, [](auto) {}};
    database.commit_now([&](Transaction& tx) {
        demo::load_people_and_groups(tx, demo::stage_of_conversations(file), "no password");
    });
    EXPECT_EQ(run_sql(empty, "SELECT string_agg(personnel_number, ', ' ORDER BY id) FROM people")[0][0]
                  .as<std::string>(),
              "lezer-1, lezer-2, p001");
    EXPECT_EQ(run_sql(empty, "SELECT string_agg(name, ', ' ORDER BY id) FROM tabs")[0][0].as<std::string>(),
              "general");
}

TEST_F(DemoLoad, KeepsAnEditWithItsMoment) {
    for (const std::string table : {"posts", "comments"}) {
        EXPECT_EQ(text("SELECT count(*) FROM " + table + " WHERE edited_at IS NOT NULL"), "1") << table;
        EXPECT_EQ(text("SELECT count(*) FROM " + table + " WHERE edited_at <= published_at"), "0") << table;
    }
    EXPECT_EQ(text("SELECT count(*) FROM comments WHERE body LIKE 'Jullie uren kwamen donderdag%'"), "0");
}

}  // namespace
}  // namespace plein::test
