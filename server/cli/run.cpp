#include "server/cli/commands.hpp"
#include "storage/health.hpp"

#include "protocol/enum_names.hpp"
#include "protocol/errors.hpp"

#include <sodium.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <functional>

namespace plein::cli {

namespace {

/// What was asked for, once the command line has been read.
struct Choice {
    std::string config_file;
    DemoOptions demo;
    UserOptions user;
    std::string login;
    bool password_stdin = false;  // asked for by name, so that nobody types a password into a command line
    std::function<int(const config::Config&)> command;
};

void add_user_commands(CLI::App& app, Choice& choice) {
    auto* user = app.add_subcommand("user", "Accounts, from the command line")->require_subcommand(1);

    auto* add = user->add_subcommand("add", "Adds a person; the password is read from standard input");
    add->add_option("--name", choice.user.name, "Full name")->required();
    add->add_option("--title", choice.user.title, "Job title");
    add->add_option("--email", choice.user.email, "E-mail address to sign in with");
    add->add_option("--personnel-number", choice.user.personnel_number, "Personnel number to sign in with");
    add->add_option("--role", choice.user.role, "employee, moderator, editor, administrator or guest");
    add->add_flag("--password-stdin", choice.password_stdin, "Read the password from standard input")
        ->required();
    add->callback([&choice] {
        choice.command = [&choice](const auto& config) { return user_add(config, choice.user); };
    });

    user->add_subcommand("list", "Lists all accounts")->callback([&choice] { choice.command = user_list; });

    auto* suspend = user->add_subcommand("suspend", "Suspends an account and ends all its sessions");
    suspend->add_option("login", choice.login, "E-mail address or personnel number")->required();
    suspend->callback([&choice] {
        choice.command = [&choice](const auto& config) { return user_suspend(config, choice.login); };
    });

    auto* reset = user->add_subcommand("reset-password", "Sets a new password, read from standard input");
    reset->add_option("login", choice.login, "E-mail address or personnel number")->required();
    reset->add_flag("--password-stdin", choice.password_stdin, "Read the password from standard input")
        ->required();
    reset->callback([&choice] {
        choice.command = [&choice](const auto& config) { return user_reset_password(config, choice.login); };
    });
}

void add_commands(CLI::App& app, Choice& choice) {
    app.add_option("--config", choice.config_file, "Settings, a plein.toml")->check(CLI::ExistingFile);
    app.require_subcommand(1);
    app.add_subcommand("serve", "Serves until Ctrl-C")->callback([&choice] { choice.command = serve; });
    app.add_subcommand("migrate", "Brings the database up to date")->callback([&choice] {
        choice.command = migrate;
    });
    app.add_subcommand("doctor", "Checks everything Plein needs")->callback([&choice] {
        choice.command = doctor;
    });

    auto* demo_command = app.add_subcommand("demo", "Loads the demo organisation into an empty database");
    demo_command->add_option("--people", choice.demo.people, "Fill up to this many people, for measurements");
    demo_command->add_option("--groups", choice.demo.groups, "Fill up to this many groups");
    demo_command->add_option("--posts", choice.demo.posts, "Fill up to this many posts");
    demo_command
        ->add_option("--conversations", choice.demo.conversations,
                     "Instead: accounts and a group for the conversations in this file (scripts/replay)")
        ->check(CLI::ExistingFile);
    demo_command->callback(
        [&choice] { choice.command = [&choice](const auto& config) { return demo(config, choice.demo); }; });
    add_user_commands(app, choice);
}

int fail(const std::string& message) {
    std::fprintf(stderr, "plein: %s\n", message.c_str());
    return 1;
}

/// A refusal in words for whoever sits at the terminal.
std::string words_of(const Refusal& refusal) {
    switch (refusal.code) {
        case ErrorCode::not_found:
            return "there is no such " + refusal.field;
        case ErrorCode::conflict:
            return "that " + refusal.field + " is somebody's already";
        case ErrorCode::weak_password:
            return "that password is too common; choose another one";
        case ErrorCode::overloaded:
            return "the database does not answer; `plein doctor` tells more";
        default:
            return std::string{name_of(refusal.code)} +
                   (refusal.field.empty() ? "" : " (" + refusal.field + ")");
    }
}

}  // namespace

int run(int argc, char** argv) {
    CLI::App app{"Plein, the town square of an organisation", "plein"};
    Choice choice;
    add_commands(app, choice);
    CLI11_PARSE(app, argc, argv);
    // Standard output is for what was asked.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("plein"));
    if (sodium_init() < 0) return fail("libsodium could not be initialised");
    try {
        return choice.command(config::load(choice.config_file, config::environment()));
    } catch (const Refusal& refusal) {
        return fail(words_of(refusal));
    } catch (const pqxx::broken_connection& error) {
        return fail(storage::words_of(error) + "; `plein doctor` tells more");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}

}  // namespace plein::cli
