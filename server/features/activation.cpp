#include "server/features/activation.hpp"

#include "server/features/accounts.hpp"
#include "server/features/throttle.hpp"
#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/activation.hpp"
#include "storage/managed_accounts.hpp"

namespace plein::features {

namespace asio = boost::asio;

namespace {

/// What a try with a link found, and the brake that it met.
struct Attempt {
    std::optional<storage::InvitedPerson> person;
    std::int64_t wait_seconds = 0;
};

Attempt begin_attempt(Transaction& tx, const std::string& link, const std::string& address) {
    Attempt attempt;
    const auto brakes = brakes_for_link(address);
    attempt.wait_seconds = brake(tx, brakes);
    if (attempt.wait_seconds > 0) return attempt;
    attempt.person = storage::select_invited(tx, link);
    if (attempt.person) release(tx, brakes);
    return attempt;
}

/// Errors: too_many_requests, not_found.
asio::awaitable<storage::InvitedPerson> find_invited(Edge& edge, std::string address, std::string link) {
    // The lane of signing in: a flood of tries from one address waits in line instead of filling the pool.
    std::string lane = "address:" + address;
    auto work = [link = std::move(link), address = std::move(address)](Transaction& tx) {
        return begin_attempt(tx, link, address);
    };
    Attempt attempt = co_await edge.database.commit(std::move(lane), std::move(work));
    if (attempt.wait_seconds > 0) throw too_many_requests(attempt.wait_seconds, "token");
    if (!attempt.person) throw Refusal{ErrorCode::not_found, "token"};
    co_return std::move(*attempt.person);
}

std::vector<std::string> logins_of(const storage::InvitedPerson& person) {
    return storage::Account{
        .person = person.person, .email = person.email, .personnel_number = person.personnel_number}
        .logins();
}

/// Errors: not_found, for whoever came second, and when the account was suspended meanwhile.
Me use_link(Transaction& tx, const Organisation& organisation, const std::string& link,
            const std::string& password_hash, const std::string& agent, const std::string& session,
            const std::string& device) {
    const auto person = storage::take_activation(tx, link);
    if (!person || !storage::update_password_of_active(tx, *person, password_hash))
        throw Refusal{ErrorCode::not_found, "token"};
    const auto ended = storage::delete_sessions(tx, *person, std::nullopt);
    const SessionId id = storage::insert_session(tx, *person, session, agent);
    storage::upsert_device(tx, *person, device);
    const Viewer viewer = access::identify(tx, session);
    tell_sessions_ended(tx, *person, ended);
    tx.tell(viewer.stream(), SessionStarted{id});
    return get_me(tx, viewer, organisation);
}

}  // namespace

void add_activation_routes(net::Router& routes, Edge& edge, Passwords& passwords) {
    routes.bind<MakeActivation>(commit<access::identify_in_turn>(edge, make_activation));
    routes.bind<MakeActivations>(commit<access::identify_in_turn>(edge, make_activations));
    routes.bind<WithdrawActivation>(commit<access::identify_in_turn>(edge, withdraw_activation));
    routes.bind<OpenActivation>([&edge](net::Call& call, OpenActivation request) {
        return open_activation(edge, call, std::move(request));
    });
    routes.bind<Activate>([&edge, &passwords](net::Call& call, Activate request) {
        return activate(edge, passwords, call, std::move(request));
    });
}

ActivationLink make_activation(Transaction& tx, const Viewer& viewer, const MakeActivation& request) {
    const auto accounts = access::to_accounts(viewer);
    // One's own password takes the current one to change: a stolen session must not get around it.
    if (request.person == viewer.person) throw Refusal{ErrorCode::forbidden, "person"};
    const auto account = storage::select_managed_account(tx, accounts, request.person);
    if (!account) throw Refusal{ErrorCode::not_found, "person"};
    if (account->state == AccountState::suspended) throw Refusal{ErrorCode::conflict, "person"};
    ActivationLink link{make_token(), {}};
    link.expires_at =
        storage::upsert_activation(tx, accounts, request.person, access::hash_token(link.token));
    return link;
}

PersonalLinks make_activations(Transaction& tx, const Viewer& viewer, const MakeActivations& request) {
    access::to_accounts(viewer);
    PersonalLinks links;
    for (const PersonId person : request.people.items)
        links.items.push_back({person, make_activation(tx, viewer, {person})});
    return links;
}

NoContent withdraw_activation(Transaction& tx, const Viewer& viewer, const WithdrawActivation& request) {
    const auto accounts = access::to_accounts(viewer);
    if (!storage::select_managed_account(tx, accounts, request.person))
        throw Refusal{ErrorCode::not_found, "person"};
    storage::delete_activation(tx, accounts, request.person);
    return {};
}

asio::awaitable<Activation> open_activation(Edge& edge, net::Call& call, OpenActivation request) {
    const auto person =
        co_await find_invited(edge, call.remote_address, access::hash_token(request.token.value));
    co_return Activation{person.name, edge.organisation.name, person.language, logins_of(person)};
}

asio::awaitable<Me> activate(Edge& edge, Passwords& passwords, net::Call& call, Activate request) {
    std::string link = access::hash_token(request.token.value);
    const auto person = co_await find_invited(edge, call.remote_address, link);
    check_password_strength(request.replacement.value, logins_of(person));
    std::string hash = co_await passwords.hash(std::move(request.replacement.value));

    const std::string session_token = make_token();
    const std::string device_token = call.device_token ? *call.device_token : make_token();
    auto work = [&organisation = edge.organisation, link = std::move(link), hash = std::move(hash),
                 agent = call.user_agent, session = access::hash_token(session_token),
                 device = access::hash_token(device_token)](Transaction& tx) {
        return use_link(tx, organisation, link, hash, agent, session, device);
    };
    Me me = co_await edge.database.commit(std::string{}, std::move(work));
    call.set_cookies.push_back(session_cookie(session_token));
    call.set_cookies.push_back(device_cookie(device_token));
    co_return me;
}

}  // namespace plein::features
