/// Many people at once: who they are, and letting them in.
#pragma once

#include "protocol/filling.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Somebody who may be let in, or the reason why not.
struct Candidate {
    Person person;
    Role role = Role::employee;
    bool is_in = false;
};

/// Everyone of the department and of those below it, by name; at most `limit`.
std::vector<Candidate> select_department_candidates(Reader& reader, const GroupAccess& access,
                                                    DepartmentId department, std::int64_t limit);
/// Whom each entry names (an e-mail address or a personnel number), in the order of `entries`; nothing for nobody.
std::vector<std::optional<Candidate>> select_candidates_of(Reader& reader, const GroupAccess& access,
                                                           const std::vector<std::string>& entries);

/// The people of `ids`, by id; locked, so that nobody is suspended before the commit.
std::vector<Candidate> lock_candidates(Transaction& tx, const GroupAccess& access,
                                       const std::vector<PersonId>& ids);
/// Lets in, as members, those of `ids` who are not in; returns them.
std::vector<Member> insert_members(Transaction& tx, const GroupAccess& access,
                                   const std::vector<PersonId>& ids);

}  // namespace plein::storage
