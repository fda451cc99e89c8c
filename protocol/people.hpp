/// People, as colleagues see them.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/rights.hpp"
#include "protocol/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein {

/// Rights in the organisation. `guest`: an external person who sees only tabs opened to guests.
enum class Role { employee, moderator, editor, administrator, guest };
PLEIN_DESCRIBE_ENUM(Role, employee, moderator, editor, administrator, guest)

/// `title` is the job ("teamleider magazijn"), not a right.
struct Person {
    PersonId id;
    std::string name;
    std::string title;
    std::optional<DepartmentId> department;
    bool suspended = false;
};
PLEIN_DESCRIBE(Person, id, name, title, department, suspended);

struct PersonList {
    std::vector<Person> items;
};
PLEIN_DESCRIBE(PersonList, items);

/// People by id, for names beside events. Ids that the viewer may not see are left out, as unknown ones are.
struct ListPeople {
    List<PersonId, limits::page_items> ids;

    using Response = PersonList;
    static constexpr Endpoint endpoint{Method::get, "/api/people",
                                       "People by id: those that the viewer may see.", Audience::signed_in};
};
PLEIN_DESCRIBE(ListPeople, ids);

/// Suspends an account: its sessions and live connections end at once, on every node.
struct SuspendPerson {
    PersonId person;

    static constexpr Right needs = Right::manage_people;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/people/{person}/suspension",
                                       "Suspends an account; all its sessions end at once.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(SuspendPerson, person);

struct ReinstatePerson {
    PersonId person;

    static constexpr Right needs = Right::manage_people;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/people/{person}/suspension",
                                       "Ends a suspension; the person can sign in again.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ReinstatePerson, person);

}  // namespace plein
