#include "server/features/versions.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::HasSubstr;

class Versions : public ThreadTest {
protected:
    EarlierVersions of_post(PersonId who) {
        return look(who, list_post_versions, ListPostVersions{subject.id});
    }
};

TEST_F(Versions, AnEditedPostTellsWhatItSaidBefore) {
    EXPECT_THAT(of_post(town.member).items, IsEmpty());
    FeatureTest::edit(town.owner, subject, "second");
    Post second = view(town.owner).post;
    FeatureTest::edit(town.owner, second, "third");
    const auto earlier = of_post(town.member).items;
    ASSERT_EQ(earlier.size(), 2u);
    EXPECT_THAT(earlier[0].blocks.text, HasSubstr("second"));
    EXPECT_THAT(earlier[1].blocks.text, HasSubstr("what it is about"));
    EXPECT_EQ(earlier[1].since, subject.published_at);
    EXPECT_EQ(earlier[1].until, earlier[0].since);
    EXPECT_EQ(earlier[0].until, view(town.owner).post.edited_at);
}

TEST_F(Versions, AnotherMarkIsNoOtherText) {
    act(town.owner, edit_post, EditPost{.post = subject.id, .body = {subject.body}, .mark = Mark::personal});
    EXPECT_THAT(of_post(town.member).items, IsEmpty());
    EXPECT_FALSE(view(town.member).post.edited_at) << "nobody reads anything else than before";
    FeatureTest::edit(town.owner, view(town.owner).post, "second");
    EXPECT_EQ(of_post(town.member).items.at(0).since, subject.published_at);
}

TEST_F(Versions, AnEditThatIsRefusedLeavesNone) {
    FeatureTest::edit(town.owner, subject, "second");
    EXPECT_EQ(refused(town.owner, edit_post, EditPost{.post = subject.id, .body = {"late"}}),
              ErrorCode::stale_version);
    EXPECT_EQ(of_post(town.member).items.size(), 1u);
}

TEST_F(Versions, AnEditedCommentTellsTheSame) {
    const Comment made = comment(town.member, "first");
    edit(town.member, made, "second");
    const auto of_comment = [&](PersonId who) {
        return look(who, list_comment_versions, ListCommentVersions{made.id});
    };
    ASSERT_EQ(of_comment(town.colleague).items.size(), 1u);
    EXPECT_THAT(of_comment(town.colleague).items.at(0).blocks.text, HasSubstr("first"));
    erase(town.member, made);
    EXPECT_EQ(refused(town.colleague, list_comment_versions, ListCommentVersions{made.id}),
              ErrorCode::not_found);
}

TEST_F(Versions, GoWithWhatIsPurged) {
    const Comment made = comment(town.member, "first");
    edit(town.member, made, "second");
    FeatureTest::edit(town.owner, subject, "second");
    react(town.colleague, ReactionKind::like, made.id);
    react(town.colleague, ReactionKind::like);
    count_reactions();
    erase(town.member, made);
    run_sql(test_database, "UPDATE comments SET purge_after = now() - interval '1 second'");
    EXPECT_EQ(jobs::purge_comments(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM comment_versions")[0][0].as<int>(), 0);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM reactions")[0][0].as<int>(), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM reaction_counts")[0][0].as<int>(), 1);
    act(town.owner, delete_post, DeletePost{subject.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() - interval '1 second'");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM post_versions")[0][0].as<int>(), 0);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM reactions")[0][0].as<int>(), 0);
    EXPECT_EQ(run_sql(test_database, "SELECT count(*) FROM reaction_counts")[0][0].as<int>(), 0);
}

}  // namespace
}  // namespace plein::test
