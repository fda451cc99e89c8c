// Posts that are found by their topics, and the topics that are offered while one writes.
#include "server/features/topics.hpp"

#include "server/features/moving.hpp"
#include "tests/support/scheduled_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Topics : public ScheduledTest {
protected:
    using FeatureTest::edit;

    PostPage page(PersonId who, const std::string& topic) {
        return look(who, list_topic_posts, ListTopicPosts{.topic = {topic}});
    }
    std::vector<std::string> found(PersonId who, const std::string& topic) {
        return FeatureTest::bodies(page(who, topic));
    }
    /// All pages of so many, one after the other.
    std::vector<std::string> walk(PersonId who, const std::string& topic, std::int32_t limit) {
        std::vector<std::string> seen;
        ListTopicPosts request{.topic = {topic}, .limit = limit};
        for (;;) {
            const PostPage next = look(who, list_topic_posts, request);
            for (const PostView& each : next.items)
                seen.push_back(each.post.body);
            if (!next.next) return seen;
            request.before = Text<limits::cursor>{*next.next};
        }
    }
    /// "kantine 2": the topic, and of how many posts.
    std::vector<std::string> choices(PersonId who, TabId tab, const std::string& typed = "") {
        std::vector<std::string> texts;
        const ListTopicChoices request{tab, Text<limits::search>{typed}};
        for (const TopicChoice& each : look(who, list_topic_choices, request).items)
            texts.push_back(each.topic + " " + std::to_string(each.posts));
        return texts;
    }
    std::int64_t rows_of(const Post& post) {
        return run_sql(test_database, "SELECT count(*) FROM post_topics WHERE post_id = " +
                                          std::to_string(post.id.value))[0][0]
            .as<std::int64_t>();
    }
    Post read_again(const Post& post) { return view_of(post.author, post).post; }
    Post in(TabId tab, const std::string& body) { return post(town.owner, tab, body); }
    Post ask_privately(PersonId who, const std::string& body) {
        CreatePost request = asking(town.general, to_warehouse);
        request.confidential = true;
        request.body = {body};
        return act(who, create_post, request);
    }
};

TEST_F(Topics, FindWhatOneMayReadAndNothingElse) {
    in(town.general, "#lift for all");
    in(town.transport_tab, "#lift of transport");
    in(town.opened, "#lift for guests too");
    post(town.stranger, town.elsewhere_general, "#lift elsewhere");
    EXPECT_THAT(found(town.member, "lift"),
                ElementsAre("#lift for guests too", "#lift of transport", "#lift for all"));
    EXPECT_THAT(found(town.colleague, "lift"), ElementsAre("#lift for guests too", "#lift for all"));
    EXPECT_THAT(found(town.guest, "lift"), ElementsAre("#lift for guests too"));
    EXPECT_THAT(found(town.stranger, "lift"), ElementsAre("#lift elsewhere"));
    remove(town.owner, town.member);
    EXPECT_THAT(found(town.member, "lift"), IsEmpty());
}

TEST_F(Topics, ThatOnlyOthersReadAreAsThoseThatNobodyHas) {
    in(town.transport_tab, "#lift");
    EXPECT_EQ(to_json(page(town.colleague, "lift")), to_json(page(town.colleague, "stairs")));
    EXPECT_THAT(page(town.colleague, "lift").items, IsEmpty());
}

TEST_F(Topics, AreTheSameHoweverTheyAreWritten) {
    in(town.general, "over de #Kantine");
    in(town.general, "en #KANTINE");
    in(town.general, "#cafe\u0301");
    EXPECT_THAT(found(town.member, "kanTINE"), ElementsAre("en #KANTINE", "over de #Kantine"));
    EXPECT_THAT(found(town.member, "CAFÉ"), ElementsAre("#cafe\u0301"));
    EXPECT_THAT(found(town.member, "kantin"), IsEmpty());
    EXPECT_THAT(found(town.member, "%"), IsEmpty());
}

