// What a subscriber gets told that was away: which cursors the log serves, and that who resumes together reads once.
#include "server/live/replay.hpp"

#include "protocol/envelope.hpp"
#include "tests/support/feature_fixture.hpp"

#include <fmt/format.h>

namespace plein::test {
namespace {

using features::delete_post;
using live::Replay;
using Outcome = live::Replay::Outcome;

class Replays : public FeatureTest {
protected:
    static live::Wish wish(const std::string& stream) { return {stream, {}}; }
    live::Wish behind(const std::string& stream, std::int64_t seq) {
        return {stream, Cursor{generation, seq}.to_string()};
    }

    std::vector<live::Answer> read(const std::vector<live::Asking>& asked) {
        return database->read_now([&](Snapshot& snapshot) { return read_streams(snapshot, past, asked); });
    }
    live::Asking asking(PersonId who, std::vector<live::Wish> wishes) {
        return {{who, {}, token_of(who)}, std::move(wishes)};
    }
    Replay read(PersonId who, const live::Wish& wish) { return read_from(past, who, wish); }
    Replay read_from(live::SharedPast& memory, PersonId who, const live::Wish& wish) {
        return database->read_now([&](Snapshot& snapshot) {
            return read_streams(snapshot, memory, {asking(who, {wish})}).at(0)->at(0);
        });
    }

    static std::vector<std::int64_t> seqs(const Replay& replay) {
        std::vector<std::int64_t> seqs;
        for (const auto& event : replay.events)
            seqs.push_back(event->seq);
        return seqs;
    }

    std::int64_t head() { return read(town.member, wish(group_stream)).head; }
    std::int64_t say(int times) {
        for (int i = 0; i < times; ++i)
            post(town.owner, town.general, "Wie heeft de sleutel?");
        return head();
    }
    /// Whoever reads the log now finds it empty.
    void empty_the_log() { run_sql(test_database, "DELETE FROM events"); }

