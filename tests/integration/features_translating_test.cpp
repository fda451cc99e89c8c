#include "server/features/translating.hpp"

#include "server/features/confidential.hpp"
#include "server/features/moving.hpp"
#include "server/features/versions.hpp"
#include "tests/support/scheduled_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::HasSubstr;
using testing::Not;

/// The owner's `subject` stands in General; the member's posts are what is translated.
class Translating : public ScheduledTest {
protected:
    using FeatureTest::edit;

    static CreatePost saying(TabId tab, const std::string& body, const std::string& english,
                             std::uint8_t client_id = 0) {
        CreatePost request = posting(tab, body, client_id);
        request.translation = NewTranslation{Language::en, {english}};
        return request;
    }
    Post say(PersonId author, TabId tab, const std::string& body = "De lift doet het.",
             const std::string& english = "The lift works.") {
        return act(author, create_post, saying(tab, body, english));
    }
    static TranslatePost translating(const Post& post, const std::string& words) {
        return {post.id, post.version, Language::en, {words}};
    }
    Post translate(PersonId who, const Post& post, const std::string& words) {
        return act(who, translate_post, translating(post, words));
    }
    Post untranslate(PersonId who, const Post& post) {
        return act(who, remove_translation, RemoveTranslation{post.id});
    }
    Post seen(PersonId who, const Post& post) { return view_of(who, post).post; }
    std::vector<EarlierVersion> versions(const Post& post) {
        return look(town.colleague, list_post_versions, ListPostVersions{post.id}).items;
    }
    std::string place_of(PersonId who, const CreatePost& request) {
        try {
            act(who, create_post, request);
        } catch (const Refusal& refusal) {
            return refusal.field;
        }
        return "nowhere";
    }
};

TEST_F(Translating, APostSaysTheSameInTheOtherLanguage) {
    const Post made = say(town.member, town.general);
    ASSERT_TRUE(made.translation);
    EXPECT_EQ(made.translation->language, Language::en);
    EXPECT_EQ(made.translation->body, "The lift works.");
    EXPECT_THAT(made.translation->blocks.text, HasSubstr("The lift works."));
    EXPECT_FALSE(made.translation->outdated);
    EXPECT_EQ(log_lines_with("The lift works."), 1);
    for (const PersonId reader : {town.member, town.colleague})
        EXPECT_EQ(to_json(seen(reader, made)), to_json(made));
    const PostPage page = look(town.colleague, list_posts, ListPosts{town.general});
    EXPECT_EQ(to_json(page.items.at(0).post), to_json(made));
    EXPECT_FALSE(page.items.at(1).post.translation) << "the owner's post has none";
}

TEST_F(Translating, OddTextComesBackAsItWasWritten) {
    const std::string odd = "\"quoted\", {braced}\\ and\n\nNULL, naïve €";
    const Post made = say(town.member, town.general, "gewoon", odd);
    EXPECT_EQ(seen(town.colleague, made).translation->body, odd);
    EXPECT_EQ(to_json(seen(town.colleague, made)), to_json(made));
}

TEST_F(Translating, ARetryHasToSayTheSameInBothLanguages) {
    const Post made = act(town.member, create_post, saying(town.general, "een", "one", 7));
    EXPECT_EQ(act(town.member, create_post, saying(town.general, "een", "one", 7)).id, made.id);
    EXPECT_EQ(refused(town.member, create_post, saying(town.general, "een", "two", 7)), ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, create_post, posting(town.general, "een", 7)), ErrorCode::conflict);
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_FALSE(act(town.member, create_post, saying(town.general, "een", "one", 7)).translation);
}

