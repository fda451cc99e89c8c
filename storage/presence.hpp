/// Who shows their presence: the choice alone. What they show is in Redis, for a time.
#pragma once

#include "protocol/described.hpp"
#include "protocol/ids.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// `sign`: the number of the sign that the person chose last; no other one holds.
struct ShownPerson {
    PersonId person;
    std::optional<std::int64_t> sign;
};
PLEIN_DESCRIBE(ShownPerson, person, sign);

/// Those of `people` who are active and show their presence, by id.
std::vector<ShownPerson> select_shown(Reader& reader, const std::vector<PersonId>& people);

void update_presence(Transaction& tx, const Viewer& viewer, bool shown,
                     const std::optional<std::int64_t>& sign);

}  // namespace plein::storage
