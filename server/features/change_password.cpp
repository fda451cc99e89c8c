#include "server/features/accounts.hpp"
#include "server/features/throttle.hpp"
#include "storage/accounts.hpp"

namespace plein::features {

namespace asio = boost::asio;

namespace {

struct Attempt {
    storage::Account account;
    std::vector<Brake> brakes;
    std::int64_t wait_seconds = 0;
};

/// A stolen session must not become a place to guess the password: it meets a brake too.
Attempt begin_attempt(Transaction& tx, const std::string& token) {
    const Viewer viewer = access::identify(tx, token);
    Attempt attempt{*storage::select_account(tx, viewer.person), brakes_for(viewer.person), 0};
    attempt.wait_seconds = brake(tx, attempt.brakes);
    return attempt;
}

}  // namespace

asio::awaitable<NoContent> change_password(Edge& edge, Passwords& passwords, net::Call& call,
                                           ChangePassword request) {
    auto begin = [token = token_hash_of(call)](Transaction& tx) { return begin_attempt(tx, token); };
    const Attempt attempt = co_await edge.database.commit(std::string{}, std::move(begin));
    if (attempt.wait_seconds > 0) throw too_many_requests(attempt.wait_seconds, "$.current");
    std::vector<std::string> known = attempt.account.logins();
    known.push_back(request.current.value);
    check_password_strength(request.replacement.value, known);
    if (!co_await passwords.verify(attempt.account.password_hash, std::move(request.current.value))) {
        throw Refusal{ErrorCode::wrong_password, "$.current"};
    }
    std::string hash = co_await passwords.hash(std::move(request.replacement.value));
    auto work = [token = token_hash_of(call), attempt, hash = std::move(hash)](Transaction& tx) {
        const Viewer viewer = access::identify_alone(tx, token);
        const auto now = storage::select_account(tx, viewer.person);
        if (now->password_hash != attempt.account.password_hash)
            throw Refusal{ErrorCode::wrong_password, "$.current"};
        storage::update_password(tx, viewer.person, hash);
        release(tx, attempt.brakes);
        tell_sessions_ended(tx, viewer.person, storage::delete_sessions(tx, viewer.person, viewer.session));
        return NoContent{};
    };
    co_return co_await edge.database.commit(std::string{}, std::move(work));
}

}  // namespace plein::features