TEST_F(Topics, LeadThroughAllOfTheirPostsOnce) {
    std::vector<std::string> expected;
    for (int i = 0; i < 9; ++i) {
        const std::string body = "#lift " + std::to_string(i);
        in(i % 3 == 0 ? town.general : i % 3 == 1 ? town.opened : town.transport_tab, body);
        expected.insert(expected.begin(), body);
    }
    for (const int limit : {1, 2, 4, 100})
        EXPECT_EQ(walk(town.member, "lift", limit), expected) << limit;
    EXPECT_EQ(refused(town.member, list_topic_posts, ListTopicPosts{{"lift"}, {{"no cursor"}}, {}}),
              ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.member, list_topic_posts, ListTopicPosts{{"lift"}, {}, 101}),
              ErrorCode::invalid_request);
}

TEST_F(Topics, AreReadBesideAllStreamsThatTellOfThem) {
    EXPECT_THAT(
        streams(page(town.colleague, "lift").cursors),
        UnorderedElementsAre(group_stream(town.group), tab_stream(town.opened), user_stream(town.colleague)));
}

TEST_F(Topics, FollowTheText) {
    const Post made = in(town.general, "#lift");
    edit(town.owner, made, "#stairs and #Stairs");
    EXPECT_THAT(found(town.member, "lift"), IsEmpty());
    EXPECT_THAT(found(town.member, "stairs"), ElementsAre("#stairs and #Stairs"));
    edit(town.owner, read_again(made), "by foot");
    EXPECT_THAT(found(town.member, "stairs"), IsEmpty());
    EXPECT_EQ(rows_of(made), 0);
    edit(town.owner, read_again(made), "#lift");
    EXPECT_THAT(found(town.member, "lift"), ElementsAre("#lift"));
}

TEST_F(Topics, FollowWhateverChangesThePost) {
    const Post made = in(town.general, "#lift");
    const std::string this_one = " WHERE id = " + std::to_string(made.id.value);
    run_sql(test_database, "UPDATE posts SET blocks = '[]'" + this_one);
    EXPECT_THAT(found(town.member, "lift"), IsEmpty()) << "as a node that knew no topics wrote it";
    EXPECT_EQ(rows_of(made), 0);
    EXPECT_FALSE(
        run_sql(test_database,
                "SELECT has_table_privilege('plein_server', 'post_topics', 'INSERT, UPDATE, DELETE')")[0][0]
            .as<bool>())
        << "nothing but that";
}

