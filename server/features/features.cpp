#include "server/features/features.hpp"

#include "server/features/accounts.hpp"
#include "server/features/activation.hpp"
#include "server/features/departments.hpp"
#include "server/features/emergency.hpp"
#include "server/features/filling.hpp"
#include "server/features/group_changes.hpp"
#include "server/features/groups.hpp"
#include "server/features/held.hpp"
#include "server/features/holidays.hpp"
#include "server/features/invitation_links.hpp"
#include "server/features/invitations.hpp"
#include "server/features/joining.hpp"
#include "server/features/joint_read.hpp"
#include "server/features/managed_accounts.hpp"
#include "server/features/members.hpp"
#include "server/features/people.hpp"
#include "server/features/people_import.hpp"
#include "server/features/posts.hpp"
#include "server/features/profiles.hpp"
#include "server/features/readings.hpp"
#include "server/features/services.hpp"
#include "server/features/tabs.hpp"
#include "storage/accounts.hpp"
#include "storage/events.hpp"

namespace plein::features {

namespace asio = boost::asio;

namespace {

/// Somebody whose connection goes live. After a restart everybody does at once.
class Admission final : public JointRead<Admission> {
public:
    explicit Admission(std::string token) : JointRead(std::move(token)) {}

    static void read(Snapshot& snapshot, const std::vector<Admission*>& admissions) {
        std::vector<SessionId> sessions;
        for (const Admission* admission : admissions)
            sessions.push_back(admission->viewer().session);
        const auto due = storage::select_sessions_due(snapshot, sessions);
        for (std::size_t i = 0; i < admissions.size(); ++i)
            admissions[i]->due_ = due[i];
    }

    [[nodiscard]] live::Identity identity() const { return {viewer().person, viewer().session, token()}; }
    /// Whether the session is to be renewed.
    [[nodiscard]] bool due() const { return due_; }

private:
    bool due_ = false;
};

}  // namespace

void add_routes(net::Router& routes, Edge& edge, Passwords& passwords) {
    add_account_routes(routes, edge, passwords);
    add_managed_account_routes(routes, edge);
    add_people_import_routes(routes, edge);
    add_activation_routes(routes, edge, passwords);
    add_department_routes(routes, edge);
    add_service_routes(routes, edge);
    add_holiday_routes(routes, edge);
    add_people_routes(routes, edge);
    add_profile_routes(routes, edge);
    add_group_routes(routes, edge);
    add_group_change_routes(routes, edge);
    add_emergency_routes(routes, edge);
    add_member_routes(routes, edge);
    add_tab_routes(routes, edge);
    add_joining_routes(routes, edge);
    add_invitation_routes(routes, edge);
    add_link_routes(routes, edge);
    add_filling_routes(routes, edge);
    add_post_routes(routes, edge);
    add_held_routes(routes, edge);
    add_reading_routes(routes, edge);
}

asio::awaitable<live::Identity> admit(Edge& edge, net::Call& call) {
    const auto admission = std::make_shared<Admission>(token_hash_of(call));
    co_await edge.database.read("admissions", admission);
    live::Identity identity = admission->identity();
    if (admission->due()) co_await renew_session(edge, identity.token_hash);
    co_return identity;
}

asio::awaitable<std::vector<net::ReadinessCheck>> readiness(Edge& edge) {
    net::ReadinessCheck database{"database", false};
    try {
        co_await edge.database.read([](Snapshot& snapshot) { return snapshot.now(); });
        database.ready = true;
    } catch (const Refusal&) {
        database.ready = false;  // what is wrong stands in the log of the pool
    }
    co_return std::vector<net::ReadinessCheck>{database};
}

}  // namespace plein::features
