#include "server/features/accounts.hpp"

#include "server/features/people.hpp"
#include "storage/accounts.hpp"
#include "storage/people.hpp"

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
    routes.bind<GetMe>([&edge](net::Call& call, GetMe) -> asio::awaitable<Me> {
        auto work = [&edge, token = token_hash_of(call)](Snapshot& snapshot) {
            return get_me(snapshot, access::identify(snapshot, token), edge.organisation);
        };
        co_return co_await edge.database.read(std::move(work));
    });
    routes.bind<SetPreferences>(commit(edge, set_preferences));
    routes.bind<ListSessions>(read(edge, list_sessions));
    routes.bind<EndSession>(commit(edge, end_session));
}

Me get_me(Reader& reader, const Viewer& viewer, const Organisation& organisation) {
    Me me;
    me.person = storage::select_people(reader, {viewer.person}).front();
    me.role = viewer.role;
    me.preferences = storage::select_preferences(reader, viewer);
    me.session = viewer.session;
    me.organisation = organisation.name;
    me.time_zone = organisation.time_zone;
    reader.touch(viewer.stream());
    me.cursors = reader.cursors();
    return me;
}

Preferences set_preferences(Transaction& tx, const Viewer& viewer, const SetPreferences& request) {
    const Preferences preferences{request.language, request.theme};
    storage::update_preferences(tx, viewer, preferences);
    tx.emit(tx.publish_on(viewer.stream()), PreferencesChanged{preferences});
    return preferences;
}

SessionList list_sessions(Snapshot& snapshot, const Viewer& viewer, const ListSessions&) {
    snapshot.touch(viewer.stream());
    return {storage::select_sessions(snapshot, viewer), snapshot.cursors()};
}

NoContent end_session(Transaction& tx, const Viewer& viewer, const EndSession& request) {
    const auto ended = storage::delete_session(tx, viewer.person, request.session);
    if (ended.empty()) throw Refusal{ErrorCode::not_found, "session"};
    emit_sessions_ended(tx, viewer.person, ended);
    return {};
}

}  // namespace plein::features
