#include "server/features/news.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/announcing.hpp"
#include "server/features/notifying.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/held_fixture.hpp"
#include "tests/support/notification_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::AllOf;
using testing::Contains;
using testing::Not;
using testing::Optional;

CreatePost announcing(CreatePost request, NewNews asks) {
    request.news = std::move(asks);
    return request;
}

class NewsTest : public NotificationTest {
protected:
    static NewNews must_read() { return {.must_read = true, .affects = {}}; }
    NewNews affecting() const { return {.must_read = false, .affects = {{town.warehouse}}}; }

    Post announce(PersonId author, const NewNews& asks, const std::string& body = "# The docks close") {
        return act(author, create_post, announcing(posting(town.general, body), asks));
    }
    std::optional<ErrorCode> refused_news(PersonId author, const NewNews& asks,
                                          const std::string& body = "# The docks close") {
        return refused(author, create_post, announcing(posting(town.general, body), asks));
    }
    PostView view_of(PersonId who, const Post& post) { return look(who, get_post, GetPost{post.id}).view; }
    News now(const Post& post) { return view_of(town.owner, post).news.value(); }

    News confirm(PersonId who, const Post& post) { return act(who, confirm_news, ConfirmNews{post.id}); }
    News take_up(PersonId who, const Post& post, const std::string& note = "we call the drivers",
                 std::optional<Date> done_by = {}) {
        return act(who, acknowledge_news, AcknowledgeNews{post.id, town.warehouse, {note}, done_by});
    }
    Acknowledgement acknowledgement(const Post& post) {
        return affected_by(now(post)).front().acknowledgement.value();
    }
    ConfirmationList confirmations(PersonId who, const Post& post) {
        return look(who, list_confirmations, ListConfirmations{post.id});
    }
    std::vector<std::string> waiting(PersonId who) {
        return FeatureTest::bodies(look(who, list_waiting_news, ListWaitingNews{}));
    }
    std::int64_t tell() { return jobs::tell_news_to_confirm(*database); }
    void archive(DepartmentId department) {
        run_sql(test_database,
                "UPDATE departments SET archived = true WHERE id = " + std::to_string(department.value));
    }
    Date today() {
        return std::chrono::floor<std::chrono::days>(
            database->read_now([](Snapshot& snapshot) { return snapshot.now(); }));
    }
};

TEST_F(NewsTest, BeginsWithItsTitle) {
    news();
    const Post made = announce(town.member, affecting(), "# The docks close\n\nFrom Monday on.");
    EXPECT_EQ(made.kind, PostKind::news);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " post.created",
                                    group_stream(town.group) + " news.changed", changed(town.colleague)));
    const PostView view = view_of(town.colleague, made);
    EXPECT_FALSE(view.news->must_read);
    EXPECT_EQ(affected_by(*view.news).front().department, town.warehouse);
    EXPECT_FALSE(view_of(town.owner, subject).news) << "of another post";
    for (const std::string body : {"The docks close", "#", "# &nbsp;", "Text\n\n# Title"})
        EXPECT_EQ(refused_news(town.member, {}, body), ErrorCode::invalid_request) << body;
    EXPECT_EQ(refused_news(town.member, {}, "# " + std::string(120, 'x')), std::nullopt);
    EXPECT_EQ(refused_news(town.member, {}, "# " + std::string(121, 'x')), ErrorCode::invalid_request);
}

TEST_F(NewsTest, KeepsATitleWhenItIsEdited) {
    const Post made = announce(town.owner, {});
    const auto edited_to = [&](const std::string& body) {
        return refused(town.owner, edit_post,
                       EditPost{.post = made.id, .version = made.version, .body = {body}});
    };
    EXPECT_EQ(edited_to("no title"), ErrorCode::invalid_request);
    EXPECT_EQ(edited_to("## The docks open"), std::nullopt);
    EXPECT_NO_THROW(FeatureTest::edit(town.owner, subject, "no title, and no news"));
}

