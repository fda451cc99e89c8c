// Posts that go to another tab.
#include "server/features/moving.hpp"

#include "server/features/bookmarks.hpp"
#include "server/features/news.hpp"
#include "server/features/pins.hpp"
#include "server/features/polls.hpp"
#include "server/features/profiles.hpp"
#include "server/features/versions.hpp"
#include "storage/comments.hpp"
#include "tests/support/held_lock.hpp"
#include "tests/support/polls.hpp"
#include "tests/support/question_fixture.hpp"

#include <algorithm>
#include <future>

namespace plein::test {
namespace {

using namespace features;
using testing::Contains;
using testing::Not;

class Moving : public QuestionTest {
protected:
    Post move(PersonId who, const Post& post, TabId to, bool wider = false) {
        return act(who, move_post, MovePost{post.id, to, wider});
    }
    std::optional<ErrorCode> refused_move(PersonId who, const Post& post, TabId to, bool wider = false) {
        return refused(who, move_post, MovePost{post.id, to, wider});
    }
    /// What the refusal is about.
    std::string about(PersonId who, const Post& post, TabId to, bool wider = false) {
        try {
            move(who, post, to, wider);
        } catch (const Refusal& refusal) {
            return refusal.field;
        }
        return "nothing";
    }
    std::vector<std::string> feed(PersonId who, TabId tab) {
        return FeatureTest::bodies(look(who, list_posts, ListPosts{.tab = tab}));
    }
    Reading reading(PersonId who, TabId tab) {
        for (const TabView& view : look(who, get_group, GetGroup{town.group}).view.tabs) {
            if (view.tab.id == tab) return view.reading;
        }
        throw std::logic_error{"a tab that this person does not read"};
    }
    TabId open_tab(PostingRule posting, TabAudience audience = TabAudience::members) {
        CreateTab request{.group = town.group, .client_id = {}, .name = {"Made"}, .audience = audience};
        request.client_id.bytes = {8, ++tabs_made_};
        request.name.value += std::to_string(tabs_made_);
        request.posting = posting;
        return act(town.owner, create_tab, request).id;
    }
    void join_elsewhere(PersonId who, GroupRole role = GroupRole::member) {
        act(town.stranger, set_member, SetMember{town.elsewhere, who, role});
    }
    /// Streams whose log still has payloads with this text.
    std::vector<std::string> streams_with(const std::string& text) {
        std::vector<std::string> streams;
        for (const auto& row :
             run_sql(test_database, "SELECT DISTINCT stream FROM events WHERE payload LIKE '%" + text +
                                        "%' ORDER BY stream"))
            streams.emplace_back(row[0].c_str());
        return streams;
    }

