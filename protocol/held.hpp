/// Held posts: what waits until somebody decides whether others may read it.
///
/// A held post is a post of which nobody but its author and those who decide knows. It is in no feed, has no permalink
/// and is not on the tab's stream; `held.changed` tells those whom it concerns to read anew.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// Why a post is held. `approval`: the tab's posting rule.
enum class HoldKind { approval };
PLEIN_DESCRIBE_ENUM(HoldKind, approval)

struct HeldPost {
    Post post;
    HoldKind kind = HoldKind::approval;
    Timestamp since;  // when it was sent, or sent again
    std::optional<Question> question;
    std::optional<Poll> poll;
    std::optional<News> news;
    std::optional<Idea> idea;
    std::optional<CalendarEvent> event;
};
PLEIN_DESCRIBE(HeldPost, post, kind, since, question, poll, news, idea, event);

struct HeldPostList {
    std::vector<HeldPost> items;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(HeldPostList, items, people, cursors);

/// What waits in the tabs that the viewer reads. The first 100: whoever decides on one makes room for the next.
struct ListHeldPosts {
    GroupId group;

    using Response = HeldPostList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/groups/{group}/held",
                                       "Posts that wait for approval, oldest first (owners and moderators).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ListHeldPosts, group);

struct Declining {
    PersonId by;
    Timestamp at;
    std::string reason;
};
PLEIN_DESCRIBE(Declining, by, at, reason);

/// As its author sees it: it waits, or it was declined.
struct OwnHeldPost {
    Post post;
    HoldKind kind = HoldKind::approval;
    Timestamp since;
    std::optional<Declining> declined;
    std::optional<Question> question;
    std::optional<Poll> poll;
    std::optional<News> news;
    std::optional<Idea> idea;
    std::optional<CalendarEvent> event;
};
PLEIN_DESCRIBE(OwnHeldPost, post, kind, since, declined, question, poll, news, idea, event);

struct OwnHeldPostList {
    std::vector<OwnHeldPost> items;
    std::vector<Person> people;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(OwnHeldPostList, items, people, cursors);

/// In the tabs that the author still reads; the 100 newest.
struct ListOwnHeldPosts {
    GroupId group;

    using Response = OwnHeldPostList;
    static constexpr Endpoint endpoint{Method::get, "/api/groups/{group}/held/own",
                                       "Own posts that wait or were declined, newest first.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListOwnHeldPosts, group);

/// The author changes what waits, or sends again what was declined. Errors: conflict, once it was approved; stale_version;
/// forbidden and full, for a declined one, as for a new post.
struct EditHeldPost {
    PostId post;
    std::int32_t version = 1;
    Text<limits::post_body, 1> body;
    Mark mark = Mark::work;

    using Response = Post;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/held/{post}",       "Edits an own held post; a declined one waits again.",
        Audience::signed_in, ErrorCode::not_found,     ErrorCode::forbidden,
        ErrorCode::conflict, ErrorCode::stale_version, ErrorCode::full};
};
PLEIN_DESCRIBE(EditHeldPost, post, version, body, mark);

/// The author takes it back; its text is gone. Twice is no error. Errors: conflict, once it was approved.
struct WithdrawHeldPost {
    PostId post;

    using Response = NoContent;
    static constexpr Endpoint endpoint{
        Method::delete_,     "/api/held/{post}",   "Takes an own held post back.",
        Audience::signed_in, ErrorCode::not_found, ErrorCode::conflict};
};
PLEIN_DESCRIBE(WithdrawHeldPost, post);

/// Publishes what was read: `version` is that of the text. Errors: stale_version, when its author changed it since; conflict
/// about `post`, when somebody else decided first; conflict about `author`, who does not read the tab any more.
struct ApproveHeldPost {
    PostId post;
    std::int32_t version = 1;

    using Response = Post;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/held/{post}/approved",
                                       "Publishes a held post (owners and moderators).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(ApproveHeldPost, post, version);

/// Its author alone reads why, and keeps the text. Errors: as above.
struct DeclineHeldPost {
    PostId post;
    std::int32_t version = 1;
    Text<limits::note, 1> reason;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/held/{post}/declined",
                                       "Declines a held post, with a reason (owners and moderators).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(DeclineHeldPost, post, version, reason);

}  // namespace plein
