/// Brings the story to life in an empty database, through the features that people use themselves.
#pragma once

#include "server/demo/story.hpp"
#include "storage/transaction.hpp"

#include <string>

namespace plein::demo {

struct LoadOptions {
    std::string time_zone;      // of the story's clock
    std::string password_hash;  // of every account
};

/// All of it in this one transaction. The same story loaded at the same moment makes the same data. Errors:
/// std::runtime_error (somebody has an account already; the story names what it does not introduce, or has somebody
/// write or react where that person may not).
void load(storage::Transaction& tx, const Story& story, const LoadOptions& options);

/// The people and groups alone. Errors: std::runtime_error (somebody has an account already).
void load_people_and_groups(storage::Transaction& tx, const Story& story, const std::string& password_hash);

}  // namespace plein::demo
