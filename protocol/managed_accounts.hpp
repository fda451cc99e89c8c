/// Everyone's accounts, as administrators keep them. One's own account is in accounts.hpp.
#pragma once

#include "protocol/accounts.hpp"

namespace plein {

/// `waiting`: has never signed in. `suspended` comes first: of these it says the most.
enum class AccountState { active, waiting, suspended };
PLEIN_DESCRIBE_ENUM(AccountState, active, waiting, suspended)

struct ManagedAccount {
    Person person;
    std::int32_t version = 1;
    AccountState state = AccountState::waiting;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    Role role = Role::employee;
    Language language = Language::nl;
    Timestamp created_at;
    std::optional<Timestamp> last_seen_at;   // to within minutes; none: never signed in
    std::optional<Timestamp> invited_until;  // a link to choose a password works until then
};
PLEIN_DESCRIBE(ManagedAccount, person, version, state, email, personnel_number, role, language, created_at,
               last_seen_at, invited_until);

struct ManagedAccountList {
    std::vector<ManagedAccount> items;
    std::optional<std::string> next;
};
PLEIN_DESCRIBE(ManagedAccountList, items, next);

struct ListAccounts {
    std::optional<Text<limits::search, 1>> search;  // inside name, title, e-mail address, personnel number
    std::optional<DepartmentId> department;
    std::optional<Role> role;
    std::optional<AccountState> state;
    std::optional<Text<limits::cursor>> after;
    std::optional<std::int32_t> limit;  // 1..100, default 50

    static constexpr Right needs = Right::manage_people;
    using Response = ManagedAccountList;
    static constexpr Endpoint endpoint{Method::get, "/api/accounts", "Accounts by name.", Audience::signed_in,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListAccounts, search, department, role, state, after, limit);

struct GetAccount {
    PersonId person;

    static constexpr Right needs = Right::manage_people;
    using Response = ManagedAccount;
    static constexpr Endpoint endpoint{Method::get,         "/api/accounts/{person}", "One account.",
                                       Audience::signed_in, ErrorCode::forbidden,     ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetAccount, person);

/// With an e-mail address, a personnel number or both: what the person signs in with. A conflict names the field
/// that is somebody's already.
struct CreateAccount {
    Uuid client_id;
    Text<limits::name, 1> name;
    Text<limits::name> title;
    std::optional<Text<limits::email, 3>> email;
    std::optional<Text<limits::personnel_number, 1>> personnel_number;
    std::optional<DepartmentId> department;
    Role role = Role::employee;
    Language language = Language::nl;

    static constexpr Right needs = Right::manage_people;
    using Response = ManagedAccount;
    static constexpr Endpoint endpoint{Method::post,
                                       "/api/accounts",
                                       "Adds a person, who then needs a link to choose a password.",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(CreateAccount, client_id, name, title, email, personnel_number, department, role, language);

/// Another department and another role take effect at once, on open connections too. Whoever becomes a guest of the
/// organisation is a guest in all groups from then on. Nobody changes the own role.
struct EditAccount {
    PersonId person;
    std::int32_t version = 1;
    Text<limits::name, 1> name;
    Text<limits::name> title;
    std::optional<Text<limits::email, 3>> email;
    std::optional<Text<limits::personnel_number, 1>> personnel_number;
    std::optional<DepartmentId> department;
    Role role = Role::employee;

    static constexpr Right needs = Right::manage_people;
    using Response = ManagedAccount;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/accounts/{person}", "Changes a person's details, department and role.",
        Audience::signed_in, ErrorCode::forbidden,     ErrorCode::not_found,
        ErrorCode::conflict, ErrorCode::stale_version, ErrorCode::last_owner};
};
PLEIN_DESCRIBE(EditAccount, person, version, name, title, email, personnel_number, department, role);

struct ListAccountSessions {
    PersonId person;

    static constexpr Right needs = Right::manage_people;
    using Response = SessionList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/accounts/{person}/sessions",
                                       "A person's sessions, newest first.",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListAccountSessions, person);

struct EndAccountSession {
    PersonId person;
    SessionId session;

    static constexpr Right needs = Right::manage_people;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/accounts/{person}/sessions/{session}",
                                       "Ends one of a person's sessions, at once and on every node.",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(EndAccountSession, person, session);

}  // namespace plein
