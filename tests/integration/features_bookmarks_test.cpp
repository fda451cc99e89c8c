#include "server/features/bookmarks.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;

class Bookmarks : public ThreadTest {
protected:
    void keep(PersonId who, PostId post) { act(who, keep_post, KeepPost{post}); }
    PostPage kept(PersonId who, const ListBookmarks& request = {}) {
        return look(who, list_bookmarks, request);
    }
};

TEST_F(Bookmarks, AreOnesOwnTheLastOneFirst) {
    const Post other = post(town.member, town.opened, "another");
    keep(town.colleague, other.id);
    keep(town.colleague, subject.id);
    EXPECT_THAT(FeatureTest::bodies(kept(town.colleague)), ElementsAre("what it is about", "another"));
    EXPECT_THAT(kept(town.member).items, IsEmpty());
    EXPECT_TRUE(view(town.colleague).mine.kept);
    EXPECT_FALSE(view(town.member).mine.kept);
    EXPECT_TRUE(look(town.colleague, list_posts, ListPosts{town.general}).items.at(0).mine.kept);
}

TEST_F(Bookmarks, AreToldToThePersonsOtherDevicesOnce) {
    keep(town.member, subject.id);
    keep(town.member, subject.id);
    act(town.member, drop_post, DropPost{subject.id});
    act(town.member, drop_post, DropPost{subject.id});
    EXPECT_THAT(news(), ElementsAre(user_stream(town.member) + " bookmark.set",
                                    user_stream(town.member) + " bookmark.set"));
    EXPECT_THAT(kept(town.member).items, IsEmpty());
}

TEST_F(Bookmarks, PagesLeadThroughThemOnceEach) {
    for (int i = 1; i <= 5; ++i)
        keep(town.member, post(town.owner, town.general, std::to_string(i)).id);
    ListBookmarks request{.limit = 2};
    std::vector<std::string> all;
    for (;;) {
        const PostPage page = kept(town.member, request);
        for (const auto& body : FeatureTest::bodies(page))
            all.push_back(body);
        if (!page.next) break;
        request.before = Text<limits::cursor>{*page.next};
    }
    EXPECT_THAT(all, ElementsAre("5", "4", "3", "2", "1"));
}

TEST_F(Bookmarks, ShowOnlyWhatOneMayRead) {
    keep(town.member, subject.id);
    remove(town.owner, town.member);
    EXPECT_THAT(kept(town.member).items, IsEmpty());
    EXPECT_EQ(refused(town.member, keep_post, KeepPost{subject.id}), ErrorCode::not_found);
    act(town.member, drop_post, DropPost{subject.id});
    set_role(town.owner, town.member, GroupRole::member);
    EXPECT_THAT(kept(town.member).items, IsEmpty());
}

TEST_F(Bookmarks, HaveABound) {
    run_sql(test_database,
            "INSERT INTO posts (group_id, tab_id, author_id, client_id, client_digest, mark, body, blocks, "
            "                   published_at) "
            "SELECT group_id, tab_id, author_id, gen_random_uuid(), '', mark, body, blocks, published_at "
            "  FROM posts, generate_series(1, 1000)");
    run_sql(test_database, "INSERT INTO bookmarks SELECT " + std::to_string(town.member.value) +
                               ", id, now() FROM posts WHERE id <> " + std::to_string(subject.id.value) +
                               " LIMIT 1000");
    EXPECT_EQ(refused(town.member, keep_post, KeepPost{subject.id}), ErrorCode::full);
}

}  // namespace
}  // namespace plein::test
