/// Comments, and what is to be known of a post's thread without reading it.
#pragma once

#include "protocol/comments.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A place in a thread: comments are ordered by (published_at, id).
struct CommentKey {
    Timestamp published_at;
    CommentId comment;
};

/// A comment beside how people reacted to it, as it was last counted.
struct ReadComment {
    Comment comment;
    Reactions reactions;
};

/// The last ones before `before`, at most `limit`; oldest first.
std::vector<ReadComment> select_comments(Reader& reader, const PostAccess& post,
                                         const std::optional<CommentKey>& before, std::int64_t limit);

/// The last comments of each of these posts, as far as they are in the tabs; of each post oldest first.
std::vector<ReadComment> select_latest_comments(Reader& reader, const ReadableTabs& tabs,
                                                const std::vector<PostId>& posts);

/// Those of them that are visible, below posts in the tabs.
std::vector<ReadComment> select_comments(Reader& reader, const ReadableTabs& tabs,
                                         const std::vector<CommentId>& comments);

/// A comment below this post in any state; locked FOR NO KEY UPDATE in a write.
std::optional<Comment> select_comment(Reader& reader, const PostAccess& post, CommentId comment);

/// What an earlier try with this `client_id` made. Errors: conflict (other content, or another post, under this id).
std::optional<Comment> select_retried(Reader& reader, const Viewer& viewer, const PostAccess& post,
                                      const CreateComment& request);

/// A comment at its place on the post's stream. Its quote, if any, is below the same post.
Comment insert_comment(Transaction& tx, const Viewer& viewer, const PostAccess& post,
                       const CreateComment& request, JsonOf<MarkdownTree> blocks, const Position& at);
Comment update_comment(Transaction& tx, const PostAccess& post, const EditComment& request,
                       JsonOf<MarkdownTree> blocks);
/// Keeps the text until `purge_after`, for undo. Returns the comment with its new version.
Comment update_deleted(Transaction& tx, const PostAccess& post, CommentId comment, Timestamp purge_after);
/// Back to visible, when it is deleted and its text is still there; nothing otherwise.
std::optional<Comment> update_restored(Transaction& tx, const PostAccess& post, CommentId comment);

/// The post has so many more visible comments, or fewer. Its row is locked until the commit; when the last of them came is
/// as it was, until one of the two below says it anew.
Thread update_thread(Transaction& tx, const PostAccess& post, std::int32_t more);
/// One was said at this moment, or came back that was.
Thread update_active(Transaction& tx, const PostAccess& post, Thread thread, Timestamp at);
/// One of them went, which may have been the last.
Thread update_active_again(Transaction& tx, const PostAccess& post);
Thread select_thread(Reader& reader, const PostAccess& post);

/// Every comment that was ever made below the post.
std::vector<CommentId> select_comment_ids(Reader& reader, const TabAccess& tab, PostId post);

/// Whether somebody else than its author has said something below the post, as far as it is there or can come back.
bool has_comments_of_others(Transaction& tx, const TabAccess& tab, const Post& post);

/// Erases the text of deleted comments whose time has come; returns how many.
std::int64_t purge_comments(Transaction& tx, const SystemAccess& system, std::int64_t limit);

}  // namespace plein::storage
