#include "server/live/announcement.hpp"

#include <charconv>

namespace plein::live {
namespace {

/// A number from `least` to 2^53 - 1 in its only spelling.
std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least = 1) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    const bool padded = text.size() > 1 && text.front() == '0';
    if (!whole || padded || value < least || value > PersonId::max) return std::nullopt;
    return value;
}

/// False when `text` is neither `-` nor an id, or `everyone` where `least` is 0.
template <class Id>
bool read_optional_id(std::string_view text, std::optional<Id>& id, std::int64_t least = 1) {
    if (text == "-") return true;
    const auto number = read_number(text, least);
    if (number) id = Id{*number};
    return number.has_value();
}

std::optional<std::string_view> take_word(std::string_view& text) {
    const auto space = text.find(' ');
    if (space == 0 || space == std::string_view::npos) return std::nullopt;
    const auto word = text.substr(0, space);
    text.remove_prefix(space + 1);
    return word;
}

template <class Id>
std::string spell(const std::optional<Id>& id) {
    return id ? std::to_string(id->value) : "-";
}

}  // namespace

std::string write_announcement(const LiveEvent& event) {
    std::string text = event.stream;
    text += ' ';
    text += std::to_string(event.seq);
    text += ' ';
    text += spell(event.revokes);
    text += ' ';
    text += spell(event.ends);
    text += ' ';
    text += event.line;
    return text;
}

std::optional<LiveEvent> read_announcement(std::string_view text) {
    const auto stream = take_word(text);
    const auto seq_word = take_word(text);
    const auto revokes = take_word(text);
    const auto ends = take_word(text);
    if (!stream || !seq_word || !revokes || !ends) return std::nullopt;

    LiveEvent event;
    const auto seq = read_number(*seq_word);
    const bool ids_read =
        read_optional_id(*revokes, event.revokes, everyone.value) && read_optional_id(*ends, event.ends);
    const bool one_object = text.starts_with('{') && text.ends_with('}') && text.find('\n') == text.npos;
    if (!seq || !ids_read || !one_object) return std::nullopt;

    event.stream = *stream;
    event.seq = *seq;
    event.line = text;
    return event;
}

}  // namespace plein::live
