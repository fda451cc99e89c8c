/// Migrations: the SQL files of `storage/migrations`, embedded, applied in order under an advisory lock.
#pragma once

#include <string>
#include <vector>

namespace plein::storage {

struct Migration {
    int number;        // 1, 2, 3 …: gaps and doubles are refused
    const char* name;  // "0001_events"
    const char* sql;
};

/// All migrations of this program, in order.
const std::vector<Migration>& migrations();

/// Applies what is missing, each in its own transaction, as the owner. Two at once: one waits for the other.
/// Errors: std::runtime_error when the database is newer than this program or a migration's text has changed
/// since. Returns the names that were applied.
std::vector<std::string> migrate(const std::string& owner_url);
/// The same with another list.
std::vector<std::string> migrate(const std::string& owner_url, const std::vector<Migration>& all);

/// The number of the newest applied migration; 0 for an empty database.
int schema_version(const std::string& url);

}  // namespace plein::storage
