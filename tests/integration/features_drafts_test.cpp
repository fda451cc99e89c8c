#include "server/features/drafts.hpp"

#include "server/features/group_changes.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/feature_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

class Drafts : public FeatureTest {
protected:
    Draft save(PersonId who, TabId tab, const std::string& content, std::int64_t version = 0) {
        return act(who, save_draft, SaveDraft{tab, version, {content}});
    }
    std::optional<ErrorCode> refused_saving(PersonId who, TabId tab, const std::string& content,
                                            std::int64_t version = 0) {
        return refused(who, save_draft, SaveDraft{tab, version, {content}});
    }
    void drop(PersonId who, TabId tab) { act(who, drop_draft, DropDraft{tab}); }
    std::vector<std::string> drafts(PersonId who) {
        std::vector<std::string> texts;
        for (const Draft& each : look(who, list_drafts, ListDrafts{}).items)
            texts.push_back(each.content);
        return texts;
    }
    std::int64_t count() {
        return run_sql(test_database, "SELECT count(*) FROM drafts")[0][0].as<std::int64_t>();
    }
    static std::string changed(PersonId who) { return user_stream(who) + " draft.changed"; }
};

TEST_F(Drafts, FollowTheirWriterAndNobodyElse) {
    news();
    const Draft first = save(town.member, town.general, "half a thought");
    EXPECT_THAT(news(), ElementsAre(changed(town.member)));
    save(town.member, town.transport_tab, "another");
    EXPECT_THAT(drafts(town.member), ElementsAre("another", "half a thought"));
    EXPECT_GT(save(town.member, town.general, "a thought", first.version).version, first.version);
    EXPECT_THAT(drafts(town.member), ElementsAre("a thought", "another"));
    for (const PersonId who :
         {town.owner, town.moderator, town.colleague, town.guest, town.stranger, town.administrator})
        EXPECT_THAT(drafts(who), IsEmpty()) << who.value;
    EXPECT_THAT(streams(look(town.member, list_drafts, ListDrafts{}).cursors),
                ElementsAre(user_stream(town.member)));
}

TEST_F(Drafts, AreToldWithoutTheirWords) {
    save(town.member, town.general, "kumquat");
    EXPECT_EQ(log_lines_with("kumquat"), 0);
}

TEST_F(Drafts, OfAnotherDeviceAreNotOverwrittenInSilence) {
    const Draft first = save(town.member, town.general, "at the desk");
    EXPECT_EQ(refused_saving(town.member, town.general, "on the phone"), ErrorCode::stale_version)
        << "begun twice";
    save(town.member, town.general, "at the desk, later", first.version);
    EXPECT_EQ(refused_saving(town.member, town.general, "on the phone", first.version),
              ErrorCode::stale_version);
    EXPECT_THAT(drafts(town.member), ElementsAre("at the desk, later"));
}

TEST_F(Drafts, ThatAreBegunOnTwoDevicesAtOnceAreOnesOfThem) {
    HeldLock lock{test_database, "SELECT FROM tabs FOR UPDATE"};
    std::vector<std::future<Draft>> devices;
    for (const char* words : {"at the desk", "on the phone"})
        devices.push_back(std::async(std::launch::async, [this, words, token = token_of(town.member)] {
            return database->commit_now([&](Transaction& tx) {
                return save_draft(tx, access::identify(tx, token), SaveDraft{town.general, 0, {words}});
            });
        }));
    lock.await_waiters(2);
    lock.release();
    int kept = 0;
    for (auto& each : devices)
        kept += refusal_of(each) == ErrorCode::stale_version ? 0 : 1;
    EXPECT_EQ(kept, 1);
    EXPECT_EQ(drafts(town.member).size(), 1u);
}

TEST_F(Drafts, ThatAreSavedAgainAreAsTheyWere) {
    const Draft first = save(town.member, town.general, "once");
    news();
    EXPECT_EQ(save(town.member, town.general, "once").version, first.version) << "its answer was lost";
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Drafts, ThatWereDroppedStayDroppedForAnOldDevice) {
    const Draft first = save(town.member, town.general, "to be published");
    news();
    drop(town.member, town.general);
    EXPECT_THAT(news(), ElementsAre(changed(town.member)));
    EXPECT_NE(published.events().back().line.find(R"("version":0)"), std::string::npos);
    EXPECT_EQ(refused_saving(town.member, town.general, "to be published", first.version),
              ErrorCode::stale_version);
    drop(town.member, town.general);
    EXPECT_THAT(news(), IsEmpty()) << "again";
    EXPECT_GT(save(town.member, town.general, "the next").version, first.version)
        << "clients ignore an older one";
}

