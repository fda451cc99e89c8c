#include "server/access/access.hpp"
#include "server/cli/commands.hpp"
#include "server/features/passwords.hpp"
#include "server/features/people.hpp"
#include "storage/accounts.hpp"

#include <cstdio>
#include <iostream>

namespace plein::cli {

namespace {

using storage::Database;
using storage::Transaction;

/// One connection; what it emits is found by the sweep of the running nodes within a second.
Database open(const config::Config& config) {
    storage::DatabaseOptions options = config.database;
    options.connections = 1;
    return Database{options, [](auto) {}};
}

std::string read_password(const std::string& login) {
    std::string password;
    std::getline(std::cin, password);
    if (password.size() < limits::password_min || password.size() > limits::password_max) {
        throw std::runtime_error{"a password has " + std::to_string(limits::password_min) + " to " +
                                 std::to_string(limits::password_max) +
                                 " bytes; it is read from standard input"};
    }
    features::check_password_strength(password, login);
    return password;
}

storage::Account find(Transaction& tx, const std::string& login) {
    auto account = storage::select_account(tx, login);
    if (!account) throw Refusal{ErrorCode::not_found, "person"};
    return std::move(*account);
}

}  // namespace

int user_add(const config::Config& config, const UserOptions& options) {
    const auto role = enum_named<Role>(options.role);
    if (!role) throw std::runtime_error{"--role is employee, moderator, editor, administrator or guest"};
    if (!options.email && !options.personnel_number)
        throw std::runtime_error{"give --email or --personnel-number"};
    const std::string password = read_password(options.email ? *options.email : *options.personnel_number);
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
    const std::string hash = features::Passwords{config.passwords}.hash_now(read_password(login));
    auto database = open(config);
    database.commit_now([&](Transaction& tx) {
        const PersonId person = find(tx, login).person;
        storage::update_password(tx, person, hash);
        features::emit_sessions_ended(tx, person, storage::delete_sessions(tx, person, std::nullopt));
        return 0;
    });
    std::printf("%s has a new password; all sessions have ended\n", login.c_str());
    return 0;
}

}  // namespace plein::cli
