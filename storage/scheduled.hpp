/// Scheduled posts: what waits for its time. People reach only their own.
#pragma once

#include "protocol/scheduled.hpp"
#include "storage/posts.hpp"

#include <map>
#include <optional>
#include <vector>

namespace plein::storage {

/// `failed`: its time came, and it could not be published. `done`: it was, or it is held since.
enum class ScheduleState { waiting, failed, done, cancelled };
PLEIN_DESCRIBE_ENUM(ScheduleState, waiting, failed, done, cancelled)

/// Behind the lock of the post itself.
struct Schedule {
    Timestamp publish_at;
    ScheduleState state = ScheduleState::waiting;
};
PLEIN_DESCRIBE(Schedule, publish_at, state);

struct ReadScheduledPost {
    Post post;
    ReadKinds kinds;
    Schedule schedule;
};
/// The viewer's own in these tabs that wait or failed, the next one first; at most `limit`.
std::vector<ReadScheduledPost> select_scheduled(Reader& reader, const Viewer& viewer,
                                                const ReadableTabs& tabs, std::int64_t limit);
/// How many of them the viewer has in each tab, whether or not they read it.
std::map<TabId, std::int64_t> select_scheduled_counts(Transaction& tx, const Viewer& viewer);

std::optional<Schedule> select_schedule(Transaction& tx, const TabAccess& tab, PostId post);
/// Of a post that was just written.
void insert_schedule(Transaction& tx, const TabAccess& tab, PostId post, Timestamp publish_at);
void update_cancelled(Transaction& tx, const TabAccess& tab, PostId post);

/// Each returns the post with its new version. It waits, again if it failed:
Post update_scheduled(Transaction& tx, const TabAccess& tab, const EditScheduledPost& request,
                      JsonOf<MarkdownTree> blocks);
/// Visible, from the moment of its position on the tab's stream.
Post update_published(Transaction& tx, const TabAccess& tab, PostId post, const Position& at);
/// Held from now on.
Post update_into_held(Transaction& tx, const TabAccess& tab, PostId post);

/// Those whose time has come, the oldest first.
std::vector<PostId> select_due_posts(Reader& reader, const SystemAccess& system, std::int64_t limit);
struct ScheduledPlace {
    PersonId author;
    TabId tab;
};
PLEIN_DESCRIBE(ScheduledPlace, author, tab);
/// Whose rights are asked for, and where; locks nothing.
std::optional<ScheduledPlace> select_scheduled_place(Transaction& tx, const SystemAccess& system,
                                                     PostId post);
/// Locks it. Nothing where it does not wait any more, or not until now: another node, or its author, was faster.
std::optional<Post> lock_due_post(Transaction& tx, const SystemAccess& system, PostId post);
void update_failed(Transaction& tx, const SystemAccess& system, PostId post);
/// Those that failed so many days ago, at most `limit`; nobody reads them any more. Returns whose they were.
std::vector<PersonId> withdraw_failed(Transaction& tx, const SystemAccess& system, int days,
                                      std::int64_t limit);

}  // namespace plein::storage
