/// Accounts: who can sign in, sessions, known devices and the shared brake on guessing.
#pragma once

#include "protocol/accounts.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// What signing in needs to know. `password_hash` is argon2id in its own text form.
struct Account {
    PersonId person;
    std::optional<std::string> password_hash;
    bool suspended = false;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;

    /// What the person can sign in with: e-mail address, personnel number, or both.
    [[nodiscard]] std::vector<std::string> logins() const;
};
PLEIN_DESCRIBE(Account, person, password_hash, suspended, email, personnel_number);

/// By e-mail address (any case) or personnel number.
std::optional<Account> select_account(Reader& reader, const std::string& login);
std::optional<Account> select_account(Reader& reader, PersonId person);
void update_password(Transaction& tx, PersonId person, const std::string& password_hash);

struct NewPerson {
    std::string name;
    std::string title;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    std::optional<DepartmentId> department;
    Role role = Role::employee;
    Language language = Language::nl;
    std::optional<std::string> password_hash;
    bool welcomed = false;  // not to be shown around
};
/// Errors: conflict (the e-mail address or personnel number is somebody's already).
PersonId insert_person(Transaction& tx, const SystemAccess& system, const NewPerson& person);

/// One line of `plein user list`.
struct ListedAccount {
    PersonId person;
    std::string name;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    Role role = Role::employee;
    bool suspended = false;
};
PLEIN_DESCRIBE(ListedAccount, person, name, email, personnel_number, role, suspended);
std::vector<ListedAccount> select_accounts(Reader& reader, const SystemAccess& system);

/// The person's language and theme.
Preferences select_preferences(Reader& reader, const Viewer& viewer);
void update_preferences(Transaction& tx, const Viewer& viewer, const Preferences& preferences);

/// Whether the person has been shown around; noting it returns false when that was known.
bool select_welcomed(Reader& reader, const Viewer& viewer);
bool update_welcomed(Transaction& tx, const Viewer& viewer);

inline constexpr std::chrono::days session_lifetime{30};  // since it was last seen; of its cookie as well
inline constexpr std::chrono::minutes session_touch_interval{5};  // nobody writes that more often
inline constexpr int sessions_per_person = 20;                    // the oldest ends when one more begins

SessionId insert_session(Transaction& tx, PersonId person, const std::string& token_hash,
                         const std::string& agent);
/// Whether `touch_session` has something to do; of each, in its place.
std::vector<bool> select_sessions_due(Reader& reader, const std::vector<SessionId>& sessions);
/// Moves `last_seen_at` and the expiry of a living session, unless that was done within
/// `session_touch_interval`. Call it before the viewer is proved, which shares the row.
void touch_session(Transaction& tx, const std::string& token_hash);
std::vector<Session> select_sessions(Reader& reader, const Viewer& viewer);
/// Of somebody else; none of them is the current one.
std::vector<Session> select_sessions(Reader& reader, const AccountsAccess& accounts, PersonId person);
/// These return the sessions that were there and are gone now.
std::vector<SessionId> delete_session(Transaction& tx, PersonId person, SessionId session);
std::vector<SessionId> delete_sessions(Transaction& tx, PersonId person, std::optional<SessionId> except);
std::vector<SessionId> delete_surplus_sessions(Transaction& tx, PersonId person);

struct ExpiredSession {
    PersonId person;
    SessionId session;
};
PLEIN_DESCRIBE(ExpiredSession, person, session);
std::vector<ExpiredSession> delete_expired_sessions(Transaction& tx, const SystemAccess& system,
                                                    std::int64_t limit);

/// Devices that have signed in before, by the hash of their long-lived cookie.
bool select_device_known(Reader& reader, PersonId person, const std::string& token_hash);
void upsert_device(Transaction& tx, PersonId person, const std::string& token_hash);

/// Takes one token from the bucket `key` that holds at most `burst` and refills `per_minute`. Returns the
/// seconds to wait when there is none, 0 when one was taken. Shared by all nodes.
std::int64_t take_token(Transaction& tx, const std::string& key, double burst, double per_minute);
/// A sign-in that succeeded gives its token back.
void give_token_back(Transaction& tx, const std::string& key, double burst);
/// Buckets and devices that say nothing any more.
void delete_stale_sign_in_traces(Transaction& tx, const SystemAccess& system);

}  // namespace plein::storage
