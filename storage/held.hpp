/// Held posts: what waits for approval, and what became of it. Others than those who decide reach only their own.
#pragma once

#include "protocol/held.hpp"
#include "storage/posts.hpp"

#include <map>
#include <optional>
#include <vector>

namespace plein::storage {

/// What waits, or was declined.
struct ReadHeldPost {
    Post post;
    ReadKinds kinds;
    HoldKind kind = HoldKind::approval;
    Timestamp since;
    std::optional<Declining> declined;
};
/// What waits in these tabs, oldest first; at most `limit`.
std::vector<ReadHeldPost> select_held(Reader& reader, const ModeratedTabs& tabs, std::int64_t limit);
/// How many wait in each of them; tabs where nothing waits are left out.
std::map<TabId, std::int32_t> select_held_counts(Reader& reader, const ModeratedTabs& tabs);

/// The viewer's own in these tabs, waiting or declined, newest first; at most `limit`.
std::vector<ReadHeldPost> select_own_held(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                          std::int64_t limit);
struct OwnHeldCounts {
    std::int32_t waiting = 0;
    std::int32_t declined = 0;
};
/// Tabs where the viewer has neither are left out.
std::map<TabId, OwnHeldCounts> select_own_held_counts(Reader& reader, const Viewer& viewer,
                                                      const ReadableTabs& tabs);
/// How many of the viewer's own wait in the group, whether or not they read all of its tabs.
std::int64_t select_waiting_count(Transaction& tx, const Viewer& viewer, const GroupAccess& group);

enum class Decision { approved, declined };
PLEIN_DESCRIBE_ENUM(Decision, approved, declined)

/// Why a post is held, and who decided what; behind the lock of the post itself.
struct Hold {
    HoldKind kind = HoldKind::approval;
    std::optional<Decision> decision;
    std::optional<PersonId> decider;
};
PLEIN_DESCRIBE(Hold, kind, decision, decider);
std::optional<Hold> select_hold(Transaction& tx, const TabAccess& tab, PostId post);

/// Of a post that was just written; or held again, with no decision any more.
void upsert_hold(Transaction& tx, const TabAccess& tab, PostId post, HoldKind kind);
void update_hold(Transaction& tx, const Viewer& viewer, const ModeratedTabAccess& tab, PostId post,
                 Decision decision, const std::optional<std::string>& reason);

/// Each returns the post with its new version.
Post update_held(Transaction& tx, const TabAccess& tab, const EditHeldPost& request,
                 JsonOf<MarkdownTree> blocks);
/// Deleted, and its text gone.
void update_withdrawn(Transaction& tx, const TabAccess& tab, PostId post);
/// Visible, from the moment of its position on the tab's stream.
Post update_approved(Transaction& tx, const ModeratedTabAccess& tab, PostId post, const Position& at);
void update_declined(Transaction& tx, const ModeratedTabAccess& tab, PostId post);

}  // namespace plein::storage
