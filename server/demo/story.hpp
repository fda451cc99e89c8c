/// The demo organisation as it is written down in server/demo/story/, which travels inside the binary.
///
/// people.toml and groups.toml say who and where; posts-NN.md are the posts of week NN, and posts-now.md those of the
/// last hours. The head of a post is one line, its body the Markdown below it:
///
///     === Fri 17:00 | fatma | SSC & Assemblage / Algemeen | personal
///     === 40 minutes ago | marek | SSC & Logistiek / Algemeen
///
/// The fourth field is there only when it differs from the tab: `work`, `personal`, or `edit`, which replaces the text
/// of what this person posted last in this tab.
#pragma once

#include "protocol/accounts.hpp"
#include "protocol/departments.hpp"
#include "protocol/posts.hpp"
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

struct StoryTab {
    std::string name;
    std::optional<std::string> department;
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
};

/// Everyone of `departments` is a member, beside those who are named.
struct StoryGroup {
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
    std::vector<std::string> owners;
    std::vector<std::string> moderators;
    std::vector<std::string> members;
    std::vector<std::string> guests;
    std::vector<std::string> departments;
    std::vector<StoryTab> tabs;
};

struct StoryPost {
    StoryMoment when;
    std::string author;
    std::string place;  // "group / tab"
    std::optional<Mark> mark;
    bool edit = false;
    std::string body;
};

struct Story {
    std::vector<StoryDepartment> departments;
    std::vector<StoryGroup> groups;
    std::vector<StoryPost> posts;  // in the order of the files
};

/// Errors: std::runtime_error, which names file and line.
[[nodiscard]] Story read_story();

/// The posts of one file. `week` is nothing for posts-now.md.
[[nodiscard]] std::vector<StoryPost> parse_posts(std::string_view file, std::optional<int> week,
                                                 std::string_view text);

/// A file of server/demo/story/; written at build time by cmake/story.cmake.
struct StoryFile {
    std::string_view name;
    std::string_view text;
};
[[nodiscard]] const std::vector<StoryFile>& story_files();

}  // namespace plein::demo
