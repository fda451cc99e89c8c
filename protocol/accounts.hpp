/// One's own account: signing in and out, sessions, password, language and theme.
#pragma once

#include "protocol/language.hpp"
#include "protocol/people.hpp"
#include "protocol/rights.hpp"
#include "protocol/streams.hpp"
#include "protocol/time.hpp"

namespace plein {

/// `system` follows the device.
enum class Theme { system, light, dark };
PLEIN_DESCRIBE_ENUM(Theme, system, light, dark)

struct Preferences {
    Language language = Language::nl;
    Theme theme = Theme::system;
};
PLEIN_DESCRIBE(Preferences, language, theme);

/// A device on which one is signed in. `agent` is what the browser called itself, shortened.
struct Session {
    SessionId id;
    std::string agent;
    Timestamp created_at;
    Timestamp last_seen_at;
    bool current = false;
};
PLEIN_DESCRIBE(Session, id, agent, created_at, last_seen_at, current);

struct Me {
    Person person;
    Role role = Role::employee;
    std::vector<Right> rights;  // of the role: what a client shows
    Preferences preferences;
    SessionId session;
    std::string organisation;           // its name, for titles
    std::string time_zone;              // IANA name
    bool welcomed = false;              // has seen, or left, the first minutes
    std::vector<StreamCursor> cursors;  // user:N, organisation, desk:N, as far as they are theirs
};
PLEIN_DESCRIBE(Me, person, role, rights, preferences, session, organisation, time_zone, welcomed, cursors);

/// The session travels in a `__Host-` cookie that scripts cannot read.
struct SignIn {
    Text<limits::email, 1> login;  // e-mail address or personnel number
    Secret<limits::password_max, 1> password;

    using Response = Me;
    static constexpr Endpoint endpoint{Method::post, "/api/session",
                                       "Signs in with e-mail address or personnel number.", Audience::anyone,
                                       ErrorCode::sign_in_failed};
};
PLEIN_DESCRIBE(SignIn, login, password);

struct SignOut {
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/session", "Ends the current session.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(SignOut);

struct GetMe {
    using Response = Me;
    static constexpr Endpoint endpoint{Method::get, "/api/me", "The signed-in person.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(GetMe);

struct SetPreferences {
    Language language = Language::nl;
    Theme theme = Theme::system;

    using Response = Preferences;
    static constexpr Endpoint endpoint{Method::put, "/api/me/preferences",
                                       "Sets language and theme, on all devices.", Audience::signed_in};
};
PLEIN_DESCRIBE(SetPreferences, language, theme);

/// The first minutes were seen or skipped: no device shows them again.
struct FinishWelcome {
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put, "/api/me/welcome",
                                       "Notes that the person has been shown around.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(FinishWelcome);

/// Ends every other session of the person.
struct ChangePassword {
    Secret<limits::password_max, 1> current;
    Secret<limits::password_max, limits::password_min> replacement;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/me/password",
                                       "Changes the password and ends the person's other sessions.",
                                       Audience::signed_in,
                                       ErrorCode::wrong_password,
                                       ErrorCode::weak_password};
};
PLEIN_DESCRIBE(ChangePassword, current, replacement);

struct SessionList {
    std::vector<Session> items;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(SessionList, items, cursors);

struct ListSessions {
    using Response = SessionList;
    static constexpr Endpoint endpoint{Method::get, "/api/me/sessions",
                                       "The person's sessions, newest first.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListSessions);

struct EndSession {
    SessionId session;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/me/sessions/{session}",
                                       "Ends one of the person's own sessions, at once and on every node.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(EndSession, session);

}  // namespace plein
