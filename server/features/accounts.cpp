#include "server/features/accounts.hpp"

#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/people.hpp"

#include <spdlog/spdlog.h>

namespace plein::features {

namespace asio = boost::asio;

void add_account_routes(net::Router& routes, Edge& edge, Passwords& passwords) {
    routes.bind<SignIn>([&edge, &passwords](net::Call& call, SignIn request) {
        return sign_in(edge, passwords, call, std::move(request));
    });
    routes.bind<SignOut>([&edge](net::Call& call, SignOut) { return sign_out(edge, call); });
    routes.bind<ChangePassword>([&edge, &passwords](net::Call& call, ChangePassword request) {
        return change_password(edge, passwords, call, std::move(request));
    });
    routes.bind<GetMe>([&edge](net::Call& call, GetMe) { return see_me(edge, call); });
    routes.bind<SetPreferences>(commit<access::identify_alone>(edge, set_preferences));
    routes.bind<FinishWelcome>(commit<access::identify_alone>(edge, finish_welcome));
    routes.bind<ListSessions>(read(edge, list_sessions));
    routes.bind<SuspendPerson>(commit<access::identify_in_turn>(edge, suspend_person));
    routes.bind<ReinstatePerson>(commit<access::identify_in_turn>(edge, reinstate_person));
    routes.bind<EndSession>(commit<access::identify_alone>(edge, end_session));
}

asio::awaitable<void> renew_session(Edge& edge, std::string token) {
    auto work = [token = std::move(token)](Transaction& tx) { storage::touch_session(tx, token); };
    try {
        co_await edge.database.commit(std::string{}, std::move(work));
    } catch (const Refusal& busy) {
        // The next question renews it; what was asked has its answer.
        spdlog::debug("a session was not renewed: {}", busy.what());
    }
}

asio::awaitable<Me> see_me(Edge& edge, net::Call& call) {
    const std::string token = token_hash_of(call);
    auto work = [&organisation = edge.organisation, token](Snapshot& snapshot) {
        const Viewer viewer = access::identify(snapshot, token);
        const bool due = storage::select_sessions_due(snapshot, {viewer.session}).front();
        return std::pair{get_me(snapshot, viewer, organisation), due};
    };
    auto [me, due] = co_await edge.database.read(std::move(work));
    if (due) co_await renew_session(edge, token);
    call.set_cookies.push_back(session_cookie(*call.session_token));
    co_return std::move(me);
}

Me get_me(Reader& reader, const Viewer& viewer, const Organisation& organisation) {
    Me me;
    me.person = storage::select_people(reader, {viewer.person}).front();
    me.role = viewer.role;
    me.rights = access::rights_of(viewer.role);
    me.preferences = storage::select_preferences(reader, viewer);
    me.session = viewer.session;
    me.organisation = organisation.name;
    me.time_zone = reader.time_zone();
    me.welcomed = storage::select_welcomed(reader, viewer);
    reader.touch(viewer.stream());
    if (viewer.role != Role::guest) reader.touch(organisation_stream);
    const auto desks = access::to_desks(reader, viewer);
    for (const DepartmentId department : desks.departments())
        reader.touch(desk_stream_of(department));
    me.cursors = reader.cursors();
    return me;
}

Preferences set_preferences(Transaction& tx, const Viewer& viewer, const SetPreferences& request) {
    const Preferences preferences{request.language, request.theme};
    storage::update_preferences(tx, viewer, preferences);
    tx.tell(viewer.stream(), PreferencesChanged{preferences});
    return preferences;
}

NoContent finish_welcome(Transaction& tx, const Viewer& viewer, const FinishWelcome&) {
    if (storage::update_welcomed(tx, viewer)) tx.tell(viewer.stream(), WelcomeDone{viewer.person});
    return {};
}

SessionList list_sessions(Snapshot& snapshot, const Viewer& viewer, const ListSessions&) {
    snapshot.touch(viewer.stream());
    return {storage::select_sessions(snapshot, viewer), snapshot.cursors()};
}

NoContent end_session(Transaction& tx, const Viewer& viewer, const EndSession& request) {
    const auto ended = storage::delete_session(tx, viewer.person, request.session);
    if (ended.empty()) throw Refusal{ErrorCode::not_found, "session"};
    tell_sessions_ended(tx, viewer.person, ended);
    return {};
}

void tell_sessions_ended(Transaction& tx, PersonId person, const std::vector<SessionId>& ended) {
    for (const SessionId session : ended)
        tx.tell(stream_of(person), SessionEnded{session});
}

}  // namespace plein::features