TEST_F(Translating, TheSameRulesHoldForBothLanguages) {
    EXPECT_EQ(place_of(town.member, saying(town.general, "een", " \n ")), "$.translation.body");
    CreatePost announcement = saying(town.general, "# Lift\n\nHij doet het.", "It works.");
    announcement.news.emplace();
    EXPECT_EQ(place_of(town.member, announcement), "$.translation.body");
    announcement.translation->body.value = "# The lift\n\nIt works.";
    EXPECT_EQ(place_of(town.member, announcement), "nowhere");
    CreatePost event = saying(town.general, "# Open dag", "An open day");
    event.event = EventPlan{from_now(soon), from_now(2 * soon), {"Hall 2"}, {}};
    EXPECT_EQ(place_of(town.member, event), "$.translation.body");
    const Post made = act(town.owner, create_post, [&] {
        CreatePost request = posting(town.general, "# Open dag");
        request.event = event.event;
        return request;
    }());
    EXPECT_EQ(refused(town.owner, translate_post, translating(made, "An open day")),
              ErrorCode::invalid_request);
    EXPECT_TRUE(translate(town.owner, made, "# An open day").translation);
}

TEST_F(Translating, ItsAuthorAddsItLater) {
    const Post made = post(town.member, town.general, "De lift doet het.");
    news();
    const Post after = translate(town.member, made, "The lift works.");
    EXPECT_EQ(after.version, made.version + 1);
    EXPECT_TRUE(after.edited_at) << "others see that it says something else than before";
    EXPECT_EQ(after.body, made.body);
    EXPECT_EQ(after.translation->body, "The lift works.");
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.edited"));
    EXPECT_EQ(to_json(seen(town.colleague, made)), to_json(after));
    EXPECT_EQ(refused(town.colleague, translate_post, translating(after, "mine")), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.owner, translate_post, translating(after, "mine")), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.stranger, translate_post, translating(after, "mine")), ErrorCode::not_found);
}

TEST_F(Translating, OfATextThatHasChangedSinceIsRefused) {
    const Post made = post(town.member, town.general, "een");
    edit(town.member, made, "twee");
    EXPECT_EQ(refused(town.member, translate_post, translating(made, "one")), ErrorCode::stale_version);
    const Post second = translate(town.member, seen(town.member, made), "two");
    EXPECT_EQ(refused(town.member, translate_post, translating(seen(town.member, made), "three")),
              std::nullopt);
    EXPECT_EQ(refused(town.member, translate_post, translating(second, "four")), ErrorCode::stale_version)
        << "the translation has changed since";
    EXPECT_EQ(seen(town.colleague, made).translation->body, "three");
}

TEST_F(Translating, AnEditOfTheTextLeavesItBehind) {
    const Post made = say(town.member, town.general);
    edit(town.member, made, "De lift doet het niet.");
    const Post edited = seen(town.colleague, made);
    EXPECT_EQ(edited.translation->body, "The lift works.");
    EXPECT_TRUE(edited.translation->outdated);
    act(town.member, edit_post,
        EditPost{made.id, edited.version, {"De lift doet het niet."}, Mark::personal});
    EXPECT_TRUE(seen(town.colleague, made).translation->outdated);
    const Post after = translate(town.member, seen(town.member, made), "The lift does not work.");
    EXPECT_FALSE(after.translation->outdated);
}

TEST_F(Translating, AnotherMarkOrTheTextAsItWasDoesNotOutdateIt) {
    const Post made = say(town.member, town.general);
    act(town.member, edit_post, EditPost{made.id, made.version, {made.body}, Mark::personal});
    EXPECT_FALSE(seen(town.colleague, made).translation->outdated);
    edit(town.member, seen(town.member, made), "anders");
    edit(town.member, seen(town.member, made), made.body);
    EXPECT_FALSE(seen(town.colleague, made).translation->outdated);
}

TEST_F(Translating, TheSameWordsAgainSayThatTheyStillHold) {
    const Post made = say(town.member, town.general);
    edit(town.member, made, "De lift doet het!");
    const Post edited = seen(town.member, made);
    const Post after = translate(town.member, edited, "The lift works.");
    EXPECT_FALSE(after.translation->outdated);
    EXPECT_EQ(after.edited_at, edited.edited_at);
    EXPECT_EQ(versions(made).size(), 1u) << "of the text alone";
}