TEST_F(NewsTest, IsOfOneKindAndAffectsOpenDepartmentsEachOnce) {
    CreatePost two = announcing(posting(town.general, "# Who?"), {});
    two.question = Addressee{};
    EXPECT_EQ(refused(town.owner, create_post, two), ErrorCode::invalid_request);
    two.question.reset();
    two.praise = NewPraise{{{town.member}}};
    EXPECT_EQ(refused(town.owner, create_post, two), ErrorCode::invalid_request);
    const NewNews twice{.must_read = false, .affects = {{town.warehouse, town.warehouse}}};
    EXPECT_EQ(refused_news(town.owner, twice), ErrorCode::invalid_request);
    const NewNews of_nobody{.must_read = false, .affects = {{DepartmentId{999'999}}}};
    EXPECT_EQ(refused_news(town.owner, of_nobody), ErrorCode::not_found);
    archive(town.warehouse);
    EXPECT_EQ(refused_news(town.owner, affecting()), ErrorCode::not_found);
}

TEST_F(NewsTest, IsWrittenByColleaguesAndToBeConfirmedForWhoLooksAfterTheTab) {
    EXPECT_EQ(refused(town.guest, create_post, announcing(posting(town.opened, "# Hello"), {})),
              ErrorCode::forbidden);
    EXPECT_EQ(refused_news(town.member, must_read()), ErrorCode::forbidden);
    EXPECT_EQ(refused_news(town.moderator, must_read()), std::nullopt);
    EXPECT_EQ(refused_news(town.member, {}), std::nullopt);
}

TEST_F(NewsTest, OfARetryIsTheSameAndWithOtherWishesAConflict) {
    const auto asked = [&](const NewNews& asks) {
        return announcing(posting(town.general, "# The docks close", 9), asks);
    };
    const Post made = act(town.owner, create_post, asked(affecting()));
    EXPECT_EQ(act(town.owner, create_post, asked(affecting())).id, made.id);
    EXPECT_EQ(refused(town.owner, create_post, asked(must_read())), ErrorCode::conflict);
}

TEST_F(NewsTest, IsConfirmedOnceByEachReader) {
    const Post made = announce(town.owner, must_read());
    news();
    EXPECT_EQ(confirm(town.member, made).confirmed, 1);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " news.changed",
                                    user_stream(town.member) + " news.confirmed"));
    EXPECT_EQ(confirm(town.member, made).confirmed, 1) << "again";
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(confirm(town.colleague, made).confirmed, 2);
    EXPECT_TRUE(view_of(town.member, made).mine.confirmed);
    EXPECT_FALSE(view_of(town.moderator, made).mine.confirmed);
}

TEST_F(NewsTest, IsConfirmedOnlyWhereItsReadersAreAsked) {
    const Post made = announce(town.owner, must_read());
    EXPECT_EQ(refused(town.owner, confirm_news, ConfirmNews{made.id}), ErrorCode::conflict) << "its author";
    EXPECT_EQ(refused(town.stranger, confirm_news, ConfirmNews{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.member, confirm_news, ConfirmNews{announce(town.owner, {}).id}),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.member, confirm_news, ConfirmNews{subject.id}), ErrorCode::not_found);
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(refused(town.member, confirm_news, ConfirmNews{made.id}), ErrorCode::not_found);
}

TEST_F(NewsTest, ShowsItsAuthorAndWhoLooksAfterTheTabWhoConfirmedAndWhoDidNot) {
    const Post made = announce(town.moderator, must_read());
    confirm(town.colleague, made);
    confirm(town.member, made);
    for (const PersonId person : {town.moderator, town.owner}) {
        const ConfirmationList list = confirmations(person, made);
        EXPECT_THAT(storage::column_of(list.items, &Confirmation::person),
                    ElementsAre(town.member, town.colleague))
            << "the last one first";
        EXPECT_EQ(list.total, 2);
        EXPECT_THAT(list.missing, UnorderedElementsAre(town.owner, town.other_owner));
        EXPECT_EQ(list.awaited, 2);
        EXPECT_EQ(list.people.size(), 4u);
    }
    EXPECT_EQ(refused(town.member, list_confirmations, ListConfirmations{made.id}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.guest, list_confirmations, ListConfirmations{made.id}), ErrorCode::not_found);
    EXPECT_EQ(refused(town.owner, list_confirmations, ListConfirmations{announce(town.owner, {}).id}),
              ErrorCode::conflict);
    remove(town.owner, town.member);
    EXPECT_EQ(confirmations(town.owner, made).total, 1) << "who has left is not counted";
}

TEST_F(NewsTest, AsksItsReadersOnce) {
    const Post made = announce(town.owner, must_read());
    confirm(town.member, made);
    news();
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(news(), UnorderedElementsAre(changed(town.other_owner), changed(town.moderator),
                                             changed(town.colleague)))
        << "neither its author, nor who has confirmed, nor who does not read the tab";
    EXPECT_THAT(told(town.moderator), Contains("must_read: The docks close"));
    EXPECT_EQ(lines(town.moderator).front().actors, std::vector{town.owner});
    EXPECT_EQ(tell(), 0) << "again";
    confirm(town.moderator, made);
    EXPECT_THAT(told(town.moderator), Contains("must_read: The docks close *")) << "read by confirming";
}

TEST_F(NewsTest, AsksAFewReadersAtATime) {
    const Post made = announce(town.owner, must_read());
    run_sql(test_database,
            "INSERT INTO people (name, email) SELECT 'someone', concat('someone', n, '@example.org') "
            "  FROM generate_series(1, 450) AS n; "
            "INSERT INTO memberships (group_id, person_id, role, state, since) "
            "SELECT " +
                std::to_string(town.group.value) +
                ", id, 'member', 'active', now() FROM people WHERE name = 'someone'");
    EXPECT_EQ(database->commit_now([&](Transaction& tx) { return tell_next_readers(tx, made.id); }),
              told_at_once);
    tell();
    EXPECT_EQ(run_sql(test_database,
                      "SELECT FROM notifications JOIN people ON people.id = person_id "
                      "WHERE kind = 'must_read' AND name = 'someone'")
                  .size(),
              450);
}

TEST_F(NewsTest, ThatIsDeletedAsksNobodyUntilItComesBack) {
    const Post made = announce(town.owner, must_read());
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(tell(), 0);
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_EQ(tell(), 1);
    EXPECT_THAT(told(town.member), Contains("must_read: The docks close"));
}

TEST_F(NewsTest, RemindsOnceThoseWhoDidNotConfirm) {
    const Post made = announce(town.owner, must_read());
    tell();
    confirm(town.member, made);
    for (const PersonId person : {town.colleague, town.moderator})
        read(person, {.up_to = lines(person).front().id, .post = {}, .group = {}});
    EXPECT_EQ(refused(town.member, remind_readers, RemindReaders{made.id}), ErrorCode::forbidden);
    news();
    EXPECT_TRUE(act(town.moderator, remind_readers, RemindReaders{made.id}).reminded_at);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " news.changed"));
    tell();
    EXPECT_THAT(told(town.colleague), Contains("must_read: The docks close")) << "unread again";
    EXPECT_THAT(told(town.member), Not(Contains("must_read: The docks close")));
    EXPECT_EQ(refused(town.owner, remind_readers, RemindReaders{made.id}), ErrorCode::conflict) << "twice";
    EXPECT_EQ(refused(town.owner, remind_readers, RemindReaders{announce(town.owner, {}).id}),
              ErrorCode::conflict);
}

