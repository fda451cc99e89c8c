#include "protocol/enum_names.hpp"
#include "server/features/accounts.hpp"
#include "server/features/throttle.hpp"
#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace asio = boost::asio;

namespace {

/// What the first transaction of a sign-in found: the account, and the brake that this try met.
struct Attempt {
    std::optional<storage::Account> account;
    std::vector<Brake> brakes;
    std::int64_t wait_seconds = 0;
};

Attempt begin_attempt(Transaction& tx, const std::string& login, const std::string& address,
                      const std::optional<std::string>& device) {
    Attempt attempt;
    attempt.account = storage::select_account(tx, login);
    const bool known_device =
        attempt.account && device && storage::select_device_known(tx, attempt.account->person, *device);
    attempt.brakes = brakes_for(login, address, known_device ? device : std::nullopt);
    attempt.wait_seconds = brake(tx, attempt.brakes);
    return attempt;
}

/// Begins the session, unless the account changed while the password was being checked.
Me begin_session(Transaction& tx, const Attempt& attempt, const Organisation& organisation,
                 const std::string& agent, const std::string& session, const std::string& device) {
    const PersonId person = attempt.account->person;
    const auto standing = storage::select_standing(tx, person);
    const auto account = storage::select_account(tx, person);
    if (!standing || standing->suspended || account->password_hash != attempt.account->password_hash) {
        throw Refusal{ErrorCode::sign_in_failed};
    }
    const SessionId id = storage::insert_session(tx, person, session, agent);
    storage::upsert_device(tx, person, device);
    release(tx, attempt.brakes);
    const auto surplus = storage::delete_surplus_sessions(tx, person);
    const Viewer viewer = access::identify(tx, session);
    tx.tell(viewer.stream(), SessionStarted{id});
    tell_sessions_ended(tx, person, surplus);
    return get_me(tx, viewer, organisation);
}

}  // namespace

asio::awaitable<Me> sign_in(Edge& edge, Passwords& passwords, net::Call& call, SignIn request) {
    const auto device =
        call.device_token ? std::optional{access::hash_token(*call.device_token)} : std::nullopt;
    auto begin = [login = request.login.value, address = call.remote_address, device](Transaction& tx) {
        return begin_attempt(tx, login, address, device);
    };
    // One lane for each address: a flood of tries waits in line for its brake instead of filling the pool.
    std::string lane = "address:" + call.remote_address;
    const Attempt attempt = co_await edge.database.commit(std::move(lane), std::move(begin));
    if (attempt.wait_seconds > 0) throw too_many_requests(attempt.wait_seconds, "login");

    const auto hash = attempt.account ? attempt.account->password_hash : std::nullopt;
    const bool matches = co_await passwords.verify(hash, std::move(request.password.value));
    if (!matches || attempt.account->suspended) throw Refusal{ErrorCode::sign_in_failed};

    // Made anew at each sign-in, so that no token from before it says anything afterwards.
    const std::string session_token = make_token();
    const std::string device_token = call.device_token ? *call.device_token : make_token();
    auto finish = [&organisation = edge.organisation, attempt, agent = call.user_agent,
                   session = access::hash_token(session_token),
                   known = access::hash_token(device_token)](Transaction& tx) {
        return begin_session(tx, attempt, organisation, agent, session, known);
    };
    Me me = co_await edge.database.commit(std::string{}, std::move(finish));
    call.set_cookies.push_back(session_cookie(session_token));
    call.set_cookies.push_back(device_cookie(device_token));
    co_return me;
}

asio::awaitable<NoContent> sign_out(Edge& edge, net::Call& call) {
    auto work = [token = token_hash_of(call)](Transaction& tx) {
        const Viewer viewer = access::identify_alone(tx, token);
        tell_sessions_ended(tx, viewer.person, storage::delete_session(tx, viewer.person, viewer.session));
        return NoContent{};
    };
    co_await edge.database.commit(std::string{}, std::move(work));
    call.set_cookies.push_back(expired_session_cookie());
    co_return NoContent{};
}

}  // namespace plein::features
