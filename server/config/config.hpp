/// `plein.toml` and its overrides by the environment, as the options of each floor.
///
/// An unknown key, a wrong type or a value out of range stops the start: the error names file, line and key.
/// `PLEIN_<SECTION>_<KEY>` overrides `section.key` (`PLEIN_SERVER_PORT`), and an unknown one of our sections
/// stops the start as well. `config/plein.toml` documents every key.
#pragma once

#include "server/features/edge.hpp"
#include "server/features/passwords.hpp"
#include "server/features/write_limits.hpp"
#include "server/jobs/jobs.hpp"
#include "server/live/live.hpp"
#include "server/net/options.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

namespace plein::config {

struct Config {
    features::Organisation organisation{"Plein"};
    net::NetOptions net;
    std::size_t threads = 0;  // I/O threads; 0: one per core
    storage::DatabaseOptions database;
    std::string owner_url;  // who migrates; empty: database.url
    live::LiveOptions live;
    features::PasswordOptions passwords;
    features::WriteLimitOptions write_limits;
    bool previews_enabled = false;
    jobs::JobOptions jobs;
    std::string log_level = "info";
};

/// What is wrong, where, in one sentence on one line, whatever stands in a key.
class ConfigError : public std::runtime_error {
public:
    explicit ConfigError(std::string sentence);
};

using Environment = std::map<std::string, std::string>;

/// Reads the file (none when the path is empty) and then the environment. Errors: ConfigError.
Config load(const std::filesystem::path& file, const Environment& environment);

/// The process's environment, as far as its names begin with PLEIN_.
Environment environment();

/// Every key that there is, "server.port", in the order of the documentation.
std::vector<std::string> keys();

}  // namespace plein::config