TEST_F(Translating, ItsAuthorTakesItAway) {
    const Post made = say(town.member, town.general);
    EXPECT_EQ(refused(town.owner, remove_translation, RemoveTranslation{made.id}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.stranger, remove_translation, RemoveTranslation{made.id}), ErrorCode::not_found);
    news();
    const Post after = untranslate(town.member, made);
    EXPECT_FALSE(after.translation);
    EXPECT_EQ(after.version, made.version + 1);
    EXPECT_TRUE(after.edited_at);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.edited"));
    EXPECT_FALSE(seen(town.colleague, made).translation);
    EXPECT_EQ(to_json(untranslate(town.member, made)), to_json(after)) << "there is none any more";
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Translating, TheLogForgetsWhatItSaidBefore) {
    const Post made = say(town.member, town.general);
    const Post second = translate(town.member, made, "The lift runs.");
    EXPECT_EQ(log_lines_with("The lift works."), 0);
    EXPECT_EQ(log_lines_with("The lift runs."), 1);
    untranslate(town.member, second);
    EXPECT_EQ(log_lines_with("The lift runs."), 0);
}

TEST_F(Translating, WhoReadsItMayReadWhatItSaidBefore) {
    const Post made = say(town.member, town.general, "een", "one");
    const Post second = translate(town.member, made, "won");
    const Post third = untranslate(town.member, second);
    edit(town.member, third, "twee");
    const auto earlier = versions(made);
    ASSERT_EQ(earlier.size(), 3u);
    EXPECT_THAT(earlier[0].blocks.text, HasSubstr("een"));
    EXPECT_EQ(earlier[0].since, made.published_at) << "the translation came and went, the text stayed";
    EXPECT_THAT(earlier[1].blocks.text, HasSubstr("won"));
    EXPECT_EQ(earlier[1].since, second.edited_at);
    EXPECT_EQ(earlier[1].until, third.edited_at);
    EXPECT_THAT(earlier[2].blocks.text, HasSubstr("one"));
    EXPECT_EQ(earlier[2].since, made.published_at);
    EXPECT_EQ(earlier[2].until, second.edited_at);
    const Post last = seen(town.member, made);
    edit(town.member, last, "drie");
    EXPECT_EQ(versions(made).at(0).since, last.edited_at);
}

TEST_F(Translating, GoesAlongWithAMove) {
    const Post made = say(town.member, town.general, "een", "one");
    translate(town.member, made, "won");
    const Post moved = act(town.member, move_post, MovePost{made.id, town.opened, true});
    EXPECT_EQ(moved.translation->body, "won");
    EXPECT_THAT(versions(made), IsEmpty()) << "what was taken back among few is not shown to many";
    EXPECT_EQ(seen(town.guest, made).translation->body, "won");
}

TEST_F(Translating, WhoIsNamedInEitherLanguageHearsOfItOnce) {
    say(town.member, town.general, "Dag " + at(town.colleague),
        "Hello " + at(town.colleague) + " and " + at(town.moderator));
    EXPECT_EQ(told(town.colleague).size(), 1u);
    EXPECT_EQ(told(town.moderator).size(), 1u);
}

TEST_F(Translating, WhoIsNamedInItAloneHearsOfItAsOfAnEdit) {
    const Post made = post(town.member, town.general, "Dag " + at(town.colleague));
    const Post after = translate(town.member, made, "Hello " + at(town.moderator));
    EXPECT_EQ(told(town.moderator).size(), 1u);
    EXPECT_EQ(told(town.colleague).size(), 1u) << "the text still names them";
    edit(town.member, after, "Dag allemaal");
    EXPECT_EQ(told(town.moderator).size(), 1u) << "the translation still names them";
    EXPECT_THAT(told(town.colleague), IsEmpty());
    untranslate(town.member, made);
    EXPECT_THAT(told(town.moderator), IsEmpty());
}