TEST_F(NewsTest, IsTakenUpByAHeadOfADepartmentThatItAffects) {
    const Post made = announce(town.member, affecting());
    EXPECT_THAT(told(town.colleague), Contains("affects: The docks close"));
    news();
    EXPECT_EQ(affected_by(take_up(town.colleague, made, " we call the drivers ", today())).size(), 1u);
    EXPECT_THAT(news(), ElementsAre(group_stream(town.group) + " news.changed", changed(town.member)));
    EXPECT_EQ(acknowledgement(made).by, town.colleague);
    EXPECT_EQ(acknowledgement(made).note, "we call the drivers");
    EXPECT_EQ(acknowledgement(made).done_by, today());
    EXPECT_THAT(told(town.member), Contains("acknowledged: The docks close"));
    std::vector<PersonId> people;
    for (const Person& each : look(town.owner, get_post, GetPost{made.id}).people)
        people.push_back(each.id);
    EXPECT_THAT(people, Contains(town.colleague));
    take_up(town.colleague, made, "they know");
    EXPECT_EQ(acknowledgement(made).note, "they know");
    EXPECT_FALSE(acknowledgement(made).done_by);
}

TEST_F(NewsTest, IsTakenUpByNobodyElse) {
    const Post made = announce(town.owner, affecting());
    const auto refused_to = [&](PersonId who, DepartmentId department, std::optional<Date> done_by = {}) {
        return refused(who, acknowledge_news, AcknowledgeNews{made.id, department, {"we do"}, done_by});
    };
    EXPECT_EQ(refused_to(town.moderator, town.warehouse), ErrorCode::forbidden) << "works there";
    EXPECT_EQ(refused_to(town.owner, town.warehouse), ErrorCode::forbidden);
    EXPECT_EQ(refused_to(town.colleague, town.transport), ErrorCode::not_found);
    EXPECT_EQ(refused_to(town.stranger, town.warehouse), ErrorCode::not_found);
    EXPECT_EQ(refused_to(town.colleague, town.warehouse, today() - std::chrono::days{2}),
              ErrorCode::invalid_request);
    EXPECT_EQ(refused(town.colleague, acknowledge_news, AcknowledgeNews{made.id, town.warehouse, {"  "}, {}}),
              ErrorCode::invalid_request);
    EXPECT_FALSE(affected_by(now(made)).front().acknowledgement);
    archive(town.warehouse);
    EXPECT_EQ(refused_to(town.colleague, town.warehouse), ErrorCode::not_found) << "archived";
}

