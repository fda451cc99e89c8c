/// The demo organisation as it is written down in server/demo/story/, which travels inside the binary.
///
/// people.toml, departments.toml and groups.toml say who and where; posts-NN.md are the posts of week NN, and posts-now.md those of the
/// last hours. The head of a post is one line, its body the Markdown below it:
///
///     === Fri 17:00 | fatma | SSC & Assemblage / Algemeen | personal
///     === 40 minutes ago | marek | SSC & Logistiek / Algemeen
///
/// The fourth field is there only when it differs from the tab: `work`, `personal`, or `edit`, which replaces the text
/// of what this person posted last in this tab; `question` asks the department of the tab, `question HR` that department, and
/// `question Salaris en loonstrook` the one behind that service, `question private HR` its desk alone; `praise ruben, aditi` thanks them; `poll 7` lets people choose for 7 days, `poll multiple 7`
/// several of what stands below its text, each with who chose it, and `poll anonymous 7` without telling who:
///
///     *** Koffie A | sjaak, kevin
///
/// `news` is news: its text begins with `# Title`; `news must-read` asks to confirm it, `news affects HR, Finance` or `news must-read affects HR`
/// those departments what they do about it. Below its text stands who took it up, and within how many days it is done:
///
///     ^^^ Finance | sanne | 1 | Kredietlimiet geregeld.
///
/// Whoever reacts to news or comments on it has confirmed it.
///
/// `idea` is an idea for the department of the tab, `idea HR` or `idea Salaris en loonstrook` for another one. Below its text stands who gave it
/// which status, how many days later, and why; whoever reacts to it wants it too:
///
///     ^^^ planned | gerrit | 7 | Vanaf de volgende run.
///
/// `event 3 10:00-12:00` is on three days later, at these times; its text begins with `# Title`. Below the text stands where, how many
/// places there are (nothing: for everyone), and who said what:
///
///     @@@ Hal B, bij lijn 2 | 8 | yes: fatma, oleh; maybe: daan
///
/// Below the text of a post may stand the same in the other language, `nl` or `en`:
///
///     %%% en
///     On Friday the barrier stays open.
///
/// Below a post stand its comments in the order of time, and below either who reacted to it:
///
///     --- Fri 17:40 | marek
///     --- 35 minutes ago | fatma | quote marek
///     +++ like: kevin, fatma; care: johan
///
/// The third field of a comment: `quote` and whose last comment below this post it replies to, `edit`, which replaces
/// the text of what this person last wrote below this post, `answer`, which who asked has accepted, or `answer sandra`, which
/// Sandra has marked as the answer, or `same fatma`: whoever writes it merges the question above into what Fatma asked last in
/// this tab. A line of reactions is about the post or comment above it, and
/// ends its text. `@[fatma]` in a text names her, and `@[HR]` that department.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/departments.hpp"
#include "protocol/language.hpp"
#include "protocol/posts.hpp"
#include "protocol/profiles.hpp"
#include "protocol/reactions.hpp"
#include "protocol/services.hpp"
#include "server/demo/calendar.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plein::demo {

/// `key` is how the story calls a person: the first name, in small letters.
struct StoryPerson {
    std::string key;
    std::string name;
    std::string title;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    Role role = Role::employee;
    Language language = Language::nl;
    bool welcomed = true;  // otherwise the first minutes are still to come
};

struct StoryDepartment {
    std::string name;
    Side side = Side::business;
    std::vector<std::string> heads;
    std::vector<StoryPerson> people;
};

/// `owner` is a person's key.
struct StoryService {
    std::string name;
    ServiceKind kind = ServiceKind::service;
    std::string owner;
    std::string description;
};

/// What a department tells of itself. `hours`: "monday-friday 08:30-17:00", as many times as needed, in order.
struct StoryDesk {
    std::string department;
    std::string description;
    std::optional<std::string> parent;
    std::vector<std::string> deputies;
    std::optional<std::string> partner;
    std::vector<OpenInterval> hours;
    std::optional<std::int32_t> answer_hours;
    std::vector<StoryService> services;
};

/// What a person tells, each field with its audience ("everyone" unless it says otherwise).
struct StoryProfile {
    std::string person;
    SetProfile profile;
};

