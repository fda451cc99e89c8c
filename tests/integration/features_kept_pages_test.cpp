// First pages that are kept: what a reader gets is at every moment what the database would say, and only who may read it.
#include "server/features/kept_pages.hpp"

#include "protocol/json_writer.hpp"
#include "server/features/comments.hpp"
#include "server/features/equal_questions.hpp"
#include "server/features/held.hpp"
#include "server/features/ideas.hpp"
#include "server/features/managed_accounts.hpp"
#include "server/features/moving.hpp"
#include "server/features/news.hpp"
#include "server/features/polls.hpp"
#include "server/features/profiles.hpp"
#include "server/features/questions.hpp"
#include "server/features/reactions.hpp"
#include "tests/support/feature_fixture.hpp"
#include "tests/support/polls.hpp"

#include <fmt/format.h>

namespace plein::test {
namespace {

using features::delete_post;
using features::KeptPages;
using features::list_posts;
using features::PageRead;

class KeptPagesTest : public FeatureTest {
protected:
    std::vector<std::shared_ptr<PageRead>> read(const std::vector<std::pair<PersonId, TabId>>& asked) {
        std::vector<std::shared_ptr<PageRead>> reads;
        std::vector<storage::JointRead*> items;
        for (const auto& [who, tab] : asked) {
            reads.push_back(std::make_shared<PageRead>(pages, token_of(who), tab));
            items.push_back(reads.back().get());
        }
        database->read_now([&](Snapshot& snapshot) { items.front()->run(snapshot, items); });
        return reads;
    }
    std::string kept(PersonId who, TabId tab) { return read({{who, tab}}).front()->response().text; }
    std::string fresh(PersonId who, TabId tab) {
        return to_json(look(who, list_posts, ListPosts{.tab = tab}));
    }

    static std::optional<ErrorCode> refusal(const PageRead& read) {
        return refusal_of([&] {
            if (read.refusal) std::rethrow_exception(read.refusal);
        });
    }

    void expect_fresh(const std::string& after) {
        for (const PersonId who : {town.owner, town.member})
            EXPECT_EQ(kept(who, town.general), fresh(who, town.general)) << after;
    }

