/// What PostgreSQL has to be for Plein. Each check throws std::runtime_error with one sentence: what is wrong,
/// and what to do about it.
#pragma once

#include <pqxx/except>

#include <string>

namespace plein::storage {

/// It answers, is new enough and speaks UTF-8.
void check_postgres(const std::string& url);

/// What it acknowledged stays when the machine fails.
void check_durability(const std::string& url);

/// The database is the one this program knows: an older one is migrated first, a newer one is another
/// version's.
void check_schema(const std::string& url);

/// The role that serves may serve, and no more: the event log is only added to.
void check_server_role(const std::string& url);

/// The role that migrates may do so.
void check_owner_role(const std::string& owner_url);

/// That PostgreSQL does not answer, why, and what to do, in one line. libpq says it in several.
std::string words_of(const pqxx::broken_connection& error);

}  // namespace plein::storage
