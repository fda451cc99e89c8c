/// People, as colleagues see them.
#pragma once

#include "protocol/departments.hpp"
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

/// The tile beside a name; without a choice the id decides.
enum class Colour { sand, moss, river, brick, heather, straw, pine, rose };
PLEIN_DESCRIBE_ENUM(Colour, sand, moss, river, brick, heather, straw, pine, rose)

/// `title` is the job ("teamleider magazijn"), not a right. `version` grows with each change; an older one is
/// ignored.
struct Person {
    PersonId id;
    std::int32_t version = 1;
    std::string name;
    std::string title;
    std::optional<DepartmentId> department;
    std::optional<Colour> colour;
    bool suspended = false;
};
PLEIN_DESCRIBE(Person, id, version, name, title, department, colour, suspended);

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

struct PersonPage {
    std::vector<Person> items;
    std::optional<std::string> next;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(PersonPage, items, next, cursors);

/// Everyone who can sign in, by name. Each word of `search` stands in the name, the title or the department's
/// name, with or without accents; `department` includes those below it.
struct BrowsePeople {
    std::optional<Text<limits::search>> search;
    std::optional<Side> side;
    std::optional<DepartmentId> department;
    std::optional<Text<limits::cursor>> after;
    std::optional<std::int32_t> limit;  // 1..100, default 50

    using Response = PersonPage;
    static constexpr Endpoint endpoint{Method::get, "/api/people/directory",
                                       "The people of the organisation, by name.", Audience::signed_in,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(BrowsePeople, search, side, department, after, limit);

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