/// "12-25", each year.
struct StoryHoliday {
    std::string day;
    std::string name;
};

struct StoryTab {
    std::string name;
    std::optional<std::string> department;
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
};

/// Everyone of `departments` is a member, beside those who are named. `review_in` counts weeks from the day of loading.
struct StoryGroup {
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
    GroupKind kind = GroupKind::work;
    GroupColour colour = GroupColour::teal;
    GroupCover cover = GroupCover::stretcher;
    std::optional<int> review_in;
    std::vector<std::string> owners;
    std::vector<std::string> moderators;
    std::vector<std::string> members;
    std::vector<std::string> guests;
    std::vector<std::string> departments;
    std::vector<StoryTab> tabs;
};

struct StoryReaction {
    ReactionKind kind = ReactionKind::like;
    std::string person;
};

struct StoryOption {
    std::string text;
    std::vector<std::string> voters;
};

struct StoryPoll {
    int days = 0;
    bool multiple = false;
    bool anonymous = false;
    std::vector<StoryOption> options;
};

/// A department took news up.
struct StoryTakingUp {
    std::string department;
    std::string by;
    int days = 0;
    std::string note;
};

struct StoryNews {
    bool must_read = false;
    std::vector<std::string> affects;  // departments
    std::vector<StoryTakingUp> taken_up;
};

/// An idea was decided on, so many days after it was written.
struct StoryStep {
    IdeaStatus status = IdeaStatus::heard;
    std::string by;
    int days = 0;
    std::string note;
};

struct StoryIdea {
    std::string addressee;  // a department or service; "": the department of the tab
    std::vector<StoryStep> steps;
};

struct StoryAnswer {
    Attendance attendance = Attendance::yes;
    std::string person;
};

/// On so many days after it was written, at these times of the day.
struct StoryEvent {
    int days = 0;
    std::chrono::minutes begins{};
    std::chrono::minutes ends{};
    std::string place;
    std::optional<std::int32_t> places;
    std::vector<StoryAnswer> answers;
};

struct StoryTranslation {
    Language language = Language::en;
    std::string body;
};

struct StoryComment {
    StoryMoment when;
    std::string author;
    std::optional<std::string> quote;   // whose comment it replies to
    std::optional<std::string> answer;  // the answer to the question above, as who has it; "": who asked
    std::optional<std::string> same;    // whose question answers the one above as well
    bool edit = false;
    std::string body;
    std::vector<StoryReaction> reactions;
};

struct StoryPost {
    StoryMoment when;
    std::string author;
    std::string place;  // "group / tab"
    std::optional<Mark> mark;
    std::optional<std::string> question;  // a department or service; "": the department of the tab
    bool confidential = false;            // asks the desk alone
    std::optional<StoryPoll> poll;
    std::optional<StoryNews> news;
    std::optional<StoryIdea> idea;
    std::optional<StoryEvent> event;
    std::vector<std::string> praised;  // keys; a post that thanks nobody has none
    bool edit = false;
    std::string body;
    std::optional<StoryTranslation> translation;
    std::vector<StoryReaction> reactions;
    std::vector<StoryComment> comments;  // in the order of time
};

struct Story {
    std::vector<StoryDepartment> departments;
    std::vector<StoryDesk> desks;
    std::vector<StoryHoliday> holidays;
    std::vector<StoryProfile> profiles;
    std::vector<StoryGroup> groups;
    std::vector<StoryPost> posts;  // in the order of the files
};

/// Errors: std::runtime_error, which names file and line.
[[nodiscard]] Story read_story();

/// "monday-friday 08:30-17:00" or "saturday 09:00-12:00". Errors: std::runtime_error.
[[nodiscard]] std::vector<OpenInterval> parse_hours(const std::vector<std::string>& lines);

/// The posts of one file, with what is below them. `week` is nothing for posts-now.md. Errors: std::runtime_error, which
/// names file and line.
[[nodiscard]] std::vector<StoryPost> parse_posts(std::string_view file, std::optional<int> week,
                                                 std::string_view text);

/// A file of server/demo/story/; written at build time by cmake/story.cmake.
struct StoryFile {
    std::string_view name;
    std::string_view text;
};
[[nodiscard]] const std::vector<StoryFile>& story_files();

}  // namespace plein::demo
