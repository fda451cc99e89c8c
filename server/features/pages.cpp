#include "server/features/pages.hpp"

#include "protocol/errors.hpp"

#include <charconv>
#include <string_view>

namespace plein::features {

namespace {

std::optional<std::int64_t> number(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// In front of a cursor in that order; without it none is a number.
constexpr std::string_view mark_of_activity = "a";

}  // namespace

std::int64_t page_limit(std::optional<std::int32_t> asked, std::int32_t otherwise) {
    const std::int32_t limit = asked.value_or(otherwise);
    if (limit < 1 || limit > static_cast<std::int32_t>(limits::page_items)) {
        throw Refusal{ErrorCode::invalid_request, "?limit", "1 to 100"};
    }
    return limit;
}

std::string to_cursor(const storage::FeedKey& key, FeedOrder order) {
    const std::string mark{order == FeedOrder::activity ? mark_of_activity : ""};
    return mark + std::to_string(key.at.time_since_epoch().count()) + "." + std::to_string(key.post.value);
}

std::string to_cursor(const storage::CommentKey& key) {
    return to_cursor(storage::FeedKey{key.published_at, {key.comment.value}});
}

std::string to_cursor(const storage::MemberKey& key) {
    return std::to_string(key.person.value) + "." + key.name;
}

std::string to_cursor(const storage::DirectoryKey& key) {
    return to_cursor(storage::MemberKey{key.name, {key.group.value}});
}

storage::FeedKey feed_key(const std::string& text, FeedOrder order) {
    std::string_view cursor = text;
    if (order == FeedOrder::activity) {
        if (!cursor.starts_with(mark_of_activity))
            throw Refusal{ErrorCode::invalid_request, "?before", "of another order"};
        cursor.remove_prefix(mark_of_activity.size());
    }
    const auto dot = cursor.find('.');
    const auto milliseconds = number(cursor.substr(0, dot));
    const auto post = dot == std::string_view::npos ? std::nullopt : number(cursor.substr(dot + 1));
    // 253402300800000 is the year 10000: past what PostgreSQL and RFC 3339 can say alike.
    if (!milliseconds || !post || *milliseconds < 0 || *milliseconds >= 253'402'300'800'000 || *post < 0) {
        throw Refusal{ErrorCode::invalid_request, "?before", "no cursor of ours"};
    }
    return {Timestamp{std::chrono::milliseconds{*milliseconds}}, PostId{*post}};
}

storage::CommentKey comment_key(const std::string& cursor) {
    const storage::FeedKey key = feed_key(cursor);
    return {key.at, {key.post.value}};
}

storage::MemberKey member_key(const std::string& cursor) {
    const auto dot = cursor.find('.');
    const auto person =
        dot == std::string::npos ? std::nullopt : number(std::string_view{cursor}.substr(0, dot));
    if (!person) throw Refusal{ErrorCode::invalid_request, "?after", "no cursor of ours"};
    return {cursor.substr(dot + 1), PersonId{*person}};
}

storage::DirectoryKey directory_key(const std::string& cursor) {
    storage::MemberKey key = member_key(cursor);
    return {std::move(key.name), {key.person.value}};
}

}  // namespace plein::features
