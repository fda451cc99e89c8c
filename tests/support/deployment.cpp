#include "tests/support/deployment.hpp"

#include "server/features/passwords.hpp"

namespace plein::test {
namespace {

std::unique_ptr<PrivateServers> servers_for(const DeploymentOptions& options) {
    std::string which = options.own_postgres ? "postgres" : "";
    if (options.standby) which += " standby";
    if (options.redis) which += " redis";
    return which.empty() ? nullptr : std::make_unique<PrivateServers>(which);
}

/// Cheap to make and to check: what is tested here is not argon2id.
std::string hash_of_all() {
    return features::Passwords{{.memory_mib = 8, .passes = 1}}.hash_now(password_of_all);
}

}  // namespace

Deployment::Deployment(DeploymentOptions options) : servers_(servers_for(options)) {
    test_database_ =
        options.own_postgres ? std::make_unique<TestDatabase>(*servers_) : std::make_unique<TestDatabase>();
    database_url_ = test_database_->server_url();
    if (options.standby) database_url_ += servers_->standby_as_well();
    storage::DatabaseOptions of_the_test{.url = database_url_, .connections = 1};
    access_ = std::make_unique<storage::Database>(of_the_test, [](auto) {});
    town = found_organisation(*access_, hash_of_all());
    for (std::size_t i = 0; i < options.nodes; ++i)
        nodes_.push_back(std::make_unique<RunningNode>(settings_of_a_node(options)));
}
Deployment::~Deployment() = default;

Settings Deployment::settings_of_a_node(const DeploymentOptions& options) const {
    Settings settings{
        {"PLEIN_SERVER_PORT", "0"},
        {"PLEIN_SERVER_THREADS", "2"},
        {"PLEIN_SERVER_WEB_ROOT", PLEIN_TEST_WEB_ROOT},
        {"PLEIN_DATABASE_URL", database_url_},
        {"PLEIN_DATABASE_CONNECTIONS", "4"},
        {"PLEIN_REDIS_URL", options.redis ? servers_->redis_url() : "unix:///nonexistent/redis.sock"},
        {"PLEIN_PASSWORDS_MEMORY_MIB", "8"},
        {"PLEIN_PASSWORDS_PASSES", "1"},
        // Tests write faster than people do.
        {"PLEIN_LIMITS_WRITES_PER_SECOND", "1000000"}};
    for (const auto& [name, value] : options.settings)
        settings[name] = value;
    return settings;
}

std::string Deployment::session_of(PersonId person) {
    const std::lock_guard lock{mutex_};
    auto& token = sessions_[person];
    if (token.empty()) token = begin_session(*access_, person);
    return token;
}

void Deployment::forget_session_of(PersonId person) {
    const std::lock_guard lock{mutex_};
    sessions_.erase(person);
}

bool Deployment::are_reactions_counted() const {
    try {
        pqxx::connection connection{database_url_};
        return pqxx::nontransaction{connection}.exec("SELECT FROM reaction_changes LIMIT 1").empty();
    } catch (const pqxx::broken_connection&) {
        return false;  // PostgreSQL is down, or another one is taking over
    }
}

double Deployment::figure(const std::string& name, std::size_t node) {
    const std::string text = HttpClient{port(node)}.send("GET", "/metrics", {}).body;
    const auto found = ("\n" + text).find("\n" + name + " ");
    if (found == std::string::npos) throw std::runtime_error{"/metrics has no " + name};
    return std::stod(text.substr(found + name.size() + 1));
}

}  // namespace plein::test