TEST_F(Translating, WhatIsNotThereOrNobodysOwnIsNotTranslated) {
    const Post made = say(town.member, town.general);
    act(town.member, delete_post, DeletePost{made.id});
    EXPECT_EQ(refused(town.member, translate_post, translating(made, "one")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, remove_translation, RemoveTranslation{made.id}), ErrorCode::not_found);
    const Post back = act(town.member, restore_post, RestorePost{made.id});
    EXPECT_EQ(back.translation->body, "The lift works.");
    remove(town.owner, town.member);
    EXPECT_EQ(refused(town.member, translate_post, translating(back, "one")), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, remove_translation, RemoveTranslation{made.id}), ErrorCode::not_found);
}

TEST_F(Translating, GoesWithTheTextThatIsPurged) {
    const Post made = say(town.member, town.general);
    act(town.member, delete_post, DeletePost{made.id});
    run_sql(test_database,
            "UPDATE posts SET purge_after = now() - interval '1 second' WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    const Post scheduled = schedule(town.member, [&] {
        CreatePost request = saying(town.general, "later", "afterwards");
        request.publish_at = from_now(soon);
        return request;
    }());
    cancel(town.member, scheduled);
    EXPECT_EQ(run_sql(test_database,
                      "SELECT count(*) FROM posts "
                      " WHERE coalesce(translation_language, translation_body, translation_blocks, "
                      "                translation_of::text, translated_at::text) IS NOT NULL")[0][0]
                  .as<int>(),
              0);
}

TEST_F(Translating, WaitsForApprovalWithThePost) {
    const TabId tab = empty_tab(PostingRule::approval);
    const Post held = say(town.member, tab, "Dag", "Hello " + at(town.moderator));
    EXPECT_EQ(held.state, PostState::held);
    const auto queue = look(town.owner, list_held_posts, ListHeldPosts{town.group}).items;
    EXPECT_EQ(queue.at(0).post.translation->body, held.translation->body) << "who decides reads both";
    EXPECT_THAT(told(town.moderator), IsEmpty());
    const Post edited = act(town.member, edit_held_post, EditHeldPost{held.id, held.version, {"Dag allen"}});
    EXPECT_TRUE(edited.translation->outdated);
    const Post approved = act(town.owner, approve_held_post, ApproveHeldPost{held.id, edited.version});
    EXPECT_TRUE(approved.translation->outdated);
    EXPECT_EQ(to_json(seen(town.colleague, held)), to_json(approved));
    EXPECT_EQ(told(town.moderator).size(), 1u);
    EXPECT_EQ(refused(town.member, translate_post, translating(approved, "unread by anybody")),
              ErrorCode::forbidden);
    EXPECT_FALSE(untranslate(town.member, approved).translation) << "taking words back needs no approval";
}

TEST_F(Translating, WaitsForItsTimeWithThePost) {
    CreatePost request = saying(town.general, "straks", "soon " + at(town.colleague));
    request.publish_at = from_now(soon);
    const Post scheduled = schedule(town.member, request);
    EXPECT_FALSE(own(town.member).at(0).post.translation->outdated);
    EXPECT_TRUE(edit_scheduled(town.member, scheduled, "later").translation->outdated);
    EXPECT_EQ(publish_at_its_time(scheduled), 1);
    const Post published = seen(town.colleague, scheduled);
    EXPECT_EQ(published.translation->body, request.translation->body.value);
    EXPECT_TRUE(published.translation->outdated);
    EXPECT_EQ(told(town.colleague).size(), 1u);
}

TEST_F(Translating, OfAConfidentialQuestionIsReadByTheDeskAlone) {
    CreatePost request = asking(town.general, to_warehouse);
    request.confidential = true;
    request.translation = NewTranslation{Language::en, {"Why is my pay lower?"}};
    const Post asked = act(town.member, create_post, request);
    const Post after = translate(town.member, asked, "Why is it lower?");
    EXPECT_EQ(seen(town.colleague, asked).translation->body, "Why is it lower?");
    EXPECT_EQ(refused(town.owner, get_post, GetPost{asked.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, translate_post, translating(after, "mine")), ErrorCode::not_found);
    untranslate(town.member, after);
    EXPECT_EQ(log_lines_with("lower"), 0) << "what is said in private is in no log";
}

}  // namespace
}  // namespace plein::test