TEST_F(NewsTest, WaitsForEachReaderUntilTheyConfirm) {
    announce(town.owner, {}, "# Nothing asked");
    const Post first = announce(town.owner, must_read(), "# First");
    announce(town.moderator, must_read(), "# Second");
    EXPECT_THAT(waiting(town.member), ElementsAre("# Second", "# First"));
    EXPECT_THAT(waiting(town.owner), ElementsAre("# Second")) << "not the own one";
    EXPECT_THAT(waiting(town.stranger), IsEmpty());
    confirm(town.member, first);
    EXPECT_THAT(waiting(town.member), ElementsAre("# Second"));
    act(town.member, set_following, SetFollowing{town.general, Following::muted});
    EXPECT_THAT(waiting(town.member), IsEmpty());
    EXPECT_THAT(waiting(town.colleague), ElementsAre("# Second", "# First"));
    run_sql(test_database, "UPDATE news SET since = since - interval '32 days' WHERE post_id = " +
                               std::to_string(first.id.value));
    EXPECT_THAT(waiting(town.colleague), ElementsAre("# Second")) << "of the last month";
}

TEST_F(NewsTest, WaitsForTheHeadsOfADepartmentUntilTheyTakeItUp) {
    const Post made = announce(town.member, affecting());
    EXPECT_THAT(waiting(town.colleague), ElementsAre("# The docks close"));
    EXPECT_THAT(waiting(town.owner), IsEmpty());
    take_up(town.colleague, made);
    EXPECT_THAT(waiting(town.colleague), IsEmpty());
    act(town.member, delete_post, DeletePost{announce(town.member, affecting()).id});
    EXPECT_THAT(waiting(town.colleague), IsEmpty());
    announce(town.member, affecting());
    archive(town.warehouse);
    EXPECT_THAT(waiting(town.colleague), IsEmpty()) << "archived";
}

TEST_F(NewsTest, GoesWithItsPost) {
    const Post made = announce(town.owner, {.must_read = true, .affects = {{town.warehouse}}});
    take_up(town.colleague, made, "we call the drivers");
    confirm(town.member, made);
    EXPECT_EQ(log_lines_with("call the drivers"), 2);
    act(town.owner, delete_post, DeletePost{made.id});
    EXPECT_EQ(log_lines_with("call the drivers"), 0);
    act(town.owner, restore_post, RestorePost{made.id});
    EXPECT_EQ(acknowledgement(made).note, "we call the drivers");
    EXPECT_EQ(log_lines_with("call the drivers"), 1);
    act(town.owner, delete_post, DeletePost{made.id});
    run_sql(test_database, "UPDATE posts SET purge_after = now() WHERE purge_after IS NOT NULL");
    EXPECT_EQ(jobs::purge_posts(*database), 1);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM confirmations").size(), 0);
    EXPECT_EQ(run_sql(test_database, "SELECT FROM news WHERE affects <> '[]'").size(), 0);
}

class HeldNews : public HeldPosts {
protected:
    const Post held = act(town.member, create_post,
                          announcing(posting(approval_tab(), "# The docks close"),
                                     {.must_read = false, .affects = {{town.warehouse}}}));
};

TEST_F(HeldNews, IsSeenByWhoDecidesAndAsksOnceItIsThere) {
    EXPECT_EQ(held.state, PostState::held);
    const auto waiting = look(town.owner, list_held_posts, ListHeldPosts{town.group}).items;
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(affected_by(waiting.front().news.value()).front().department, town.warehouse);
    EXPECT_TRUE(own(town.member).front().news);
    EXPECT_THAT(look(town.colleague, list_waiting_news, ListWaitingNews{}).items, IsEmpty());
    news();
    const Post made = approve(town.owner, held);
    EXPECT_THAT(news(), AllOf(Contains(group_stream(town.group) + " news.changed"),
                              Contains(user_stream(town.colleague) + " notifications.changed")));
    EXPECT_EQ(bodies(look(town.colleague, list_waiting_news, ListWaitingNews{})), std::vector{made.body});
}

TEST_F(HeldNews, KeepsATitleWhenItIsEdited) {
    EXPECT_EQ(refused(town.member, edit_held_post, EditHeldPost{held.id, held.version, {"no title"}}),
              ErrorCode::invalid_request);
    EXPECT_EQ(edit_held(town.member, held, "# The docks open").state, PostState::held);
}

}  // namespace
}  // namespace plein::test
