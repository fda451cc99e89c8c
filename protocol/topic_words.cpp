#include "protocol/topic_words.hpp"

#include "protocol/limits.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <functional>
#include <new>
#include <set>
#include <utility>

namespace plein {
namespace {

/// A code point, and how many bytes it takes; one below zero is none.
struct Point {
    UChar32 value;
    std::size_t size;
};

Point point_after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {U_SENTINEL, 0};
    auto next = static_cast<std::int32_t>(at);
    UChar32 value = 0;
    U8_NEXT(text.data(), next, static_cast<std::int32_t>(text.size()), value);
    return {value, static_cast<std::size_t>(next) - at};
}

UChar32 point_before(std::string_view text, std::size_t at) {
    if (at == 0) return U_SENTINEL;
    auto start = static_cast<std::int32_t>(at);
    UChar32 value = 0;
    U8_PREV(text.data(), 0, start, value);
    return value;
}

bool is_of(UChar32 point, std::uint32_t categories) {
    return point >= 0 && (U_GET_GC_MASK(point) & categories) != 0;
}

bool is_letter(UChar32 point) { return is_of(point, U_GC_L_MASK); }
bool is_digit(UChar32 point) { return is_of(point, U_GC_ND_MASK); }
bool is_mark(UChar32 point) { return is_of(point, U_GC_M_MASK); }
bool is_joint(UChar32 point) { return point == '-' || point == '_'; }

/// Behind these "#" is a part of something else.
bool is_bound(UChar32 before) {
    return is_letter(before) || is_digit(before) || is_mark(before) || before == '&' || before == '/' ||
           before == '#' || before == '_';
}

/// What stands behind a "#".
struct Word {
    std::string_view topic;  // empty: it is none
    std::size_t size = 0;    // of all that belongs together, with what is left out at its end
};

Word word_at(std::string_view text) {
    Word word;
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t letters_in_topic = 0;
    bool has_letter = false;
    for (Point next = point_after(text, 0);; next = point_after(text, word.size)) {
        const bool may_begin = is_letter(next.value) || is_digit(next.value);
        if (!may_begin && (word.size == 0 || (!is_mark(next.value) && !is_joint(next.value)))) break;
        word.size += next.size;
        ++letters;
        has_letter |= is_letter(next.value);
        if (is_joint(next.value)) continue;
        end = word.size;
        letters_in_topic = letters;
    }
    if (has_letter && letters_in_topic <= limits::topic) word.topic = text.substr(0, end);
    return word;
}

/// With "#", as they stand in `source`: of a text that was made of something else none is said.
std::set<std::string_view> written_in(std::string_view source) {
    std::set<std::string_view> written;
    for (std::size_t at = source.find('#'); at != source.npos; at = source.find('#', at)) {
        const Word word = word_at(source.substr(at + 1));
        const bool is_taken_away = at > 0 && source[at - 1] == '\\';
        if (!word.topic.empty() && !is_taken_away) written.insert(source.substr(at, word.topic.size() + 1));
        at += word.size + 1;
    }
    return written;
}

std::size_t letters_of(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters)
        at += point_after(text, at).size;
    return letters;
}

class Finder {
public:
    explicit Finder(std::string_view source) : written_(written_in(source)) {}

    [[nodiscard]] bool finds_nothing() const { return written_.empty(); }

    void visit(MarkdownTree& nodes) {
        MarkdownTree found;
        found.reserve(nodes.size());
        for (MarkdownNode& node : nodes) {
            if (node.type == NodeType::text) {
                split(std::move(*node.text), found);
                continue;
            }
            if (node.children && node.type != NodeType::link) visit(*node.children);
            found.push_back(std::move(node));
        }
        nodes = std::move(found);
    }

private:
    void split(std::string text, MarkdownTree& found) {
        const std::string_view all = text;
        std::size_t begin = 0;
        const auto add_text = [&](std::size_t end) {
            if (end > begin)
                found.push_back(
                    {.type = NodeType::text, .text = std::string{all.substr(begin, end - begin)}});
        };
        for (std::size_t at = all.find('#'); at != all.npos; at = all.find('#', at)) {
            const Word word = word_at(all.substr(at + 1));
            const std::size_t behind = at + 1 + word.topic.size();
            if (!word.topic.empty() && !is_bound(point_before(all, at))) {
                if (auto key = key_of(all.substr(at, word.topic.size() + 1))) {
                    add_text(at);
                    found.push_back({.type = NodeType::topic,
                                     .text = std::string{all.substr(at, behind - at)},
                                     .topic = std::move(key)});
                    begin = behind;
                }
            }
            at += word.size + 1;
        }
        add_text(all.size());
    }

    /// Of a word with "#"; nothing where it is no topic, or one too many.
    std::optional<std::string> key_of(std::string_view written) {
        if (!written_.contains(written)) return std::nullopt;
        std::string key = topic_key(written.substr(1));
        if (letters_of(key) > limits::topic) return std::nullopt;
        if (keys_.size() == limits::topics && !keys_.contains(key)) return std::nullopt;
        keys_.insert(key);
        return key;
    }

    std::set<std::string_view> written_;
    std::set<std::string> keys_;
};

}  // namespace

std::string topic_key(std::string_view written) {
    UErrorCode failure = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(failure);
    if (U_FAILURE(failure)) throw std::bad_alloc{};  // nothing else can fail: its tables are a part of ICU
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8({written.data(), static_cast<std::int32_t>(written.size())});
    text.toLower(icu::Locale::getRoot());
    std::string key;
    form->normalize(text, failure).toUTF8String(key);
    return key;
}

void find_topics(MarkdownTree& tree, std::string_view source) {
    Finder finder{source};
    if (!finder.finds_nothing()) finder.visit(tree);
}

}  // namespace plein
