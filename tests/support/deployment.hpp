/// Plein as it runs in production: nodes that are processes of their own, on one PostgreSQL and one Redis.
#pragma once

#include "tests/support/device.hpp"
#include "tests/support/live_client.hpp"
#include "tests/support/organisation.hpp"
#include "tests/support/running_node.hpp"
#include "tests/support/test_database.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace plein::test {

struct DeploymentOptions {
    std::size_t nodes = 1;
    bool redis = true;
    bool own_postgres = false;  // for tests that kill it
    bool standby = false;       // … and let another one take over, which nodes find by themselves
    Settings settings = {};
};

class Deployment {
public:
    explicit Deployment(DeploymentOptions options = {});
    ~Deployment();

    /// Its servers, to kill and start: "redis", and "postgres" when it has one of its own.
    [[nodiscard]] PrivateServers& servers() { return *servers_; }
    [[nodiscard]] RunningNode& node(std::size_t index = 0) { return *nodes_.at(index); }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// The person's session, begun without a password when first asked for: the same on every node.   Thread: any.
    std::string session_of(PersonId person);
    /// Somebody at a browser on a node, or behind the front door.
    Device device(PersonId person, std::size_t node = 0) { return Device{door(node), session_of(person)}; }
    LiveClient live(PersonId person, std::size_t node = 0, const std::string& after = {}) {
        return LiveClient{door(node), session_of(person), after};
    }
    [[nodiscard]] std::uint16_t port(std::size_t node = 0) const { return nodes_.at(node)->port(); }
    /// From now on people come in by this port, whichever node they ask for.
    void put_in_front(std::uint16_t port) { front_door_ = port; }
    [[nodiscard]] std::uint16_t door(std::size_t node = 0) const {
        return front_door_ ? front_door_ : port(node);
    }

    /// A figure of `/metrics`, by its whole name.
    double figure(const std::string& name, std::size_t node = 0);

    /// Nobody has reacted since the last count: what readers see is what there is, and stays so while nobody acts.
    [[nodiscard]] bool are_reactions_counted() const;

    /// One more session of the person.
    std::string another_session_of(PersonId person) { return begin_session(*access_, person); }
    /// The next `session_of` begins a new one: a suspension ended it.
    void forget_session_of(PersonId person);
    [[nodiscard]] TestDatabase& database() { return *test_database_; }

    Organisation town;

private:
    Settings settings_of_a_node(const DeploymentOptions& options) const;

    std::unique_ptr<PrivateServers> servers_;
    std::unique_ptr<TestDatabase> test_database_;
    std::string database_url_;                   // of the nodes
    std::unique_ptr<storage::Database> access_;  // the test's own
    std::mutex mutex_;                           // guards sessions_
    std::map<PersonId, std::string> sessions_;
    std::uint16_t front_door_ = 0;
    std::vector<std::unique_ptr<RunningNode>> nodes_;
};

/// Everybody's.
inline constexpr const char* password_of_all = "kleine blauwe fiets";

}  // namespace plein::test
