/// Links with which somebody chooses a password.
#pragma once

#include "protocol/activation.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace plein::storage {

inline constexpr std::chrono::days activation_lifetime{7};

/// Replaces the person's earlier link; returns when this one expires.
Timestamp upsert_activation(Transaction& tx, const AccountsAccess& accounts, PersonId person,
                            const std::string& token_hash);
void delete_activation(Transaction& tx, const AccountsAccess& accounts, PersonId person);

/// Whose link it is, when it still works: unused, in time, of an active account.
struct InvitedPerson {
    PersonId person;
    std::string name;
    Language language = Language::nl;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
};
PLEIN_DESCRIBE(InvitedPerson, person, name, language, email, personnel_number);
std::optional<InvitedPerson> select_invited(Reader& reader, const std::string& token_hash);

/// Uses the link up: of many who try at once one gets the person, the others nothing.
std::optional<PersonId> take_activation(Transaction& tx, const std::string& token_hash);
/// False, and nothing changed, for a suspended account.
bool update_password_of_active(Transaction& tx, PersonId person, const std::string& password_hash);

void delete_expired_activations(Transaction& tx, const SystemAccess& system);

}  // namespace plein::storage
