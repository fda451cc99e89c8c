/// Notifications: one row for each act that concerns one person.
#pragma once

#include "protocol/markdown.hpp"
#include "protocol/notifications.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

struct Notice {
    NotificationKind kind = NotificationKind::mention;
    PersonId person;
};

/// Where something happened and who did it; without a post it is about the group itself.
struct NoticeSubject {
    GroupId group;
    std::optional<PostId> post;
    std::optional<CommentId> comment;
    PersonId actor;
};

/// Returns the people whose lists changed. What somebody does again is new again.
std::vector<PersonId> upsert_notifications(Transaction& tx, const NoticeSubject& subject,
                                           const std::vector<Notice>& notices);
/// Takes it off the lists of people whom the text does not name (any more); returns them.
std::vector<PersonId> delete_mentions(Transaction& tx, const NoticeSubject& subject,
                                      const std::vector<PersonId>& still_named);

/// Who has heard of its text already, as whatever it was to them.
std::vector<PersonId> select_notified(Transaction& tx, const NoticeSubject& subject);

struct NotificationRow {
    NotificationId id;
    NotificationKind kind = NotificationKind::mention;
    GroupId group;
    std::optional<TabId> tab;
    std::optional<PostId> post;
    std::optional<CommentId> comment;
    PersonId actor;
    Timestamp at;
    bool read = false;
};
PLEIN_DESCRIBE(NotificationRow, id, kind, group, tab, post, comment, actor, at, read);
/// Newest first, at most `limit`: what the viewer got and may read now. Nothing of muted tabs, and nothing of what is no longer
/// there: a deleted post or comment, a request to join that was answered.
std::vector<NotificationRow> select_notifications(Reader& reader, const Viewer& viewer,
                                                  const ReadableTabs& tabs, const Desks& desks,
                                                  const std::vector<GroupAccess>& groups, std::int64_t limit);

/// Where something was said: in the comment or, where there is none, the post.
struct PassagePlace {
    std::optional<PostId> post;
    std::optional<CommentId> comment;
};
/// What was said there: all of it or, of a long one, the beginning of its source. Nothing where these tabs do not have it, or it
/// is not for the viewer yet.
struct Passage {
    std::optional<JsonOf<MarkdownTree>> blocks;
    std::string beginning;
};
PLEIN_DESCRIBE(Passage, blocks, beginning);
/// Each in its place.
std::vector<Passage> select_passages(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                     const std::vector<PassagePlace>& places);

/// Returns whether any was unread.
bool update_read(Transaction& tx, const Viewer& viewer, const ReadNotifications& request);

/// The viewer has confirmed this news: to be asked for it is read. Returns whether it was unread.
bool update_confirmed(Transaction& tx, const Viewer& viewer, PostId post);

/// Returns how many there were.
std::int64_t delete_old_notifications(Transaction& tx, const SystemAccess& system, int days,
                                      std::int64_t limit);

}  // namespace plein::storage
