/// What a person loses and gains when their place in the organisation changes: the department they work in, or their
/// role.
#pragma once

#include "protocol/people.hpp"
#include "server/access/access.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::features {

struct Place {
    std::optional<DepartmentId> department;
    Role role = Role::employee;
};

/// After the person's row was changed, and locked by that, from `before` to `after`. Whoever becomes a guest of the
/// organisation becomes a guest in each of their groups, and what they handed out as an owner ends; emergency access ends
/// with the right to it. Emits person.changed, access.revoked on every stream that the person reads no longer,
/// member.changed in each group of a new guest, access.changed on the person's own stream.
/// Errors: last_owner (some group would be without one).
void change_standing(storage::Transaction& tx, PersonId person, const Place& before, const Place& after);

/// The same for many at once, whose rows were changed before: `people` are new or changed, and `moves` those of them who
/// work in another department now, in their role. Emits person.changed for each, or people.changed in their place when they
/// are more than `limits::people_told_singly`; for each move access.revoked on every stream that the person reads no longer,
/// and access.changed on their own.
void change_places(storage::Transaction& tx, const std::vector<PersonId>& people,
                   const std::vector<access::Move>& moves);

}  // namespace plein::features
