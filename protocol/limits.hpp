/// Every size that a request meets, in one place: bytes unless the name says otherwise.
#pragma once

#include <cstddef>

namespace plein::limits {

inline constexpr std::size_t json_depth = 16;  // deeper than any request of ours, shallow for a stack
inline constexpr std::size_t request_body = 256 * 1024;  // the largest post with room for JSON escapes
inline constexpr std::size_t live_message = 16 * 1024;   // one message from a client on /live
inline constexpr std::size_t live_subscriptions = 256;   // streams one connection may follow

inline constexpr std::size_t name = 120;
inline constexpr std::size_t purpose = 1200;  // of a group: a few sentences
inline constexpr std::size_t reason_min = 10;
inline constexpr std::size_t reason = 1000;    // why somebody did what others are told of
inline constexpr std::size_t group_tabs = 20;  // that a new group begins with, beside General
inline constexpr std::size_t group_owners = 20;
inline constexpr std::size_t email = 254;  // RFC 5321
inline constexpr std::size_t personnel_number = 40;
inline constexpr std::size_t token = 64;        // of a link: 43 characters, with room
inline constexpr std::size_t password_min = 8;  // NIST 800-63B, ASVS 5.0 6.2.1
inline constexpr std::size_t password_max = 256;
inline constexpr std::size_t post_body = 20'000;
inline constexpr std::size_t comment_body = 8'000;
inline constexpr std::size_t post_blocks = 128 * 1024;  // a post's block tree as JSON; six times its source
inline constexpr std::size_t cursor = name + 20;        // an id, a dot, and the name it stopped at
inline constexpr std::size_t page_items = 100;
inline constexpr std::size_t latest_comments = 2;  // shown with a post, before one asks for more
inline constexpr std::size_t reactors = 100;       // told by name
inline constexpr std::size_t pinned_posts = 10;    // of one tab
inline constexpr std::size_t lock_reason = 300;
inline constexpr std::size_t reopen_reason = 500;
inline constexpr std::size_t open_questions = 100;  // of one department, on one list
inline constexpr std::size_t answer_hours = 200;    // that a department may promise at most
inline constexpr std::size_t answer_times = 200;    // of one department, the last ones
inline constexpr std::size_t answer_days = 90;
inline constexpr std::size_t told_answers = 5;  // of a department: of fewer is never told how fast they came
inline constexpr std::size_t praised = 20;      // of one post
inline constexpr std::size_t title = 120;       // of news and of events, in letters
inline constexpr std::size_t affected_departments = 20;
inline constexpr std::size_t acknowledgement = 500;
inline constexpr std::size_t confirmations = 500;  // of one post, on one list
inline constexpr std::size_t waiting_news = 20;
inline constexpr std::size_t waiting_days = 31;
inline constexpr std::size_t idea_note = 500;
inline constexpr std::size_t ideas = 100;      // of one department, on one list
inline constexpr std::size_t idea_steps = 20;  // that one idea goes through
inline constexpr std::size_t event_place = 200;
inline constexpr std::size_t event_places = 10'000;   // that one event has
inline constexpr std::size_t event_ahead_days = 731;  // that one begins at most
inline constexpr std::size_t event_days = 31;         // that one lasts at most
inline constexpr std::size_t cancel_reason = 300;
inline constexpr std::size_t attendances = 500;      // of one event and one kind, on one list
inline constexpr std::size_t events = 100;           // on one list
inline constexpr std::size_t calendar_events = 500;  // for one calendar
inline constexpr std::size_t calendar_days = 31;     // that a calendar looks back
inline constexpr std::size_t poll_options = 20;
inline constexpr std::size_t poll_option = 200;
inline constexpr std::size_t poll_days = 366;               // that one stays open at most
inline constexpr std::size_t told_votes = 5;                // of an anonymous poll: fewer are never told
inline constexpr std::size_t votes_by_name = 500;           // of one poll, on one list
inline constexpr std::size_t bookmarks = 1'000;             // of one person
inline constexpr std::size_t mentions = 50;                 // people and departments that one text names
inline constexpr std::size_t mention_choices = 8;           // offered while one types
inline constexpr std::size_t notifications = 50;            // lines of the list
inline constexpr std::size_t gathered_notifications = 500;  // into those lines
inline constexpr std::size_t excerpt = 140;                 // in letters, of what a notification is about
inline constexpr std::size_t tab_name = 60;
inline constexpr std::size_t tabs = 40;            // of one group, open
inline constexpr std::size_t archived_tabs = 160;  // of one group
inline constexpr std::size_t search = 80;
inline constexpr std::size_t departments = 500;      // of one organisation, archived ones included
inline constexpr std::size_t department_depth = 8;   // from the top of the tree to its lowest department
inline constexpr std::size_t department_heads = 10;  // and as many deputies
inline constexpr std::size_t open_intervals = 28;    // in a week: four a day
inline constexpr std::size_t description = 1'000;
inline constexpr std::size_t services = 500;
inline constexpr std::size_t holidays = 100;
inline constexpr std::size_t profile_line = 120;
inline constexpr std::size_t profile_text = 1'000;
inline constexpr std::size_t note = 500;                     // beside a request to join
inline constexpr std::size_t held_posts = 20;                // that wait, of one person in one group
inline constexpr std::size_t draft = 64 * 1024;              // what one is writing, as its client keeps it
inline constexpr std::size_t drafts = 200;                   // of one person, the last ones
inline constexpr std::size_t scheduled_posts = 50;           // that wait, of one person
inline constexpr std::size_t scheduled_days = 366;           // that one waits at most
inline constexpr std::size_t open_requests = 50;             // to join, of one person
inline constexpr std::size_t open_invitations = 200;         // of one group
inline constexpr std::size_t open_links = 20;                // of one group
inline constexpr std::size_t people_at_once = 500;           // let in by one act
inline constexpr std::size_t import_file = 4 * 1024 * 1024;  // of people: 20,000 rows of 200 bytes
inline constexpr std::size_t import_body = 6 * 1024 * 1024;  // such a file in base64, with room around it
inline constexpr std::size_t import_rows = 20'000;           // below the header
inline constexpr std::size_t import_columns = 100;           // known and unknown ones
inline constexpr std::size_t import_lines = 200;             // of each outcome that a plan tells one by one
inline constexpr std::size_t people_told_singly = 100;       // of one act; above that one event tells of all
inline constexpr std::size_t links_at_once = 100;            // to choose a password
inline constexpr std::size_t block_depth = 12;  // nesting of quotes and lists that a client draws

}  // namespace plein::limits
