/// Feeds: posts of a tab, of several, of a topic, and of Home, a page at a time.
#pragma once

#include "storage/posts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// A place in a feed: posts are ordered by (at, id), the last first; `at` is when they were published or, in the order of
/// activity, when they were last commented on.
struct FeedKey {
    Timestamp at;
    PostId post;
};
/// Before every post there is.
inline constexpr FeedKey top_of_feed{Timestamp{std::chrono::sys_days{std::chrono::year{9999} / 1 / 1}}, {0}};

/// Newest first, those before `before`; at most `limit`. With a mark only those that have it.
std::vector<ReadPost> select_feed(Reader& reader, const TabAccess& tab, std::optional<Mark> mark,
                                  const std::optional<FeedKey>& before, std::int64_t limit);
std::vector<ReadPost> select_feed(Reader& reader, const ReadableTabs& tabs, std::optional<Mark> mark,
                                  const std::optional<FeedKey>& before, std::int64_t limit);

/// The same, in the order of activity.
std::vector<ReadPost> select_active_feed(Reader& reader, const ReadableTabs& tabs, std::optional<Mark> mark,
                                         const std::optional<FeedKey>& before, std::int64_t limit);
/// When it was last commented on or, where nobody did, published.
Timestamp active_at(const ReadPost& post);

/// Those with a topic, whose key this is, newest first.
std::vector<ReadPost> select_topic_feed(Reader& reader, const ReadableTabs& tabs, const std::string& topic,
                                        const std::optional<FeedKey>& before, std::int64_t limit);

/// Which posts of Home: unread ones, or what has been read before; of everyone, or written from one side; of both marks, or
/// of one.
struct HomePart {
    bool unread = false;
    std::optional<Side> side;
    std::optional<Mark> mark;
};

/// Newest first, those before `before`; at most `limit`, and of each tab the newest `per_tab` at most.
std::vector<ReadPost> select_home_feed(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                       const HomePart& part, const std::optional<std::int64_t>& per_tab,
                                       const std::optional<FeedKey>& before, std::int64_t limit);

}  // namespace plein::storage
