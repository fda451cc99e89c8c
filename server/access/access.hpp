/// Who may do what: the only place that decides. Each function checks the viewer in the reader's own
/// transaction and returns a proof that repositories ask for; in a write transaction it locks the rows the
/// proof stands on.
///
/// What one may not see is Refusal{not_found}; what one sees but may not do is Refusal{forbidden}.
#pragma once

#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <string>

namespace plein::access {

using storage::GroupAccess;
using storage::ReadableTabs;
using storage::Reader;
using storage::Snapshot;
using storage::StreamAccess;
using storage::SystemAccess;
using storage::TabAccess;
using storage::Transaction;
using storage::Viewer;

/// SHA-256 of a session token, as it is stored.
[[nodiscard]] std::string hash_token(const std::string& token);

/// The active person behind a living session. Errors: not_signed_in (none, ended, expired, or suspended).
[[nodiscard]] Viewer identify(Reader& reader, const std::string& token_hash);

/// The same, for writes that change the viewer's own account or sessions: they take turns. Two that only
/// shared the rows could neither of them go on to change one.
[[nodiscard]] Viewer identify_alone(Transaction& tx, const std::string& token_hash);

/// Errors: not_found, for a group that is not there or that the viewer is not in.
[[nodiscard]] GroupAccess to_group(Reader& reader, const Viewer& viewer, GroupId group);

/// All own groups, by name. Of a snapshot only, as every proof that locks nothing.
[[nodiscard]] std::vector<GroupAccess> to_groups(Snapshot& snapshot, const Viewer& viewer);

/// Errors: not_found, for a tab that is not there or that the viewer may not read.
[[nodiscard]] TabAccess to_tab(Reader& reader, const Viewer& viewer, TabId tab);

/// The tab that a post is in. Errors: not_found, the same for a post that is not there and one out of sight.
[[nodiscard]] TabAccess to_tab_of(Reader& reader, const Viewer& viewer, PostId post);

/// The tabs of one group, or of all own groups, that the viewer may read.
[[nodiscard]] ReadableTabs to_tabs(Snapshot& snapshot, const Viewer& viewer, const GroupAccess& group);
[[nodiscard]] ReadableTabs to_all_tabs(Snapshot& snapshot, const Viewer& viewer);
/// Those of them that the viewer follows, by choice or by default.
[[nodiscard]] ReadableTabs to_followed_tabs(Snapshot& snapshot, const Viewer& viewer);

/// Errors: not_found, for a stream that does not exist, is malformed, or is not the viewer's to read.
[[nodiscard]] StreamAccess to_stream(Reader& reader, const Viewer& viewer, const std::string& stream);

/// Every stream that members of the group may read, its own first: where somebody is told to be gone.
[[nodiscard]] std::vector<std::string> streams_of(Reader& reader, const GroupAccess& group);
/// Every stream that the person may read: their own, and all of their groups'.
[[nodiscard]] std::vector<std::string> streams_of(Reader& reader, const SystemAccess& system,
                                                  PersonId person);

/// For work that no person asked for.
[[nodiscard]] SystemAccess as_system(std::string reason);

/// Refusals of what is visible but not allowed. Errors: forbidden.
void check_may_post(const TabAccess& tab);
void check_owner(const GroupAccess& group);
void check_full_member(const GroupAccess& group);
void check_administrator(const Viewer& viewer);

}  // namespace plein::access
