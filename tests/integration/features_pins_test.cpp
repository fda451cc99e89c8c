#include "server/features/pins.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Pins : public ThreadTest {
protected:
    std::vector<std::string> pinned(PersonId who) {
        return FeatureTest::bodies(look(who, list_pinned_posts, ListPinnedPosts{town.general}));
    }
};

TEST_F(Pins, StandOnTopOfTheirTabTheLastOneFirst) {
    const Post other = post(town.member, town.general, "also important");
    act(town.owner, pin_post, PinPost{subject.id});
    const Post made = act(town.moderator, pin_post, PinPost{other.id});
    EXPECT_TRUE(made.pinned_at);
    EXPECT_EQ(made.version, 2);
    EXPECT_FALSE(made.edited_at);
    EXPECT_THAT(pinned(town.colleague), ElementsAre("also important", "what it is about"));
    act(town.owner, unpin_post, UnpinPost{other.id});
    EXPECT_THAT(pinned(town.colleague), ElementsAre("what it is about"));
}

TEST_F(Pins, AreToldAsAnEditOfThePostOnce) {
    act(town.owner, pin_post, PinPost{subject.id});
    act(town.owner, pin_post, PinPost{subject.id});
    act(town.owner, unpin_post, UnpinPost{subject.id});
    act(town.owner, unpin_post, UnpinPost{subject.id});
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.edited",
                                    group_stream(town.group) + " post.edited"));
}

TEST_F(Pins, ThereAreTenOfATab) {
    for (std::size_t i = 0; i < limits::pinned_posts; ++i)
        act(town.owner, pin_post, PinPost{post(town.member, town.general).id});
    EXPECT_EQ(refused(town.owner, pin_post, PinPost{subject.id}), ErrorCode::full);
    const Post elsewhere = post(town.owner, town.opened);
    EXPECT_TRUE(act(town.owner, pin_post, PinPost{elsewhere.id}).pinned_at);
}

TEST_F(Pins, TheHeadOfATabsDepartmentPinsToo) {
    const Post announced = post(town.colleague, town.announcements, "of the Warehouse");
    EXPECT_EQ(refused(town.member, pin_post, PinPost{announced.id}), ErrorCode::forbidden);
    EXPECT_TRUE(act(town.colleague, pin_post, PinPost{announced.id}).pinned_at);
    EXPECT_EQ(refused(town.colleague, pin_post, PinPost{subject.id}), ErrorCode::forbidden);
}

TEST_F(Pins, LeaveAnEditThatWasBegunBeforeAlone) {
    act(town.moderator, pin_post, PinPost{subject.id});
    FeatureTest::edit(town.owner, subject, "with the version of before");
    EXPECT_THAT(pinned(town.member), ElementsAre("with the version of before"));
    EXPECT_EQ(refused(town.owner, edit_post, EditPost{.post = subject.id, .version = 2, .body = {"late"}}),
              ErrorCode::stale_version);
    EXPECT_EQ(refused(town.owner, edit_post, EditPost{.post = subject.id, .version = 9, .body = {"early"}}),
              ErrorCode::stale_version);
}

TEST_F(Pins, ADeletedPostIsOnTopNoMore) {
    act(town.owner, pin_post, PinPost{subject.id});
    act(town.owner, delete_post, DeletePost{subject.id});
    EXPECT_THAT(pinned(town.member), IsEmpty());
    EXPECT_EQ(refused(town.owner, unpin_post, UnpinPost{subject.id}), ErrorCode::not_found);
    act(town.owner, restore_post, RestorePost{subject.id});
    EXPECT_THAT(pinned(town.member), IsEmpty()) << "its place may be another's by now";
}

class Locks : public ThreadTest {};

TEST_F(Locks, CloseTheCommentsForEveryoneWithAReason) {
    const Comment before = comment(town.member, "before");
    const Post locked = act(town.moderator, lock_post, LockPost{subject.id, {" Everything was said. "}});
    EXPECT_EQ(locked.lock_reason, "Everything was said.");
    EXPECT_EQ(refused(town.owner, create_comment, commenting(subject.id, "late")), ErrorCode::forbidden);
    EXPECT_EQ(view(town.member).post.lock_reason, "Everything was said.");
    // What stands there can be set right, and reacted to.
    edit(town.member, before, "as it was meant");
    react(town.colleague, ReactionKind::thanks);
    EXPECT_EQ(act(town.owner, unlock_post, UnlockPost{subject.id}).lock_reason, std::nullopt);
    comment(town.member, "after");
}

TEST_F(Locks, ARetryOfACommentFromBeforeFindsIt) {
    const auto request = commenting(subject.id, "before", 7);
    const Comment made = act(town.member, create_comment, request);
    act(town.moderator, lock_post, LockPost{subject.id, {"enough"}});
    EXPECT_EQ(act(town.member, create_comment, request).id, made.id);
}

TEST_F(Locks, NeedAReason) {
    EXPECT_EQ(refused(town.owner, lock_post, LockPost{subject.id, {"  "}}), ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.member, lock_post, LockPost{subject.id, {"mine"}}), ErrorCode::forbidden);
}

TEST_F(Locks, AreToldOnce) {
    act(town.owner, lock_post, LockPost{subject.id, {"enough"}});
    act(town.owner, lock_post, LockPost{subject.id, {"enough"}});
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.edited"));
}

}  // namespace
}  // namespace plein::test
