/// Comments: one level below a post, in the order in which they came.
#pragma once

#include "protocol/departments.hpp"
#include "protocol/markdown.hpp"
#include "protocol/reactions.hpp"

namespace plein {

/// Only `visible` ones are read; `deleted` leaves a tombstone for its author's undo.
enum class CommentState { visible, hidden, removed, deleted };
PLEIN_DESCRIBE_ENUM(CommentState, visible, hidden, removed, deleted)

/// What a comment replies to: another one of the same post. Ids only: its text is where the comment itself is.
struct Quote {
    CommentId comment;
    PersonId author;
};
PLEIN_DESCRIBE(Quote, comment, author);

/// What all readers of the post may see. `version` grows with each change; clients ignore an older one. `state` is
/// `visible`, except in the answer to a retried create whose comment was deleted since.
struct Comment {
    CommentId id;
    PostId post;
    TabId tab;
    GroupId group;
    PersonId author;
    std::int32_t version = 1;
    CommentState state = CommentState::visible;
    std::string body;             // Markdown source
    JsonOf<MarkdownTree> blocks;  // the same, parsed
    std::optional<Quote> quote;
    Timestamp published_at;
    std::optional<Timestamp> edited_at;
};
PLEIN_DESCRIBE(Comment, id, post, tab, group, author, version, state, body, blocks, quote, published_at,
               edited_at);

/// How many comments a post has, and when the last of them came. `version` grows with each change; clients ignore an older
/// one.
struct Thread {
    std::int32_t comments = 0;
    std::int64_t version = 0;
    std::optional<Timestamp> active_at;
};
PLEIN_DESCRIBE(Thread, comments, version, active_at);

/// What this viewer may do with a comment, and how they reacted to it.
struct MyComment {
    bool may_edit = false;
    bool may_delete = false;
    std::optional<ReactionKind> reaction;
};
PLEIN_DESCRIBE(MyComment, may_edit, may_delete, reaction);

struct CommentView {
    Comment comment;
    Reactions reactions;
    MyComment mine;
};
PLEIN_DESCRIBE(CommentView, comment, reactions, mine);

/// Oldest first, the last ones of the thread; `next` leads to those before them and is absent at the beginning. `quoted`
/// are the comments that these reply to, as far as they are visible and not among them.
struct CommentPage {
    std::vector<CommentView> items;
    std::vector<Comment> quoted;
    std::optional<std::string> next;
    Thread thread;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(CommentPage, items, quoted, next, thread, people, cursors);

struct ListComments {
    PostId post;
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;  // 1..100, default 20

    using Response = CommentPage;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}/comments",
                                       "The last comments of a post, and those before them.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListComments, post, before, limit);

/// A retry with the same `client_id` returns what the first try made. Errors: conflict about `client_id` (other content
/// under it), not_found about `quote` (no visible comment of this post), forbidden (its comments are closed).
struct CreateComment {
    PostId post;
    Uuid client_id;
    Text<limits::comment_body, 1> body;
    std::optional<CommentId> quote;

    using Response = Comment;
    static constexpr Endpoint endpoint{
        Method::post,         "/api/posts/{post}/comments", "Comments on a post.", Audience::signed_in,
        ErrorCode::not_found, ErrorCode::forbidden,         ErrorCode::conflict};
};
PLEIN_DESCRIBE(CreateComment, post, client_id, body, quote);

/// The author's own edit. `version` is the one that was edited; 409 stale_version when it is not the current one.
struct EditComment {
    CommentId comment;
    std::int32_t version = 1;
    Text<limits::comment_body, 1> body;

    using Response = Comment;
    static constexpr Endpoint endpoint{
        Method::put,          "/api/comments/{comment}", "Edits an own comment.", Audience::signed_in,
        ErrorCode::not_found, ErrorCode::forbidden,      ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditComment, comment, version, body);

/// The author deletes an own comment. Deleting twice is no error.
struct DeleteComment {
    CommentId comment;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,           "/api/comments/{comment}",
                                       "Deletes an own comment.", Audience::signed_in,
                                       ErrorCode::not_found,      ErrorCode::forbidden};
};
PLEIN_DESCRIBE(DeleteComment, comment);

/// Undo of a delete, by the author, within ten minutes.
struct RestoreComment {
    CommentId comment;

    using Response = Comment;
    static constexpr Endpoint endpoint{Method::put, "/api/comments/{comment}/restoration",
                                       "Takes the deletion of an own comment back, within ten minutes.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(RestoreComment, comment);

}  // namespace plein
