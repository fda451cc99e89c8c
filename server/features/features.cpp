#include "server/features/features.hpp"

#include "server/features/accounts.hpp"
#include "server/features/departments.hpp"
#include "server/features/groups.hpp"
#include "server/features/members.hpp"
#include "server/features/people.hpp"
#include "server/features/posts.hpp"
#include "server/features/readings.hpp"
#include "storage/accounts.hpp"
#include "storage/events.hpp"

namespace plein::features {

namespace asio = boost::asio;

void add_routes(net::Router& routes, Edge& edge, Passwords& passwords) {
    add_account_routes(routes, edge, passwords);
    add_department_routes(routes, edge);
    add_people_routes(routes, edge);
    add_group_routes(routes, edge);
    add_member_routes(routes, edge);
    add_post_routes(routes, edge);
    add_reading_routes(routes, edge);
}

asio::awaitable<live::Identity> admit(Edge& edge, net::Call& call) {
    const std::string token = token_hash_of(call);
    auto work = [token](Transaction& tx) {
        storage::touch_session(tx, token);
        const Viewer viewer = access::identify(tx, token);
        return live::Identity{viewer.person, viewer.session, token};
    };
    co_return co_await edge.database.commit(std::string{}, std::move(work));
}

asio::awaitable<std::vector<net::ReadinessCheck>> readiness(Edge& edge) {
    net::ReadinessCheck database{"database", false};
    try {
        auto work = [](Snapshot& snapshot) { return storage::select_generation(snapshot); };
        database.ready = !(co_await edge.database.read(std::move(work))).empty();
    } catch (const Refusal&) {
        database.ready = false;  // what is wrong stands in the log of the pool
    }
    co_return std::vector<net::ReadinessCheck>{database};
}

}  // namespace plein::features
