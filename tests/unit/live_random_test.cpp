/// Random interleavings: whatever the order in which events, reads and clients come, every client gets exactly its log.
#include "protocol/envelope.hpp"
#include "protocol/errors.hpp"
#include "tests/support/live_hub.hpp"

#include <fmt/format.h>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <random>

namespace plein::test {
namespace {

using Line = RecordingConnection::Line;

/// A client that believes what it is told, and complains of what cannot be.
class ModelClient {
public:
    ModelClient(const MemoryLog& log, live::Identity who) : who(std::move(who)), log_(log) {
        connection->on_line = [this](const Line& line) { line.seq > 0 ? hear(line) : be_told(line); };
    }

    void ask(const std::string& stream, std::optional<std::int64_t> after) {
        streams[stream] = {State::asked, after};
    }
    void drop(const std::string& stream) { streams.erase(stream); }

    [[nodiscard]] bool follows(const std::string& stream) const {
        const auto found = streams.find(stream);
        return found != streams.end() && found->second.state == State::follows;
    }
    [[nodiscard]] std::int64_t last(const std::string& stream) const {
        return streams.at(stream).last.value_or(-1);
    }

    enum class State { asked, follows, over };
    struct Known {
        State state = State::asked;
        std::optional<std::int64_t> last;
    };

    const std::shared_ptr<RecordingConnection> connection = std::make_shared<RecordingConnection>();
    const live::Identity who;
    std::map<std::string, Known> streams;
    std::vector<std::string> complaints;

private:
    void hear(const Line& line) {
        const auto found = streams.find(line.stream);
        if (found == streams.end()) return complain(line, "not asked for");
        Known& known = found->second;
        if (known.state == State::over) complain(line, "after the end");
        if (known.last && line.seq != *known.last + 1) complain(line, "out of order");
        known.last = line.seq;
        const auto& entry = log_.streams.at(line.stream).at(static_cast<std::size_t>(line.seq - 1));
        if (entry.denied.contains(who.person)) complain(line, "without access");
    }

    void be_told(const Line& line) {
        Known& known = streams[line.stream];
        if (line.type != "subscribed") {
            known.state = State::over;
            const bool own = line.stream == fmt::format("user:{}", who.person.value);
            if (own && line.type == "resync") known = {State::asked, {}};
            return;
        }
        const std::int64_t at = Cursor::parse(line.cursor)->seq;
        if (known.last && *known.last != at) complain(line, "subscribed elsewhere");
        known = {State::follows, at};
    }

    void complain(const Line& line, const std::string& what) {
        complaints.push_back(fmt::format("person {} got {}{} of {}: {}", who.person.value, line.type,
                                         line.seq, line.stream, what));
    }

    const MemoryLog& log_;
};

class LiveRandom : public LiveHub, public testing::WithParamInterface<unsigned> {
protected:
    LiveRandom() : LiveHub({.events_per_message = 3, .followers_per_turn = 1}) {
        log.before_read = [this] { return delay(0.01); };
        log.after_read = [this] { return delay(0.01); };
        log.before_fill = [this] { return delay(0.1); };
    }

    int below(int bound) { return std::uniform_int_distribution{0, bound - 1}(random_); }
    bool chance(double probability) { return std::bernoulli_distribution{probability}(random_); }

    boost::asio::awaitable<void> delay(double failing) {
        for (int turns = below(6); turns > 0; --turns) {
            co_await boost::asio::post(context, boost::asio::use_awaitable);
        }
        if (chance(failing)) throw Refusal{ErrorCode::overloaded};
        if (chance(0.1)) log.too_much = 1;
    }

    std::string some_tab() { return fmt::format("tab:{}", 1 + below(3)); }
    std::int64_t some_person() { return 1 + below(4); }

    void commit() {
        if (chance(0.03)) {
            const std::int64_t person = some_person();
            return commit(fmt::format("user:{}", person), {}, SessionId{10 * person + below(3)});
        }
        if (chance(0.1)) return commit(fmt::format("user:{}", some_person()), {}, {});
        const std::string tab = some_tab();
        if (chance(0.1)) {
            const PersonId person{some_person()};
            if (log.denied[tab].erase(person) == 0) return commit(tab, person, {});
        }
        commit(tab, {}, {});
    }

