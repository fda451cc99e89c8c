/// Events: what happened on a stream. The same bytes reach everyone on it, so a payload says only what the
/// whole audience may know, and names people by id; `person.changed` alone says who that is. `v` of the
/// envelope is the payload's shape, 1 for all so far.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/holidays.hpp"
#include "protocol/joining.hpp"
#include "protocol/members.hpp"
#include "protocol/posts.hpp"
#include "protocol/readings.hpp"
#include "protocol/services.hpp"

namespace plein {

struct PostCreated {
    Post post;
    static constexpr std::string_view type = "post.created";
};
PLEIN_DESCRIBE(PostCreated, post);

struct PostEdited {
    Post post;
    static constexpr std::string_view type = "post.edited";
};
PLEIN_DESCRIBE(PostEdited, post);

/// Ids only: the log never remembers what the product has forgotten.
struct PostDeleted {
    PostId post;
    TabId tab;
    GroupId group;
    std::int32_t version = 1;
    static constexpr std::string_view type = "post.deleted";
};
PLEIN_DESCRIBE(PostDeleted, post, tab, group, version);

struct CommentCreated {
    Comment comment;
    Thread thread;
    static constexpr std::string_view type = "comment.created";
};
PLEIN_DESCRIBE(CommentCreated, comment, thread);

/// The number of comments too: the event that told it may be redacted by now.
struct CommentEdited {
    Comment comment;
    Thread thread;
    static constexpr std::string_view type = "comment.edited";
};
PLEIN_DESCRIBE(CommentEdited, comment, thread);

/// Ids only.
struct CommentDeleted {
    CommentId comment;
    PostId post;
    TabId tab;
    GroupId group;
    std::int32_t version = 1;
    Thread thread;
    static constexpr std::string_view type = "comment.deleted";
};
PLEIN_DESCRIBE(CommentDeleted, comment, post, tab, group, version, thread);

/// What became of a question. The answer by its id: its text is where the comment is.
struct QuestionChanged {
    PostId post;
    TabId tab;
    GroupId group;
    Question question;
    static constexpr std::string_view type = "question.changed";
};
PLEIN_DESCRIBE(QuestionChanged, post, tab, group, question);

/// How a poll stands, as who has not voted may know it. Who has, reads the post again.
struct PollChanged {
    PostId post;
    TabId tab;
    GroupId group;
    Poll poll;
    static constexpr std::string_view type = "poll.changed";
};
PLEIN_DESCRIBE(PollChanged, post, tab, group, poll);

/// On user:N: voted in an open poll on one device, and so on all; without options taken back.
struct VoteSet {
    PostId post;
    std::vector<std::int32_t> options;
    static constexpr std::string_view type = "vote.set";
};
PLEIN_DESCRIBE(VoteSet, post, options);

/// What came of news that asks something of its readers.
struct NewsChanged {
    PostId post;
    TabId tab;
    GroupId group;
    News news;
    static constexpr std::string_view type = "news.changed";
};
PLEIN_DESCRIBE(NewsChanged, post, tab, group, news);

/// On user:N: confirmed on one device, and so on all.
struct NewsConfirmed {
    PostId post;
    static constexpr std::string_view type = "news.confirmed";
};
PLEIN_DESCRIBE(NewsConfirmed, post);

/// What came of an idea: votes, a status, somebody else who decides.
struct IdeaChanged {
    PostId post;
    TabId tab;
    GroupId group;
    Idea idea;
    static constexpr std::string_view type = "idea.changed";
};
PLEIN_DESCRIBE(IdeaChanged, post, tab, group, idea);

/// On user:N: voted for an idea, or took it back, on one device, and so on all.
struct IdeaWanted {
    PostId post;
    bool wanted = false;
    static constexpr std::string_view type = "idea.wanted";
};
PLEIN_DESCRIBE(IdeaWanted, post, wanted);

/// What came of an event: who comes, another time or place, its cancellation.
struct EventChanged {
    PostId post;
    TabId tab;
    GroupId group;
    CalendarEvent event;
    static constexpr std::string_view type = "event.changed";
};
PLEIN_DESCRIBE(EventChanged, post, tab, group, event);

/// On user:N: said whether one comes to an event, or took it back, on one device, and so on all.
struct AttendanceSet {
    PostId post;
    std::optional<Attendance> attendance;
    static constexpr std::string_view type = "attendance.set";
};
PLEIN_DESCRIBE(AttendanceSet, post, attendance);

/// Of a post, or of a comment below it: all that came since the last count.
struct ReactionsCounted {
    PostId post;
    std::optional<CommentId> comment;
    TabId tab;
    GroupId group;
    Reactions reactions;
    static constexpr std::string_view type = "reactions.counted";
};
PLEIN_DESCRIBE(ReactionsCounted, post, comment, tab, group, reactions);

/// On user:N: reacted on one device, and so on all; without `kind` taken back.
struct ReactionSet {
    PostId post;
    std::optional<CommentId> comment;
    std::optional<ReactionKind> kind;
    static constexpr std::string_view type = "reaction.set";
};
PLEIN_DESCRIBE(ReactionSet, post, comment, kind);

/// On user:N: a post was kept on one device, and so on all; or is kept no longer.
struct BookmarkSet {
    PostId post;
    bool kept = false;
    static constexpr std::string_view type = "bookmark.set";
};
PLEIN_DESCRIBE(BookmarkSet, post, kept);

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
    PostCreated, PostEdited, PostDeleted, CommentCreated, CommentEdited, CommentDeleted, QuestionChanged,
    PollChanged, VoteSet, NewsChanged, NewsConfirmed, IdeaChanged, IdeaWanted, EventChanged, AttendanceSet,
    ReactionsCounted, ReactionSet, BookmarkSet, NotificationsChanged, HeldChanged, MemberAdded, MemberChanged,
    MemberRemoved, AccessRevoked, GroupChanged, GroupArchived, TabsChanged, TabChanged, TabRemoved,
    AccessChanged, GroupJoined, GroupLeft, RequestsChanged, StandingChanged, EmergencyOpened, TabRead,
    TabFollowed, SessionStarted, SessionEnded, PreferencesChanged, WelcomeDone, PersonChanged, PeopleChanged,
    DepartmentChanged, ServiceChanged, ServiceRemoved, HolidaysChanged, Redacted>;

template <class T>
concept Event = boost::mp11::mp_contains<Events, T>::value;

}  // namespace plein
