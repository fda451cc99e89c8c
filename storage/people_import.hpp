/// Many accounts by one act: found, added and changed by statements of a thousand rows.
#pragma once

#include "protocol/people_import.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <string>
#include <vector>

namespace plein::storage {

struct KnownAccount {
    PersonId person;
    std::int32_t version = 1;
    AccountDetails details;
};

enum class Login { email, personnel_number };
/// Whose these logins are, by login; e-mail addresses in lower case.
std::map<std::string, KnownAccount> select_known(Reader& reader, const AccountsAccess& accounts, Login kind,
                                                 const std::vector<std::string>& logins);

/// Which open departments a name or a path ("SSC > Finance", from the top or from anywhere below it) means, whatever its
/// case and accents. A path that begins at the top means that department alone.
std::map<std::string, std::vector<DepartmentId>> select_departments_named(
    Reader& reader, const std::vector<std::string>& paths);

/// Holds these accounts, in the order of their ids, and tells their versions as they are then.
std::map<PersonId, std::int32_t> lock_versions(Transaction& tx, const AccountsAccess& accounts,
                                               const std::vector<PersonId>& people);
/// Whether all of them are open; they stay so until the commit.
bool lock_open_departments(Transaction& tx, const std::vector<DepartmentId>& departments);

/// The new people in the order of `people`. One whose login was taken meanwhile makes the transaction run again.
std::vector<PersonId> insert_accounts(Transaction& tx, const AccountsAccess& accounts,
                                      const std::vector<AccountDetails>& people);
/// All but the language. Versions are left to whoever tells of the changes.
void update_accounts(Transaction& tx, const AccountsAccess& accounts,
                     const std::vector<KnownAccount>& people);

}  // namespace plein::storage
