/// Posts. Every function asks for the proof that its caller may read or write there.
#pragma once

#include "protocol/posts.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A place in a feed: posts are ordered by (published_at, id), newest first.
struct FeedKey {
    Timestamp published_at;
    PostId post;
};
/// Before every post there is.
inline constexpr FeedKey top_of_feed{Timestamp{std::chrono::sys_days{std::chrono::year{9999} / 1 / 1}}, {0}};

/// A poll with how many chose what, which not every reader of it may know.
struct ReadPoll {
    std::int64_t version = 1;
    std::vector<std::string> options;
    std::vector<std::int32_t> votes;  // for each of them
    std::int32_t voters = 0;
    bool multiple = false;
    bool anonymous = false;
    Timestamp closes_at;
    std::optional<Timestamp> closed_at;
};
PLEIN_DESCRIBE(ReadPoll, version, options, votes, voters, multiple, anonymous, closes_at, closed_at);

/// A post beside how many comments it has, how people reacted to it as it was last counted, and what became of it if it is
/// a question, a poll or news.
struct ReadPost {
    Post post;
    Thread thread;
    Reactions reactions;
    std::optional<Question> question;
    std::optional<ReadPoll> poll;
    std::optional<News> news;
};

/// Newest first, those before `before`; at most `limit`.
std::vector<ReadPost> select_feed(Reader& reader, const TabAccess& tab, const std::optional<FeedKey>& before,
                                  std::int64_t limit);
std::vector<ReadPost> select_feed(Reader& reader, const ReadableTabs& tabs,
                                  const std::optional<FeedKey>& before, std::int64_t limit);

/// Which posts of Home: unread ones, or what has been read before; of everyone, or written from one side.
struct HomePart {
    bool unread = false;
    std::optional<Side> side;
};

/// Newest first, those before `before`; at most `limit`, and of each tab the newest `per_tab` at most.
std::vector<ReadPost> select_home_feed(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                       const HomePart& part, const std::optional<std::int64_t>& per_tab,
                                       const std::optional<FeedKey>& before, std::int64_t limit);
ReadPost select_read_post(Reader& reader, const PostAccess& post);

/// A post of this tab in any state; locked FOR UPDATE in a write.
std::optional<Post> select_post(Reader& reader, const TabAccess& tab, PostId post);

/// When a post of this tab was published, deleted since or not; locks nothing, since many readers ask at once.
std::optional<Timestamp> select_published_at(Reader& reader, const TabAccess& tab, PostId post);

/// What an earlier try with this `client_id` made. Errors: conflict (other content, or another tab, under
/// this id).
std::optional<Post> select_retried(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                   const CreatePost& request);

/// A post, and where on the tab's stream it stands: feeds are in commit order.
struct PublishedPost {
    Position at;
    Post post;
};
/// What somebody publishes in a tab. The request's `tab` is that tab.
struct NewPost {
    const Viewer* author;
    const TabAccess* tab;
    const CreatePost* request;
    std::string blocks;  // JsonOf<MarkdownTree>
};
/// Each in its place; nothing where its author has made something under `client_id` before. No two of them have both
/// author and `client_id` in common.
std::vector<std::optional<PublishedPost>> publish_posts(Transaction& tx, const std::vector<NewPost>& posts);
Post insert_held_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const CreatePost& request,
                      JsonOf<MarkdownTree> blocks);

/// Keeps how it read before. Nothing when its text has changed since the version that was edited.
std::optional<Post> update_post(Transaction& tx, const TabAccess& tab, const EditPost& request,
                                JsonOf<MarkdownTree> blocks);

/// Keeps the text until `purge_after`, for undo. Returns the post with its new version.
Post update_deleted(Transaction& tx, const TabAccess& tab, PostId post, Timestamp purge_after);
/// Back to visible, when it is deleted and its text is still there; nothing otherwise.
std::optional<Post> update_restored(Transaction& tx, const TabAccess& tab, PostId post);

/// Erases the text of deleted posts whose time has come; returns how many.
std::int64_t purge_posts(Transaction& tx, const SystemAccess& system, std::int64_t limit);

}  // namespace plein::storage
