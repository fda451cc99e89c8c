#include "server/demo/story.hpp"

#include "protocol/enum_names.hpp"

#include <toml++/toml.h>

#include <charconv>
#include <stdexcept>

namespace plein::demo {

namespace {

/// A table of people.toml or groups.toml, read by key; what is wrong names the file and the line.
class Entry {
public:
    Entry(std::string_view file, const toml::table& table) : file_(file), table_(table) {}

    [[nodiscard]] std::optional<std::string> find(std::string_view key) const {
        return table_[key].value<std::string>();
    }
    [[nodiscard]] std::string text(std::string_view key) const {
        auto found = find(key);
        if (!found) fail("has no " + std::string{key});
        return std::move(*found);
    }
    [[nodiscard]] std::optional<int> number(std::string_view key) const { return table_[key].value<int>(); }
    template <DescribedEnum E>
    [[nodiscard]] E name(std::string_view key, E otherwise) const {
        const auto found = find(key);
        if (!found) return otherwise;
        const auto value = enum_named<E>(*found);
        if (!value) fail("has an unknown " + std::string{key});
        return *value;
    }
    [[nodiscard]] bool flag(std::string_view key, bool otherwise) const {
        return table_[key].value_or(otherwise);
    }
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
        std::vector<std::string> found;
        if (const auto* array = table_[key].as_array()) {
            for (const auto& item : *array)
                found.push_back(item.value_or(std::string{}));
        }
        return found;
    }
    [[nodiscard]] std::vector<Entry> entries(std::string_view key) const {
        std::vector<Entry> found;
        if (const auto* array = table_[key].as_array()) {
            for (const auto& item : *array)
                found.emplace_back(file_, *item.as_table());
        }
        return found;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error{std::string{file_} + ":" + std::to_string(table_.source().begin.line) + " " +
                                 what};
    }

    std::string_view file_;
    const toml::table& table_;
};

StoryPerson person_of(const Entry& entry) {
    return {.key = entry.text("key"),
            .name = entry.text("name"),
            .title = entry.text("title"),
            .email = entry.find("email"),
            .personnel_number = entry.find("personnel_number"),
            .role = entry.name("role", Role::employee),
            .language = entry.name("language", Language::nl),
            .welcomed = entry.flag("welcomed", true)};
}

StoryDepartment department_of(const Entry& entry) {
    StoryDepartment department{
        entry.text("name"), entry.name("side", Side::business), entry.texts("heads"), {}};
    for (const Entry& person : entry.entries("people"))
        department.people.push_back(person_of(person));
    return department;
}

StoryDesk desk_of(const Entry& entry) {
    StoryDesk desk{.department = entry.text("department"),
                   .description = entry.text("description"),
                   .parent = entry.find("parent"),
                   .deputies = entry.texts("deputies"),
                   .partner = entry.find("partner"),
                   .hours = parse_hours(entry.texts("hours")),
                   .answer_hours = entry.number("answer_hours"),
                   .services = {}};
    for (const Entry& service : entry.entries("services")) {
        desk.services.push_back({service.text("name"), service.name("kind", ServiceKind::service),
                                 service.text("owner"), service.find("description").value_or("")});
    }
    return desk;
}

StoryProfile profile_of(const Entry& entry) {
    StoryProfile story{entry.text("person"), {}};
    if (entry.find("colour")) story.profile.colour = entry.name("colour", Colour::sand);
    const auto fill = [&](auto& field, std::string_view name, std::string_view audience) {
        field.text.value = entry.find(name).value_or("");
        field.audience = entry.name(audience, ProfileAudience::everyone);
    };
    fill(story.profile.phone, "phone", "phone_for");
    fill(story.profile.mobile, "mobile", "mobile_for");
    fill(story.profile.workplace, "workplace", "workplace_for");
    fill(story.profile.about, "about", "about_for");
    fill(story.profile.ask_me, "ask_me", "ask_me_for");
    return story;
}

StoryTab tab_of(const Entry& entry) {
    return {.name = entry.text("name"),
            .department = entry.find("department"),
            .audience = entry.name("audience", TabAudience::members),
            .posting = entry.name("posting", PostingRule::everyone),
            .default_mark = entry.name("default_mark", Mark::work)};
}

StoryGroup group_of(const Entry& entry) {
    StoryGroup group{.name = entry.text("name"),
                     .purpose = entry.text("purpose"),
                     .visibility = entry.name("visibility", GroupVisibility::closed),
                     .kind = entry.name("kind", GroupKind::work),
                     .colour = entry.name("colour", GroupColour::teal),
                     .cover = entry.name("cover", GroupCover::stretcher),
                     .review_in = entry.number("review_in"),
                     .owners = entry.texts("owners"),
                     .moderators = entry.texts("moderators"),
                     .members = entry.texts("members"),
                     .guests = entry.texts("guests"),
                     .departments = entry.texts("departments")};
    for (const Entry& tab : entry.entries("tabs"))
        group.tabs.push_back(tab_of(tab));
    return group;
}

Weekday weekday_of(std::string_view name) {
    const auto day = enum_named<Weekday>(name);
    if (!day) throw std::runtime_error{"no day of the week: " + std::string{name}};
    return *day;
}

/// "posts-05.md" → 5; nothing for "posts-now.md".
std::optional<int> week_of(std::string_view name) {
    int week = 0;
    const std::string_view digits = name.substr(std::string_view{"posts-"}.size());
    if (std::from_chars(digits.data(), digits.data() + digits.size(), week).ec != std::errc{})
        return std::nullopt;
    return week;
}

}  // namespace

std::vector<OpenInterval> parse_hours(const std::vector<std::string>& lines) {
    std::vector<OpenInterval> hours;
    for (const std::string& line : lines) {
        const auto space = line.find(' ');
        const std::string days = line.substr(0, space);
        if (space == std::string::npos || line.size() != space + 12)
            throw std::runtime_error{"no opening hours: " + line};
        const auto dash = days.find('-');
        const auto last = weekday_of(dash == std::string::npos ? days : days.substr(dash + 1));
        for (auto day = weekday_of(days.substr(0, dash)); day <= last;
             day = static_cast<Weekday>(static_cast<int>(day) + 1))
            hours.push_back({day, {line.substr(space + 1, 5)}, {line.substr(space + 7, 5)}});
    }
    return hours;
}

Story read_story() {
    Story story;
    for (const StoryFile& file : story_files()) {
        if (file.name.starts_with("posts-")) {
            auto posts = parse_posts(file.name, week_of(file.name), file.text);
            story.posts.insert(story.posts.end(), std::make_move_iterator(posts.begin()),
                               std::make_move_iterator(posts.end()));
            continue;
        }
        const toml::table table = toml::parse(file.text, file.name);
        const Entry root{file.name, table};
        for (const Entry& entry : root.entries("department"))
            story.departments.push_back(department_of(entry));
        for (const Entry& entry : root.entries("desk"))
            story.desks.push_back(desk_of(entry));
        for (const Entry& entry : root.entries("holiday"))
            story.holidays.push_back({entry.text("day"), entry.text("name")});
        for (const Entry& entry : root.entries("profile"))
            story.profiles.push_back(profile_of(entry));
        for (const Entry& entry : root.entries("group"))
            story.groups.push_back(group_of(entry));
    }
    return story;
}

}  // namespace plein::demo