    const std::string group = group_stream(town.group);
    const std::string transport = tab_stream(town.transport_tab);
    const std::string opened = tab_stream(town.opened);

private:
    std::uint8_t tabs_made_ = 0;
};

TEST_F(Moving, APostGoesWithAllThatIsBelowIt) {
    const Comment said = comment(town.member, "said below it");
    react(town.member, ReactionKind::like, said.id);
    count_reactions();
    act(town.member, keep_post, KeepPost{subject.id});
    FeatureTest::edit(town.owner, subject, "as it reads now");
    const Post moved = move(town.owner, subject, town.transport_tab);
    EXPECT_EQ(moved.tab, town.transport_tab);
    EXPECT_EQ(moved.published_at, subject.published_at);
    EXPECT_GT(moved.version, subject.version);
    const PostView seen = view(town.member);
    EXPECT_EQ(seen.post.tab, town.transport_tab);
    EXPECT_EQ(seen.thread.comments, 1);
    EXPECT_TRUE(seen.mine.kept);
    EXPECT_THAT(bodies(seen.latest), ElementsAre("said below it"));
    EXPECT_EQ(seen.latest.front().comment.tab, town.transport_tab);
    EXPECT_EQ(seen.latest.front().mine.reaction, ReactionKind::like);
    EXPECT_THAT(feed(town.member, town.transport_tab), ElementsAre("as it reads now"));
    EXPECT_THAT(feed(town.member, town.general), IsEmpty());
    EXPECT_EQ(refused(town.colleague, get_post, GetPost{subject.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.colleague, list_comments, ListComments{.post = subject.id}), ErrorCode::not_found);
}

TEST_F(Moving, IsToldWhereThePostWasAndWithAllOfItWhereItIs) {
    const Comment said = comment(town.member);
    react(town.member, ReactionKind::like, said.id);
    count_reactions();
    news();
    move(town.owner, subject, town.transport_tab);
    EXPECT_THAT(news(), ElementsAre(group + " post.moved", transport + " post.created",
                                    transport + " comment.created", transport + " reactions.counted"));
}

TEST_F(Moving, TheLogOfItsOldTabForgetsIt) {
    const Comment said = comment(town.member, "said below it");
    edit(town.member, said, "said below it, and edited");
    react(town.member, ReactionKind::care, said.id);
    count_reactions();
    move(town.owner, subject, town.transport_tab);
    EXPECT_THAT(streams_with("what it is about"), ElementsAre(transport));
    EXPECT_THAT(streams_with("said below it"), ElementsAre(transport));
    EXPECT_THAT(streams_with("\"care\""), ElementsAre(transport, user_stream(town.member)));
    const auto moved = run_sql(test_database, "SELECT payload FROM events WHERE type = 'post.moved'");
    EXPECT_EQ(moved[0][0].c_str(), "{\"post\":" + std::to_string(subject.id.value) +
                                       ",\"tab\":" + std::to_string(town.general.value) +
                                       ",\"group\":" + std::to_string(town.group.value) + ",\"version\":2}");
}

TEST_F(Moving, WithinOneStreamThePostLeavesBeforeItComes) {
    move(town.owner, subject, town.announcements);
    EXPECT_THAT(news(), ElementsAre(group + " post.moved", group + " post.created"));
    const auto versions = run_sql(
        test_database,
        "SELECT payload FROM events WHERE type IN ('post.moved', 'post.created') ORDER BY seq DESC LIMIT 2");
    for (const auto& row : versions)
        EXPECT_THAT(row[0].c_str(), testing::HasSubstr("\"version\":2"));
    EXPECT_THAT(feed(town.member, town.announcements), ElementsAre("what it is about"));
}

TEST_F(Moving, ToWhereItIsChangesNothing) {
    const Post same = move(town.owner, subject, town.general);
    EXPECT_EQ(same.version, subject.version);
    EXPECT_EQ(move(town.member, subject, town.general).version, subject.version);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Moving, ARetryFindsThePostThere) {
    const Post moved = move(town.owner, subject, town.announcements);
    news();
    EXPECT_EQ(move(town.owner, subject, town.announcements).version, moved.version);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Moving, IsForItsAuthorAndForWhoLooksAfterTheTabThatItIsIn) {
    EXPECT_EQ(about(town.member, subject, town.announcements), "post");
    EXPECT_EQ(refused_move(town.member, subject, town.announcements), ErrorCode::forbidden);
    EXPECT_EQ(refused_move(town.moderator, subject, town.announcements), ErrorCode::forbidden);
    EXPECT_EQ(about(town.moderator, subject, town.announcements), "tab") << "where owners post";
    move(town.owner, subject, town.announcements);
    EXPECT_EQ(move(town.colleague, subject, town.general).tab, town.general) << "who heads its department";
    EXPECT_EQ(refused_move(town.colleague, subject, town.announcements), ErrorCode::forbidden);
    EXPECT_EQ(refused_move(town.stranger, subject, town.announcements), ErrorCode::not_found);
    EXPECT_EQ(refused_move(town.guest, subject, town.opened), ErrorCode::not_found);
}

TEST_F(Moving, GoesWhereTheOneWhoMovesItReads) {
    const Post own = post(town.moderator, town.general, "of the Warehouse");
    EXPECT_EQ(about(town.moderator, own, town.transport_tab), "tab");
    EXPECT_EQ(refused_move(town.moderator, own, town.transport_tab), ErrorCode::not_found);
    EXPECT_EQ(refused_move(town.moderator, own, town.elsewhere_general, true), ErrorCode::not_found);
    EXPECT_EQ(refused_move(town.moderator, own, TabId{999'999}), ErrorCode::not_found);
}

TEST_F(Moving, BeforeMorePeopleWhenItsAuthorSaysSo) {
    EXPECT_EQ(refused_move(town.owner, subject, town.opened), ErrorCode::conflict);
    EXPECT_EQ(about(town.owner, subject, town.opened), "audience");
    EXPECT_THAT(news(), IsEmpty());
    move(town.owner, subject, town.opened, true);
    EXPECT_THAT(feed(town.guest, town.opened), ElementsAre("what it is about"));
    move(town.owner, subject, town.transport_tab);
    EXPECT_EQ(about(town.owner, subject, town.general), "audience");
    move(town.owner, subject, town.general, true);
}

TEST_F(Moving, BeforeMorePeopleByNobodyElse) {
    EXPECT_EQ(refused_move(town.moderator, subject, town.opened), ErrorCode::conflict);
    EXPECT_EQ(refused_move(town.moderator, subject, town.opened, true), ErrorCode::forbidden);
    EXPECT_EQ(about(town.moderator, subject, town.opened, true), "audience");
    const Post limited = post(town.member, town.transport_tab, "for us");
    EXPECT_EQ(refused_move(town.owner, limited, town.general, true), ErrorCode::forbidden);
}

TEST_F(Moving, ToAnotherGroupIsBeforeMorePeople) {
    join_elsewhere(town.owner);
    const Comment said = comment(town.owner);
    EXPECT_EQ(about(town.owner, subject, town.elsewhere_general), "audience");
    const Post moved = move(town.owner, subject, town.elsewhere_general, true);
    EXPECT_EQ(moved.group, town.elsewhere);
    EXPECT_THAT(
        FeatureTest::bodies(look(town.stranger, list_group_posts, ListGroupPosts{.group = town.elsewhere})),
        ElementsAre("what it is about"));
    EXPECT_THAT(FeatureTest::bodies(look(town.owner, list_group_posts, ListGroupPosts{.group = town.group})),
                IsEmpty());
    EXPECT_EQ(refused(town.member, edit_comment, EditComment{said.id, said.version, {"mine"}}),
              ErrorCode::not_found);
    EXPECT_EQ(thread(town.stranger).items.front().comment.group, town.elsewhere);
}

TEST_F(Moving, NotToWhereItWouldWaitForApproval) {
    const TabId proposals = open_tab(PostingRule::approval);
    const Post own = post(town.member, town.general, "an idea");
    EXPECT_EQ(refused_move(town.member, own, proposals), ErrorCode::conflict);
    EXPECT_EQ(about(town.member, own, proposals), "tab");
    EXPECT_EQ(move(town.moderator, own, proposals).tab, proposals) << "who would approve it";
}

TEST_F(Moving, IsOfVisiblePostsAlone) {
    const TabId proposals = open_tab(PostingRule::approval);
    const Post held = post(town.member, proposals, "held");
    ASSERT_EQ(held.state, PostState::held);
    for (const PersonId who : {town.member, town.owner}) {
        EXPECT_EQ(refused_move(who, held, town.general), ErrorCode::not_found);
        EXPECT_EQ(refused_move(who, held, proposals), ErrorCode::not_found) << "where it is";
        EXPECT_EQ(about(who, held, TabId{999'999}), "post");
    }
    act(town.owner, delete_post, DeletePost{subject.id});
    EXPECT_EQ(refused_move(town.owner, subject, town.announcements), ErrorCode::not_found);
}

TEST_F(Moving, IsOfNothingThatWaitsForItsTimeOrThatFewRead) {
    const TabId elsewhere = open_tab(PostingRule::everyone);
    CreatePost later = posting(town.general, "later");
    later.publish_at = from_now(std::chrono::hours{1});
    CreatePost quiet = asking(town.general, to_warehouse);
    quiet.confidential = true;
    for (const CreatePost& request : {later, quiet}) {
        const Post made = act(town.member, create_post, request);
        ASSERT_NE(made.state, PostState::visible);
        for (const PersonId who : {town.member, town.colleague, town.owner}) {
            EXPECT_EQ(refused_move(who, made, elsewhere), ErrorCode::not_found);
            EXPECT_EQ(refused_move(who, made, town.general), ErrorCode::not_found) << "where it is";
        }
    }
}

TEST_F(Moving, TakesAPostFromTheTop) {
    act(town.owner, pin_post, PinPost{subject.id});
    EXPECT_FALSE(move(town.owner, subject, town.announcements).pinned_at);
    EXPECT_FALSE(move(town.owner, subject, town.general).pinned_at);
}

TEST_F(Moving, TakesNoPostOutOfItsAuthorsSight) {
    const Post of_colleague = post(town.colleague, town.general, "of the Warehouse");
    EXPECT_EQ(refused_move(town.owner, of_colleague, town.transport_tab), ErrorCode::conflict);
    EXPECT_EQ(about(town.owner, of_colleague, town.transport_tab), "author");
    const Post of_member = post(town.member, town.general, "of Transport");
    EXPECT_EQ(move(town.owner, of_member, town.transport_tab).tab, town.transport_tab);
    remove(town.owner, town.colleague);
    EXPECT_EQ(move(town.owner, of_colleague, town.transport_tab).tab, town.transport_tab)
        << "who does not read it where it is, either";
}

TEST_F(Moving, BringsNewsOnlyWhereItCouldBePublished) {
    join_elsewhere(town.owner);
    CreatePost request = posting(town.general, "# The docks close");
    request.news = NewNews{.must_read = true, .affects = {}};
    const Post asked = act(town.owner, create_post, request);
    EXPECT_EQ(refused_move(town.owner, asked, town.elsewhere_general, true), ErrorCode::forbidden);
    EXPECT_EQ(move(town.owner, asked, town.announcements).tab, town.announcements);
    const TabId there = [&] {
        CreateTab opening{.group = town.elsewhere, .client_id = {}, .name = {"Open"}};
        opening.audience = TabAudience::guests;
        return act(town.stranger, create_tab, opening).id;
    }();
    act(town.stranger, set_member, SetMember{town.elsewhere, town.owner, GroupRole::guest});
    CreatePost told = posting(town.general, "# The docks open");
    told.news = NewNews{};
    const Post plain = act(town.owner, create_post, told);
    EXPECT_EQ(refused_move(town.owner, plain, there, true), ErrorCode::forbidden) << "a guest there";
    EXPECT_EQ(refused_move(town.owner, subject, there, true), std::nullopt);
}

TEST_F(Moving, KeepsWhatAPostAsksAndWhatCameOfIt) {
    const Post question = ask(town.owner, to_warehouse);
    mark(town.colleague, question, answer(town.colleague, question));
    move(town.owner, question, town.announcements);
    const PostView asked = view_of(town.member, question);
    EXPECT_EQ(asked.question->department, town.warehouse);
    EXPECT_EQ(asked.answer->comment.tab, town.announcements);

    CreatePost poll = posting(town.general, "which?");
    poll.poll = poll_of({"A", "B"});
    const Post choice = act(town.owner, create_post, poll);
    act(town.member, cast_vote, CastVote{choice.id, {{1}}});
    news();
    move(town.owner, choice, town.announcements);
    EXPECT_THAT(news(), ElementsAre(group + " post.moved", group + " post.created", group + " poll.changed"));
    EXPECT_EQ(act(town.colleague, cast_vote, CastVote{choice.id, {{0}}}).voters, 2);

    CreatePost asking = posting(town.general, "# The docks close");
    asking.news = NewNews{.must_read = true, .affects = {}};
    const Post news_post = act(town.owner, create_post, asking);
    act(town.member, confirm_news, ConfirmNews{news_post.id});
    move(town.owner, news_post, town.announcements);
    EXPECT_EQ(view_of(town.member, news_post).news->confirmed, 1);
    EXPECT_TRUE(view_of(town.member, news_post).mine.confirmed);
}

TEST_F(Moving, MovesWhatIsUnread) {
    EXPECT_EQ(reading(town.member, town.general).unread, 1);
    move(town.owner, subject, town.announcements);
    EXPECT_EQ(reading(town.member, town.general).unread, 0);
    EXPECT_EQ(reading(town.member, town.announcements).unread, 1);
}

TEST_F(Moving, NotificationsGoWithItAndShowToWhoReadsItThere) {
    comment(town.owner, "look, " + at(town.member) + " and " + at(town.colleague));
    ASSERT_EQ(lines(town.colleague).size(), 1u);
    move(town.owner, subject, town.transport_tab);
    EXPECT_THAT(lines(town.colleague), IsEmpty());
    EXPECT_EQ(lines(town.member).front().tab, town.transport_tab);
    join_elsewhere(town.owner);
    join_elsewhere(town.member);
    move(town.owner, subject, town.elsewhere_general, true);
    EXPECT_EQ(lines(town.member).front().tab, town.elsewhere_general);
    EXPECT_EQ(lines(town.member).front().group, town.elsewhere);
}

TEST_F(Moving, AGuestHasMetWhoSpeaksWhereTheyReadNow) {
    const auto knows = [&](PersonId person) {
        return refused(town.guest, get_profile, GetProfile{person}) == std::nullopt;
    };
    const Post own = post(town.member, town.opened, "hello");
    EXPECT_TRUE(knows(town.member));
    move(town.member, own, town.general);
    EXPECT_FALSE(knows(town.member));
    move(town.member, own, town.opened, true);
    EXPECT_TRUE(knows(town.member));
}

TEST_F(Moving, ARetryOfTheCreateFindsThePostWhereItsAuthorReadsIt) {
    const auto request = posting(town.general, "once", 77);
    const Post made = act(town.member, create_post, request);
    move(town.owner, made, town.transport_tab);
    EXPECT_EQ(act(town.member, create_post, request).tab, town.transport_tab);
    run_sql(test_database, "UPDATE people SET department_id = " + std::to_string(town.warehouse.value) +
                               " WHERE id = " + std::to_string(town.member.value));
    EXPECT_EQ(refused(town.member, create_post, request), ErrorCode::not_found);
}

TEST_F(Moving, WhoWaitedBehindItFindsThePostThere) {
    const std::vector tokens{token_of(town.owner), token_of(town.member)};
    std::future<Post> moved;
    std::future<Comment> said;
    std::future<void> edited;
    {
        HeldLock held{test_database,
                      "SELECT FROM posts WHERE id = " + std::to_string(subject.id.value) + " FOR UPDATE"};
        moved = std::async(std::launch::async, [&] { return move(town.owner, subject, town.announcements); });
        held.await_waiters(1);
        const auto request = commenting(subject.id, "meanwhile");
        said = std::async(std::launch::async,
                          [&, request] { return act(town.member, create_comment, request); });
        edited = std::async(std::launch::async, [&] { FeatureTest::edit(town.owner, subject, "better"); });
        held.await_waiters(3);
        held.release();
    }
    EXPECT_EQ(moved.get().tab, town.announcements);
    EXPECT_EQ(said.get().tab, town.announcements);
    EXPECT_NO_THROW(edited.get());
    EXPECT_EQ(view(town.member).post.body, "better");
}

TEST_F(Moving, ACountOfReactionsBehindItIsToldWhereThePostIs) {
    react(town.member, ReactionKind::like);
    token_of(town.owner);
    news();
    std::future<Post> moved;
    std::future<std::int64_t> counted;
    {
        HeldLock held{test_database,
                      "SELECT FROM posts WHERE id = " + std::to_string(subject.id.value) + " FOR UPDATE"};
        moved = std::async(std::launch::async, [&] { return move(town.owner, subject, town.transport_tab); });
        held.await_waiters(1);
        counted = std::async(std::launch::async, [&] { return count_reactions(); });
        held.await_waiters(2);
        held.release();
    }
    moved.get();
    counted.get();
    EXPECT_THAT(news(), Not(Contains(group + " reactions.counted")));
    EXPECT_THAT(streams_with("\"like\""), ElementsAre(transport, user_stream(town.member)));
}

TEST_F(Moving, ATabThatNarrowsTakesWhatCameToIt) {
    const TabId other = open_tab(PostingRule::everyone);
    move(town.owner, subject, other);
    const Tab now = [&] {
        for (const TabView& view : look(town.owner, get_group, GetGroup{town.group}).view.tabs) {
            if (view.tab.id == other) return view.tab;
        }
        throw std::logic_error{"no such tab"};
    }();
    act(town.owner, edit_tab,
        EditTab{.tab = other,
                .version = now.version,
                .name = {now.name},
                .department = town.transport,
                .audience = TabAudience::department});
    EXPECT_THAT(streams_with("what it is about"), IsEmpty());
    EXPECT_EQ(refused(town.colleague, get_post, GetPost{subject.id}), ErrorCode::not_found);
}

TEST_F(Moving, NeverBringsBeforeMoreWhatOthersSaidForFewer) {
    const Post limited = post(town.member, town.transport_tab, "between us");
    const Comment own = act(town.member, create_comment, commenting(limited.id, "I begin."));
    EXPECT_EQ(about(town.member, limited, town.general, true), "nothing");
    move(town.member, limited, town.transport_tab);
    const Comment said = act(town.owner, create_comment, commenting(limited.id, "Between us: no."));
    EXPECT_EQ(about(town.member, limited, town.general, true), "comments");
    act(town.owner, delete_comment, DeleteComment{said.id});
    EXPECT_EQ(about(town.member, limited, town.general, true), "comments") << "it can come back";
    run_sql(test_database,
            "UPDATE comments SET purge_after = now() - interval '1 second' WHERE state = 'deleted'");
    database->commit_now(
        [](Transaction& tx) { return storage::purge_comments(tx, access::as_system("a test"), 10); });
    EXPECT_EQ(about(town.member, limited, town.general, true), "nothing");
}

TEST_F(Moving, LeavesEarlierVersionsBehindWhereMoreWouldReadThem) {
    const Post limited = post(town.member, town.transport_tab, "kumquat");
    FeatureTest::edit(town.member, limited, "fruit");
    const Comment said = act(town.member, create_comment, commenting(limited.id, "quince"));
    act(town.member, edit_comment, EditComment{said.id, said.version, {"more fruit"}});
    move(town.member, limited, town.general, true);
    EXPECT_THAT(look(town.colleague, list_post_versions, ListPostVersions{limited.id}).items, IsEmpty());
    EXPECT_THAT(look(town.colleague, list_comment_versions, ListCommentVersions{said.id}).items, IsEmpty());
}

TEST_F(Moving, TakesEarlierVersionsAlongWhereNobodyElseReadsThem) {
    const Post open = post(town.member, town.general, "kumquat");
    FeatureTest::edit(town.member, open, "fruit");
    move(town.member, open, town.transport_tab);
    EXPECT_EQ(look(town.owner, list_post_versions, ListPostVersions{open.id}).items.size(), 1u);
}

}  // namespace
}  // namespace plein::test
