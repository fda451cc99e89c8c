/// Events: what happened on a stream. The same bytes reach everyone on it, so a payload says only what the
/// whole audience may know, and names people by id; `person.changed` alone says who that is. `v` of the
/// envelope is the payload's shape, 1 for all so far.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/holidays.hpp"
#include "protocol/joining.hpp"
#include "protocol/members.hpp"
#include "protocol/post_events.hpp"
#include "protocol/readings.hpp"
#include "protocol/services.hpp"

namespace plein {

/// On user:N: a notification came, or some were read on one device. It says nothing of what: the list is read anew, as far as
/// the person may read then.
struct NotificationsChanged {
    PersonId person;
    static constexpr std::string_view type = "notifications.changed";
};
PLEIN_DESCRIBE(NotificationsChanged, person);

/// On moderators:N and on user:N of the author: what waits for approval, or what became of it, changed. The id of the group
/// only: not every moderator reads every tab. Who hears it reads anew.
struct HeldChanged {
    GroupId group;
    static constexpr std::string_view type = "held.changed";
};
PLEIN_DESCRIBE(HeldChanged, group);

/// On user:N: what one is writing in a tab was kept or dropped on one device. Whoever hears it reads it anew.
struct DraftChanged {
    TabId tab;
    std::int64_t version = 0;  // 0: dropped
    static constexpr std::string_view type = "draft.changed";
};
PLEIN_DESCRIBE(DraftChanged, tab, version);

/// On user:N: a scheduled post came, changed, or went out. Whoever hears it reads them anew.
struct ScheduledChanged {
    PersonId person;
    static constexpr std::string_view type = "scheduled.changed";
};
PLEIN_DESCRIBE(ScheduledChanged, person);

struct MemberAdded {
    Member member;
    static constexpr std::string_view type = "member.added";
};
PLEIN_DESCRIBE(MemberAdded, member);

struct MemberChanged {
    Member member;
    static constexpr std::string_view type = "member.changed";
};
PLEIN_DESCRIBE(MemberChanged, member);

/// The person reads this as the last event of the stream.
struct MemberRemoved {
    GroupId group;
    PersonId person;
    static constexpr std::string_view type = "member.removed";
};
PLEIN_DESCRIBE(MemberRemoved, group, person);

/// The person may no longer read this stream; it is the last event that reaches them on it.
struct AccessRevoked {
    PersonId person;
    static constexpr std::string_view type = "access.revoked";
};
PLEIN_DESCRIBE(AccessRevoked, person);

/// The group's name, purpose or looks changed.
struct GroupChanged {
    Group group;
    static constexpr std::string_view type = "group.changed";
};
PLEIN_DESCRIBE(GroupChanged, group);

/// On every stream of the group, for everyone the last event of it.
struct GroupArchived {
    GroupId group;
    static constexpr std::string_view type = "group.archived";
};
PLEIN_DESCRIBE(GroupArchived, group);

/// On group:N: a tab came, or its audience changed. Ids only, since not every member may know of it; whoever may read
/// it finds it by reading the groups afresh.
struct TabsChanged {
    GroupId group;
    static constexpr std::string_view type = "tabs.changed";
};
PLEIN_DESCRIBE(TabsChanged, group);

/// On the tab's stream: its name, place or rules changed, not who reads it.
struct TabChanged {
    Tab tab;
    static constexpr std::string_view type = "tab.changed";
};
PLEIN_DESCRIBE(TabChanged, tab);

/// The tab and its posts are no longer on this stream: archived, or its audience changed. On a stream of the tab's own it
/// is the last event for everyone.
struct TabRemoved {
    GroupId group;
    TabId tab;
    static constexpr std::string_view type = "tab.removed";
};
PLEIN_DESCRIBE(TabRemoved, group, tab);

/// On user:N: what this person may see changed; read the groups afresh.
struct AccessChanged {
    PersonId person;
    static constexpr std::string_view type = "access.changed";
};
PLEIN_DESCRIBE(AccessChanged, person);

/// On user:N: a group appeared for this person, or their role in it changed; read the groups afresh.
struct GroupJoined {
    GroupId group;
    static constexpr std::string_view type = "group.joined";
};
PLEIN_DESCRIBE(GroupJoined, group);

/// On user:N: this person is no longer in the group.
struct GroupLeft {
    GroupId group;
    static constexpr std::string_view type = "group.left";
};
PLEIN_DESCRIBE(GroupLeft, group);

/// On user:N of each owner: an administrator opened the group with a reason, which the owners read there.
struct EmergencyOpened {
    GroupId group;
    PersonId person;
    Timestamp until;
    static constexpr std::string_view type = "emergency.opened";
};
PLEIN_DESCRIBE(EmergencyOpened, group, person, until);

/// On user:N of each owner: who waits at the group's door changed, by request or by invitation.
struct RequestsChanged {
    GroupId group;
    std::int32_t pending = 0;  // requests to join
    static constexpr std::string_view type = "requests.changed";
};
PLEIN_DESCRIBE(RequestsChanged, group, pending);

/// On user:N: what this person is to a group that they are not in. Whoever comes in or leaves hears `group.joined` or
/// `group.left` instead.
struct StandingChanged {
    GroupId group;
    GroupStanding standing = GroupStanding::none;
    static constexpr std::string_view type = "standing.changed";
};
PLEIN_DESCRIBE(StandingChanged, group, standing);

/// On user:N: read on one device, read on all.
struct TabRead {
    Reading reading;
    static constexpr std::string_view type = "tab.read";
};
PLEIN_DESCRIBE(TabRead, reading);

/// On user:N: followed, unfollowed or muted on one device, and so on all.
struct TabFollowed {
    Reading reading;
    static constexpr std::string_view type = "tab.followed";
};
PLEIN_DESCRIBE(TabFollowed, reading);

/// On user:N.
struct SessionStarted {
    SessionId session;
    static constexpr std::string_view type = "session.started";
};
PLEIN_DESCRIBE(SessionStarted, session);

/// On user:N. The hub closes the connections of that session.
struct SessionEnded {
    SessionId session;
    static constexpr std::string_view type = "session.ended";
};
PLEIN_DESCRIBE(SessionEnded, session);

/// On user:N.
struct PreferencesChanged {
    Preferences preferences;
    static constexpr std::string_view type = "preferences.changed";
};
PLEIN_DESCRIBE(PreferencesChanged, preferences);

/// On organisation: a person is new, or has another name, title, department or colour, or was suspended.
struct PersonChanged {
    Person person;
    static constexpr std::string_view type = "person.changed";
};
PLEIN_DESCRIBE(PersonChanged, person);

/// On organisation: so many people at once are new or changed that each is read afresh.
struct PeopleChanged {
    std::int32_t people = 0;
    static constexpr std::string_view type = "people.changed";
};
PLEIN_DESCRIBE(PeopleChanged, people);

/// On organisation: new, changed, archived or open again.
struct DepartmentChanged {
    Department department;
    static constexpr std::string_view type = "department.changed";
};
PLEIN_DESCRIBE(DepartmentChanged, department);

/// On organisation: new or changed.
struct ServiceChanged {
    Service service;
    static constexpr std::string_view type = "service.changed";
};
PLEIN_DESCRIBE(ServiceChanged, service);

/// On organisation.
struct ServiceRemoved {
    ServiceId service;
    static constexpr std::string_view type = "service.removed";
};
PLEIN_DESCRIBE(ServiceRemoved, service);

/// On organisation.
struct HolidaysChanged {
    Holidays holidays;
    static constexpr std::string_view type = "holidays.changed";
};
PLEIN_DESCRIBE(HolidaysChanged, holidays);

/// On user:N: the first minutes are over, on every device.
struct WelcomeDone {
    PersonId person;
    static constexpr std::string_view type = "welcome.done";
};
PLEIN_DESCRIBE(WelcomeDone, person);

/// What an earlier payload becomes once its subject was edited, hidden or deleted: the later event tells the
/// rest.
struct Redacted {
    std::string subject;  // "post:12"
    static constexpr std::string_view type = "redacted";
};
PLEIN_DESCRIBE(Redacted, subject);

using Events = boost::mp11::mp_list<
    PostCreated, PostEdited, PostDeleted, PostMoved, CommentCreated, CommentEdited, CommentDeleted,
    QuestionChanged, DeskChanged, PollChanged, VoteSet, NewsChanged, NewsConfirmed, IdeaChanged, IdeaWanted,
    EventChanged, AttendanceSet, ReactionsCounted, ReactionSet, BookmarkSet, NotificationsChanged,
    HeldChanged, DraftChanged, ScheduledChanged, MemberAdded, MemberChanged, MemberRemoved, AccessRevoked,
    GroupChanged, GroupArchived, TabsChanged, TabChanged, TabRemoved, AccessChanged, GroupJoined, GroupLeft,
    RequestsChanged, StandingChanged, EmergencyOpened, TabRead, TabFollowed, SessionStarted, SessionEnded,
    PreferencesChanged, WelcomeDone, PersonChanged, PeopleChanged, DepartmentChanged, ServiceChanged,
    ServiceRemoved, HolidaysChanged, Redacted>;

template <class T>
concept Event = boost::mp11::mp_contains<Events, T>::value;

}  // namespace plein
