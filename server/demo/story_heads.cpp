#include "server/demo/story_heads.hpp"

#include "protocol/enum_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace plein::demo {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/// Takes what stands before `separator` off `text`, without blanks around it.
std::string_view take(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const std::string_view part = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

/// What stands behind the word that `text` begins with; nothing where it begins with another.
std::optional<std::string> behind(std::string_view word, std::string_view text) {
    if (!text.starts_with(word)) return std::nullopt;
    text.remove_prefix(word.size());
    if (!text.empty() && !text.starts_with(' ')) return std::nullopt;
    return std::string{trim(text)};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "17:00"
std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    const auto hour = number(take(text, ':'));
    const auto minute = number(trim(text));
    if (!hour || !minute) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute};
}

/// "Fri 17:00"
std::optional<StoryMoment> in_week(int week, std::string_view text) {
    const auto weekday = std::ranges::find(weekdays, take(text, ' '));
    const auto time = time_of_day(text);
    if (weekday == weekdays.end() || !time) return std::nullopt;
    return StoryMoment{week, static_cast<int>(weekday - weekdays.begin()), *time};
}

/// "40 minutes ago"
std::optional<StoryMoment> before_now(std::string_view text) {
    const auto count = number(take(text, ' '));
    if (!count || trim(text) != "minutes ago") return std::nullopt;
    return StoryMoment{std::nullopt, 0, std::chrono::minutes{*count}};
}

std::optional<StoryMoment> parse_moment(std::string_view text, std::optional<int> week) {
    return week ? in_week(*week, text) : before_now(text);
}

/// "anonymous 7"
std::optional<StoryPoll> parse_poll(std::string_view text) {
    const auto days = number(trim(text.substr(text.find_last_of(' ') + 1)));
    const std::string_view kind = trim(text.substr(0, text.find_last_of(' ') + 1));
    if (!days || (!kind.empty() && kind != "multiple" && kind != "anonymous")) return std::nullopt;
    return StoryPoll{*days, kind == "multiple", kind == "anonymous", {}};
}

/// "ruben, aditi"
std::vector<std::string> parse_list(std::string_view text) {
    std::vector<std::string> names;
    while (!text.empty())
        names.emplace_back(take(text, ','));
    return names;
}

/// "must-read affects HR, Finance"
std::optional<StoryNews> parse_news(std::string_view text) {
    StoryNews news;
    if (const auto more = behind("must-read", text)) {
        news.must_read = true;
        text.remove_prefix(text.size() - more->size());
    }
    if (text.empty()) return news;
    const auto affected = behind("affects", text);
    if (!affected || affected->empty()) return std::nullopt;
    news.affects = parse_list(*affected);
    return news;
}

/// "3 10:00-12:00"
std::optional<StoryEvent> parse_event(std::string_view text) {
    const auto days = number(take(text, ' '));
    const auto begins = time_of_day(take(text, '-'));
    const auto ends = time_of_day(text);
    if (!days || !begins || !ends) return std::nullopt;
    return StoryEvent{.days = *days, .begins = *begins, .ends = *ends};
}

/// "like: kevin, fatma; care: johan"
template <DescribedEnum Kind, class Chosen>
std::optional<std::vector<Chosen>> parse_chosen(std::string_view line) {
    std::vector<Chosen> all;
    while (!line.empty()) {
        std::string_view people = take(line, ';');
        const auto kind = enum_named<Kind>(take(people, ':'));
        if (!kind || people.empty()) return std::nullopt;
        for (std::string& person : parse_list(people))
            all.push_back({*kind, std::move(person)});
    }
    return all;
}

}  // namespace

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

std::optional<StoryPost> parse_post_head(std::string_view head, std::optional<int> week) {
    const auto moment = parse_moment(take(head, '|'), week);
    StoryPost post;
    post.author = take(head, '|');
    post.place = take(head, '|');
    const std::string_view extra = trim(head);
    post.edit = extra == "edit";
    post.question = behind("question", extra);
    if (const auto of_desk = post.question ? behind("private", *post.question) : std::nullopt) {
        post.question = *of_desk;
        post.confidential = true;
    }
    if (const auto poll = behind("poll", extra)) {
        post.poll = parse_poll(*poll);
        if (!post.poll) return std::nullopt;
    }
    if (const auto news = behind("news", extra)) {
        post.news = parse_news(*news);
        if (!post.news) return std::nullopt;
    }
    if (const auto event = behind("event", extra)) {
        post.event = parse_event(*event);
        if (!post.event) return std::nullopt;
    }
    if (const auto addressee = behind("idea", extra)) post.idea = StoryIdea{*addressee, {}};
    if (const auto praised = behind("praise", extra)) {
        post.praised = parse_list(*praised);
        if (post.praised.empty()) return std::nullopt;
    }
    const bool has_kind =
        post.question || post.poll || post.news || post.idea || post.event || !post.praised.empty();
    if (!extra.empty() && !post.edit && !has_kind) {
        post.mark = enum_named<Mark>(extra);
        if (!post.mark) return std::nullopt;
    }
    if (!moment || post.author.empty() || post.place.empty()) return std::nullopt;
    post.when = *moment;
    return post;
}

std::optional<StoryComment> parse_comment_head(std::string_view head, std::optional<int> week) {
    const auto moment = parse_moment(take(head, '|'), week);
    StoryComment comment;
    comment.author = take(head, '|');
    const std::string_view extra = trim(head);
    comment.edit = extra == "edit";
    comment.quote = behind("quote", extra);
    comment.answer = behind("answer", extra);
    comment.same = behind("same", extra);
    if (comment.quote == "" || comment.same == "") return std::nullopt;
    const bool has_part = comment.edit || comment.quote || comment.answer || comment.same;
    if (!extra.empty() && !has_part) return std::nullopt;
    if (!moment || comment.author.empty()) return std::nullopt;
    comment.when = *moment;
    return comment;
}

std::optional<StoryOption> parse_option(std::string_view line) {
    StoryOption option{std::string{take(line, '|')}, parse_list(trim(line))};
    if (option.text.empty()) return std::nullopt;
    return option;
}

std::optional<StoryTakingUp> parse_taking_up(std::string_view line) {
    StoryTakingUp taken_up{std::string{take(line, '|')}, std::string{take(line, '|')}, 0, {}};
    const auto days = number(take(line, '|'));
    taken_up.note = trim(line);
    if (taken_up.by.empty() || !days || taken_up.note.empty()) return std::nullopt;
    taken_up.days = *days;
    return taken_up;
}

std::optional<StoryStep> parse_step(std::string_view line) {
    const auto status = enum_named<IdeaStatus>(take(line, '|'));
    StoryStep step{.by = std::string{take(line, '|')}};
    const auto days = number(take(line, '|'));
    step.note = trim(line);
    if (!status || step.by.empty() || !days || step.note.empty()) return std::nullopt;
    step.status = *status;
    step.days = *days;
    return step;
}

std::optional<StoryEvent> parse_place(std::string_view line, StoryEvent event) {
    event.place = take(line, '|');
    const std::string_view places = take(line, '|');
    event.places = number(places);
    auto answers = parse_chosen<Attendance, StoryAnswer>(trim(line));
    if (event.place.empty() || (!places.empty() && !event.places) || !answers) return std::nullopt;
    event.answers = std::move(*answers);
    return event;
}

std::optional<std::vector<StoryReaction>> parse_reactions(std::string_view line) {
    return parse_chosen<ReactionKind, StoryReaction>(line);
}

}  // namespace plein::demo