TEST_F(Topics, AreGoneWithADeletedPostAndComeBackWithIt) {
    const Post made = in(town.general, "#lift");
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_THAT(found(town.owner, "lift"), IsEmpty());
    EXPECT_THAT(choices(town.owner, town.general), IsEmpty());
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_THAT(found(town.member, "lift"), ElementsAre("#lift"));
    act(town.owner, delete_post, DeletePost{made.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(rows_of(made), 0);
}

TEST_F(Topics, OfWhatIsHeldAreFoundOnceItIsApproved) {
    const TabId proposals = empty_tab(PostingRule::approval);
    const Post held = post(town.member, proposals, "#lift");
    const Post better =
        act(town.member, edit_held_post, EditHeldPost{held.id, held.version, {"#stairs"}, Mark::work});
    for (const PersonId who : {town.member, town.owner}) {
        EXPECT_THAT(found(who, "stairs"), IsEmpty());
        EXPECT_THAT(choices(who, proposals), IsEmpty());
    }
    act(town.owner, approve_held_post, ApproveHeldPost{better.id, better.version});
    EXPECT_THAT(found(town.colleague, "stairs"), ElementsAre("#stairs"));
    EXPECT_THAT(found(town.colleague, "lift"), IsEmpty());
}

TEST_F(Topics, OfWhatIsScheduledAreFoundOnceItIsOut) {
    const Post planned = edit_scheduled(town.owner, schedule(town.owner, town.general, "#lift"), "#stairs");
    in(town.general, "#stairs before");
    EXPECT_THAT(found(town.owner, "stairs"), ElementsAre("#stairs before"));
    EXPECT_THAT(choices(town.owner, town.general), ElementsAre("stairs 1"));
    publish_now(town.owner, planned);
    EXPECT_THAT(found(town.member, "stairs"), ElementsAre("#stairs", "#stairs before"))
        << "when it was published, not when it was written";
    EXPECT_THAT(found(town.member, "lift"), IsEmpty());
}

TEST_F(Topics, OfConfidentialQuestionsAreFoundByNobody) {
    const Post asked = ask_privately(town.member, "My #illness");
    for (const PersonId who : {town.member, town.colleague, town.owner}) {
        EXPECT_THAT(found(who, "illness"), IsEmpty());
        EXPECT_THAT(choices(who, town.general), IsEmpty());
    }
    edit(town.member, asked, "My other #illness");
    act(town.member, delete_post, DeletePost{asked.id});
    act(town.member, restore_post, RestorePost{asked.id});
    EXPECT_THAT(found(town.colleague, "illness"), IsEmpty());
    EXPECT_EQ(rows_of(asked), 0);
}

TEST_F(Topics, GoWithThePostToAnotherTab) {
    const Post made = in(town.general, "#lift");
    act(town.owner, move_post, MovePost{made.id, town.transport_tab});
    EXPECT_THAT(found(town.member, "lift"), ElementsAre("#lift"));
    EXPECT_THAT(found(town.colleague, "lift"), IsEmpty());
    EXPECT_THAT(choices(town.colleague, town.general), IsEmpty());
}

TEST_F(Topics, OfCommentsAreMarkedAndListNothing) {
    EXPECT_THAT(comment(town.member, "so says #lift").blocks.text,
                HasSubstr(R"({"type":"topic","text":"#lift","topic":"lift"})"));
    EXPECT_THAT(found(town.member, "lift"), IsEmpty());
}

TEST_F(Topics, AreWordsOfExcerptsAndTitles) {
    post(town.owner, town.general, "Look " + at(town.member) + " at the #Lift, now");
    EXPECT_THAT(told(town.member), ElementsAre(HasSubstr("at the #Lift, now")));
    CreatePost news = posting(town.general, "# #Lift");
    news.news = NewNews{.must_read = true};
    const Post announced = act(town.owner, create_post, news);
    EXPECT_THAT(found(town.member, "lift"), Contains(announced.body)) << "its title is more than nothing";
}

TEST_F(Topics, AreOfferedTheMostUsedFirstAsTheyWereWrittenLast) {
    in(town.general, "#stairs #Kantine #kantine");
    in(town.general, "#STAIRS");
    in(town.general, "#Stairs and #lift");
    EXPECT_THAT(choices(town.member, town.general), ElementsAre("Stairs 3", "kantine 1", "lift 1"));
    EXPECT_THAT(choices(town.member, town.general, " ST"), ElementsAre("Stairs 3"));
    EXPECT_THAT(choices(town.member, town.general, "airs"), IsEmpty());
    EXPECT_THAT(choices(town.member, town.general, "%"), IsEmpty());
    std::string many;
    for (std::size_t i = 0; i <= limits::topic_choices; ++i)
        many += " #t" + std::to_string(i);
    in(town.general, many);
    EXPECT_EQ(choices(town.member, town.general).size(), limits::topic_choices);
}

TEST_F(Topics, AreOfferedThatAllReadersOfTheTabMayKnow) {
    in(town.general, "#general");
    in(town.transport_tab, "#transport");
    in(town.opened, "#opened");
    CreateTab more{.group = town.group, .client_id = {{8, 255}}, .name = {"More of transport"}};
    more.department = town.transport;
    more.audience = TabAudience::department;
    in(act(town.owner, create_tab, more).id, "#more");
    post(town.stranger, town.elsewhere_general, "#elsewhere");
    EXPECT_THAT(choices(town.owner, town.general), ElementsAre("general 1", "opened 1"));
    EXPECT_THAT(choices(town.owner, town.transport_tab), ElementsAre("general 1", "opened 1", "transport 1"));
    EXPECT_THAT(choices(town.owner, town.opened), ElementsAre("opened 1")) << "guests read this";
    EXPECT_THAT(choices(town.guest, town.opened), ElementsAre("opened 1"));
    EXPECT_EQ(refused(town.guest, list_topic_choices, ListTopicChoices{town.general, {}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.colleague, list_topic_choices, ListTopicChoices{town.transport_tab, {}}),
              ErrorCode::not_found);
    EXPECT_EQ(refused(town.stranger, list_topic_choices, ListTopicChoices{town.opened, {}}),
              ErrorCode::not_found);
}

}  // namespace
}  // namespace plein::test
