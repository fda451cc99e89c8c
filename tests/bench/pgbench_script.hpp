/// Statements of the server, in their own words, for `pgbench -M prepared`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plein::bench {

/// The statement on one line, with these in place of $1, $2, …
std::string filled(std::string text, const std::vector<std::string>& arguments);

/// The same of one that the server prepares. Errors: std::runtime_error, when there is none of that name.
std::string statement(std::string_view name, const std::vector<std::string>& arguments);

/// As a literal of SQL.
std::string quoted(std::string text);

}  // namespace plein::bench
