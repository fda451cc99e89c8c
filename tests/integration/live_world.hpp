/// Nodes of one installation inside a test: each a database pool, a live side and two I/O threads of its own.
#pragma once

#include "server/access/access.hpp"
#include "server/live/live.hpp"
#include "storage/accounts.hpp"
#include "storage/groups.hpp"
#include "storage/members.hpp"
#include "tests/support/live_counterparts.hpp"
#include "tests/support/test_database.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <thread>

namespace plein::test {

using namespace std::chrono_literals;

class Node {
public:
    Node(const std::string& database_url, const std::string& redis_url,
         std::chrono::milliseconds sweep_interval = 1s, std::int64_t max_swept_events = 100'000)
        : live(live::LiveOptions{.redis_url = redis_url,
                                 .hub = {},
                                 .sweep_interval = sweep_interval,
                                 .max_swept_events = max_swept_events},
               {&contexts_[0], &contexts_[1]}),
          database(storage::DatabaseOptions{.url = database_url, .connections = 4},
                   [this](auto events) { live.publish(std::move(events)); }) {
        live.start(database);
        for (auto& context : contexts_)
            threads_.emplace_back([&context] { context.run(); });
    }

    ~Node() {
        live.stop();
        for (auto& guard : guards_)
            guard.reset();
        for (auto& context : contexts_)
            context.stop();
        for (auto& thread : threads_)
            thread.join();
    }

    /// Runs `work(hub)` on the hub's thread and waits for its result.
    template <class Work>
    auto on_hub(std::size_t thread, Work work) {
        std::packaged_task<std::invoke_result_t<Work, live::Hub&>()> task{
            [&] { return work(live.hub(thread)); }};
        auto result = task.get_future();
        boost::asio::post(contexts_[thread], [&task] { task(); });
        return result.get();
    }

    [[nodiscard]] bool hears_redis() const { return live.figures().redis_connected; }

private:
    std::array<boost::asio::io_context, 2> contexts_{boost::asio::io_context{1}, boost::asio::io_context{1}};
    std::vector<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> guards_{
        boost::asio::make_work_guard(contexts_[0]), boost::asio::make_work_guard(contexts_[1])};
    std::vector<std::thread> threads_;

public:
    live::Live live;
    storage::Database database;
};

/// A screen at a node.
class Screen {
public:
    Screen(Node& node, const live::Identity& who, const std::optional<std::string>& after = {})
        : node_(node) {
        static std::atomic<std::size_t> next{0};
        thread_ = next++ % 2;
        node_.on_hub(thread_, [&](live::Hub& hub) { hub.attach(connection_, who, after); });
    }
    ~Screen() {
        node_.on_hub(thread_, [&](live::Hub& hub) { hub.detach(*connection_); });
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    void say(const LiveRequest& request) {
        node_.on_hub(thread_, [&](live::Hub& hub) { hub.receive(*connection_, request); });
    }
    [[nodiscard]] std::vector<std::int64_t> events(const std::string& stream) const {
        return look([&](const auto& connection) { return connection.events(stream); });
    }
    [[nodiscard]] std::vector<std::string> notices(const std::string& stream) const {
        return look([&](const auto& connection) { return connection.notices(stream); });
    }
    [[nodiscard]] bool follows(const std::string& stream) const {
        const auto told = notices(stream);
        return !told.empty() && told.back() == "subscribed";
    }
    [[nodiscard]] std::optional<live::CloseCode> closed() const {
        return look([](const auto& connection) { return connection.closed; });
    }
    /// What the stream's `subscribed` said last.
    [[nodiscard]] std::string cursor(const std::string& stream) const {
        return look([&](const auto& connection) {
            std::string cursor;
            for (const auto& line : connection.lines) {
                if (line.stream == stream && !line.cursor.empty()) cursor = line.cursor;
            }
            return cursor;
        });
    }

private:
    template <class Look>
    std::invoke_result_t<Look, const RecordingConnection&> look(Look look_at) const {
        return node_.on_hub(thread_, [&](live::Hub&) { return look_at(*connection_); });
    }

    Node& node_;
    std::size_t thread_ = 0;
    std::shared_ptr<RecordingConnection> connection_ = std::make_shared<RecordingConnection>();
};

/// A private Redis, a migrated database with three people who are signed in and in one group, and two nodes.
class LiveWorld : public testing::Test {
protected:
    using Seqs = std::vector<std::int64_t>;
    using Words = std::vector<std::string>;

    explicit LiveWorld(std::chrono::milliseconds sweep_interval = 1s)
        : here(database.server_url(), servers.redis_url(), sweep_interval),
          there(database.server_url(), servers.redis_url(), sweep_interval) {
        here.database.commit_now([this](storage::Transaction& tx) {
            const auto system = access::as_system("test");
            const GroupId made = storage::insert_group(tx, system, {.name = "Inkoop"});
            group = "group:" + std::to_string(made.value);
            for (std::size_t i = 0; i < people.size(); ++i) {
                const auto name = "Person " + std::to_string(i);
                const auto token = access::hash_token(name);
                const PersonId person =
                    storage::insert_person(tx, system, {.name = name, .personnel_number = name});
                storage::insert_member(tx, system, made, person,
                                       i == 0 ? GroupRole::owner : GroupRole::member);
                people[i] = {person, storage::insert_session(tx, person, token, "test"), token};
            }
        });
    }

    void SetUp() override {
        ASSERT_TRUE(until([&] { return here.hears_redis() && there.hears_redis(); }));
    }

    static std::string own_stream(const live::Identity& who) {
        return "user:" + std::to_string(who.person.value);
    }

    /// Commits an event on the stream, as a node's features do.
    static void commit(Node& node, const std::string& stream) {
        node.database.commit_now(
            [&](storage::Transaction& tx) { tx.emit(tx.publish_on(stream), GroupJoined{GroupId{1}}); });
    }

    /// Ends the membership and says so on the group's stream.
    void remove_from_group(Node& node, const live::Identity& who) {
        node.database.commit_now([&](storage::Transaction& tx) {
            const auto viewer = access::identify(tx, who.token_hash);
            const auto access = access::to_group(tx, viewer, GroupId{std::stoll(group.substr(6))});
            storage::delete_member(tx, access, who.person);
            tx.emit(tx.publish_on(group), MemberRemoved{access.group(), who.person});
        });
    }

    PrivateServers servers{"redis"};
    TestDatabase database;
    Node here;
    Node there;
    std::array<live::Identity, 3> people;
    std::string group;
};

}  // namespace plein::test
