/// Posts: read, write, edit, delete.
#pragma once

#include "protocol/groups.hpp"
#include "protocol/markdown.hpp"

namespace plein {

/// Where a post is in its life. Only `visible` posts are read by others; `deleted` leaves a tombstone for its
/// author.
enum class PostState { draft, scheduled, held, visible, hidden, removed, deleted };
PLEIN_DESCRIBE_ENUM(PostState, draft, scheduled, held, visible, hidden, removed, deleted)

/// What all readers of the tab may see. `version` grows with each change; clients ignore an older one.
/// `state` is `visible`, except in the answer to a retried create whose post was deleted since: then it is a
/// tombstone without text.
struct Post {
    PostId id;
    GroupId group;
    TabId tab;
    PersonId author;
    std::int32_t version = 1;
    PostState state = PostState::visible;
    Mark mark = Mark::work;
    std::string body;             // Markdown source
    JsonOf<MarkdownTree> blocks;  // the same, parsed
    Timestamp published_at;
    std::optional<Timestamp> edited_at;
};
PLEIN_DESCRIBE(Post, id, group, tab, author, version, state, mark, body, blocks, published_at, edited_at);

/// What this viewer may do with it.
struct MyPost {
    bool may_edit = false;
    bool may_delete = false;
};
PLEIN_DESCRIBE(MyPost, may_edit, may_delete);

struct PostView {
    Post post;
    MyPost mine;
};
PLEIN_DESCRIBE(PostView, post, mine);

/// Newest first. `people` are the authors; `next` leads to the older ones and is absent at the end.
struct PostPage {
    std::vector<PostView> items;
    std::optional<std::string> next;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(PostPage, items, next, people, cursors);

struct PostAnswer {
    PostView view;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(PostAnswer, view, people, cursors);

/// One tab.
struct ListPosts {
    TabId tab;
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;  // 1..100, default 20

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/tabs/{tab}/posts", "Posts of a tab, newest first.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListPosts, tab, before, limit);

/// The tab All: every tab of the group that the viewer may read.
struct ListGroupPosts {
    GroupId group;
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/groups/{group}/posts",
                                       "Posts of a whole group, newest first.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListGroupPosts, group, before, limit);

/// Home: every tab that the viewer may read in all own groups.
struct ListHomePosts {
    std::optional<Text<limits::cursor>> before;
    std::optional<std::int32_t> limit;

    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/home/posts",
                                       "Posts of all own groups, newest first.", Audience::signed_in};
};
PLEIN_DESCRIBE(ListHomePosts, before, limit);

struct GetPost {
    PostId post;

    using Response = PostAnswer;
    static constexpr Endpoint endpoint{Method::get, "/api/posts/{post}", "One post, by its permalink.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetPost, post);

/// Publishes a post. A retry with the same `client_id` returns what the first try made.
struct CreatePost {
    TabId tab;
    Uuid client_id;
    Text<limits::post_body, 1> body;
    Mark mark = Mark::work;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::post,         "/api/tabs/{tab}/posts", "Publishes a post in a tab.", Audience::signed_in,
        ErrorCode::not_found, ErrorCode::forbidden,    ErrorCode::conflict};
};
PLEIN_DESCRIBE(CreatePost, tab, client_id, body, mark);

/// The author's own edit. `version` is the one that was edited; 409 stale_version when it is not the current
/// one.
struct EditPost {
    PostId post;
    std::int32_t version = 1;
    Text<limits::post_body, 1> body;
    Mark mark = Mark::work;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,          "/api/posts/{post}",  "Edits an own post.",    Audience::signed_in,
        ErrorCode::not_found, ErrorCode::forbidden, ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditPost, post, version, body, mark);

/// The author deletes an own post. Deleting twice is no error.
struct DeletePost {
    PostId post;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,     "/api/posts/{post}",  "Deletes an own post.",
                                       Audience::signed_in, ErrorCode::not_found, ErrorCode::forbidden};
};
PLEIN_DESCRIBE(DeletePost, post);

/// Undo of a delete, by the author, within ten minutes.
struct RestorePost {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/restoration",
                                       "Takes the deletion of an own post back, within ten minutes.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(RestorePost, post);

/// Everything in the tab up to and including this post is read, on all devices. Never moves backwards.
struct MarkRead {
    TabId tab;
    PostId up_to;

    using Response = Reading;
    static constexpr Endpoint endpoint{Method::put, "/api/tabs/{tab}/reading",
                                       "Marks a tab as read up to a post.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(MarkRead, tab, up_to);

}  // namespace plein
