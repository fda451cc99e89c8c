#include "protocol/enum_names.hpp"
#include "server/demo/story.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace plein::demo {

namespace {

constexpr std::string_view head_mark = "=== ";
constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

/// Takes what stands before `separator` off `text`, without blanks around it.
std::string_view take(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const std::string_view part = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "Fri 17:00"
std::optional<StoryMoment> in_week(int week, std::string_view text) {
    const auto weekday = std::ranges::find(weekdays, take(text, ' '));
    const auto hour = number(take(text, ':'));
    const auto minute = number(trim(text));
    if (weekday == weekdays.end() || !hour || !minute) return std::nullopt;
    return StoryMoment{week, static_cast<int>(weekday - weekdays.begin()),
                       std::chrono::hours{*hour} + std::chrono::minutes{*minute}};
}

/// "40 minutes ago"
std::optional<StoryMoment> before_now(std::string_view text) {
    const auto count = number(take(text, ' '));
    if (!count || trim(text) != "minutes ago") return std::nullopt;
    return StoryMoment{std::nullopt, 0, std::chrono::minutes{*count}};
}

std::optional<StoryPost> parse_head(std::string_view head, std::optional<int> week) {
    const std::string_view when = take(head, '|');
    const auto moment = week ? in_week(*week, when) : before_now(when);
    StoryPost post;
    post.author = take(head, '|');
    post.place = take(head, '|');
    const std::string_view extra = trim(head);
    post.edit = extra == "edit";
    if (!extra.empty() && !post.edit) {
        post.mark = enum_named<Mark>(extra);
        if (!post.mark) return std::nullopt;
    }
    if (!moment || post.author.empty() || post.place.empty()) return std::nullopt;
    post.when = *moment;
    return post;
}

}  // namespace

std::vector<StoryPost> parse_posts(std::string_view file, std::optional<int> week, std::string_view text) {
    std::vector<StoryPost> posts;
    for (int line_number = 1; !text.empty(); ++line_number) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        if (!line.starts_with(head_mark)) {
            if (!posts.empty()) posts.back().body += line;
            continue;
        }
        auto post = parse_head(trim(line.substr(head_mark.size())), week);
        if (!post)
            throw std::runtime_error{std::string{file} + ":" + std::to_string(line_number) +
                                     " is no head of a post"};
        posts.push_back(std::move(*post));
    }
    for (StoryPost& post : posts)
        post.body = trim(post.body);
    return posts;
}

}  // namespace plein::demo
