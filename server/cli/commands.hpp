/// The commands of the one binary, `plein`. Each returns the process's exit status; what is wrong is said in
/// one sentence on standard error.
#pragma once

#include "server/config/config.hpp"

#include <optional>
#include <string>

namespace plein::cli {

/// Reads the command line and runs the command.
int run(int argc, char** argv);

/// Serves until SIGINT or SIGTERM.
int serve(const config::Config& config);

int migrate(const config::Config& config);

struct DemoOptions {
    std::size_t people = 0;  // fill-up for measurements; 0: the story alone
    std::size_t groups = 0;
    std::size_t posts = 0;
    std::string conversations;  // a file of them: accounts and group for scripts/replay, instead of the story
};
int demo(const config::Config& config, const DemoOptions& options);

struct UserOptions {
    std::string name;
    std::string title;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    std::string role = "employee";
};
/// The password is read from standard input, one line.
int user_add(const config::Config& config, const UserOptions& options);
int user_list(const config::Config& config);
/// `login`: e-mail address or personnel number.
int user_suspend(const config::Config& config, const std::string& login);
int user_reset_password(const config::Config& config, const std::string& login);

/// Checks everything that Plein needs and says what to do about what is missing. 1 when something is.
int doctor(const config::Config& config);

}  // namespace plein::cli
