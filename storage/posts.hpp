/// Posts. Every function asks for the proof that its caller may read or write there.
#pragma once

#include "protocol/posts.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

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

/// What became of a post that is more than its text: at most one of them.
struct ReadKinds {
    std::optional<Question> question;
    std::optional<ReadPoll> poll;
    std::optional<News> news;
    std::optional<Idea> idea;
    std::optional<CalendarEvent> event;
};

/// A post beside how many comments it has, and how people reacted to it as it was last counted.
struct ReadPost {
    Post post;
    Thread thread;
    Reactions reactions;
    ReadKinds kinds;
};

ReadPost select_read_post(Reader& reader, const PostAccess& post);

/// A post of this tab in any state; locked FOR UPDATE in a write, which is run again when the post has gone to another tab
/// since that was looked up.
std::optional<Post> select_post(Reader& reader, const TabAccess& tab, PostId post);

/// When a post of this tab was published, deleted since or not; locks nothing, since many readers ask at once.
std::optional<Timestamp> select_published_at(Reader& reader, const TabAccess& tab, PostId post);

/// What an earlier try with this `client_id` made; it may have gone to another tab since. Errors: conflict (other content, or
/// made for another tab, under this id).
std::optional<Post> select_retried(Reader& reader, const Viewer& viewer, const TabAccess& tab,
                                   const CreatePost& request);

/// A post, and where on the tab's stream it stands: feeds are in commit order.
struct PublishedPost {
    Position at;
    Post post;
};
/// What a request says, parsed; in the other language as well, where it has a translation.
struct NewText {
    JsonOf<MarkdownTree> blocks;
    std::optional<JsonOf<MarkdownTree>> translation;
};
/// What somebody publishes in a tab. The request's `tab` is that tab.
struct NewPost {
    const Viewer* author;
    const TabAccess* tab;
    const CreatePost* request;
    NewText text;
};
/// Each in its place; nothing where its author has made something under `client_id` before. No two of them have both
/// author and `client_id` in common.
std::vector<std::optional<PublishedPost>> publish_posts(Transaction& tx, const std::vector<NewPost>& posts);
/// In a state in which not all readers of the tab read it: it waits, or is confidential.
Post insert_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const CreatePost& request,
                 const NewText& text, PostState state);

/// Keeps how it read before. Nothing when its text has changed since the version that was edited.
std::optional<Post> update_post(Transaction& tx, const TabAccess& tab, const EditPost& request,
                                JsonOf<MarkdownTree> blocks);

/// Keeps the text until `purge_after`, for undo. Returns the post with its new version.
Post update_deleted(Transaction& tx, const TabAccess& tab, PostId post, Timestamp purge_after);
/// Back to visible, when it is deleted and its text is still there; nothing otherwise.
std::optional<Post> update_restored(Transaction& tx, const TabAccess& tab, PostId post);

/// From the one tab to the other, with what is below it. On top of its new tab it is not. Returns it with its new version.
Post update_moved(Transaction& tx, const TabAccess& from, const TabAccess& to, PostId post);

/// Erases the text of deleted posts whose time has come; returns how many.
std::int64_t purge_posts(Transaction& tx, const SystemAccess& system, std::int64_t limit);

}  // namespace plein::storage
