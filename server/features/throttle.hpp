/// The brake on guessing: token buckets in PostgreSQL, so that every node and every X-Forwarded-For meets the
/// same.
#pragma once

#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::features {

struct Brake {
    std::string key;
    double burst;       // tries at once
    double per_minute;  // tries after that
};

/// A known device is braked by itself; any other try by its login and by the address it comes from.
std::vector<Brake> brakes_for(const std::string& login, const std::string& address,
                              const std::optional<std::string>& known_device);
/// For somebody with a link instead of a password: by the address alone, since there is no login yet.
std::vector<Brake> brakes_for_link(const std::string& address);
/// For a signed-in person who is asked for the password again.
std::vector<Brake> brakes_for(PersonId person);
/// For an owner who asks which people a list of logins names: nobody walks through all numbers that way.
std::vector<Brake> brakes_for_lists_of(PersonId person);

/// Takes one try of each, up to the first that has none left; returns the seconds to wait, 0 when the try may go on.
std::int64_t brake(storage::Transaction& tx, const std::vector<Brake>& brakes);
/// The try succeeded: it does not count.
void release(storage::Transaction& tx, const std::vector<Brake>& brakes);

}  // namespace plein::features
