/// Filling a group: everyone of a department, or of a list, is let in by one act after its owner saw who they are.
#pragma once

#include "protocol/members.hpp"

namespace plein {

/// What would happen to a line of the list, or to a person of the department.
enum class FillingOutcome { joins, already_in, guest_only, suspended, unknown, doubled };
PLEIN_DESCRIBE_ENUM(FillingOutcome, joins, already_in, guest_only, suspended, unknown, doubled)

struct FillingLine {
    std::string entry;  // as it was given; empty for people of a department
    FillingOutcome outcome = FillingOutcome::joins;
    std::optional<PersonId> person;
};
PLEIN_DESCRIBE(FillingLine, entry, outcome, person);

struct FillingPlan {
    std::vector<FillingLine> lines;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(FillingPlan, lines, people);

/// Changes nothing. Either a department, with those below it, or entries: e-mail addresses or personnel numbers.
/// Errors: conflict, for a department of more than 500 people.
struct PlanFilling {
    GroupId group;
    std::optional<DepartmentId> department;
    std::optional<List<Text<limits::email, 1>, limits::people_at_once>> entries;

    using Response = FillingPlan;
    static constexpr Endpoint endpoint{
        Method::post,        "/api/groups/{group}/filling", "Says who would join, line by line (owners).",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::forbidden,
        ErrorCode::conflict};
};
PLEIN_DESCRIBE(PlanFilling, group, department, entries);

struct MembersAdded {
    std::int32_t added = 0;  // those who were in already do not count
};
PLEIN_DESCRIBE(MembersAdded, added);

/// All of them or none, as members. Errors: not_found (somebody unknown or suspended), conflict (somebody from outside).
struct AddMembers {
    GroupId group;
    List<PersonId, limits::people_at_once> people;

    using Response = MembersAdded;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/groups/{group}/members", "Adds many people at once (owners).",
        Audience::signed_in, ErrorCode::not_found,          ErrorCode::forbidden,
        ErrorCode::conflict};
};
PLEIN_DESCRIBE(AddMembers, group, people);

}  // namespace plein
