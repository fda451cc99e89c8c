/// What one person's client knows: read once in full, and kept current by events alone.
///
/// Two models of one person, one kept by events and one read afresh, must be equal to the last byte.
#pragma once

#include "protocol/drafts.hpp"
#include "protocol/envelope.hpp"
#include "protocol/events.hpp"
#include "protocol/held.hpp"
#include "protocol/questions.hpp"
#include "protocol/scheduled.hpp"
#include "tests/support/device.hpp"

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace plein::test {

class Model {
public:
    /// Everything that the person may see, through every list there is. Throws Unexpected, NoAnswer.
    static Model read(Device& device);

    /// Older versions of what is known are ignored, so events that the reading saw already do no harm.
    /// Throws std::logic_error for a type that no client knows.
    void apply(const std::string& stream, std::int64_t seq, std::string_view type, const JsonValue& data);

    /// After an event that says so (`group.joined`, `tabs.changed`): what this person may see has to be read afresh.
    [[nodiscard]] bool is_stale() const { return stale_ || misses_comments(); }

    [[nodiscard]] std::string to_json() const;

    /// That people write.
    static constexpr std::array<std::string_view, 3> topics{"Lift", "kantine", "één"};

    PersonId me;
    std::map<std::string, Cursor> cursors;  // from where events go on, for each stream that this person reads
    std::map<GroupId, GroupView> groups;    // without tabs
    std::map<TabId, TabView> tabs;
    std::map<std::pair<GroupId, PersonId>, Member> members;
    std::map<PostId, PostView> posts;  // what stands below each is among the comments
    std::map<CommentId, CommentView> comments;
    std::map<std::pair<PostId, std::optional<CommentId>>, ReactionKind> own_reactions;
    std::set<PostId> kept;
    std::map<PostId, std::vector<std::int32_t>> votes;
    std::set<PostId> confirmed;
    std::set<PostId> wanted;
    std::map<PostId, Attendance> attendances;
    std::map<PostId, HeldPost> held;         // what this person decides on
    std::map<PostId, OwnHeldPost> own_held;  // what waits for others, or was declined
    std::map<TabId, Draft> drafts;
    std::map<PostId, ScheduledPost> scheduled;
    std::map<PostId, PostView> confidential;  // of the own questions and of those for the desk
    std::set<PostId> home_unread;  // what Home shows: as the server says until an event came, then as we do
    std::set<PostId> home_read;
    std::map<std::string_view, std::set<PostId>> of_topic;  // likewise
    std::set<SessionId> sessions;
    std::map<GroupId, GroupStanding> standings;  // what this person waits for
    Preferences preferences;
    std::map<DepartmentId, Department> departments;
    std::map<ServiceId, Service> services;
    Holidays holidays;
    std::map<PersonId, Person> directory;  // whoever can sign in
    bool welcomed = false;

private:
    void read_organisation(Device& device);
    void read_groups(Device& device);
    void read_posts(Device& device, GroupId group);
    void read_comments(Device& device, PostId post);
    void read_held(Device& device, const GroupView& view);
    void read_waiting(Device& device);
    void read_confidential(Device& device);
    void read_members(Device& device, GroupId group);
    void read_home(Device& device, bool unread, std::set<PostId>& home);
    void read_topics(Device& device);
    template <class R>
    void read_feed(Device& device, R request, std::set<PostId>& feed);
    /// What was read first decides: later events of the stream are applied to all of it.
    void note(const std::vector<StreamCursor>& read);

    void apply(const PostCreated& event);
    void apply(const PostEdited& event) { put(event.post); }
    void apply(const PostDeleted& event);
    void apply(const PostMoved& event);
    void apply(const CommentCreated& event);
    void apply(const CommentEdited& event);
    void apply(const CommentDeleted& event);
    void apply(const QuestionChanged& event);
    void apply(const PollChanged& event);
    void apply(const VoteSet& event);
    void apply(const NewsChanged& event);
    void apply(const NewsConfirmed& event) { confirmed.insert(event.post); }
    void apply(const IdeaChanged& event);
    void apply(const IdeaWanted& event);
    void apply(const EventChanged& event);
    void apply(const AttendanceSet& event);
    void apply(const ReactionsCounted& event);
    void apply(const ReactionSet& event);
    void apply(const BookmarkSet& event);
    void apply(const NotificationsChanged&) {}  // the list is read by whoever looks at it
    void apply(const HeldChanged&) { stale_ = true; }
    void apply(const DeskChanged&) { stale_ = true; }
    void apply(const DraftChanged&) { stale_ = true; }
    void apply(const ScheduledChanged&) { stale_ = true; }
    void apply(const MemberAdded& event) { put(event.member); }
    void apply(const MemberChanged& event) { put(event.member); }
    void apply(const MemberRemoved& event) { members.erase({event.group, event.person}); }
    void apply(const AccessRevoked&) {}  // the notice `lost` follows for whom it is about
    void apply(const GroupChanged& event);
    void apply(const GroupArchived& event) { forget(event.group); }
    void apply(const TabsChanged&) { stale_ = true; }
    void apply(const TabChanged& event);
    void apply(const TabRemoved& event);
    void apply(const AccessChanged&) { stale_ = true; }
    void apply(const GroupJoined&) { stale_ = true; }
    void apply(const GroupLeft& event) { forget(event.group); }
    void apply(const EmergencyOpened&) {}  // the group's stream has the member
    void apply(const RequestsChanged& event);
    void apply(const StandingChanged& event);
    void apply(const TabRead& event) { put(event.reading); }
    void apply(const TabFollowed& event) { put(event.reading); }
    void apply(const SessionStarted& event) { sessions.insert(event.session); }
    void apply(const SessionEnded& event) { sessions.erase(event.session); }
    void apply(const PreferencesChanged& event) { preferences = event.preferences; }
    void apply(const PersonChanged& event);
    void apply(const PeopleChanged&) { stale_ = true; }
    void apply(const DepartmentChanged& event);
    void apply(const ServiceChanged& event);
    void apply(const ServiceRemoved& event) { services.erase(event.service); }
    void apply(const HolidaysChanged& event);
    void apply(const WelcomeDone&) { welcomed = true; }
    void apply(const Redacted& event);

    void put(const Post& post);
    void forget(PostId post);
    void put(const Comment& comment);
    void put(PostId post, const Thread& thread);
    /// A post came back: of what is below it only the last is told.
    [[nodiscard]] bool misses_comments() const;
    [[nodiscard]] PostView shown(PostView view) const;
    void put(const Member& member);
    void put(const Reading& reading);
    void forget(GroupId group);
    void forget(TabId tab);
    [[nodiscard]] bool is_unread(const Post& post, const TabView& tab) const;
    /// A post came or went (`by`): what is unread follows, as in every client, unless it was counted already.
    struct Counted {
        std::string stream;
        std::int64_t seq = 0;
        Post post;
        std::int32_t by = 0;
    };
    void count(const Post& post, std::int32_t by);
    static bool is_news_to(const Reading& reading, const std::string& stream, std::int64_t seq);
    void count_in(TabView& tab, const Counted& counted) const;
    void arrange_home();
    void arrange_topics();
    void recount();
    [[nodiscard]] Model counted() const;

    std::string stream_;  // of the event that is being applied
    std::int64_t seq_ = 0;
    std::vector<Counted> counted_;  // a reading may come later than events that it did not count
    bool stale_ = false;
    bool counts_are_old_ = false;  // the server's until an event came, then ours
};

}  // namespace plein::test
