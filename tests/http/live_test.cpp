// The live channel of the running binary: who may listen, what comes, and how one comes back.
#include "tests/support/live_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using testing::ElementsAre;

constexpr unsigned going_away = 1001;

class LiveChannel : public LiveTest {
protected:
    unsigned refusal_of_handshake(const Fields& fields) {
        try {
            const LiveClient opened{plein.port(), fields, ""};
            return 101;
        } catch (const HandshakeRefused& refused) {
            return refused.answer.status;
        }
    }

    std::string cookie() { return "__Host-plein=" + plein.session_of(town.member); }
    std::string own_origin() { return "http://localhost:" + std::to_string(plein.port()); }
};

TEST_F(LiveChannel, OpensForASessionFromOurOwnPagesOnly) {
    EXPECT_EQ(refusal_of_handshake({{"Cookie", cookie()}, {"Origin", own_origin()}}), 101u);
    EXPECT_EQ(refusal_of_handshake({{"Cookie", cookie()}, {"Origin", "https://evil.example"}}), 403u);
    EXPECT_EQ(refusal_of_handshake({{"Cookie", cookie()}}), 403u);
    EXPECT_EQ(refusal_of_handshake({{"Origin", own_origin()}}), 401u);
    EXPECT_EQ(refusal_of_handshake({{"Cookie", "__Host-plein=invented"}, {"Origin", own_origin()}}), 401u);
    plein.device(town.member).ask(SignOut{});
    EXPECT_EQ(refusal_of_handshake({{"Cookie", cookie()}, {"Origin", own_origin()}}), 401u);
}

TEST_F(LiveChannel, RefusesHiddenAndInventedStreamsAlike) {
    LiveClient client = plein.live(town.stranger);
    client.until_type("subscribed", user_stream(town.stranger));
    for (const std::string& stream :
         {group, tab_stream(town.general), tab_stream(town.opened), tab_stream(town.transport_tab),
          user_stream(town.member), std::string{"group:999999"}, std::string{"group:*"},
          std::string{"moderators:1"}, std::string{"group:01"}, std::string{"public"}}) {
        client.subscribe(stream);
        const LiveLine line = client.until([&](const LiveLine& each) { return each.stream == stream; });
        EXPECT_EQ(line.text, R"({"type":"refused","stream":")" + stream + R"("})");
    }
}

TEST_F(LiveChannel, AGuestFollowsTheOpenedTabAlone) {
    LiveClient client = follower(town.guest, tab_stream(town.opened));
    for (const std::string& stream : {group, tab_stream(town.general), tab_stream(town.transport_tab)}) {
        client.subscribe(stream);
        client.until_type("refused", stream);
    }
    post(town.member, town.general, "among ourselves");
    post(town.member, town.opened, "hello guest");
    until_words(client, "hello guest");
    EXPECT_FALSE(has_heard(client, "among ourselves"));
}

TEST_F(LiveChannel, TheOrganisationSpeaksToEveryoneButGuests) {
    LiveClient employee = follower(town.stranger, organisation_stream);
    LiveClient guest = plein.live(town.guest);
    guest.subscribe(organisation_stream);
    guest.until_type("refused", organisation_stream);
    plein.device(town.owner).ask(SetProfile{.colour = Colour::moss});
    until_words(employee, R"("colour":"moss")");
    EXPECT_FALSE(has_heard(guest, "moss"));
}

TEST_F(LiveChannel, AClientThatSaysWhatNobodySaysIsClosed) {
    for (const std::string& message : {std::string{"hello"}, std::string{R"({"operation":"shout"})"},
                                       std::string{R"({"operation":"ping","x":1})"}, std::string(200, '[')}) {
        LiveClient client = plein.live(town.member);
        client.say(message);
        EXPECT_EQ(client.until_closed(), policy_violation) << message;
    }
}

TEST_F(LiveChannel, ResumesBehindTheCursorWithoutGapOrDouble) {
    std::string cursor;
    {
        LiveClient client = follower(town.member, group);
        cursor = client.heard().back().cursor;
    }
    for (const char* words : {"first", "second", "third"})
        post(town.owner, town.general, words);
    LiveClient client = plein.live(town.member);
    client.subscribe(group, cursor);
    client.until_type("subscribed", group);
    std::vector<std::string> types;
    std::vector<std::int64_t> seqs;
    for (const LiveLine& line : client.heard_on(group)) {
        types.push_back(line.type);
        seqs.push_back(line.seq);
    }
    EXPECT_THAT(types, ElementsAre("post.created", "post.created", "post.created", "subscribed"));
    EXPECT_THAT(seqs, ElementsAre(1, 2, 3, 0));
}

TEST_F(LiveChannel, ACursorThatCannotBeServedGetsAResync) {
    post(town.owner, town.general, "words");
    LiveClient client = follower(town.member, group);
    const std::string now = client.heard().back().cursor;
    const std::string generation = now.substr(0, now.find(':'));
    for (const std::string& cursor :
         {generation + ":99", std::string{"0123456789abcdef:1"}, generation + ":-1", std::string{"x"}}) {
        LiveClient other = plein.live(town.member);
        other.subscribe(group, cursor);
        other.until_type("resync", group);
    }
}

TEST_F(LiveChannel, AReplayHoldsNothingThatWasTakenOut) {
    std::string cursor;
    {
        LiveClient client = follower(town.member, group);
        cursor = client.heard().back().cursor;
    }
    const PostId gone = post(town.owner, town.general, "regretted words");
    plein.device(town.owner).ask(DeletePost{gone});
    LiveClient client = plein.live(town.member);
    client.subscribe(group, cursor);
    client.until_type("post.deleted", group);
    EXPECT_FALSE(has_heard(client, "regretted"));
}

TEST_F(LiveChannel, TheEndOfASessionClosesItsConnections) {
    LiveClient mine = plein.live(town.member);
    LiveClient other{plein.port(), plein.another_session_of(town.member)};
    mine.until_type("subscribed");
    other.until_type("subscribed");
    plein.device(town.member).ask(SignOut{});
    EXPECT_EQ(mine.until_closed(), policy_violation);
    other.catch_up();
    EXPECT_TRUE(other.is_open());
}

TEST_F(LiveChannel, AServerThatStopsSaysSoAndEndsInOrder) {
    LiveClient client = plein.live(town.member);
    client.until_type("subscribed");
    plein.node().terminate();
    client.until_type("restarting");
    EXPECT_EQ(client.until_closed(), going_away);
    EXPECT_EQ(plein.node().wait(), 0);
}

}  // namespace
}  // namespace plein::test