    std::shared_ptr<KeptPages> pages = std::make_shared<KeptPages>();
};

TEST_F(KeptPagesTest, AreReadOnceAndServeEverybodyWithTheirOwnRights) {
    expect_fresh("an empty tab");
    for (int i = 0; i < 25; ++i)
        post(i % 2 == 0 ? town.owner : town.member, town.general, "Wie heeft \"de sleutel\"?\n- 1\n- 2");
    expect_fresh("more than a page");
    const std::string seen = fresh(town.member, town.general);
    run_sql(test_database, "UPDATE posts SET body = 'behind our back'");
    EXPECT_EQ(kept(town.member, town.general), seen) << "nothing was read but rights and heads";
    EXPECT_NE(kept(town.owner, town.general), seen) << "the owner may edit other posts than the member";
}

TEST_F(KeptPagesTest, AreNotKeptWithAnAnswerOfAnotherTab) {
    const auto asked_in = [&](TabId tab) {
        CreatePost request = posting(tab, "where?");
        request.question = Addressee{.department = town.warehouse};
        return act(town.member, features::create_post, request);
    };
    const Post merged = asked_in(town.general);
    const Post other = asked_in(town.opened);
    const Comment there =
        act(town.owner, features::create_comment, CreateComment{other.id, {{7}}, {"there"}, {}});
    act(town.member, features::mark_answer, MarkAnswer{other.id, there.id});
    act(town.moderator, features::merge_question, MergeQuestion{merged.id, other.id});
    act(town.member, features::set_reaction, SetReaction{other.id, there.id, ReactionKind::thanks});
    expect_fresh("merged into another tab");
    act(town.owner, features::edit_comment, EditComment{there.id, there.version, {"at the gate"}});
    expect_fresh("an answer edited in the other tab");
}

TEST_F(KeptPagesTest, AreNoOlderThanTheLastChange) {
    const Post first = post(town.owner, town.general, "een");
    expect_fresh("posted");
    const Post second = post(town.member, town.general, "twee");
    expect_fresh("posted again");
    edit(town.owner, first, "een, bijgewerkt");
    expect_fresh("edited");
    act(town.member, delete_post, DeletePost{second.id});
    expect_fresh("deleted");
    act(town.member, features::restore_post, RestorePost{second.id});
    expect_fresh("restored");
}

TEST_F(KeptPagesTest, AreNoOlderThanAMoveToAnotherTab) {
    const Post made = post(town.owner, town.general, "een");
    post(town.owner, town.announcements, "twee");
    expect_fresh("posted");
    kept(town.member, town.announcements);
    act(town.owner, features::move_post, MovePost{made.id, town.announcements, false});
    expect_fresh("moved");
    EXPECT_EQ(kept(town.member, town.announcements), fresh(town.member, town.announcements));
    EXPECT_THAT(kept(town.member, town.announcements), testing::HasSubstr("een"));
}

TEST_F(KeptPagesTest, AreNoOlderThanWhatBecameOfAQuestion) {
    CreatePost request = posting(town.general, "Waar ligt de sleutel?");
    request.question = Addressee{.department = town.warehouse};
    const Post asked = act(town.member, features::create_post, request);
    expect_fresh("asked");
    act(town.colleague, features::pick_up_question, PickUpQuestion{asked.id});
    expect_fresh("picked up");
    const Comment said =
        act(town.colleague, features::create_comment, CreateComment{asked.id, {{1}}, {"Hier."}, {}});
    for (std::uint8_t more = 2; more < 5; ++more)
        act(town.owner, features::create_comment, CreateComment{asked.id, {{more}}, {"Dank."}, {}});
    act(town.member, features::mark_answer, MarkAnswer{asked.id, said.id});
    expect_fresh("answered");
    EXPECT_THAT(kept(town.owner, town.general), testing::HasSubstr(R"("answer":{"comment":)"));
}

TEST_F(KeptPagesTest, ShowHowAPollStandsToWhoHasVotedOnly) {
    CreatePost request = posting(town.general, "Welke koffie?");
    request.poll = poll_of({"A", "B"});
    const Post asked = act(town.member, features::create_post, request);
    expect_fresh("asked");
    act(town.colleague, features::cast_vote, CastVote{asked.id, {{1}}});
    expect_fresh("voted");
    EXPECT_THAT(kept(town.colleague, town.general), testing::HasSubstr(R"("votes":1)"));
    EXPECT_THAT(kept(town.owner, town.general), testing::Not(testing::HasSubstr(R"("votes")")));
    act(town.member, features::close_poll, ClosePoll{asked.id});
    expect_fresh("closed");
    EXPECT_THAT(kept(town.owner, town.general), testing::HasSubstr(R"("votes":1)"));
}

TEST_F(KeptPagesTest, ShowWhatCameOfNewsAndWhoConfirmedItThemselves) {
    CreatePost request = posting(town.general, "# De dokken gaan dicht");
    request.news = NewNews{.must_read = true, .affects = {{town.warehouse}}};
    const Post made = act(town.owner, features::create_post, request);
    expect_fresh("published");
    act(town.member, features::confirm_news, ConfirmNews{made.id});
    act(town.colleague, features::acknowledge_news,
        AcknowledgeNews{made.id, town.warehouse, {"wij bellen"}, {}});
    expect_fresh("answered");
    EXPECT_THAT(kept(town.member, town.general), testing::HasSubstr(R"("confirmed":true)"));
    EXPECT_THAT(kept(town.colleague, town.general), testing::Not(testing::HasSubstr(R"("confirmed":true)")));
    EXPECT_THAT(kept(town.owner, town.general), testing::HasSubstr("wij bellen"));
}

TEST_F(KeptPagesTest, ShowWhatCameOfIdeasAndWhoWantsThemThemselves) {
    CreatePost request = posting(town.general, "Om zeven uur open");
    request.idea = Addressee{.department = town.warehouse};
    const Post made = act(town.owner, features::create_post, request);
    expect_fresh("published");
    act(town.member, features::vote_for_idea, VoteForIdea{made.id});
    act(town.colleague, features::decide_idea, DecideIdea{made.id, IdeaStatus::planned, {"in mei"}});
    expect_fresh("decided on");
    EXPECT_THAT(kept(town.member, town.general), testing::HasSubstr(R"("wanted":true)"));
    EXPECT_THAT(kept(town.colleague, town.general), testing::Not(testing::HasSubstr(R"("wanted":true)")));
    EXPECT_THAT(kept(town.owner, town.general), testing::HasSubstr("in mei"));
}

TEST_F(KeptPagesTest, AreNoOlderThanAnApproval) {
    run_sql(test_database,
            fmt::format("UPDATE tabs SET posting = 'approval' WHERE id = {}", town.general.value));
    const Post held = post(town.member, town.general, "mag dit?");
    expect_fresh("held");
    act(town.owner, features::approve_held_post, ApproveHeldPost{held.id, held.version});
    expect_fresh("approved");
    EXPECT_THAT(kept(town.member, town.general), testing::HasSubstr("mag dit?"));
}

TEST_F(KeptPagesTest, AreNoOlderThanWhatIsKnownOfTheirAuthors) {
    post(town.member, town.general, "een");
    expect_fresh("posted");
    const auto now = look(town.administrator, features::get_account, GetAccount{town.member});
    act(town.administrator, features::edit_account,
        EditAccount{.person = town.member,
                    .version = now.version,
                    .name = {"Nieuwe Naam"},
                    .title = {"Kwartiermaker"},
                    .email = {{"nieuw@example.org"}},
                    .department = town.warehouse});
    expect_fresh("another name, title and department");
    EXPECT_THAT(kept(town.owner, town.general), testing::HasSubstr("Nieuwe Naam"));
    const int version = look(town.member, features::get_own_profile, GetOwnProfile{}).version;
    act(town.member, features::set_profile, SetProfile{.version = version, .colour = Colour::heather});
    expect_fresh("another colour");
    act(town.administrator, features::suspend_person, SuspendPerson{town.member});
    EXPECT_EQ(kept(town.owner, town.general), fresh(town.owner, town.general)) << "suspended";
    act(town.administrator, features::reinstate_person, ReinstatePerson{town.member});
    EXPECT_EQ(kept(town.owner, town.general), fresh(town.owner, town.general)) << "reinstated";
}

TEST_F(KeptPagesTest, AreNoOlderThanTheWayOfTheTabBetweenStreams) {
    post(town.owner, town.opened, "voor wie?");
    const auto same = [&](const std::string& after) {
        EXPECT_EQ(kept(town.owner, town.opened), fresh(town.owner, town.opened)) << after;
    };
    const auto edited = [&](TabAudience audience) {
        const auto row = run_sql(
            test_database, fmt::format("SELECT version, name FROM tabs WHERE id = {}", town.opened.value))[0];
        act(town.owner, features::edit_tab,
            EditTab{.tab = town.opened,
                    .version = row[0].as<std::int32_t>(),
                    .name = {row[1].as<std::string>()},
                    .audience = audience});
    };
    same("opened to guests");
    edited(TabAudience::members);
    same("for members");
    post(town.owner, town.opened, "voor leden");
    same("posted on the group's stream");
    edited(TabAudience::guests);
    same("opened again");
    EXPECT_EQ(kept(town.guest, town.opened), fresh(town.guest, town.opened));
}

TEST_F(KeptPagesTest, AreRefusedToWhomeverTheTabIsClosedAtThisMoment) {
    post(town.owner, town.general);
    kept(town.member, town.general);
    const auto ended = token_of(town.moderator);
    run_sql(test_database, fmt::format("DELETE FROM sessions WHERE token_hash = '{}'", ended));
    remove(town.owner, town.member);
    act(town.administrator, features::suspend_person, SuspendPerson{town.newcomer});
    const auto reads = read({{town.member, town.general},
                             {town.moderator, town.general},
                             {town.stranger, town.general},
                             {town.guest, town.general},
                             {town.newcomer, town.general},
                             {town.owner, TabId{999'999}},
                             {town.owner, town.general}});
    std::vector<std::optional<ErrorCode>> refusals;
    for (const auto& read : reads)
        refusals.push_back(refusal(*read));
    EXPECT_THAT(refusals, ElementsAre(ErrorCode::not_found, ErrorCode::not_signed_in, ErrorCode::not_found,
                                      ErrorCode::not_found, ErrorCode::not_signed_in, ErrorCode::not_found,
                                      std::nullopt));
    EXPECT_EQ(reads.back()->response().text, fresh(town.owner, town.general));
}

TEST_F(KeptPagesTest, TellWhoseOwnPostsNeedApproval) {
    const Post own = post(town.member, town.general);
    EXPECT_THAT(kept(town.member, town.general), testing::HasSubstr(R"("may_edit":true)"));
    run_sql(test_database,
            fmt::format("UPDATE tabs SET posting = 'approval' WHERE id = {}", town.general.value));
    EXPECT_THAT(kept(town.member, town.general), testing::Not(testing::HasSubstr(R"("may_edit":true)")));
}

TEST_F(KeptPagesTest, OfSeveralReadersAtOnceAreReadOnce) {
    post(town.owner, town.general);
    const auto reads =
        read({{town.owner, town.general}, {town.member, town.general}, {town.owner, town.general}});
    EXPECT_EQ(reads[0]->response(), reads[2]->response());
    EXPECT_EQ(reads[1]->response().text, fresh(town.member, town.general));
    EXPECT_EQ(reads[0]->page(), reads[1]->page()) << "the same page in memory";
}

TEST_F(KeptPagesTest, GoWhenThereIsNoRoomTheLongestUnusedFirst) {
    const auto page = [](std::size_t bytes) {
        auto page = std::make_shared<features::KeptPage>();
        page->people = {std::string(bytes, ' ')};
        return page;
    };
    constexpr std::size_t half = KeptPages::max_bytes / 2 - 1000;
    const auto is_kept = [&](std::int64_t tab) { return pages->find(TabId{tab}, {}) != nullptr; };
    pages->keep(TabId{1}, page(half));
    pages->keep(TabId{2}, page(half));
    EXPECT_TRUE(is_kept(1));
    pages->keep(TabId{3}, page(half));
    EXPECT_FALSE(is_kept(2));
    EXPECT_TRUE(is_kept(1));
    pages->keep(TabId{3}, page(1));
    EXPECT_TRUE(is_kept(1)) << "the new page of a tab takes the place of the old one";
    pages->keep(TabId{4}, page(KeptPages::max_bytes + 1));
    EXPECT_FALSE(is_kept(4));
}

}  // namespace
}  // namespace plein::test
