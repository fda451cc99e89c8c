/// Desks, and the confidential questions that they read: facts for `access/`, no proofs, locked in a write as in
/// `storage/rights.hpp`.
#pragma once

#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <utility>
#include <vector>

namespace plein::storage {

struct ConfidentialRow {
    TabId tab;
    PersonId author;
    Desk desk;
};
/// Those of these posts that are confidential questions. In a write the posts are locked FOR SHARE, and then the questions:
/// two who write below one take turns.
std::map<PostId, ConfidentialRow> select_confidential_posts(Reader& reader, const std::vector<PostId>& posts);

/// The same for work that nobody asked for; it locks nothing.
std::map<PostId, ConfidentialRow> select_confidential_posts(Reader& reader, const SystemAccess& system,
                                                            const std::vector<PostId>& posts);

/// The departments that each of these people heads or stands in for. Locks nothing.
std::vector<std::pair<PersonId, DepartmentId>> select_headships(Reader& reader,
                                                                const std::vector<PersonId>& people);

}  // namespace plein::storage