    live::SharedPast past;
    std::string group_stream = stream_of(town.group);
    std::string generation =
        database->read_now([](Snapshot& snapshot) { return storage::select_generation(snapshot); });
};

TEST_F(Replays, TellWhatCameAfterTheCursorInOrder) {
    const auto end = say(3);
    const Replay replay = read(town.member, behind(group_stream, end - 2));
    EXPECT_EQ(replay.outcome, Outcome::served);
    EXPECT_EQ(replay.head, end);
    EXPECT_EQ(replay.generation, generation);
    EXPECT_THAT(seqs(replay), ElementsAre(end - 1, end));
    EXPECT_THAT(seqs(read(town.member, behind(group_stream, end))), IsEmpty());
    EXPECT_EQ(std::ssize(read(town.member, behind(group_stream, 0)).events), end) << "from the first one on";
}

TEST_F(Replays, AreReadAfreshBehindACursorThatIsNoneOfThisLog) {
    const auto end = say(1);
    for (const std::string& after : {Cursor{generation, end + 1}.to_string(),
                                     Cursor{"0123456789abcdef", end}.to_string(), std::string{"now"}}) {
        const Replay replay = read(town.member, {group_stream, after});
        EXPECT_EQ(replay.outcome, Outcome::resync) << after;
        EXPECT_EQ(replay.head, end);
    }
}

TEST_F(Replays, AreReadAfreshWhenTheyAreLong) {
    say(1);
    run_sql(test_database, fmt::format("UPDATE streams SET seq = 2000 WHERE name = '{}'", group_stream));
    run_sql(test_database,
            fmt::format(
                "INSERT INTO events (stream, seq, at, type, payload) "
                "SELECT '{0}', seq, now(), 'group.left', '{{}}' "
                "FROM generate_series((SELECT max(seq) + 1 FROM events WHERE stream = '{0}'), 2000) AS seq",
                group_stream));
    EXPECT_EQ(read(town.member, behind(group_stream, 1000)).outcome, Outcome::resync);
    EXPECT_EQ(read(town.member, behind(group_stream, 1001)).events.size(), 999);
    run_sql(test_database, "UPDATE events SET payload = repeat('x', 1000)");
    live::SharedPast fresh;
    EXPECT_EQ(read_from(fresh, town.member, behind(group_stream, 1001)).outcome, Outcome::resync);
    EXPECT_EQ(read_from(fresh, town.member, behind(group_stream, 1900)).events.size(), 100);
}

TEST_F(Replays, AreReadAfreshWhenRetentionTookTheirBeginning) {
    const auto end = say(4);
    run_sql(test_database, fmt::format("DELETE FROM events WHERE seq < {}", end - 1));
    EXPECT_EQ(read(town.member, behind(group_stream, end - 2)).outcome, Outcome::resync);
    EXPECT_THAT(seqs(read(town.member, behind(group_stream, end - 1))), ElementsAre(end));
}

TEST_F(Replays, AreReadAfreshByWhoeverWasAwayInBetween) {
    const auto before = say(1);
    set_role(town.owner, town.newcomer, GroupRole::member);
    remove(town.owner, town.newcomer);
    set_role(town.owner, town.newcomer, GroupRole::member);
    say(1);
    EXPECT_EQ(read(town.newcomer, behind(group_stream, before)).outcome, Outcome::resync);
    EXPECT_EQ(read(town.member, behind(group_stream, before)).outcome, Outcome::served) << "nobody else was";
}

TEST_F(Replays, OfSeveralPeopleStandEachOnTheirOwnRights) {
    const std::string own = stream_of(town.member);
    const auto ended = token_of(town.moderator);
    run_sql(test_database, fmt::format("DELETE FROM sessions WHERE token_hash = '{}'", ended));
    const std::vector<live::Wish> wishes{wish(group_stream), wish(std::string{organisation_stream}),
                                         wish(own),          wish(moderators_stream_of(town.group)),
                                         wish("tab:0"),      wish("words")};
    const auto answers = read({asking(town.member, wishes), asking(town.moderator, wishes),
                               asking(town.guest, wishes), asking(town.owner, wishes)});
    const auto served = [&](std::size_t who) {
        std::vector<bool> served;
        for (const Replay& replay : *answers.at(who))
            served.push_back(replay.outcome == Outcome::served);
        return served;
    };
    EXPECT_THAT(served(0), ElementsAre(true, true, true, false, false, false));
    EXPECT_EQ(answers.at(1), std::nullopt) << "the session has ended";
    EXPECT_THAT(served(2), ElementsAre(false, false, false, false, false, false));
    EXPECT_THAT(served(3), ElementsAre(true, true, false, true, false, false));
}

TEST_F(Replays, AreReadOnceForAllWhoResume) {
    const auto end = say(6);
    EXPECT_THAT(seqs(read(town.member, behind(group_stream, end - 3))), ElementsAre(end - 2, end - 1, end));
    empty_the_log();
    EXPECT_THAT(seqs(read(town.owner, behind(group_stream, end - 3))), ElementsAre(end - 2, end - 1, end));
    EXPECT_THAT(seqs(read(town.owner, behind(group_stream, end - 1))), ElementsAre(end)) << "a part of it";
    EXPECT_EQ(read(town.owner, behind(group_stream, end - 5)).outcome, Outcome::resync)
        << "what nobody asked for before is read from the log";
}

TEST_F(Replays, AreReadOnceForAllOfOneRead) {
    const auto end = say(3);
    std::vector<live::Asking> asked;
    for (const PersonId who : {town.member, town.owner, town.moderator})
        asked.push_back(asking(who, {behind(group_stream, end - 1 - std::ssize(asked))}));
    const auto answers = read(asked);
    for (std::size_t i = 0; i < answers.size(); ++i)
        EXPECT_EQ(answers.at(i)->at(0).events.size(), i + 1);
}

TEST_F(Replays, HoldNothingThatWasTakenOutMeanwhile) {
    const auto start = say(1);
    const Post secret = post(town.owner, town.general, "geheim");
    EXPECT_THAT(read(town.member, behind(group_stream, start)).events.at(0)->line,
                testing::HasSubstr("geheim"));
    act(town.owner, delete_post, DeletePost{secret.id});
    const Replay replay = read(town.member, behind(group_stream, start));
    EXPECT_THAT(seqs(replay), ElementsAre(start + 1, start + 2));
    EXPECT_THAT(replay.events.at(0)->line, testing::Not(testing::HasSubstr("geheim")));
}

TEST_F(Replays, AreForgottenSomeTimeAfterTheyWereRead) {
    const auto end = say(2);
    read(town.member, behind(group_stream, end - 1));
    empty_the_log();
    past.tidy();
    EXPECT_EQ(read(town.owner, behind(group_stream, end - 1)).outcome, Outcome::served) << "just read";
    past.tidy(std::chrono::steady_clock::now() + live::SharedPast::kept_for + std::chrono::seconds{1});
    EXPECT_EQ(read(town.owner, behind(group_stream, end - 1)).outcome, Outcome::resync);
}

TEST_F(Replays, ThatAreTooMuchForOneReadAreAskedForAgain) {
    run_sql(test_database,
            fmt::format("INSERT INTO streams (name, seq, last_at) SELECT 'user:' || id, 900, now() "
                        "FROM people "
                        "ON CONFLICT (name) DO UPDATE SET seq = 900"));
    run_sql(test_database, "DELETE FROM events WHERE stream LIKE 'user:%'");
    run_sql(test_database,
            "INSERT INTO events (stream, seq, at, type, payload) "
            "SELECT name, number, now(), 'group.left', '{}' FROM streams, generate_series(1, 900) AS number "
            "WHERE name LIKE 'user:%'");
    std::vector<live::Asking> asked;
    for (const PersonId who :
         {town.owner, town.moderator, town.member, town.newcomer, town.stranger, town.administrator})
        asked.push_back(asking(who, {behind(stream_of(who), 1)}));
    const auto count = [](const std::vector<live::Answer>& answers, Outcome outcome) {
        return std::ranges::count_if(answers,
                                     [&](const auto& answer) { return answer->at(0).outcome == outcome; });
    };
    const auto first = read(asked);
    EXPECT_EQ(count(first, Outcome::served), 4);
    EXPECT_EQ(count(first, Outcome::later), 2);
    EXPECT_EQ(count(read(asked), Outcome::served), 6);
}

}  // namespace
}  // namespace plein::test
