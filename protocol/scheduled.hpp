/// Scheduled posts: written now, published at a time. Nobody but their author knows of them.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// `failed`: its time has come, but the author may not post there any more; nobody has read it.
struct ScheduledPost {
    Post post;
    Timestamp publish_at;
    bool failed = false;
    std::optional<Question> question;
    std::optional<Poll> poll;
    std::optional<News> news;
    std::optional<Idea> idea;
    std::optional<CalendarEvent> event;
};
PLEIN_DESCRIBE(ScheduledPost, post, publish_at, failed, question, poll, news, idea, event);

struct ScheduledPostList {
    std::vector<ScheduledPost> items;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(ScheduledPostList, items, people, cursors);

/// In tabs that the author still reads, the next one first.
struct ListScheduledPosts {
    using Response = ScheduledPostList;
    static constexpr Endpoint endpoint{Method::get, "/api/me/scheduled",
                                       "Own posts that wait for their time, the next one first.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListScheduledPosts);

/// Errors: conflict, once it was published or cancelled; stale_version; invalid_request about `$.publish_at` (past or too far
/// ahead) and about `$.body` (news or an event without a title).
struct EditScheduledPost {
    PostId post;
    std::int32_t version = 1;
    Text<limits::post_body, 1> body;
    Mark mark = Mark::work;
    Timestamp publish_at;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/scheduled/{post}", "Changes an own post that waits for its time.",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::forbidden,
        ErrorCode::conflict, ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditScheduledPost, post, version, body, mark, publish_at);

/// At once, instead of at its time. Twice is no error. Errors: forbidden, for who may not post there any more; conflict, once
/// it was cancelled; full, where it would wait for approval beside too many others; not_found about what it asks.
struct PublishScheduledPost {
    PostId post;

    using Response = Post;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/scheduled/{post}/publication",
                                       "Publishes an own post that waits for its time now.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(PublishScheduledPost, post);

/// Its text is gone. Twice is no error. Errors: conflict, once it was published.
struct CancelScheduledPost {
    PostId post;

    using Response = NoContent;
    static constexpr Endpoint endpoint{
        Method::delete_,     "/api/scheduled/{post}", "Cancels an own post that waits for its time.",
        Audience::signed_in, ErrorCode::not_found,    ErrorCode::conflict};
};
PLEIN_DESCRIBE(CancelScheduledPost, post);

}  // namespace plein
