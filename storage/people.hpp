/// People. Names are no closed content: every colleague may see them; guests see those they meet.
#pragma once

#include "protocol/people.hpp"
#include "storage/members.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace plein::storage {

/// Those of `ids` that exist, by id.
std::vector<Person> select_people(Reader& reader, const std::vector<PersonId>& ids);

/// For guests: those of `ids` who wrote something visible in these tabs, and the viewer.
std::vector<Person> select_people_met(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                      const std::vector<PersonId>& ids);

/// Active people who are not in the group, whose name or e-mail address contains `search`; at most 20, by
/// name.
std::vector<Person> select_candidates(Reader& reader, const GroupAccess& group, const std::string& search);

/// Role and state of a person whom somebody acts on; nothing when there is no such person. Locks the row in a
/// write.
struct PersonStanding {
    PersonId person;
    Role role = Role::employee;
    bool suspended = false;
};
std::optional<PersonStanding> select_standing(Reader& reader, PersonId person);

/// Active people by name, after `after`; `limit` + 1 rows tell whether there are more.
struct DirectoryFilter {
    std::string search;  // words, each of which must be found
    std::optional<Side> side;
    std::optional<DepartmentId> department;
};
std::vector<Person> select_directory(Reader& reader, const DirectoryFilter& filter, const MemberKey& after,
                                     std::int64_t limit);

/// The side on which an active person works; nothing for anybody else. Locks the person's row.
std::optional<Side> select_side_of(Transaction& tx, PersonId person);

/// Returns false when the state was that already.
bool update_suspended(Transaction& tx, PersonId person, bool suspended);
/// Returns false when it was that already.
bool update_colour(Transaction& tx, const Viewer& viewer, std::optional<Colour> colour);
/// The person as they are now, in a version of their own.
Person update_person_version(Transaction& tx, PersonId person);
std::vector<Person> update_person_versions(Transaction& tx, const std::vector<PersonId>& people);

}  // namespace plein::storage
