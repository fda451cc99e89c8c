#include "server/features/accounts.hpp"
#include "server/features/features.hpp"
#include "server/features/joint_read.hpp"
#include "storage/accounts.hpp"

namespace plein::features {

namespace {

/// Somebody whose connection goes live. After a restart everybody does at once.
class GoingLive final : public JointRead<GoingLive> {
public:
    explicit GoingLive(std::string token) : JointRead(std::move(token)) {}

    static void read(Snapshot& snapshot, const std::vector<GoingLive*>& all) {
        std::vector<SessionId> sessions;
        for (const GoingLive* each : all)
            sessions.push_back(each->viewer().session);
        const auto due = storage::select_sessions_due(snapshot, sessions);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i]->due_ = due[i];
    }

    [[nodiscard]] live::Identity identity() const { return {viewer().person, viewer().session, token()}; }
    /// Whether the session is to be renewed.
    [[nodiscard]] bool due() const { return due_; }

private:
    bool due_ = false;
};

}  // namespace

boost::asio::awaitable<live::Identity> admit(Edge& edge, net::Call& call) {
    const auto joining = std::make_shared<GoingLive>(token_hash_of(call));
    co_await edge.database.read("going live", joining);
    live::Identity identity = joining->identity();
    if (joining->due()) co_await renew_session(edge, identity.token_hash);
    co_return identity;
}

}  // namespace plein::features
