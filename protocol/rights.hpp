/// What a role of the organisation may do, beyond what membership of a group gives.
#pragma once

#include "protocol/described.hpp"

namespace plein {

/// Which role has which stands in one table, `server/access/roles.hpp`. A request that takes a right names it
/// as `needs`. A name here is for ever: clients decide by it what they show.
enum class Right {
    browse_people,       // the directory: everyone of the organisation, with department and profile
    browse_groups,       // the closed groups by name, to ask for membership
    create_groups,       // begins a group, as its first owner
    manage_people,       // accounts: add, edit, invite, suspend, end sessions
    manage_departments,  // departments, their heads and hours, services and processes
    break_glass,         // enters a closed group with a reason, recorded and shown to its owners
};
PLEIN_DESCRIBE_ENUM(Right, browse_people, browse_groups, create_groups, manage_people, manage_departments,
                    break_glass)

}  // namespace plein
