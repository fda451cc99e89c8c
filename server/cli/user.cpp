#include "server/access/access.hpp"
#include "server/cli/commands.hpp"
#include "server/features/accounts.hpp"
#include "server/features/passwords.hpp"
#include "storage/accounts.hpp"
#include "storage/health.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>

namespace plein::cli {

namespace {

using storage::Database;
using storage::Transaction;

/// One connection; what it emits is found by the sweep of the running nodes within a second.
Database open(const config::Config& config) {
    storage::check_schema(config.database.url);
    storage::DatabaseOptions options = config.database;
    options.connections = 1;
    return Database{options, [](auto) {}};
}

/// As the protocol would take them from a form: what is too long here cannot be said anywhere else.
void check_text(const char* option, const std::string& text, std::size_t least, std::size_t most) {
    if (text.size() >= least && text.size() <= most && is_plain_text(text)) return;
    throw std::runtime_error{fmt::format("{} takes {} to {} bytes of UTF-8", option, least, most)};
}

void check(const UserOptions& options) {
    if (!options.email && !options.personnel_number)
        throw std::runtime_error{"give --email or --personnel-number"};
    check_text("--name", options.name, 1, limits::name);
    check_text("--title", options.title, 0, limits::name);
    if (options.email) check_text("--email", *options.email, 1, limits::email);
    if (options.personnel_number)
        check_text("--personnel-number", *options.personnel_number, 1, limits::personnel_number);
}

std::string read_password(const std::vector<std::string>& logins) {
    std::string password;
    std::getline(std::cin, password);
    if (password.size() < limits::password_min || password.size() > limits::password_max) {
        throw std::runtime_error{"a password has " + std::to_string(limits::password_min) + " to " +
                                 std::to_string(limits::password_max) +
                                 " bytes; it is read from standard input"};
    }
    features::check_password_strength(password, logins);
    return password;
}

storage::Account find(storage::Reader& reader, const std::string& login) {
    auto account = storage::select_account(reader, login);
    if (!account) throw Refusal{ErrorCode::not_found, "person"};
    return std::move(*account);
}

}  // namespace

int user_add(const config::Config& config, const UserOptions& options) {
    const auto role = enum_named<Role>(options.role);
    if (!role) throw std::runtime_error{"--role is employee, moderator, editor, administrator or guest"};
    check(options);
    const std::string password =
        read_password({options.email.value_or(""), options.personnel_number.value_or("")});
    storage::NewPerson person{.name = options.name,
                              .title = options.title,
                              .email = options.email,
                              .personnel_number = options.personnel_number,
                              .role = *role,
                              .password_hash = features::Passwords{config.passwords}.hash_now(password)};
    auto database = open(config);
    const PersonId id = database.commit_now([&person](Transaction& tx) {
        return storage::insert_person(tx, access::as_system("plein user add"), person);
    });
    std::printf("added %s as person %lld\n", options.name.c_str(), static_cast<long long>(id.value));
    return 0;
}

int user_list(const config::Config& config) {
    auto database = open(config);
    const auto accounts = database.read_now([](storage::Snapshot& snapshot) {
        return storage::select_accounts(snapshot, access::as_system("plein user list"));
    });
    for (const auto& account : accounts) {
        std::printf("%6lld  %-28s %-36s %-10s %s%s\n", static_cast<long long>(account.person.value),
                    account.name.c_str(), account.email.value_or("-").c_str(),
                    account.personnel_number.value_or("-").c_str(),
                    std::string{name_of(account.role)}.c_str(), account.suspended ? " (suspended)" : "");
    }
    return 0;
}

int user_suspend(const config::Config& config, const std::string& login) {
    auto database = open(config);
    database.commit_now([&login](Transaction& tx) {
        features::suspend(tx, find(tx, login).person);
        return 0;
    });
    std::printf("suspended %s; all sessions have ended\n", login.c_str());
    return 0;
}

int user_reset_password(const config::Config& config, const std::string& login) {
    auto database = open(config);
    const auto account =
        database.read_now([&login](storage::Snapshot& snapshot) { return find(snapshot, login); });
    const std::string hash = features::Passwords{config.passwords}.hash_now(read_password(account.logins()));
    database.commit_now([person = account.person, &hash](Transaction& tx) {
        storage::update_password(tx, person, hash);
        features::tell_sessions_ended(tx, person, storage::delete_sessions(tx, person, std::nullopt));
        return 0;
    });
    std::printf("%s has a new password; all sessions have ended\n", login.c_str());
    return 0;
}

}  // namespace plein::cli
