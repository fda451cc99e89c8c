/// Notifications: what concerns one person among all that happens, gathered in one list.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"
#include "protocol/people.hpp"
#include "protocol/streams.hpp"
#include "protocol/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein {

/// `mention`: a post or comment names the person, or a department for which they answer. `praise`: a post thanks them. `comment`: below a post of theirs.
/// `reply`: to a comment of theirs. `routed`: a question to a department or service for which they answer. `picked_up`,
/// `answered`: their question. `accepted`: who asked was helped by their comment. `reopened`: a question that they picked up or answered.
/// `overdue`: a question for which they answer, at the moment by which an answer was promised.
/// `merged`: their question, which another one answers from now on. `must_read`: news that they are asked to confirm. `affects`: news for a department for which they answer.
/// `acknowledged`: their news, by a department that it affects. `proposed`: an idea for a department or service for which
/// they answer. `decided`: their idea, or one that they voted for, has another status. `rescheduled`, `cancelled`: an event to which they come, or may
/// come. `approved`: their post, which waited. `published`: their post, at the time that they had chosen.
/// `unpublished`: it was not, for they may not post there any more. `posted`: a new post in a tab of which they want to hear of each. `asked_to_join`: a group that they own. `admitted`: to a group that they asked for.
enum class NotificationKind {
    mention,
    praise,
    comment,
    reply,
    routed,
    picked_up,
    answered,
    accepted,
    reopened,
    overdue,
    merged,
    must_read,
    affects,
    acknowledged,
    proposed,
    decided,
    rescheduled,
    cancelled,
    approved,
    published,
    unpublished,
    posted,
    asked_to_join,
    admitted
};
PLEIN_DESCRIBE_ENUM(NotificationKind, mention, praise, comment, reply, routed, picked_up, answered, accepted,
                    reopened, overdue, merged, must_read, affects, acknowledged, proposed, decided,
                    rescheduled, cancelled, approved, published, unpublished, posted, asked_to_join, admitted)

/// One line of the list: all of one kind that is about the same post, or where there is none, the same group, and that was
/// read or is still unread together. It tells only what the person may read where it happened, at this moment.
struct Notification {
    NotificationId id;  // of the newest
    NotificationKind kind = NotificationKind::mention;
    GroupId group;
    std::optional<TabId> tab;
    std::optional<PostId> post;
    std::optional<CommentId> comment;  // the newest, where a comment did it
    std::vector<PersonId> actors;      // at most three, who did it last first
    std::int32_t others = 0;           // people beside those
    std::string excerpt;               // the first words of that comment or else post, one line without marks
    Timestamp at;
    bool read = false;
};
PLEIN_DESCRIBE(Notification, id, kind, group, tab, post, comment, actors, others, excerpt, at, read);

/// The newest first, at most `limits::notifications` lines of the last `limits::gathered_notifications` that the person got.
/// `unread` counts lines.
struct NotificationList {
    std::vector<Notification> items;
    std::int32_t unread = 0;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(NotificationList, items, unread, people, cursors);

/// Nothing of tabs that the person has muted.
struct ListNotifications {
    using Response = NotificationList;
    static constexpr Endpoint endpoint{Method::get, "/api/notifications",
                                       "What concerns this person, the newest first.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListNotifications);

/// All that the person got up to this one is read, on all devices; with `post` only what is about that post, with `group`
/// only what is about that group itself. Reading twice is no error, and an id that is not the person's marks nothing more.
struct ReadNotifications {
    NotificationId up_to;
    std::optional<PostId> post;
    std::optional<GroupId> group;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put, "/api/notifications/reading",
                                       "Marks notifications as read.", Audience::signed_in};
};
PLEIN_DESCRIBE(ReadNotifications, up_to, post, group);

}  // namespace plein