TEST_F(Drafts, AreSavedByWhoReadsTheTab) {
    EXPECT_EQ(refused_saving(town.stranger, town.general, "x"), ErrorCode::not_found);
    EXPECT_EQ(refused_saving(town.administrator, town.general, "x"), ErrorCode::not_found);
    EXPECT_EQ(refused_saving(town.guest, town.general, "x"), ErrorCode::not_found);
    EXPECT_EQ(refused_saving(town.moderator, town.transport_tab, "x"), ErrorCode::not_found);
    EXPECT_EQ(refused_saving(town.member, TabId{999'999}, "x"), ErrorCode::not_found);
    save(town.guest, town.opened, "from outside");
    EXPECT_THAT(drafts(town.guest), ElementsAre("from outside"));
}

TEST_F(Drafts, OfATabOutOfSightAreNotListedAndCanBeDropped) {
    const Draft first = save(town.member, town.general, "kumquat");
    remove(town.owner, town.member);
    EXPECT_THAT(drafts(town.member), IsEmpty());
    EXPECT_EQ(refused_saving(town.member, town.general, "x", first.version), ErrorCode::not_found);
    set_role(town.owner, town.member, GroupRole::member);
    EXPECT_THAT(drafts(town.member), ElementsAre("kumquat"));
    act(town.owner, archive_group, ArchiveGroup{town.group});
    EXPECT_THAT(drafts(town.member), IsEmpty());
    drop(town.member, town.general);
    drop(town.colleague, town.general);
    EXPECT_EQ(count(), 0);
}

TEST_F(Drafts, OfOnePersonAreBoundedAndTheOldestGoes) {
    run_sql(test_database,
            "INSERT INTO tabs (group_id, name, audience, posting, default_mark, position) "
            "SELECT group_id, concat('Tab ', n), audience, posting, default_mark, 100 + n "
            "  FROM tabs, generate_series(1, 201) AS n WHERE tabs.id = " +
                std::to_string(town.general.value));
    run_sql(test_database,
            "INSERT INTO drafts (person_id, tab_id, content, saved_at) "
            "SELECT " +
                std::to_string(town.member.value) +
                ", id, name, now() - make_interval(mins => position) FROM tabs WHERE name LIKE 'Tab %' AND "
                "position < 301");
    news();
    save(town.member, town.general, "one more");
    EXPECT_EQ(count(), std::int64_t{limits::drafts});
    const auto left = drafts(town.member);
    EXPECT_EQ(left.front(), "one more");
    EXPECT_THAT(left, testing::Not(testing::Contains("Tab 200")));
    EXPECT_THAT(left, testing::Contains("Tab 199"));
    EXPECT_THAT(news(), ElementsAre(changed(town.member), changed(town.member))) << "of the oldest as well";
    save(town.colleague, town.general, "nobody else's goes");
    EXPECT_EQ(count(), std::int64_t{limits::drafts} + 1);
}

TEST_F(Drafts, ThatNobodyTouchedForHalfAYearAreForgotten) {
    save(town.member, town.general, "long ago");
    run_sql(test_database, "UPDATE drafts SET saved_at = now() - interval '181 days'");
    save(town.colleague, town.general, "today");
    news();
    EXPECT_EQ(jobs::forget_old_drafts(*database), 1);
    EXPECT_THAT(news(), ElementsAre(changed(town.member)));
    EXPECT_THAT(drafts(town.member), IsEmpty());
    EXPECT_THAT(drafts(town.colleague), ElementsAre("today"));
    EXPECT_EQ(jobs::forget_old_drafts(*database), 0);
}

TEST_F(Drafts, OfAnotherDeviceAreNotDroppedInSilence) {
    const Draft first = save(town.member, town.general, "posted from the phone");
    const Draft later = save(town.member, town.general, "gone on at the desk", first.version);
    const auto drop_at = [&](std::int64_t version) {
        return refused(town.member, drop_draft, DropDraft{town.general, version});
    };
    EXPECT_EQ(drop_at(first.version), ErrorCode::stale_version);
    EXPECT_THAT(drafts(town.member), ElementsAre("gone on at the desk"));
    EXPECT_EQ(drop_at(later.version), std::nullopt);
    EXPECT_THAT(drafts(town.member), IsEmpty());
    EXPECT_EQ(drop_at(later.version), std::nullopt) << "twice is no error";
}

TEST_F(Drafts, TogetherAreNoMoreThanADeviceReadsAtOnce) {
    run_sql(test_database,
            "INSERT INTO tabs (group_id, name, position) SELECT 1, 'Tab ' || n, n FROM generate_series(1, "
            "16) AS n;"
            "INSERT INTO drafts (person_id, tab_id, content, saved_at) "
            "SELECT " +
                std::to_string(town.member.value) +
                ", id, repeat('x', 65536), now() - position * interval '1 day' "
                "  FROM tabs WHERE name LIKE 'Tab %'");
    save(town.member, town.general, "the newest");
    EXPECT_EQ(drafts(town.member).size(), 16u);
    EXPECT_EQ(drafts(town.member).front(), "the newest");
}

}  // namespace
}  // namespace plein::test
