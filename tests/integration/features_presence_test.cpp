#include "server/features/accounts.hpp"
#include "tests/support/presence_fixture.hpp"

namespace plein::test {
namespace {

using namespace features;
using testing::SizeIs;

class ShownPresence : public PresenceTest {};

TEST_F(ShownPresence, IsNothingUnlessThePersonChoseIt) {
    beat(here, town.member);
    EXPECT_FALSE(beat(here, town.member).own.shown);
    EXPECT_THAT(seen(there, town.colleague, {town.member}), IsEmpty());
    EXPECT_THAT(entries(), IsEmpty());
}

TEST_F(ShownPresence, IsSeenOnEveryNode) {
    show(town.member);
    show(town.owner);
    beat(here, town.member);
    beat(there, town.owner, false);
    for (Place* at : {&here, &there})
        EXPECT_THAT(seen(*at, town.stranger, {town.member, town.owner, town.moderator}),
                    UnorderedElementsAre(line(town.member, "online"), line(town.owner, "away")));
}

TEST_F(ShownPresence, IsOfTheDeviceOnWhichOneDoesSomething) {
    show(town.member);
    beat(here, town.member);
    beat(there, town.member, false);
    EXPECT_THAT(seen(here, town.owner, {town.member}), ElementsAre(line(town.member, "online")));
    beat(here, town.member);
    EXPECT_THAT(seen(here, town.owner, {town.member}), ElementsAre(line(town.member, "online")));
}

TEST_F(ShownPresence, EndsEverywhereOnceItIsSwitchedOff) {
    show(town.member);
    beat(here, town.member);
    beat(here, town.member, false);
    set(there, town.member, {.shown = true, .sign = PresenceSign::on_leave, .until = in(24h)});
    EXPECT_THAT(entries(), SizeIs(3));
    set(there, town.member, {});
    EXPECT_THAT(entries(), IsEmpty());
    beat(here, town.member);
    EXPECT_THAT(seen(here, town.owner, {town.member}), IsEmpty());
    EXPECT_THAT(entries(), IsEmpty());
}

// Redis could not be told, or a beat of before came after.
TEST_F(ShownPresence, EndsOnceItIsSwitchedOffWhateverRedisHolds) {
    show(town.member);
    beat(here, town.member);
    run_sql(test_database, "UPDATE people SET shows_presence = false");
    EXPECT_THAT(entries(), SizeIs(1));
    EXPECT_THAT(seen(here, town.owner, {town.member}), IsEmpty());
}

TEST_F(ShownPresence, IsToldToThePersonThemselves) {
    show(town.member);
    EXPECT_TRUE(beat(there, town.member).own.shown);
    EXPECT_THAT(seen(here, town.member, {}), IsEmpty());
    EXPECT_THAT(seen(here, town.member, {town.member, town.owner, town.member}),
                ElementsAre(line(town.member, "online")));
}

TEST_F(ShownPresence, IsToldOfNobodyWhoIsSuspendedOrNotThere) {
    show(town.member);
    beat(here, town.member);
    act(town.administrator, suspend_person, SuspendPerson{town.member});
    EXPECT_THAT(seen(here, town.owner, {town.member, {999'999}}), IsEmpty());
    EXPECT_EQ(refusal_of([&] { beat(here, town.member); }), ErrorCode::not_signed_in);
    EXPECT_EQ(refused_to_set(town.member, {}), ErrorCode::not_signed_in);
}

TEST_F(ShownPresence, IsToldToGuestsOfWhomTheyHaveMet) {
    show(town.member);
    beat(here, town.member);
    post(town.member, town.general);
    EXPECT_THAT(seen(here, town.guest, {town.member}), IsEmpty());
    post(town.member, town.opened);
    EXPECT_THAT(seen(here, town.guest, {town.member}), ElementsAre(line(town.member, "online")));
    show(town.guest);
    EXPECT_THAT(seen(here, town.guest, {town.guest}), ElementsAre(line(town.guest, "away")));
}

TEST_F(ShownPresence, IsNotThatOfAnotherDatabaseOnTheSameRedis) {
    const TestDatabase elsewhere;
    {
        storage::Database founding{{.url = elsewhere.server_url(), .connections = 1}, [](auto) {}};
        ASSERT_EQ(found_organisation(founding).member, town.member) << "the same id in both";
    }
    run_sql(elsewhere, "UPDATE people SET shows_presence = true");
    run_sql(elsewhere, "INSERT INTO sessions (person_id, token_hash, expires_at) VALUES (" +
                           std::to_string(town.owner.value) + ", '" + access::hash_token("owner") +
                           "', now() + interval '1 day')");
    show(town.member);
    beat(here, town.member);

    Place stranger{elsewhere.server_url(), servers.redis_url()};
    ASSERT_TRUE(until([&] { return stranger.node.hears_redis(); }));
    net::Call call;
    call.session_token = "owner";
    const auto list =
        io.start(features::beat(stranger.edge, stranger.board, call, Beat{true, {{town.member, town.owner}}}))
            .get();
    EXPECT_THAT(list.items, SizeIs(1));
    EXPECT_EQ(list.items.at(0).person, town.owner);
}

TEST_F(ShownPresence, IsNoWriteAndRenewsNoSession) {
    show(town.member);
    beat(here, town.member);
    run_sql(test_database, "UPDATE sessions SET last_seen_at = '2026-01-01'");
    for (int i = 0; i < 40; ++i)
        beat(here, town.member);
    EXPECT_TRUE(run_sql(test_database, "SELECT FROM sessions WHERE last_seen_at <> '2026-01-01'").empty());
    EXPECT_FALSE(refused_to_set(town.member, {}));
}

TEST_F(ShownPresence, IsAskedForByAPersonOnlySoOften) {
    features::Edge usual{here.node.database, {"Test"}};
    const auto refused = [&](PersonId who) {
        net::Call call = call_of(who);
        return refusal_of([&] { io.start(features::beat(usual, here.board, call, Beat{})).get(); });
    };
    std::optional<ErrorCode> last;
    for (int i = 0; i < 1000 && !last; ++i)
        last = refused(town.member);
    EXPECT_EQ(last, ErrorCode::too_many_requests);
    EXPECT_FALSE(refused(town.owner));
}

TEST_F(ShownPresence, IsChosenOnlySoOften) {
    std::optional<ErrorCode> last;
    for (int i = 0; i < 1000 && !last; ++i)
        last = refused_to_set(town.member, {.shown = true, .sign = PresenceSign::on_leave, .until = in(24h)});
    EXPECT_EQ(last, ErrorCode::too_many_requests);
}

class FadingPresence : public PresenceTest {
protected:
    FadingPresence() : PresenceTest({.kept = 100ms}) {}
};

TEST_F(FadingPresence, EndsSoonAfterTheLastBeat) {
    show(town.member);
    beat(here, town.member);
    EXPECT_TRUE(until([&] { return entries().empty(); }));
    EXPECT_THAT(seen(there, town.owner, {town.member}), IsEmpty());
}

TEST_F(FadingPresence, IsAwayOnceNothingIsDoneOnAnyDevice) {
    show(town.member);
    beat(here, town.member);
    EXPECT_TRUE(until([&] {
        const PresenceList list = beat(there, town.member, false, {town.member});
        return list.items.size() == 1 && list.items[0].state == PresenceState::away;
    }));
}

class PresenceSigns : public PresenceTest {
protected:
    SetPresence sign(PresenceSign what, Timestamp until) {
        return {.shown = true, .sign = what, .until = until};
    }
};

TEST_F(PresenceSigns, StandInThePlaceOfWhatOneDoes) {
    const Timestamp tomorrow = in(24h);
    const OwnPresence chosen = set(here, town.member, sign(PresenceSign::on_leave, tomorrow));
    EXPECT_EQ(chosen.sign, PresenceSign::on_leave);
    EXPECT_EQ(chosen.until, tomorrow);
    EXPECT_THAT(seen(there, town.owner, {town.member}), ElementsAre(line(town.member, "on_leave")));
    beat(there, town.member);
    const PresenceList list = beat(there, town.owner, true, {town.member});
    ASSERT_THAT(list.items, SizeIs(1));
    EXPECT_EQ(list.items[0].state, PresenceState::on_leave);
    EXPECT_EQ(list.items[0].until, tomorrow);
    EXPECT_FALSE(list.own.sign) << "of the one who asks";
    set(there, town.member, sign(PresenceSign::do_not_disturb, tomorrow));
    EXPECT_THAT(seen(here, town.owner, {town.member}), ElementsAre(line(town.member, "do_not_disturb")));
}

TEST_F(PresenceSigns, AreSeenByThePersonsOtherDevices) {
    const Timestamp later = in(1h);
    set(here, town.member, sign(PresenceSign::do_not_disturb, later));
    const OwnPresence own = beat(there, town.member).own;
    EXPECT_TRUE(own.shown);
    EXPECT_EQ(own.sign, PresenceSign::do_not_disturb);
    EXPECT_EQ(own.until, later);
}

TEST_F(PresenceSigns, EndByThemselves) {
    beat(here, town.member);
    set(here, town.member, sign(PresenceSign::do_not_disturb, in(300ms)));
    beat(here, town.member);
    EXPECT_TRUE(until(
        [&] { return seen(there, town.owner, {town.member}) == std::vector{line(town.member, "online")}; }));
    EXPECT_FALSE(beat(here, town.member).own.sign);
    EXPECT_THAT(entries(), SizeIs(1));
}

TEST_F(PresenceSigns, EndEarlierWhenTheyAreTakenBack) {
    set(here, town.member, sign(PresenceSign::on_leave, in(24h)));
    set(there, town.member, {.shown = true});
    EXPECT_THAT(entries(), IsEmpty());
    beat(here, town.member);
    EXPECT_THAT(seen(here, town.owner, {town.member}), ElementsAre(line(town.member, "online")));
}

TEST_F(PresenceSigns, ChosenAtOnceLeaveOneBehind) {
    std::vector<std::future<OwnPresence>> choices;
    const SetPresence leave = sign(PresenceSign::on_leave, in(24h));
    std::vector<net::Call> calls(8, call_of(town.member));
    for (net::Call& call : calls) {
        Place& at = choices.size() % 2 ? here : there;
        choices.push_back(io.start(features::set_presence(at.edge, at.board, call, leave)));
    }
    for (auto& each : choices)
        each.get();
    EXPECT_THAT(entries(), SizeIs(1));
    EXPECT_EQ(beat(here, town.member).own.sign, PresenceSign::on_leave);
}

// As it stands in a Redis that did not hear of it and then answers again.
TEST_F(PresenceSigns, ThatWereTakenBackDoNotComeBack) {
    set(here, town.member, sign(PresenceSign::on_leave, in(24h)));
    const std::string key = entries().at(0);
    const std::string before = redis({"GET", key})->at(0).value();
    set(here, town.member, {.shown = true});
    redis({"SET", key, before});
    EXPECT_THAT(seen(here, town.owner, {town.member}), IsEmpty());
    EXPECT_FALSE(beat(here, town.member).own.sign);
    set(here, town.member, {});
    redis({"SET", key, before});
    show(town.member);
    beat(here, town.member);
    EXPECT_THAT(seen(there, town.owner, {town.member}), ElementsAre(line(town.member, "online")));
}

TEST_F(PresenceSigns, ThatWereNotChosenInTheEndChangeNothing) {
    const auto tomorrow = in(24h);
    set(here, town.member, sign(PresenceSign::do_not_disturb, tomorrow));
    const std::string key = entries().at(0);
    // As a Redis that hung takes it after the refusal: under another number.
    redis({"SET", key.substr(0, key.rfind(':') + 1) + "7",
           R"({"sign":"on_leave","until":"2099-01-01T00:00:00Z"})"});
    EXPECT_EQ(beat(here, town.member).own.sign, PresenceSign::do_not_disturb);
    set(here, town.member, {.shown = true});
    EXPECT_FALSE(beat(here, town.member).own.sign);
    EXPECT_THAT(entries(), testing::Not(testing::Contains(key)));
}

TEST_F(PresenceSigns, ThatNobodyCanReadAreNone) {
    set(here, town.member, sign(PresenceSign::on_leave, in(24h)));
    const std::string key = entries().at(0);
    for (const char* junk : {"", "{", "{\"number\":1}", "on_leave"}) {
        redis({"SET", key, junk});
        EXPECT_THAT(seen(here, town.owner, {town.member}), IsEmpty()) << junk;
    }
    redis({"DEL", key});
    redis({"LPUSH", key, "a list"});
    EXPECT_THAT(seen(here, town.owner, {town.member}), IsEmpty());
}

TEST_F(PresenceSigns, NeedAnEndAheadAndWithinAYear) {
    const auto leave = PresenceSign::on_leave;
    EXPECT_EQ(refused_to_set(town.member, {.shown = true, .sign = leave}), ErrorCode::invalid_request);
    EXPECT_EQ(refused_to_set(town.member, {.shown = true, .until = in(1h)}), ErrorCode::invalid_request);
    EXPECT_EQ(refused_to_set(town.member, {.sign = leave, .until = in(1h)}), ErrorCode::invalid_request);
    EXPECT_EQ(refused_to_set(town.member, sign(leave, in(-1s))), ErrorCode::invalid_request);
    EXPECT_EQ(refused_to_set(town.member, sign(leave, in(24h * limits::away_days + 1h))),
              ErrorCode::invalid_request);
    EXPECT_FALSE(beat(here, town.member).own.shown);
    EXPECT_THAT(entries(), IsEmpty());
    EXPECT_FALSE(refused_to_set(town.member, sign(leave, in(24h * limits::away_days - 1h))));
}

class PresenceWithoutRedis : public PresenceTest {
protected:
    void expect_it_does_without() {
        EXPECT_THAT(beat(here, town.owner, true, {town.member}).items, IsEmpty());
        EXPECT_EQ(
            refused_to_set(town.member, {.shown = true, .sign = PresenceSign::on_leave, .until = in(24h)}),
            ErrorCode::overloaded);
        EXPECT_FALSE(beat(there, town.member).own.shown) << "a sign that is not held has changed nothing";
        EXPECT_TRUE(show(town.member).shown);
        EXPECT_TRUE(beat(there, town.member).own.shown);
    }
    void expect_it_is_back() {
        ASSERT_TRUE(until([&] { return redis_is_there(); }));
        beat(there, town.member);
        EXPECT_THAT(seen(here, town.owner, {town.member}), ElementsAre(line(town.member, "online")));
    }
};

TEST_F(PresenceWithoutRedis, IsUnknownUntilAnotherOneIsStarted) {
    servers.kill_redis();
    expect_it_does_without();
    servers.start_redis();
    expect_it_is_back();
}

TEST_F(PresenceWithoutRedis, IsUnknownWhileItHangs) {
    servers.pause_redis();
    expect_it_does_without();
    servers.resume_redis();
    expect_it_is_back();
}

TEST_F(PresenceWithoutRedis, IsSwitchedOffAllTheSame) {
    show(town.member);
    beat(here, town.member);
    servers.pause_redis();
    EXPECT_FALSE(set(here, town.member, {}).shown);
    servers.resume_redis();
    ASSERT_TRUE(until([&] { return redis_is_there(); }));
    EXPECT_THAT(seen(here, town.owner, {town.member}), IsEmpty());
}

}  // namespace
}  // namespace plein::test
