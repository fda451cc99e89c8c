#include "server/jobs/jobs.hpp"
#include "tests/support/held_fixture.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::HasSubstr;

class Praise : public ThreadTest {
protected:
    static CreatePost praising(TabId tab, const std::vector<PersonId>& people, std::uint8_t client_id = 0) {
        CreatePost request = posting(tab, "for the night shift", client_id);
        request.praise = NewPraise{{people}};
        return request;
    }
    PostAnswer read(PersonId who, const Post& post) { return look(who, get_post, GetPost{post.id}); }
};

TEST_F(Praise, NamesWhomItThanks) {
    const Post made = act(town.owner, create_post, praising(town.general, {town.member, town.stranger}));
    EXPECT_EQ(made.kind, PostKind::praise);
    const PostAnswer answer = read(town.colleague, made);
    EXPECT_EQ(answer.view.post.kind, PostKind::praise);
    EXPECT_THAT(answer.view.post.praised, testing::Optional(ElementsAre(town.member, town.stranger)));
    std::vector<PersonId> people;
    for (const Person& each : answer.people)
        people.push_back(each.id);
    EXPECT_THAT(people, UnorderedElementsAre(town.owner, town.member, town.stranger));
    EXPECT_EQ(log_lines_with("praised"), 1) << "others read of it as it happens";
    EXPECT_FALSE(read(town.owner, subject).view.post.praised);
}

TEST_F(Praise, StaysWithItsPostThroughAnEdit) {
    const Post made = act(town.owner, create_post, praising(town.general, {town.member}));
    FeatureTest::edit(town.owner, made, "for the night shift, and the coffee");
    EXPECT_THAT(read(town.member, made).view.post.praised, testing::Optional(ElementsAre(town.member)));
}

TEST_F(Praise, IsOfOthersEachOnceAndOfNoOtherKind) {
    for (const std::vector<PersonId>& people :
         {std::vector<PersonId>{}, {town.owner}, {town.member, town.owner}, {town.member, town.member}})
        EXPECT_EQ(refused(town.owner, create_post, praising(town.general, people)),
                  ErrorCode::invalid_request);
    CreatePost two = praising(town.general, {town.member});
    two.question = Addressee{};
    EXPECT_EQ(refused(town.owner, create_post, two), ErrorCode::invalid_request);
    const Timestamp now = database->read_now([](Snapshot& snapshot) { return snapshot.now(); });
    CreatePost poll = praising(town.general, {town.member});
    poll.poll = NewPoll{{{{"a"}, {"b"}}}, false, false, now + std::chrono::hours{1}};
    EXPECT_EQ(refused(town.owner, create_post, poll), ErrorCode::invalid_request);
}

TEST_F(Praise, IsOfNobodyWhoIsNotThere) {
    EXPECT_EQ(refused(town.owner, create_post, praising(town.general, {PersonId{999'999}})),
              ErrorCode::not_found);
    act(town.administrator, suspend_person, SuspendPerson{town.stranger});
    EXPECT_EQ(refused(town.owner, create_post, praising(town.general, {town.stranger})),
              ErrorCode::not_found);
}

TEST_F(Praise, ByAGuestIsOfThoseWhoSpokeThere) {
    EXPECT_EQ(refused(town.guest, create_post, praising(town.opened, {town.member})), ErrorCode::not_found);
    post(town.member, town.opened);
    EXPECT_NO_THROW(act(town.guest, create_post, praising(town.opened, {town.member})));
}

TEST_F(Praise, OfARetryIsTheSameAndOfAnotherAConflict) {
    const Post made = act(town.owner, create_post, praising(town.general, {town.member}, 9));
    const Post again = act(town.owner, create_post, praising(town.general, {town.member}, 9));
    EXPECT_EQ(again.id, made.id);
    EXPECT_EQ(again.praised, made.praised);
    EXPECT_EQ(refused(town.owner, create_post, praising(town.general, {town.colleague}, 9)),
              ErrorCode::conflict);
}

TEST_F(Praise, GoesWithItsPost) {
    const Post made = act(town.owner, create_post, praising(town.general, {town.member}, 9));
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(log_lines_with("praised"), 0);
    EXPECT_FALSE(act(town.owner, create_post, praising(town.general, {town.member}, 9)).praised)
        << "a tombstone";
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_THAT(read(town.member, made).view.post.praised, testing::Optional(ElementsAre(town.member)));
    act(town.owner, delete_post, DeletePost{made.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM posts WHERE praised IS NOT NULL").size(), 0);
}

using HeldPraise = HeldPosts;

TEST_F(HeldPraise, IsSeenByWhoDecides) {
    CreatePost request = posting(approval_tab(), "for the night shift");
    request.praise = NewPraise{{{town.colleague}}};
    const Post held = act(town.member, create_post, request);
    EXPECT_EQ(held.state, PostState::held);
    const auto waiting = look(town.owner, list_held_posts, ListHeldPosts{town.group}).items;
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_THAT(waiting.front().post.praised, testing::Optional(ElementsAre(town.colleague)));
    EXPECT_THAT(approve(town.owner, held).praised, testing::Optional(ElementsAre(town.colleague)));
}

}  // namespace
}  // namespace plein::test
