/// Everyone's accounts, as administrators keep them.
#pragma once

#include "protocol/managed_accounts.hpp"
#include "storage/members.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Accounts by name, keyset on (name, id) after `after`; `limit` + 1 rows tell whether there are more.
std::vector<ManagedAccount> select_managed_accounts(Reader& reader, const AccountsAccess& accounts,
                                                    const ListAccounts& filter,
                                                    const std::optional<MemberKey>& after,
                                                    std::int64_t limit);

/// In a write the row is locked: two who change one account take turns, and what the person writes waits.
std::optional<ManagedAccount> select_managed_account(Reader& reader, const AccountsAccess& accounts,
                                                     PersonId person);

/// Which of the two is already that of somebody other than `except`.
struct TakenLogins {
    bool email = false;
    bool personnel_number = false;
};
PLEIN_DESCRIBE(TakenLogins, email, personnel_number);
TakenLogins select_taken_logins(Reader& reader, const AccountsAccess& accounts,
                                const std::optional<std::string>& email,
                                const std::optional<std::string>& personnel_number,
                                std::optional<PersonId> except);

/// Ask for taken logins first: one that is taken by the time of the write makes the transaction run again.
PersonId insert_account(Transaction& tx, const AccountsAccess& accounts, const CreateAccount& request);
/// The version is left to whoever tells of the change.
void update_account(Transaction& tx, const AccountsAccess& accounts, const EditAccount& request);

}  // namespace plein::storage
