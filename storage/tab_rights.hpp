/// What `access/` reads to decide about tabs: facts, no proofs, and locked in a write, as in `storage/rights.hpp`.
#pragma once

#include "protocol/tabs.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace plein::storage {

/// A tab beside the rights of one member of its group; archived ones are not there. `Tab::stream` is still empty: access decides it.
struct TabRightsRow {
    Tab tab;
    GroupRole role = GroupRole::guest;
    bool heads_tab_department = false;
    bool archived = false;  // the group: emergency access reads it
    GroupKind kind = GroupKind::work;
    bool emergency = false;  // the membership ends by itself
};
std::optional<TabRightsRow> select_tab_rights(Reader& reader, TabId tab, PersonId person);
/// The same of several pairs, each in its place.
std::vector<std::optional<TabRightsRow>> select_tab_rights(Reader& reader, const std::vector<TabId>& tabs,
                                                           const std::vector<PersonId>& people);

/// All tabs of the person's groups, or of one of them, in the order of the screen.
std::vector<TabRightsRow> select_all_tab_rights(Snapshot& snapshot, PersonId person,
                                                std::optional<GroupId> group);

/// What the person has chosen, of any tab there ever was.
std::map<TabId, Following> select_chosen_followings(Reader& reader, PersonId person);

/// The same in a write, in the order of ids, with the tabs locked: no audience changes before the commit.
std::vector<TabRightsRow> lock_all_tab_rights(Transaction& tx, PersonId person);
/// The same of several people at once.
std::vector<std::pair<PersonId, TabRightsRow>> lock_tab_rights_of(Transaction& tx,
                                                                  const std::vector<PersonId>& people);

/// The same for an archived tab of a group that is not.
struct ArchivedTabRightsRow {
    TabRightsRow rights;
    Timestamp archived_at;
};
std::optional<ArchivedTabRightsRow> select_archived_tab_rights(Reader& reader, TabId tab, PersonId person);
/// All of them in one group, the last one that was archived first.
std::vector<ArchivedTabRightsRow> select_all_archived_tab_rights(Snapshot& snapshot, GroupId group,
                                                                 PersonId person);

/// All tabs of the group that are not archived, in order, without their streams.
std::vector<Tab> select_tabs(Reader& reader, GroupId group);

/// In which tab a post is, and below which post a comment; they lock nothing. Whether anybody may know is not decided here.
std::optional<TabId> select_tab_of(Reader& reader, PostId post);
std::map<PostId, TabId> select_tabs_of(Reader& reader, const std::vector<PostId>& posts);
std::optional<PostId> select_post_of(Reader& reader, CommentId comment);

/// A post has gone to another tab since it was looked for: to be thrown in a write, which is run again and finds it there.
[[nodiscard]] pqxx::serialization_failure moved_meanwhile();

/// Those of them that are visible; locked FOR SHARE in a write.
struct VisiblePostRow {
    TabId tab;
    PersonId author;
};
std::map<PostId, VisiblePostRow> select_visible_posts(Reader& reader, const std::vector<PostId>& posts);

/// The tabs of visible posts, as far as they are open, without their streams. Locks nothing.
std::map<PostId, Tab> select_open_tabs_of(Reader& reader, const std::vector<PostId>& posts);
/// The same. Locked FOR SHARE: none of them goes to
/// another stream before the commit.
std::map<PostId, Tab> lock_tabs_of(Transaction& tx, const std::vector<PostId>& posts);

}  // namespace plein::storage
