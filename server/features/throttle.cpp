#include "server/features/throttle.hpp"

#include "server/access/access.hpp"
#include "storage/accounts.hpp"

#include <algorithm>
#include <cctype>

namespace plein::features {

std::vector<Brake> brakes_for(const std::string& login, const std::string& address,
                              const std::optional<std::string>& known_device) {
    if (known_device) return {{"device:" + *known_device, 10, 2}};
    std::string same_case = login;
    std::ranges::transform(same_case, same_case.begin(), [](unsigned char c) { return std::tolower(c); });
    // The hash keeps what people mistype (their password, at times) out of the table.
    // In the order of the key: two tries lock the rows alike.
    std::vector<Brake> brakes = brakes_for_link(address);
    brakes.push_back({"login:" + access::hash_token(same_case), 10, 1});
    return brakes;
}

std::vector<Brake> brakes_for_link(const std::string& address) { return {{"address:" + address, 300, 60}}; }

std::vector<Brake> brakes_for(PersonId person) { return {{"person:" + std::to_string(person.value), 10, 1}}; }

std::vector<Brake> brakes_for_lists_of(PersonId person) {
    return {{"lists:" + std::to_string(person.value), 10, 1}};
}

std::int64_t brake(storage::Transaction& tx, const std::vector<Brake>& brakes) {
    for (const Brake& each : brakes) {
        const auto wait = storage::take_token(tx, each.key, each.burst, each.per_minute);
        if (wait > 0) return wait;
    }
    return 0;
}

void release(storage::Transaction& tx, const std::vector<Brake>& brakes) {
    for (const Brake& each : brakes)
        storage::give_token_back(tx, each.key, each.burst);
}

}  // namespace plein::features
