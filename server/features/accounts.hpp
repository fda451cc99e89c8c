/// Accounts: signing in and out, sessions, password, preferences, suspension.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/people.hpp"
#include "server/features/edge.hpp"
#include "server/features/passwords.hpp"

#include <boost/asio/awaitable.hpp>

namespace plein::features {

void add_account_routes(net::Router& routes, Edge& edge, Passwords& passwords);

/// Signs in. Errors: sign_in_failed (unknown login, wrong password or suspended account: one answer), and
/// too_many_requests. Guessing meets one brake for all nodes; a device that signed in before has a brake of
/// its own, so that nobody is locked out by somebody else's guesses. Sets the session and the device cookie.
boost::asio::awaitable<Me> sign_in(Edge& edge, Passwords& passwords, net::Call& call, SignIn request);
boost::asio::awaitable<NoContent> sign_out(Edge& edge, net::Call& call);

/// Errors: wrong_password, weak_password (also one of the person's logins, or the password as it was),
/// too_many_requests. Ends the person's other sessions.
boost::asio::awaitable<NoContent> change_password(Edge& edge, Passwords& passwords, net::Call& call,
                                                  ChangePassword request);

/// The signed-in person. A session lives for `storage::session_lifetime` since it was last seen, and this is
/// what a page asks first: it renews the cookie and, when that is due, the session.
boost::asio::awaitable<Me> see_me(Edge& edge, net::Call& call);

/// In a transaction of its own: what was asked has its answer, and waits for nobody's rights.
boost::asio::awaitable<void> renew_session(Edge& edge, std::string token);
Me get_me(Reader& reader, const Viewer& viewer, const Organisation& organisation);
Preferences set_preferences(Transaction& tx, const Viewer& viewer, const SetPreferences& request);
/// Emits welcome.done, the first time.
NoContent finish_welcome(Transaction& tx, const Viewer& viewer, const FinishWelcome& request);
SessionList list_sessions(Snapshot& snapshot, const Viewer& viewer, const ListSessions& request);
/// Errors: not_found (no such session of this person).
NoContent end_session(Transaction& tx, const Viewer& viewer, const EndSession& request);

/// Ends all sessions and live connections at once. Errors: forbidden (not an administrator, or oneself),
/// not_found. Emits access.revoked on every stream of the person and session.ended on their own.
NoContent suspend_person(Transaction& tx, const Viewer& viewer, const SuspendPerson& request);
/// Errors: forbidden (not an administrator), not_found.
NoContent reinstate_person(Transaction& tx, const Viewer& viewer, const ReinstatePerson& request);

/// The act itself, for the command line as well. Errors: not_found.
void suspend(Transaction& tx, PersonId person);

/// Emits session.ended for each on the person's own stream; the hubs close their connections.
void tell_sessions_ended(Transaction& tx, PersonId person, const std::vector<SessionId>& ended);

}  // namespace plein::features