    /// Published once, twice or never, and at any time.
    void commit(const std::string& stream, std::optional<PersonId> revokes, std::optional<SessionId> ends) {
        const auto event = log.append(stream, revokes, ends);
        unswept_.push_back(event);
        for (int copies = chance(0.2) ? 0 : chance(0.1) ? 2 : 1; copies > 0; --copies)
            on_the_way_.push_back(event);
    }

    void deliver_some() {
        for (int count = below(4); count > 0 && !on_the_way_.empty(); --count) {
            const auto chosen = chance(0.7) ? 0 : below(static_cast<int>(on_the_way_.size()));
            hub.deliver(on_the_way_[static_cast<std::size_t>(chosen)]);
            on_the_way_.erase(on_the_way_.begin() + chosen);
        }
    }

    void sweep() { EXPECT_TRUE(hub.offer(std::exchange(unswept_, {}), true)); }

    void come() {
        const std::int64_t person = some_person();
        const SessionId session{10 * person + below(3)};
        if (clients_.size() == 12 || log.ended.contains(session)) return;
        clients_.push_back(std::make_unique<ModelClient>(log, identity(person, session.value)));
        ModelClient& client = *clients_.back();
        const std::string own = fmt::format("user:{}", person);
        const auto after = some_cursor(own, PersonId{person});
        client.ask(own, after);
        std::optional<std::string> cursor;
        if (after) cursor = log.cursor(*after);
        hub.attach(client.connection, client.who, cursor);
    }

    /// One that the person can have: of an event that they were allowed to get.
    std::optional<std::int64_t> some_cursor(const std::string& stream, PersonId person) {
        const std::int64_t seq = std::max<std::int64_t>(0, log.head(stream) - below(8));
        if (chance(0.3) || seq == 0) return std::nullopt;
        const auto& entry = log.streams.at(stream).at(static_cast<std::size_t>(seq - 1));
        if (entry.denied.contains(person)) return std::nullopt;
        return seq;
    }

    void ask() {
        if (clients_.empty()) return;
        ModelClient& client = *clients_[static_cast<std::size_t>(below(static_cast<int>(clients_.size())))];
        if (client.connection->closed) return;
        const std::string tab = some_tab();
        if (chance(0.2)) {
            client.drop(tab);
            return hub.receive(*client.connection, unsubscribe(tab));
        }
        if (chance(0.05)) {
            client.connection->closed = live::CloseCode::going_away;  // by itself
            return hub.detach(*client.connection);
        }
        const auto after = some_cursor(tab, client.who.person);
        client.ask(tab, after);
        std::optional<std::string> cursor;
        if (after) cursor = log.cursor(*after);
        hub.receive(*client.connection, subscribe(tab, cursor));
    }

    void take_a_step() {
        switch (below(6)) {
            case 0:
                return come();
            case 1:
                return ask();
            case 2:
            case 3:
                return commit();
            case 4:
                return deliver_some();
            default:
                if (chance(0.1)) sweep();
                context.restart();
                for (int turns = below(20); turns > 0; --turns)
                    context.poll_one();
        }
    }

    void check(const ModelClient& client) {
        EXPECT_EQ(client.complaints, Words{});
        EXPECT_EQ(client.connection->sent_after_close, 0);
        if (log.ended.contains(client.who.session)) EXPECT_TRUE(client.connection->closed);
        if (client.connection->closed) return;
        for (const auto& [stream, known] : client.streams) {
            if (known.state == ModelClient::State::over) continue;
            EXPECT_TRUE(client.follows(stream)) << stream;
            EXPECT_EQ(client.last(stream), log.head(stream)) << stream;
            EXPECT_FALSE(log.denied[stream].contains(client.who.person)) << stream;
        }
    }

    std::vector<std::unique_ptr<ModelClient>> clients_;

private:
    std::mt19937 random_{GetParam()};
    std::vector<live::SharedEvent> on_the_way_;
    live::SharedEvents unswept_;
};

TEST_P(LiveRandom, EveryClientGetsExactlyItsLog) {
    for (int steps = 0; steps < 1500; ++steps)
        take_a_step();
    sweep();
    settle();
    EXPECT_GT(hub.figures().deliveries, 50);
    for (const auto& client : clients_)
        check(*client);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LiveRandom, testing::Range(1U, 31U));

}  // namespace
}  // namespace plein::test
