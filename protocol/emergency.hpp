/// Emergency access (break-glass): an administrator enters a group they are not in, with a reason, for an hour. It is
/// recorded and told to the group's owners.
#pragma once

#include "protocol/groups.hpp"
#include "protocol/rights.hpp"
#include "protocol/text.hpp"

namespace plein {

struct EmergencyAccess {
    GroupId group;
    PersonId person;
    std::string reason;
    Timestamp at;
    Timestamp until;
    bool open = true;  // not run out, and nobody ended it or made it a membership
};
PLEIN_DESCRIBE(EmergencyAccess, group, person, reason, at, until, open);

/// Secret and archived groups too. A number that is no group answers not_found once the reason is on record.
struct BreakGlass {
    GroupId group;
    Uuid client_id;
    Text<limits::reason, limits::reason_min> reason;

    static constexpr Right needs = Right::break_glass;
    using Response = EmergencyAccess;
    static constexpr Endpoint endpoint{
        Method::post,
        "/api/groups/{group}/emergency-accesses",
        "Enters a group for an hour, as a member; its owners are told the reason.",
        Audience::signed_in,
        ErrorCode::forbidden,
        ErrorCode::not_found,
        ErrorCode::conflict};
};
PLEIN_DESCRIBE(BreakGlass, group, client_id, reason);

struct EmergencyAccessList {
    std::vector<EmergencyAccess> items;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(EmergencyAccessList, items, people, cursors);

struct ListEmergencyAccesses {
    GroupId group;

    using Response = EmergencyAccessList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/groups/{group}/emergency-accesses",
                                       "The latest 100 emergency accesses to a group, newest first (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListEmergencyAccesses, group);

}  // namespace plein
