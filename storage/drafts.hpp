/// Drafts: what one person is writing. Nobody else's is reached by any of these.
#pragma once

#include "protocol/drafts.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// Those in these tabs, the last one that was kept first.
std::vector<Draft> select_drafts(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs);
/// Its row is locked until the commit.
std::optional<Draft> select_draft(Transaction& tx, const Viewer& viewer, const TabAccess& tab);

/// Nothing where another device has begun one meanwhile.
std::optional<Draft> insert_draft(Transaction& tx, const Viewer& viewer, const TabAccess& tab,
                                  const std::string& content);
Draft update_draft(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const std::string& content);

/// Whether there was one, of this version where one is given.
bool delete_draft(Transaction& tx, const Viewer& viewer, TabId tab,
                  const std::optional<std::int64_t>& version);
bool has_draft(Transaction& tx, const Viewer& viewer, TabId tab);
/// All but the last `kept` ones, and of those what fits into so many bytes; returns where they were.
std::vector<TabId> delete_oldest_drafts(Transaction& tx, const Viewer& viewer, std::int64_t kept,
                                        std::int64_t bytes);

struct OldDraft {
    PersonId person;
    TabId tab;
};
PLEIN_DESCRIBE(OldDraft, person, tab);
/// What nobody has touched for so many days, at most `limit`. Another node that does the same has others.
std::vector<OldDraft> delete_old_drafts(Transaction& tx, const SystemAccess& system, int days,
                                        std::int64_t limit);

}  // namespace plein::storage
